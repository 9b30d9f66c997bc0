using Shirase.Core.Site;

namespace Shirase.Core.Text.Links;

/// <summary>
/// What somebody else's page said when a post of ours linked to it, and what it said when that was something else (ok-5-2-e-2). The words are kept,
/// not the page.
/// </summary>
public sealed class LinkCapture(
    Guid id, BodyId body, PostApplicationId application, string address, string final, string text, string hash, DateTimeOffset at)
{
    /// <summary>Most of the words that are kept, in UTF-16 units. Ours: enough to tell one page from another.</summary>
    public const int Longest = 20_000;

    /// <summary>From which share of common words on it is still the same page. Ours: news and dates on a page change, its matter does not.</summary>
    public const double SameFrom = 0.5;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The case whose post holds the link.</summary>
    public PostApplicationId Application { get; private set; } = application;

    /// <summary>The link as it stands in the post.</summary>
    public string Address { get; private set; } = address;

    /// <summary>The page that answered.</summary>
    public string Final { get; private set; } = final;

    public string Text { get; private set; } = text;

    /// <summary>SHA-256 of the page's bytes.</summary>
    public string Hash { get; private set; } = hash;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>When it was last read and still said the same.</summary>
    public DateTimeOffset ReadAt { get; private set; } = at;

    public void ReadAgain(DateTimeOffset at) => ReadAt = at;

    public static string Kept(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    /// <summary>Whether a page shows something else now. Pages of few words are compared word for word.</summary>
    public bool IsOther(string now)
    {
        var kept = Kept(now);
        return kept != Text && (Likeness.Of(kept, Text) is not { Kind: not LikenessKind.None } likeness || likeness.Alike < SameFrom);
    }
}

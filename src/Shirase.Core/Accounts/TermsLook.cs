namespace Shirase.Core.Accounts;

/// <summary>What the page of a platform's terms said when it was read, and what it said when that was something else (to-2-4-b). Looks are only added.</summary>
public sealed class TermsLook(Guid id, BodyId body, Guid platform, string address, string text, string hash, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid Platform { get; private set; } = platform;

    public string Address { get; private set; } = address;

    /// <summary>The words of the page, without its markup.</summary>
    public string Text { get; private set; } = text;

    /// <summary>SHA-256 of the page's bytes.</summary>
    public string Hash { get; private set; } = hash;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>When it was last read and still said the same.</summary>
    public DateTimeOffset ReadAt { get; private set; } = at;

    public void ReadAgain(DateTimeOffset at) => ReadAt = at;

    /// <summary>As many words as are kept of a copy (<see cref="TermsReview.Longest"/>).</summary>
    public static string Kept(string text) =>
        text.Length <= TermsReview.Longest ? text : text[..(char.IsHighSurrogate(text[TermsReview.Longest - 1]) ? TermsReview.Longest - 1 : TermsReview.Longest)];

    /// <summary>Whether the terms say something else now. Every word counts; only what is blank does not.</summary>
    public bool IsOther(string now) => PolicyWords.Plain(Kept(now)) != PolicyWords.Plain(Text);
}

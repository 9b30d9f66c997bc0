using System.Text;

namespace Shirase.Core.Site;

/// <summary>How a text that somebody holds in his hands relates to one that was published.</summary>
public enum LikenessKind
{
    /// <summary>They have little or nothing in common.</summary>
    None,

    /// <summary>The published text with other words added, left out or changed.</summary>
    Altered,

    /// <summary>Some of the published words and no others.</summary>
    Part,

    /// <summary>The same words.</summary>
    Whole,
}

/// <summary>Compares by characters, without regard to spaces, line breaks and full or half width: platforms change those.</summary>
/// <param name="Kind">How they relate.</param>
/// <param name="Covers">How much of the published text the other one holds, from 0 to 1.</param>
/// <param name="Alike">How alike the two are as wholes, from 0 to 1.</param>
public sealed record Likeness(LikenessKind Kind, double Covers, double Alike)
{
    /// <summary>Shorter texts than this are only compared as wholes, in characters. Ours.</summary>
    public const int MinLength = 10;

    /// <summary>From which share of common words on an altered quotation is assumed. Ours: a warning too many harms less than one too few.</summary>
    public const double AlteredFrom = 0.5;

    /// <summary>From which share on somebody holds practically the whole published text. Ours.</summary>
    public const double NearlyAll = 0.8;

    // Stretches of this many characters are compared; single characters would make all Japanese texts alike
    private const int Stretch = 3;

    private static readonly Likeness Nothing = new(LikenessKind.None, 0, 0);

    /// <param name="pasted">The text in question.</param>
    /// <param name="published">The text as it was published.</param>
    public static Likeness Of(string pasted, string published)
    {
        var (a, b) = (Fold(pasted), Fold(published));
        if (a.Length == 0 || b.Length == 0)
        {
            return Nothing;
        }

        if (a == b)
        {
            return new(LikenessKind.Whole, 1, 1);
        }

        if (a.Length < MinLength || b.Length < MinLength)
        {
            return Nothing;
        }

        var (mine, theirs) = (Stretches(a), Stretches(b));
        var common = mine.Count(theirs.Contains);
        var (quoted, covers) = ((double)common / mine.Count, (double)common / theirs.Count);
        var alike = 2.0 * common / (mine.Count + theirs.Count);
        return b.Contains(a, StringComparison.Ordinal) ? new(LikenessKind.Part, covers, alike)
            : a.Contains(b, StringComparison.Ordinal) || quoted >= AlteredFrom || covers >= AlteredFrom ? new(LikenessKind.Altered, covers, alike)
            : Nothing;
    }

    private static HashSet<string> Stretches(string text) =>
        [.. Enumerable.Range(0, text.Length - Stretch + 1).Select(i => text.Substring(i, Stretch))];

    private static string Fold(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !IsUnseen(r)))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    // Zero-width characters and controls: nobody sees them, and some put them in to deceive comparisons
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control;
}

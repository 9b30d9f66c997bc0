namespace Shirase.Core.Text;

/// <summary>An account, or a list of one, that X makes a link of.</summary>
/// <param name="Name">The account's name without its sign.</param>
/// <param name="List">The list with its stroke (<c>/news</c>), or nothing.</param>
/// <param name="Start">Index of the sign.</param>
/// <param name="Length">Number of UTF-16 units with sign and list.</param>
public sealed record MentionSpan(string Name, string List, int Start, int Length);

/// <summary>
/// Finds @name and @name/list by X's published rules: @ or ＠ not directly after a letter, a digit or one of _ ! # $ % &amp; * @,
/// except after the word RT; up to 20 letters; none where another sign, an accented letter or :// follows.
/// </summary>
public static class MentionExtractor
{
    private const int LongestName = 20;
    private const int LongestListRest = 24;

    /// <summary>All of the text in its order, also those inside an address; <see cref="EntityExtractor"/> leaves these out.</summary>
    public static IReadOnlyList<MentionSpan> Find(string text)
    {
        if (text.AsSpan().IndexOfAny('@', '＠') < 0)
        {
            return [];
        }

        var found = new List<MentionSpan>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('@' or '＠') || i < from || !MayPrecede(text, i, from))
            {
                continue;
            }

            var nameEnd = Run(text, i + 1, LongestName, dash: false);
            if (nameEnd == i + 1)
            {
                continue;
            }

            var end = ListEnd(text, nameEnd);
            if (!IsCarriedOn(text, end))
            {
                found.Add(new MentionSpan(text[(i + 1)..nameEnd], text[nameEnd..end], i, end - i));
            }

            from = end;
        }

        return found;
    }

    // At the start, behind a character that is no part of a word and was not used by the mention before, or behind RT and RT:
    private static bool MayPrecede(string text, int sign, int from)
    {
        if (sign == 0 || (sign > from && !(IsName(text[sign - 1]) || text[sign - 1] is '!' or '#' or '$' or '%' or '&' or '*' or '@' or '＠')))
        {
            return true;
        }

        return IsRepost(text, sign - 2, from) || (text[sign - 1] == ':' && IsRepost(text, sign - 3, from));
    }

    private static bool IsRepost(string text, int at, int from) =>
        at >= 0 && text[at] is 'r' or 'R' && text[at + 1] is 't' or 'T'
        && (at == 0 || (at > from && !(IsName(text[at - 1]) || text[at - 1] is '+' or '~' or '.' or '-')));

    private static int ListEnd(string text, int at) =>
        at + 1 < text.Length && text[at] == '/' && char.IsAsciiLetter(text[at + 1]) ? Run(text, at + 2, LongestListRest, dash: true) : at;

    private static int Run(string text, int at, int most, bool dash)
    {
        var end = at;
        while (end < text.Length && end - at < most && (IsName(text[end]) || (dash && text[end] == '-')))
        {
            end++;
        }

        return end;
    }

    private static bool IsCarriedOn(string text, int at) =>
        at < text.Length
        && (text[at] is '@' or '＠' || PlatformCharacters.LatinAccent.Contains(text[at])
            || string.CompareOrdinal(text, at, "://", 0, 3) == 0);

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}

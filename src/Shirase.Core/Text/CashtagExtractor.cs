namespace Shirase.Core.Text;

/// <summary>A stock symbol that X makes a link of.</summary>
/// <param name="Symbol">The symbol without its sign.</param>
/// <param name="Start">Index of the sign.</param>
/// <param name="Length">Number of UTF-16 units with the sign.</param>
public sealed record CashtagSpan(string Symbol, int Start, int Length);

/// <summary>
/// Finds $ABC and $ABC.DE by X's published rules: at the start or behind a space, one to six letters, then perhaps a full stop or
/// low line and up to two more; a space or a sign follows, or nothing.
/// </summary>
public static class CashtagExtractor
{
    private const int LongestSymbol = 6;
    private const int LongestEnding = 2;
    private const string Signs = "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$";

    public static IReadOnlyList<CashtagSpan> Find(string text)
    {
        var found = new List<CashtagSpan>();
        for (var i = text.IndexOf('$', StringComparison.Ordinal); i >= 0; i = text.IndexOf('$', i + 1))
        {
            if ((i == 0 || IsSpace(text[i - 1])) && End(text, i + 1) is > 0 and var end)
            {
                found.Add(new CashtagSpan(text[(i + 1)..end], i, end - i));
            }
        }

        return found;
    }

    private static int End(string text, int at)
    {
        var end = Letters(text, at, LongestSymbol);
        if (end == at)
        {
            return 0;
        }

        if (end < text.Length && text[end] is '.' or '_' && Letters(text, end + 1, LongestEnding) is var longer
            && longer > end + 1 && MayFollow(text, longer))
        {
            return longer;
        }

        return MayFollow(text, end) ? end : 0;
    }

    private static int Letters(string text, int at, int most)
    {
        var end = at;
        while (end < text.Length && end - at < most && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool MayFollow(string text, int at) =>
        at == text.Length || Signs.Contains(text[at], StringComparison.Ordinal) || IsWhite(text[at]);

    private static bool IsSpace(char c) => c != '\uFEFF' && (IsWhite(c) || c is '\u0085' or '\u180E');

    private static bool IsWhite(char c) =>
        c is (>= '\t' and <= '\r') or ' ' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A')
            or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';
}

namespace Shirase.Core.Text;

/// <summary>The top-level domains under which an address without a scheme becomes a link on X.</summary>
internal static class TopLevelDomains
{
    private const string Ace = "xn--";

    private static readonly HashSet<string> Known =
        Resource.Lines("tlds").SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ByText = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<char> FirstLetters = [.. Known.Select(t => char.ToUpperInvariant(t[0]))];

    // Such as vermögensberater, which begin like a Latin word
    private static readonly string[] Mixed = [.. Known.Where(t => char.IsAscii(t[0]) && t.Any(c => !char.IsAscii(c)))];

    private static readonly int Longest = Known.Max(t => t.Length);

    /// <summary>Length of the top-level domain that starts here, or 0. What follows may not carry the word on.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        return char.IsAscii(text[0]) ? Latin(text) : Other(text);
    }

    private static int Latin(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && char.IsAsciiLetterOrDigit(text[n]))
        {
            n++;
        }

        if (n <= Longest && MayEnd(text[n..]) && ByText.Contains(text[..n]))
        {
            return n;
        }

        if (n < text.Length && !char.IsAscii(text[n]))
        {
            foreach (var domain in Mixed)
            {
                if (text.StartsWith(domain, StringComparison.OrdinalIgnoreCase) && MayEnd(text[domain.Length..]))
                {
                    return domain.Length;
                }
            }
        }

        return text.StartsWith(Ace, StringComparison.OrdinalIgnoreCase) ? Encoded(text) : 0;
    }

    private static int Encoded(ReadOnlySpan<char> text)
    {
        var n = Ace.Length;
        while (n < text.Length && (char.IsAsciiLetterOrDigit(text[n]) || text[n] == '-'))
        {
            n++;
        }

        return n > Ace.Length ? n : 0;
    }

    private static int Other(ReadOnlySpan<char> text)
    {
        if (!FirstLetters.Contains(char.ToUpperInvariant(text[0])))
        {
            return 0;
        }

        for (var n = Math.Min(Longest, text.Length); n > 0; n--)
        {
            if (MayEnd(text[n..]) && ByText.Contains(text[..n]))
            {
                return n;
            }
        }

        return 0;
    }

    private static bool MayEnd(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !(char.IsAsciiLetterOrDigit(rest[0]) || rest[0] is '@' or '+' or '-');
}

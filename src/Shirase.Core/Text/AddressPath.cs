namespace Shirase.Core.Text;

/// <summary>Port, path and query of an address: how far each reaches. All answer the given place when there is none.</summary>
internal static class AddressPath
{
    private const int LongestTcoSlug = 40;
    private const string QuerySigns = "!?*'@();:&=+$/%#[]-_.,~|";
    private const string QueryEndSigns = "-_&=#/";

    public static int SkipPort(string text, int at)
    {
        if (!Has(text, at, ':'))
        {
            return at;
        }

        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at + 1 ? end : at;
    }

    /// <summary>A path ends with a letter, a digit, one of a few signs, or a closed pair of brackets directly behind these; a full stop stays outside.</summary>
    public static int SkipPath(string text, int at)
    {
        if (!Has(text, at, '/'))
        {
            return at;
        }

        var end = at + 1;
        var i = end;
        while (i < text.Length)
        {
            if (IsPath(text, i))
            {
                i++;
                end = PlatformCharacters.PathEnd.Contains(text[i - 1]) ? i : end;
            }
            else if (Brackets(text, i, PlatformCharacters.Path.Contains) is > 0 and var n)
            {
                end = end == i ? i + n : end;
                i += n;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    public static int SkipQuery(string text, int at)
    {
        if (!Has(text, at, '?'))
        {
            return at;
        }

        var end = at;
        for (var i = at + 1; i < text.Length && IsQuery(text[i]); i++)
        {
            end = char.IsAsciiLetterOrDigit(text[i]) || QueryEndSigns.Contains(text[i], StringComparison.Ordinal) ? i + 1 : end;
        }

        return end;
    }

    /// <summary>X's own short addresses end with their slug. Returns -1 for one that cannot exist.</summary>
    public static int TcoEnd(string text, int start, int end)
    {
        var url = text.AsSpan(start, end - start);
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (!url[host..].StartsWith("t.co/", StringComparison.OrdinalIgnoreCase))
        {
            return end;
        }

        var slug = start + host + 5;
        var slugEnd = slug;
        while (slugEnd < end && char.IsAsciiLetterOrDigit(text[slugEnd]))
        {
            slugEnd++;
        }

        return slugEnd == slug ? end : slugEnd - slug > LongestTcoSlug ? -1 : SkipQuery(text, slugEnd);
    }

    // One pair of brackets, which may hold one more pair
    public static int Brackets(string text, int at, Func<char, bool> isPath)
    {
        if (!Has(text, at, '('))
        {
            return 0;
        }

        var i = Run(text, at + 1, isPath);
        if (Has(text, i, ')'))
        {
            return i > at + 1 ? i + 1 - at : 0;
        }

        if (!Has(text, i, '('))
        {
            return 0;
        }

        var inner = Run(text, i + 1, isPath);
        if (inner == i + 1 || !Has(text, inner, ')'))
        {
            return 0;
        }

        var last = Run(text, inner + 1, isPath);
        return Has(text, last, ')') ? last + 1 - at : 0;
    }

    private static int Run(string text, int at, Func<char, bool> isPath)
    {
        while (at < text.Length && isPath(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsPath(string text, int at) => at < text.Length && PlatformCharacters.Path.Contains(text[at]);

    private static bool IsQuery(char c) => char.IsAsciiLetterOrDigit(c) || QuerySigns.Contains(c, StringComparison.Ordinal);

    private static bool Has(string text, int at, char c) => at < text.Length && text[at] == c;
}

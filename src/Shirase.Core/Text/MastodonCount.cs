using System.Globalization;
using System.Text;

namespace Shirase.Core.Text;

/// <summary>
/// Mastodon's count by its StatusLengthValidator: characters as a reader sees them; an address with http:// or https:// counts 23
/// whatever its length, and of @name@server only @name. An address ends where Mastodon ends it: its path may hold Japanese.
/// </summary>
public static class MastodonCount
{
    /// <summary>What an address counts on a server as it is delivered.</summary>
    public const int AddressCount = 23;

    private const string PathBreak = "<>()?";
    private const string NoPathEnd = "()?!*\"'「」<>;:=,.$%[]~&|@";
    private const string QuerySigns = "!?*'();:&=+$/%#[]-_.,~|@^";
    private const string QueryEndSigns = "_&=#/-";

    public static int Of(string text, int perAddress = AddressCount)
    {
        var counted = new StringBuilder(text.Length);
        var from = 0;
        var urls = new Queue<UrlSpan>(UrlExtractor.Find(text).Where(u => u.HasScheme));
        for (var i = 0; i < text.Length;)
        {
            while (urls.TryPeek(out var behind) && behind.Start < i)
            {
                urls.Dequeue();
            }

            if (urls.TryPeek(out var url) && url.Start == i)
            {
                counted.Append(text, from, i - from).Append('x', perAddress);
                from = i = AddressEnd(text, url);
            }
            else if (text[i] == '@' && Mention(text, i) is var (nameEnd, end) && end > i)
            {
                counted.Append(text, from, nameEnd - from);
                from = i = end;
            }
            else
            {
                i++;
            }
        }

        return GraphemeCount.Of(counted.Append(text, from, text.Length - from).ToString());
    }

    private static int AddressEnd(string text, UrlSpan url)
    {
        var host = text.IndexOf("://", url.Start, StringComparison.Ordinal) + 3 + url.Host.Length;
        var at = Path(text, AddressPath.SkipPort(text, host));
        if (at >= text.Length || text[at] != '?')
        {
            return at;
        }

        var end = at;
        for (var i = at + 1; i < text.Length && IsQuery(text[i], QuerySigns); i++)
        {
            end = IsQuery(text[i], QueryEndSigns) ? i + 1 : end;
        }

        return end;
    }

    // Ends behind a letter or one of a few signs, a closed pair of brackets, or a stroke
    private static int Path(string text, int at)
    {
        if (at >= text.Length || text[at] != '/')
        {
            return at;
        }

        var end = at + 1;
        for (var i = end; i < text.Length;)
        {
            var brackets = text[i] == '(' ? AddressPath.Brackets(text, i, IsPath) : 0;
            if (brackets == 0 && !IsPath(text[i]))
            {
                break;
            }

            i += Math.Max(1, brackets);
            end = brackets > 0 || text[i - 1] == '/' || !NoPathEnd.Contains(text[i - 1], StringComparison.Ordinal) ? i : end;
        }

        return end;
    }

    private static bool IsPath(char c) => !char.IsWhiteSpace(c) && !PathBreak.Contains(c, StringComparison.Ordinal);

    private static bool IsQuery(char c, string signs) =>
        char.IsAsciiLetterOrDigit(c) || signs.Contains(c, StringComparison.Ordinal) || (c >= '\u00A0' && c is not (>= '\uFDD0' and <= '\uFDEF' or >= '\uFFF0'));

    // @name or @name@server, not behind a word, = or /
    private static (int NameEnd, int End) Mention(string text, int at)
    {
        if (at > 0 && (text[at - 1] is '=' or '/' || IsWord(text[at - 1])))
        {
            return (at, at);
        }

        var name = Words(text, at + 1, static c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (name == at + 1)
        {
            return (at, at);
        }

        var server = name < text.Length && text[name] == '@' ? Words(text, name + 1, IsWord) : name + 1;
        var end = server > name + 1 ? server : name;
        return end < text.Length
            && (text[end] is '@' or '＠' || PlatformCharacters.LatinAccent.Contains(text[end]) || string.CompareOrdinal(text, end, "://", 0, 3) == 0)
            ? (at, at)
            : (name, end);
    }

    // Words with full stops and strokes between them
    private static int Words(string text, int at, Func<char, bool> belongs)
    {
        var end = at;
        for (var i = at; i < text.Length && (belongs(text[i]) || (i > at && text[i] is '.' or '-')); i++)
        {
            end = belongs(text[i]) ? i + 1 : end;
        }

        return end;
    }

    private static bool IsWord(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}

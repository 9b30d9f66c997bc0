using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>
/// What a text quotes. A warning repeats the words of a swindler in 「 」 so that readers know them; they are not the office's own words.
/// </summary>
internal static class Quotation
{
    /// <summary>Stands for every quoted character; a private one, so that no rule takes it for a letter or a space.</summary>
    public const char Mark = '\uF8F0';

    private const string Opens = "「『“";
    private const string Closes = "」』”";

    /// <summary>The text with what is quoted made unreadable, place by place. Brackets stay; what is never closed is no quotation.</summary>
    public static string Blank(string text)
    {
        var quoted = Of(text);
        if (quoted.Count == 0)
        {
            return text;
        }

        var blank = text.ToCharArray();
        foreach (var span in quoted)
        {
            blank.AsSpan(span.Start, span.Length).Fill(Mark);
        }

        return new string(blank);
    }

    /// <summary>The outermost quotations, without their brackets, in the order of the text.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Opens) < 0)
        {
            return [];
        }

        var found = new List<TextSpan>();
        var (depth, start) = (0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (Opens.Contains(text[i], StringComparison.Ordinal))
            {
                start = depth++ == 0 ? i + 1 : start;
            }
            else if (depth > 0 && Closes.Contains(text[i], StringComparison.Ordinal) && --depth == 0 && i > start)
            {
                found.Add(new TextSpan(start, i - start));
            }
            else if (text[i] == '\n')
            {
                // A bracket that was forgotten must not swallow the rest
                depth = 0;
            }
        }

        return found;
    }
}

using System.Text.RegularExpressions;

namespace Shirase.Channels.Bluesky;

/// <summary>A stretch of text that becomes clickable.</summary>
internal readonly record struct TextSpan(int Start, string Value, bool IsTag);

/// <summary>Finds addresses (with and without scheme) and hashtags.</summary>
internal static partial class TextSpans
{
    public static IEnumerable<TextSpan> In(string text)
    {
        foreach (Match m in Spans().Matches(text))
        {
            yield return new(m.Index, m.Value.TrimEnd('.', ',', ';', ':', '!', '?'), m.Value[0] is '#' or '＃');
        }
    }

    [GeneratedRegex(
        @"https?://[A-Za-z0-9._~:/?#\[\]@!$&'*+,;=%-]+"
        + @"|(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:jp|com|net|org|info)\b(?:/[A-Za-z0-9._~:/?#@!$&'*+,;=%-]*)?"
        + @"|(?<![\p{L}\p{N}_&])[#＃][\p{L}\p{M}\p{N}_ー々〆・]*[\p{L}][\p{L}\p{M}\p{N}_ー々〆・]*",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spans();
}

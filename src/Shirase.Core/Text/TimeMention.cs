using System.Globalization;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A time of day as a text writes it: 午後1時30分, 13:30, 8時半.</summary>
/// <param name="Span">The words.</param>
/// <param name="Minutes">Minutes since midnight.</param>
public sealed record TimeMention(TextSpan Span, int Minutes)
{
    private static readonly Regex Pattern = new(
        "(?<half>午前|午後)?(?<h>[0-9]{1,2})(時((?<m>[0-9]{1,2})分|(?<thirty>半))?|:(?<m2>[0-9]{2}))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IReadOnlyList<TimeMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<TimeMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            // 3時間 is a span of time
            var end = m.Index + m.Length;
            if ((m.Index > 0 && char.IsAsciiDigit(folded[m.Index - 1])) || (end < folded.Length && folded[end] == '間'))
            {
                continue;
            }

            var hour = Number(m.Groups["h"]);
            hour += m.Groups["half"].Value == "午後" && hour < 12 ? 12 : 0;
            var minute = m.Groups["thirty"].Success ? 30 : Number(m.Groups["m"]) + Number(m.Groups["m2"]);
            if (hour <= 24 && minute < 60)
            {
                found.Add(new TimeMention(new TextSpan(m.Index, m.Length), (hour * 60) + minute));
            }
        }

        return found;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
}

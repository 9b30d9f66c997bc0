using System.Globalization;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A year of an era as a text writes it, perhaps beside the Western year, perhaps with a month and a day.</summary>
/// <param name="Span">Both years: 令和8年（2026年）; the year of the era alone where no other stands beside it.</param>
/// <param name="EraSpan">The year of the era.</param>
/// <param name="Year">Its number; 元年 is 1.</param>
/// <param name="Western">The Western year beside it, or null.</param>
internal sealed record EraMention(TextSpan Span, TextSpan EraSpan, Era Era, int Year, int? Western, int? Month, int? Day)
{
    private const string Years = "(?<era>令和|平成|昭和|大正|明治)(?<y>[0-9]{1,2}|元)(?<mark>年)?度?";

    // 令和8年（2026年）, 令和8(2026)年, 令和8年/2026年, 2026年（令和8年）, 平成31年4月30日
    private static readonly Regex Pattern = new(
        $"(西暦)?(?<west>[0-9]{{4}})年?度?[(/・]{Years}[)]?|{Years}([(/・](西暦)?(?<west>[0-9]{{4}})年?度?[)]?)?((?<after>年?)(?<m>[0-9]{{1,2}})月((?<d>[0-9]{{1,2}})日)?)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IEnumerable<EraMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var west = m.Groups["west"];
            if (west.Success && m.Index == west.Index && west.Index > 0 && char.IsAsciiDigit(folded[west.Index - 1]))
            {
                continue;
            }

            var (era, y, mark, month) = (m.Groups["era"], m.Groups["y"], m.Groups["mark"], m.Groups["m"]);
            if (!mark.Success && !west.Success)
            {
                // 平成3丁目 is no year
                continue;
            }

            var yearEnd = mark.Success ? mark.Index + 1 : y.Index + y.Length;
            var end = month.Success ? month.Index - m.Groups["after"].Length : m.Index + m.Length;
            yield return new(
                new TextSpan(m.Index, end - m.Index),
                new TextSpan(era.Index, yearEnd - era.Index),
                Era.Named(era.Value),
                y.Value == "元" ? 1 : Number(y)!.Value,
                Number(west),
                Number(month),
                Number(m.Groups["d"]));
        }
    }

    /// <summary>The era that the year beside it, or the month and day behind it, belong to; null where the writing is right.</summary>
    public string? Right()
    {
        var written = Western ?? Era.Western(Year);
        var first = new DateOnly(Math.Max(1, written), Month is >= 1 and <= 12 and var m ? m : 1, 1);
        var (from, to) = Month is null ? (first, first.AddYears(1).AddDays(-1))
            : Day is >= 1 and var d && d <= DateTime.DaysInMonth(first.Year, first.Month) ? (first.AddDays(d - 1), first.AddDays(d - 1))
            : (first, first.AddMonths(1).AddDays(-1));
        var eras = Era.All.Where(e => e.From <= to && (e.To is not { } last || last >= from)).ToList();
        if (Year >= 1 && Era.Western(Year) == written && (eras.Contains(Era) || (Month is null && Western is null)))
        {
            return null;
        }

        return eras.Count == 0 ? "" : eras[0].Year(written);
    }

    private static int? Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : null;
}

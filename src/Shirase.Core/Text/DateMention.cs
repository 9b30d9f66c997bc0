using System.Globalization;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A date as a text writes it.</summary>
/// <param name="Span">The whole mention, with year and weekday.</param>
/// <param name="DaySpan">Month and day alone, such as 11月31日; the day alone in a range such as 「から25日（水）まで」.</param>
/// <param name="Year">The year that is written, Western, or null.</param>
/// <param name="Month">Month, written or taken from the date before it.</param>
/// <param name="Day">Day of the month as written; it need not exist.</param>
/// <param name="Weekday">The weekday that is written (日, 月 …), or null.</param>
/// <param name="WeekdaySpan">Where the weekday's one character stands.</param>
/// <param name="MonthIsWritten">False when only the day is written.</param>
public sealed record DateMention(
    TextSpan Span, TextSpan DaySpan, int? Year, int Month, int Day, char? Weekday, TextSpan? WeekdaySpan, bool MonthIsWritten)
{
    /// <summary>The weekdays in the order of <see cref="DayOfWeek"/>.</summary>
    public const string Weekdays = "日月火水木金土";

    // 令和8年6月12日（金）, 2026/6/12(金), 6月12日金曜日, 25日（水）
    private static readonly Regex Pattern = new(
        "((?<west>[0-9]{4})[年/.]|(?<era>令和|平成|昭和)(?<eray>[0-9]{1,2}|元)年)?([(][^()\n]{1,8}[)])?"
        + "((?<m>[0-9]{1,2})[月/])?(?<d>[0-9]{1,2})(?<mark>日)?( ?[(](?<w>[月火水木金土日])(曜日?)?([・,、]?[祝休]日?)?[)]|(?<w2>[月火水木金土日])曜)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>All dates of the text in its order.</summary>
    public static IReadOnlyList<DateMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<DateMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            if (Read(folded, m, found.LastOrDefault()) is { } mention)
            {
                found.Add(mention);
            }
        }

        return found;
    }

    /// <summary>The day itself: with the written year, or in the year that lies nearest to the given day. Null when there is no such day.</summary>
    public DateOnly? Nearest(DateOnly to)
    {
        if (Year is { } year)
        {
            return DayIn(year);
        }

        return new[] { to.Year - 1, to.Year, to.Year + 1 }
            .Select(DayIn)
            .OfType<DateOnly>()
            .OrderBy(d => Math.Abs(d.DayNumber - to.DayNumber))
            .Cast<DateOnly?>()
            .FirstOrDefault();
    }

    private DateOnly? DayIn(int year) =>
        Month is >= 1 and <= 12 && year is >= 1 and <= 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month)
            ? new DateOnly(year, Month, Day)
            : null;

    private static DateMention? Read(string folded, Match m, DateMention? before)
    {
        var end = m.Index + m.Length;
        if ((m.Index > 0 && char.IsAsciiDigit(folded[m.Index - 1])) || (end < folded.Length && char.IsAsciiDigit(folded[end])))
        {
            return null;
        }

        var month = m.Groups["m"];
        var day = m.Groups["d"];
        var mark = m.Groups["mark"].Success;
        var slashed = month.Success && folded[month.Index + month.Length] == '/';
        var weekday = m.Groups["w"].Success ? m.Groups["w"] : m.Groups["w2"];

        // 12/25 is a date only with a year or a weekday; a bare day only behind a date of which it takes the month
        var isDate = month.Success ? slashed ? m.Groups["west"].Success || weekday.Success : mark : mark && weekday.Success && before is not null;
        if (!isDate)
        {
            return null;
        }

        var start = month.Success ? month.Index : day.Index;
        var dayEnd = day.Index + day.Length + (mark ? 1 : 0);
        return new DateMention(
            new TextSpan(m.Index, m.Length),
            new TextSpan(start, dayEnd - start),
            month.Success ? YearOf(m) : before!.Year,
            month.Success ? Number(month) : before!.Month,
            Number(day),
            weekday.Success ? folded[weekday.Index] : null,
            weekday.Success ? new TextSpan(weekday.Index, 1) : null,
            month.Success);
    }

    private static int? YearOf(Match m)
    {
        if (m.Groups["west"].Success)
        {
            return Number(m.Groups["west"]);
        }

        var year = m.Groups["eray"].Value == "元" ? 1 : m.Groups["eray"].Success ? Number(m.Groups["eray"]) : 0;
        return m.Groups["era"].Value switch
        {
            "令和" => 2018 + year,
            "平成" => 1988 + year,
            "昭和" => 1925 + year,
            _ => null,
        };
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}

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

    private const string Holidays =
        "(?<hol>祝日?|休日?|振替休日|振休|国民の休日|元日|成人の日|建国記念の日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日"
        + "|こどもの日|海の日|山の日|敬老の日|秋分の日|スポーツの日|文化の日|勤労感謝の日)";

    // 令和8年6月12日（金）, R8.6.12, 2026/6/12(金), 6月12日金曜日, 11月3日（火・祝）, 11月3日（文化の日）, 25日（水）
    private static readonly Regex Pattern = new(
        "((?<west>[0-9]{4})[年/.]|(?<era>令和|平成|昭和|大正|明治)(?<eray>[0-9]{1,2}|元)年|(?<letter>[RHSTM])(?<lettery>[0-9]{1,2})[年/.])?([(][^()\n]{1,8}[)])?"
        + "((?<m>[0-9]{1,2})(?<sep>[月/.]))?(?<d>[0-9]{1,2})(?<mark>日)?"
        + $"( ?[(](?<w>[月火水木金土日])(曜日?)?([・,、]?{Holidays})?[)]| ?[(]{Holidays}[)]| ?(?<w2>[月火水木金土日])曜)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>What the bracket behind the date calls it: 祝, 振休, 海の日 …; null where nothing.</summary>
    public string? Holiday { get; init; }

    /// <summary>Where that stands.</summary>
    public TextSpan? HolidaySpan { get; init; }

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
        var slashed = month.Success && m.Groups["sep"].Value != "月";
        var weekday = m.Groups["w"].Success ? m.Groups["w"] : m.Groups["w2"];

        // 12/25 is a date only with a year, a weekday or a holiday; a bare day only behind a date of which it takes the month
        var isDate = month.Success ? slashed ? weekday.Success || m.Groups["hol"].Success || YearOf(folded, m) is not null : mark : mark && weekday.Success && before is not null;
        if (!isDate)
        {
            return null;
        }

        var start = month.Success ? month.Index : day.Index;
        var dayEnd = day.Index + day.Length + (mark ? 1 : 0);
        return new DateMention(
            new TextSpan(m.Index, m.Length),
            new TextSpan(start, dayEnd - start),
            month.Success ? YearOf(folded, m) : before!.Year,
            month.Success ? Number(month) : before!.Month,
            Number(day),
            weekday.Success ? folded[weekday.Index] : null,
            weekday.Success ? new TextSpan(weekday.Index, 1) : null,
            month.Success)
        {
            Holiday = m.Groups["hol"] is { Success: true, Value: var name } ? name : null,
            HolidaySpan = m.Groups["hol"] is { Success: true } holiday ? new TextSpan(holiday.Index, holiday.Length) : null,
        };
    }

    private static int? YearOf(string folded, Match m)
    {
        if (m.Groups["west"].Success)
        {
            return Number(m.Groups["west"]);
        }

        if (m.Groups["era"].Success)
        {
            return Era.Named(m.Groups["era"].Value).Western(m.Groups["eray"].Value == "元" ? 1 : Number(m.Groups["eray"]));
        }

        // R8.11.28, but not the end of a word
        return m.Groups["letter"] is { Success: true } letter && (letter.Index == 0 || !char.IsAsciiLetter(folded[letter.Index - 1]))
            ? Era.All.First(e => e.Letter == letter.Value[0]).Western(Number(m.Groups["lettery"]))
            : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}

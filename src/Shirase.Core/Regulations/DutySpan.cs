namespace Shirase.Core.Regulations;

/// <summary>A span of time as a setting gives it.</summary>
/// <param name="Number">How many.</param>
/// <param name="Unit"><c>minutes</c>, <c>hours</c>, <c>days</c> or <c>working-days</c>.</param>
public readonly record struct DutySpan(int Number, string Unit)
{
    public static IReadOnlyList<string> Units { get; } = ["minutes", "hours", "days", "working-days"];

    // What is said on a day is said when the office opens
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    private bool IsOfDays => Unit is "days" or "working-days";

    /// <summary>
    /// The moment so long after another. Days end with their last minute, and the first day does not count unless it is a whole one
    /// (Civil Code arts. 140, 141).
    /// </summary>
    /// <param name="window">Whose open days are the working days; null takes Monday to Friday without holidays.</param>
    public DateTimeOffset After(DateTimeOffset from, TimeWindow? window)
    {
        if (!IsOfDays)
        {
            return from + Clock;
        }

        var day = from.JapanDay();
        var first = from == JapanTime.StartOf(day) ? day.AddDays(-1) : day;
        return JapanTime.StartOf(Count(first, 1, window).AddDays(1)).AddMinutes(-1);
    }

    /// <summary>The moment so long before another; of days, the morning.</summary>
    public DateTimeOffset Before(DateTimeOffset due, TimeWindow? window) =>
        IsOfDays ? JapanTime.StartOf(Count(due.JapanDay(), -1, window)).Add(Morning) : due - Clock;

    private TimeSpan Clock => Unit == "hours" ? TimeSpan.FromHours(Number) : TimeSpan.FromMinutes(Number);

    private DateOnly Count(DateOnly day, int step, TimeWindow? window)
    {
        if (Unit == "days")
        {
            return day.AddDays(step * Number);
        }

        for (var left = Number; left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day, window) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWorkingDay(DateOnly day, TimeWindow? window) =>
        window?.IsOpenOn(day) ?? (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !JapaneseHolidays.IsHoliday(day));
}

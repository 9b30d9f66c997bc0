namespace Shirase.Core.Regulations;

/// <summary>When something may be done: days, hours and closing days, in Japan's time.</summary>
/// <param name="Id">Such as <c>office-hours</c>.</param>
/// <param name="Days">Days of the week on which it is open.</param>
/// <param name="Start">First minute inside.</param>
/// <param name="End">Last minute inside; 17:15 itself is inside, 17:16 is not.</param>
/// <param name="ClosedOnHolidays">True when national and substitute holidays are closed.</param>
/// <param name="ClosedFrom">First closing day of the turn of the year as month and day, or null.</param>
/// <param name="ClosedTo">Last closing day of the turn of the year.</param>
/// <param name="Clause">The clause that sets it.</param>
/// <param name="IsDefault">True when the document gives no figures.</param>
public sealed record TimeWindow(
    string Id,
    IReadOnlyList<DayOfWeek> Days,
    TimeOnly Start,
    TimeOnly End,
    bool ClosedOnHolidays,
    (int Month, int Day)? ClosedFrom,
    (int Month, int Day)? ClosedTo,
    string Clause,
    bool IsDefault)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>True when the moment lies inside.</summary>
    public bool Contains(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Japan);
        var time = new TimeOnly(local.Hour, local.Minute);
        return IsOpenOn(DateOnly.FromDateTime(local.DateTime)) && time >= Start
            && (time < End || (time == End && local.Second == 0 && local.Millisecond == 0));
    }

    /// <summary>True when the day has any hours at all.</summary>
    public bool IsOpenOn(DateOnly day) =>
        Days.Contains(day.DayOfWeek) && !(ClosedOnHolidays && JapaneseHolidays.IsHoliday(day)) && !IsInClosure(day);

    /// <summary>The first moment from the given one on that lies inside: itself, or the next opening.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset from)
    {
        if (Contains(from))
        {
            return from;
        }

        var local = from.ToOffset(Japan);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (IsOpenOn(day) && TimeOnly.FromDateTime(local.DateTime) < Start)
        {
            return new DateTimeOffset(day.ToDateTime(Start), Japan);
        }

        for (var i = 1; i <= 60; i++)
        {
            if (IsOpenOn(day.AddDays(i)))
            {
                return new DateTimeOffset(day.AddDays(i).ToDateTime(Start), Japan);
            }
        }

        throw new InvalidOperationException($"Window {Id} does not open within 60 days of {day}.");
    }

    private bool IsInClosure(DateOnly day)
    {
        if (ClosedFrom is not { } from || ClosedTo is not { } to)
        {
            return false;
        }

        var n = (day.Month * 100) + day.Day;
        var first = (from.Month * 100) + from.Day;
        var last = (to.Month * 100) + to.Day;
        return first <= last ? n >= first && n <= last : n >= first || n <= last;
    }
}

using Shirase.Core.Regulations;

namespace Shirase.Core.Duties;

/// <summary>What a duty is opened for.</summary>
/// <param name="Subject">As the journal names it.</param>
/// <param name="Account">The account, where it is about one.</param>
/// <param name="Unit">The unit whose holder owns it, where the role is held unit by unit.</param>
public sealed record DutySubject(string Subject, AccountId? Account, UnitId? Unit)
{
    /// <summary>What exactly it is about, where the event named it, such as a link; empty else.</summary>
    public string About { get; init; } = "";
}

/// <summary>Makes duties of rules. Pure; time comes in as a value.</summary>
public static class DutyOpening
{
    /// <param name="occasion">What opened it, such as a day or the number of a journal entry.</param>
    /// <param name="from">From when on its time runs.</param>
    public static Duty Open(Regulation regulation, DutyRule rule, BodyId body, DutySubject of, string occasion, DateTimeOffset from, DateTimeOffset now)
    {
        var window = regulation.Windows.Count > 0 ? regulation.Windows[0] : null;
        var due = Utc(rule.Within.After(from, window));
        var duty = new Duty(
            Guid.CreateVersion7(now), body, regulation.Slug, regulation.Version, rule.Id, rule.Clause, of.Subject, occasion, of.Account,
            of.Unit, rule.Owner, now, Utc(from), due, rule.Suspends, rule.IsUrgent);
        duty.SetAbout(of.About);
        duty.SetTelling(
            rule.Remind is { } before ? Utc(before.Before(due, window)) : null,
            rule.Escalate is { } escalate ? Utc(escalate.After is { Number: 0 } ? due : escalate.After.After(due, window)) : null);
        return duty;
    }

    /// <summary>The days of a rule's calendar after one day up to another, in order.</summary>
    public static IEnumerable<DateOnly> DaysOf(DutyTrigger.Calendar calendar, DateOnly after, DateOnly until)
    {
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (IsDayOf(calendar, day))
            {
                yield return day;
            }
        }
    }

    private static bool IsDayOf(DutyTrigger.Calendar c, DateOnly day) => c.Every switch
    {
        DutyRhythm.Week => day.DayOfWeek == c.Weekday,
        DutyRhythm.Month => IsDay(day, c.Day),
        DutyRhythm.HalfYear => (day.Month - c.Month) % 6 == 0 && IsDay(day, c.Day),
        _ => day.Month == c.Month && IsDay(day, c.Day),
    };

    // The 31st of a shorter month, and 29 February, are its last day
    private static bool IsDay(DateOnly day, int asked) => day.Day == Math.Min(asked, DateTime.DaysInMonth(day.Year, day.Month));

    private static DateTimeOffset Utc(DateTimeOffset moment) => moment.ToUniversalTime().Truncated();
}

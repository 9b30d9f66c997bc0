namespace Shirase.Core;

/// <summary>Who does something, when, and why. Every verb of the domain takes one, so nothing happens without a name and a time.</summary>
/// <param name="By">The person who acts.</param>
/// <param name="At">The moment, from the caller's clock.</param>
/// <param name="Why">Reason or opinion in the person's words, or null.</param>
public sealed record Act(StaffId By, DateTimeOffset At, string? Why = null);

/// <summary>Japan's time, in which every deadline of the documents is counted.</summary>
public static class JapanTime
{
    /// <summary>Japan has had no daylight saving since 1952; nine hours always hold.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset InJapan(this DateTimeOffset moment) => moment.ToOffset(Offset);

    public static DateOnly JapanDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>Whole milliseconds: what every database stores and every hash covers.</summary>
    public static DateTimeOffset Truncated(this DateTimeOffset moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMillisecond), moment.Offset);

    /// <summary>The first moment of a day in Japan.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}

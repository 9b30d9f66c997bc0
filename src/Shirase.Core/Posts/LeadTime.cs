namespace Shirase.Core.Posts;

/// <summary>The rule that a form is sent a week ahead in principle (gx-12-2-2; readings A3, A4).</summary>
/// <param name="Desired">Day on which the post is wished, in Japan; null while not chosen.</param>
/// <param name="Days">Days ahead; 0 where the regulation sets no time: sent on or before the same weekday of the week before, until 23:59.</param>
/// <param name="MinReason">Least characters of the reason for short notice.</param>
public sealed record LeadTime(DateOnly? Desired, int Days, int MinReason)
{
    /// <summary>The last day on which sending is in time, or null while no day is chosen.</summary>
    public DateOnly? LastDay => Desired?.AddDays(-Days);

    /// <summary>Days between sending and the desired day.</summary>
    public int? DaysAt(DateTimeOffset sentAt) => Desired is { } d ? d.DayNumber - sentAt.JapanDay().DayNumber : null;

    public bool IsShortAt(DateTimeOffset sentAt) => Days > 0 && DaysAt(sentAt) is { } days && days < Days;
}

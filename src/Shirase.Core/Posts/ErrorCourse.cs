using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>A stage of dealing with an error.</summary>
public enum ErrorStage
{
    /// <summary>誤りの申出</summary>
    Reported,

    /// <summary>直ちに削除の指示</summary>
    RemovalOrdered,

    /// <summary>消えたことの確認</summary>
    Gone,

    /// <summary>ウェブサイトのお知らせ</summary>
    Announced,

    /// <summary>訂正の投稿</summary>
    Corrected,
}

/// <summary>One line of the stopwatch.</summary>
/// <param name="At">When it was reached; null while it is not.</param>
/// <param name="TargetMinutes">Minutes after the start within which it should be reached; null where there is no target.</param>
/// <param name="Took">Time from the start to <paramref name="At"/>, or to now while it is open; null before the start and where nothing is due.</param>
public sealed record ErrorStep(ErrorStage Stage, DateTimeOffset? At, int? TargetMinutes, TimeSpan? Took)
{
    public bool IsLate => TargetMinutes is { } target && Took > TimeSpan.FromMinutes(target);
}

/// <summary>誤り対応の経過: from the report to the correction that stands, read from what is on record (FEATURES H2). Pure.</summary>
/// <param name="Reports">Reports of the case.</param>
/// <param name="Deliveries">Deliveries of the wrong post.</param>
/// <param name="Correction">The correction that stands, or null.</param>
/// <param name="Correcting">Deliveries of the application that corrects it.</param>
public sealed record ErrorCourse(
    IReadOnlyList<ErrorReport> Reports, IReadOnlyList<PostDelivery> Deliveries, Correction? Correction, IReadOnlyList<PostDelivery> Correcting)
{
    /// <summary>Reports that were found to be no error start nothing.</summary>
    public DateTimeOffset? ReportedAt => Reports.Where(r => r.Outcome != "no-error").Min(r => (DateTimeOffset?)r.At);

    public DateTimeOffset? OrderedAt => Deliveries.Min(d => d.RemovalOrderedAt);

    /// <summary>When the last of it was verified gone; null while any of it may stand.</summary>
    public DateTimeOffset? GoneAt =>
        Deliveries.Any(d => d.State is DeliveryState.Published or DeliveryState.Removing or DeliveryState.Sending or DeliveryState.Unknown) ? null : Deliveries.Max(d => d.RemovedAt);

    public DateTimeOffset? AnnouncedAt => Correction?.AnnouncedAt;

    /// <summary>When the correction stood on the last account of those that the wrong post went to.</summary>
    public DateTimeOffset? CorrectedAt
    {
        get
        {
            var sent = Correcting.Where(d => d.State != DeliveryState.Cancelled).ToList();
            return sent.Count > 0 && sent.TrueForAll(d => d.PublishedAt is not null) ? sent.Max(d => d.PublishedAt) : null;
        }
    }

    public DateTimeOffset? StartedAt => ReportedAt < OrderedAt || OrderedAt is null ? ReportedAt ?? Correction?.OpenedAt : OrderedAt;

    public IReadOnlyList<ErrorStep> Steps(Regulation regulation, DateTimeOffset now)
    {
        var corrects = Correction is not null;
        return
        [
            new(ErrorStage.Reported, ReportedAt, null, null),
            new(ErrorStage.RemovalOrdered, OrderedAt, null, Took(OrderedAt, StartedAt is not null, now)),
            Step(ErrorStage.Gone, GoneAt, "delete-target-minutes", 5, StartedAt is not null),
            Step(ErrorStage.Announced, AnnouncedAt, "notice-target-minutes", 30, corrects),
            Step(ErrorStage.Corrected, CorrectedAt, "correction-target-minutes", 60, corrects),
        ];

        ErrorStep Step(ErrorStage stage, DateTimeOffset? at, string setting, int unless, bool isDue) =>
            new(stage, at, regulation.Number(setting, unless), Took(at, isDue, now));
    }

    /// <summary>The accounts that the wrong words reached, or may have reached: the correction goes to exactly these (FEATURES H3).</summary>
    public static IReadOnlyList<AccountId> Audience(IEnumerable<PostDelivery> deliveries) =>
        [.. deliveries.Where(d => d.PublishedAt is not null || d.State is DeliveryState.Sending or DeliveryState.Unknown or DeliveryState.Removing)
            .Select(d => d.Account).Distinct().OrderBy(a => a.Value)];

    private TimeSpan? Took(DateTimeOffset? at, bool isDue, DateTimeOffset now) =>
        StartedAt is not { } start || (at is null && !isDue) ? null : (at ?? now) - start;
}

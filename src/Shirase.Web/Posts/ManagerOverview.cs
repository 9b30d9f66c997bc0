using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>One case in the manager's overview.</summary>
/// <param name="Note">What somebody wrote: the reason of a refusal, an error report.</param>
/// <param name="What">What is overdue.</param>
public sealed record OverviewCase(
    PostApplicationId Id, string Number, string Subject, string Unit, StaffId Author, DateTimeOffset? Desired, DateTimeOffset? Since, bool IsUrgent, bool IsHeld, string Note, Localized? What = null);

/// <summary>What the operation manager answers for at one glance: cases by state, what goes out, what is wrong (gx-3-1-a-2).</summary>
public sealed record ManagerOverview
{
    /// <summary>Most finished cases shown; older ones are found by the search.</summary>
    private const int MostShown = 50;

    public IReadOnlyList<OverviewCase> ToAssign { get; init; } = [];

    public IReadOnlyList<OverviewCase> InExamination { get; init; } = [];

    public IReadOnlyList<OverviewCase> FoundUnsuitable { get; init; } = [];

    public IReadOnlyList<OverviewCase> Ready { get; init; } = [];

    public IReadOnlyList<OverviewCase> Scheduled { get; init; } = [];

    public IReadOnlyList<OverviewCase> Published { get; init; } = [];

    public IReadOnlyList<OverviewCase> Removed { get; init; } = [];

    public IReadOnlyList<OverviewCase> ErrorReports { get; init; } = [];

    public IReadOnlyList<OverviewCase> Held { get; init; } = [];

    /// <summary>Cases in which something is overdue now, with what it is.</summary>
    public IReadOnlyList<OverviewCase> Overdue { get; init; } = [];

    /// <summary>The accounts run under the regulation, with their state.</summary>
    public IReadOnlyList<OfficialAccount> Accounts { get; init; } = [];

    /// <summary>The groups in the order of the page, with the key of their words.</summary>
    public IEnumerable<(string Key, IReadOnlyList<OverviewCase> Cases)> Groups =>
    [
        ("Overdue", Overdue), ("InExamination", InExamination), ("FoundUnsuitable", FoundUnsuitable), ("Ready", Ready), ("Scheduled", Scheduled),
        ("ErrorReports", ErrorReports), ("Held", Held), ("Published", Published), ("Removed", Removed),
    ];

    /// <param name="of">The units he answers for; null for the whole body.</param>
    public static async Task<ManagerOverview> ReadAsync(
        ShiraseDb db, RegulationLibrary library, string regulation, IReadOnlyList<UnitId>? of, DateTimeOffset now, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var all = of is null ? db.Applications : db.Applications.Where(a => of.Contains(a.Unit));
        var open = await all.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions)
            .Where(a => a.Regulation == regulation
                && (a.State == ApplicationState.InRoute || a.State == ApplicationState.Returned || a.State == ApplicationState.ReadyToPublish)).ToListAsync(ct);
        var done = all.AsNoTracking().Include(a => a.Versions)
            .Where(a => a.Regulation == regulation && (a.State == ApplicationState.Published || a.State == ApplicationState.Removed));
        Task<List<PostApplication>> LatestAsync(ApplicationState state) =>
            done.Where(a => a.State == state).OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id).Take(MostShown).ToListAsync(ct);
        var late = (await OverdueAsync(db, library, regulation, now, ct)).Where(o => of?.Contains(o.Case.Unit) != false).ToList();
        var scheduled = await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Scheduled || d.State == DeliveryState.Held || d.State == DeliveryState.Unknown)
            .Select(d => d.Application).Distinct().ToListAsync(ct);
        var reported = await db.ErrorReports.AsNoTracking().Where(r => r.ClosedAt == null && r.AcknowledgedAt == null).ToListAsync(ct);
        var named = scheduled.Concat(reported.Select(r => r.Application)).Distinct().ToList();
        List<PostApplication> either = [.. open, .. await done.Where(a => named.Contains(a.Id)).ToListAsync(ct)];
        StepKind? At(PostApplication a) => library.Find(a.Regulation, a.RegulationVersion)?.Route(a.Route)?.Step(a.Step)?.Kind;
        OverviewCase Row(PostApplication a, string note = "", Localized? what = null) => new(
            a.Id, a.Number, a.Current.Content.Title, units.GetValueOrDefault(a.Unit, ""), a.Author, a.Current.Content.DesiredAt, a.DispatchedAt ?? a.SubmittedAt,
            library.Find(a.Regulation, a.RegulationVersion)?.Route(a.Route)?.Grounds.Count > 0, a.IsOnHold, note, what);
        return new()
        {
            ToAssign = [.. open.Where(a => At(a) == StepKind.Assignment).OrderBy(a => a.DispatchedAt).Select(a => Row(a))],
            InExamination = [.. open.Where(a => At(a) == StepKind.Examination).OrderBy(a => a.DispatchedAt).Select(a => Row(a))],
            FoundUnsuitable = [.. open.Where(IsFoundUnsuitable).OrderBy(a => a.ChangedAt).Select(a => Row(a, a.StandingReturn!.Opinion))],
            Ready = [.. open.Where(a => a.State == ApplicationState.ReadyToPublish && !scheduled.Contains(a.Id)).OrderBy(a => a.ChangedAt).Select(a => Row(a))],
            Scheduled = [.. either.Where(a => scheduled.Contains(a.Id)).Select(a => Row(a))],
            Overdue = [.. late.Select(o => Row(o.Case, what: new(string.Join(' ', o.What.Select(r => r.Text.Ja)), string.Join(' ', o.What.Select(r => r.Text.En)))))],
            Accounts = await db.Accounts.AsNoTracking().Where(a => a.Regulation == regulation && a.State != AccountState.Deleted && (of == null || of.Contains(a.Owner))).OrderBy(a => a.Handle).ToListAsync(ct),
            Held = [.. open.Where(a => a.IsOnHold).Select(a => Row(a))],
            Published = [.. (await LatestAsync(ApplicationState.Published)).Select(a => Row(a))],
            Removed = [.. (await LatestAsync(ApplicationState.Removed)).Select(a => Row(a))],
            ErrorReports = [.. reported.SelectMany(r => either.Where(a => a.Id == r.Application).Select(a => Row(a, r.Text)))],
        };

        bool IsFoundUnsuitable(PostApplication a) => a.StandingReturn is { } last
            && library.Find(a.Regulation, a.RegulationVersion)?.Route(a.Route)?.Step(last.Step)?.Kind == StepKind.Examination;
    }

    // The same question as the minute's reminder asks, so that page and notices agree
    private static async Task<IReadOnlyList<(PostApplication Case, IReadOnlyList<Reminder> What)>> OverdueAsync(
        ShiraseDb db, RegulationLibrary library, string regulation, DateTimeOffset now, CancellationToken ct)
    {
        var reported = db.ErrorReports.Where(r => r.ClosedAt == null).Select(r => r.Application);
        var removing = db.Deliveries.Where(d => d.State == DeliveryState.Removing).Select(d => d.Application);
        var cases = await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions)
            .Where(a => a.Regulation == regulation
                && (a.State == ApplicationState.InRoute || a.State == ApplicationState.Returned || a.State == ApplicationState.ReadyToPublish
                    || reported.Contains(a.Id) || removing.Contains(a.Id) || a.Decisions.Any(d => d.RecordedBy != null && d.SettledAt == null)))
            .ToListAsync(ct);
        var ids = cases.Select(a => a.Id).ToList();
        var deliveries = (await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Application)).ToListAsync(ct)).ToLookup(d => d.Application);
        var reports = (await db.ErrorReports.AsNoTracking().Where(r => ids.Contains(r.Application)).ToListAsync(ct)).ToLookup(r => r.Application);
        return
        [
            .. cases.Select(a => (Case: a, What: library.Find(a.Regulation, a.RegulationVersion) is { } version
                    ? (IReadOnlyList<Reminder>)[.. Reminders.Due(a, [.. deliveries[a.Id]], [.. reports[a.Id]], version, now)] : []))
                .Where(o => o.What.Count > 0).OrderBy(o => o.Case.DispatchedAt),
        ];
    }
}

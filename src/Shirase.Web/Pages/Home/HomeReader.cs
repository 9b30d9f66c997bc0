using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Pages.Duties;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Pages.Home;

/// <summary>What waits for a person at this moment.</summary>
public sealed class HomeReader(ShiraseDb db, CaseReader reader, CaseQuery query, RegulationLibrary library, DutyBoard duties, KeepReadings readings)
{
    private const int MostNotices = 50;

    private const int MostDrafts = 30;

    public async Task<HomeView> ReadAsync(SignedIn person, CancellationToken ct)
    {
        var roster = await reader.RosterAsync(person.Body, reader.Now.JapanDay(), ct);
        var visible = await query.VisibleAsync(person, ct);
        var open = await visible.Where(a => a.State == ApplicationState.Draft || a.State == ApplicationState.InRoute
                || a.State == ApplicationState.Returned || a.State == ApplicationState.ReadyToPublish)
            .Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations).AsSplitQuery().ToListAsync(ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        CaseLine Line(PostApplication a) => CaseLine.Of(a, new(units[a.Unit].Name, units[a.Unit].NameEn), Regulation(a));

        return new HomeView
        {
            Waiting = [.. open.Where(a => WaitsFor(person, a, roster)).Select(a => Line(a) with { Page = PageOf(a) })
                .OrderByDescending(l => l.IsUrgent).ThenBy(l => l.DesiredAt ?? DateTimeOffset.MaxValue).ThenBy(l => l.ChangedAt)],
            OfUnit = WaitingCases.Of(person, open, Regulation, a => Line(a) with { Page = PageOf(a) }, reader.Now),
            Unsettled = [.. (await UnsettledAsync(visible, person, ct)).Select(a => Line(a) with { Page = "/settle" })],
            Mine = [.. open.Where(a => a.State == ApplicationState.Returned ? a.Unit == person.Unit : a.State == ApplicationState.Draft && a.Author == person.Staff)
                .OrderByDescending(a => a.State == ApplicationState.Returned).ThenByDescending(a => a.ChangedAt).Take(MostDrafts).Select(Line)],
            OfColleagues = [.. open.Where(a => a.State == ApplicationState.Draft && a.Unit == person.Unit && a.Author != person.Staff)
                .OrderByDescending(a => a.ChangedAt).Take(MostDrafts).Select(Line)],
            ToCheck = [.. open.Where(a => a.Unit == person.Unit && a.State == ApplicationState.InRoute && !a.IsTouchedBy(person.Staff)
                && Regulation(a) is { } r && a.OpenAttestations(r, "application").Any(o => o.OtherThanAuthor)).Select(Line)],
            Notices = await db.Notices.AsNoTracking().Where(n => n.To == person.Staff && n.ReadAt == null).OrderByDescending(n => n.At).Take(MostNotices).ToListAsync(ct),
            Today = Sits(person, "pr-officer") || Sits(person, "operation-officer") || Sits(person, "operation-manager") ? await TodayAsync(ct) : null,
            Counts = Sits(person, "operation-manager") ? await CountsAsync(visible, ct) : [],
            Owed = Shirase.Incidents.StopNotices.Seeing.Any(r => Sits(person, r)) ? await OwedAsync(ct) : [],
            Duties = await duties.MineAsync(person, ct),
            Readings = [.. (await readings.StatesAsync(person.Body, person.Staff, ct)).Where(r => r.IsDue || r.EndsSoon)],
            MayWrite = person.Unit is not null,
        };
    }

    private string PageOf(PostApplication application) => Regulation(application)?.Route(application.Route)?.Step(application.Step)?.Kind switch
    {
        StepKind.Publication => "/desk",
        StepKind.Dispatch => "",
        _ => "/decision",
    };

    private async Task<IReadOnlyList<OwedNotice>> OwedAsync(CancellationToken ct)
    {
        var now = reader.Now;
        return [.. (await db.AccountStops.AsNoTracking().Where(s => s.Notice == null).OrderBy(s => s.NoticeDue).Take(MostDrafts)
            .Join(db.Accounts, s => s.Account, a => a.Id, (s, a) => new { a.DisplayName, s.NoticeDue }).ToListAsync(ct))
            .Select(o => new OwedNotice(o.DisplayName, o.NoticeDue, o.NoticeDue <= now))];
    }

    private static bool Sits(SignedIn person, string role) => person.Seats.Any(s => s.Role == role);

    private Regulation? Regulation(PostApplication application) => library.Find(application.Regulation, application.RegulationVersion);

    private bool WaitsFor(SignedIn person, PostApplication application, Roster roster)
    {
        if (Regulation(application)?.Route(application.Route)?.Step(application.Step) is not { } step)
        {
            return false;
        }

        return step.Kind switch
        {
            StepKind.Dispatch => application.Unit == person.Unit,
            StepKind.Publication => application.State == ApplicationState.ReadyToPublish
                && roster.SeatFor(person.Staff, application.Regulation, step, application.Unit) is { IsDeputy: false },
            StepKind.Assignment => roster.SeatFor(person.Staff, application.Regulation, step, application.Unit) is not null,
            _ when step.AllOf is not null => !application.IsTouchedBy(person.Staff)
                && application.OpenUnits(step).Any(u => roster.SeatFor(person.Staff, application.Regulation, step, u) is not null),
            _ => roster.SeatFor(person.Staff, application.Regulation, step, application.Unit) is not null && !application.IsTouchedBy(person.Staff),
        };
    }

    private static async Task<IEnumerable<PostApplication>> UnsettledAsync(IQueryable<PostApplication> visible, SignedIn person, CancellationToken ct)
    {
        var me = person.Staff;
        var with = await visible.Where(a => a.Decisions.Any(d => d.SettledAt == null && ((d.IsProxy && d.ActsFor == me) || (d.RecordedBy != null && d.By == me))))
            .Include(a => a.Versions).Include(a => a.Decisions).AsSplitQuery().ToListAsync(ct);
        return with.Where(a => a.Decisions.Any(d => d.IsUnsettled && me == (d.RecordedBy is null ? d.ActsFor : d.By)));
    }

    private async Task<IReadOnlyList<TodayLine>> TodayAsync(CancellationToken ct)
    {
        var start = JapanTime.StartOf(reader.Now.JapanDay()).ToUniversalTime();
        var end = start.AddDays(1);
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(d => (d.DueAt >= start && d.DueAt < end) || (d.PublishedAt != null && d.PublishedAt >= start && d.PublishedAt < end)).OrderBy(d => d.DueAt).ToListAsync(ct);
        var ids = deliveries.Select(d => d.Application).Distinct().ToList();
        var cases = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        return [.. deliveries.Where(d => cases.ContainsKey(d.Application)).Select(d => new TodayLine(
            d.Application.Value, cases[d.Application].Current.Content.Title, d.PublishedAt ?? d.DueAt, accounts.GetValueOrDefault(d.Account)?.Handle ?? "", d.State))];
    }

    private static async Task<IReadOnlyList<(ApplicationState State, int Count)>> CountsAsync(IQueryable<PostApplication> visible, CancellationToken ct)
    {
        var counts = await visible.GroupBy(a => a.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(ct);
        return [.. Enum.GetValues<ApplicationState>().Where(s => s != ApplicationState.Draft).Select(s => (s, counts.FirstOrDefault(c => c.State == s)?.Count ?? 0))];
    }
}

/// <summary>The home page of one person.</summary>
public sealed record HomeView
{
    public required IReadOnlyList<CaseLine> Waiting { get; init; }

    /// <summary>What waits in the units of a manager, the longest first (gm-3-2-b-3).</summary>
    public IReadOnlyList<WaitingCase> OfUnit { get; init; } = [];

    public required IReadOnlyList<CaseLine> Unsettled { get; init; }

    public required IReadOnlyList<CaseLine> Mine { get; init; }

    /// <summary>Drafts that colleagues of the same unit began; whoever takes one over becomes one of those who touched it.</summary>
    public required IReadOnlyList<CaseLine> OfColleagues { get; init; }

    public required IReadOnlyList<CaseLine> ToCheck { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Today's publications, for those who run the account; else null.</summary>
    public IReadOnlyList<TodayLine>? Today { get; init; }

    /// <summary>How many applications stand where, for the manager (gx-3-1-a-2).</summary>
    public IReadOnlyList<(ApplicationState State, int Count)> Counts { get; init; } = [];

    /// <summary>Stops and ends of which the website has to tell, for those who see to it (gx-3-1-b-2).</summary>
    public IReadOnlyList<OwedNotice> Owed { get; init; } = [];

    /// <summary>自分の期限: what the person has to do by a time.</summary>
    public IReadOnlyList<DutyLine> Duties { get; init; } = [];

    /// <summary>Confirmations that are due or end soon.</summary>
    public IReadOnlyList<ReadingState> Readings { get; init; } = [];

    public bool MayWrite { get; init; }
}

/// <summary>A notice that is owed to the public.</summary>
public sealed record OwedNotice(string Account, DateTimeOffset Due, bool IsOverdue);

/// <summary>A publication of today.</summary>
public sealed record TodayLine(Guid Application, string Subject, DateTimeOffset At, string Handle, DeliveryState State);

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Pages.Desk;

/// <summary>An account with the conditions of sending to it, as asked for the person and device that look.</summary>
public sealed record AccountGate(OfficialAccount Account, IReadOnlyList<GateLine> Lines)
{
    public int Passed => Lines.Count(l => l.Passed);

    public bool IsOpen => Passed == Lines.Count;
}

/// <summary>An approved application that may go out.</summary>
/// <param name="Proposal">The next office hour from the desired time on.</param>
public sealed record ReadyItem(PostApplication Application, string Text, IReadOnlyList<AccountGate> Gates, DateTimeOffset Proposal);

/// <summary>One publication to one account.</summary>
public sealed record SentItem(PostDelivery Delivery, PostApplication Application, OfficialAccount Account)
{
    public string Subject => Application.Versions.First(v => v.Number == Delivery.Version).Content.Title;

    /// <summary>Lines of the gate that stopped it.</summary>
    public IReadOnlyList<GateLine> Closed => [.. GateKeeper.FromJson(Delivery.GateJson).Where(l => !l.Passed)];
}

public sealed record ReportItem(ErrorReport Report, PostApplication Application, string By);

/// <summary>Reads what lies on the publisher's desk.</summary>
/// <param name="units">The units whose cases lie on it; null for all.</param>
public sealed class DeskBoard(ShiraseDb db, Publishing publishing, RegulationLibrary library, IReadOnlyList<UnitId>? units)
{
    public async Task<IReadOnlyList<ReadyItem>> ReadyAsync(Who who, string? terminal, bool acts, DateTimeOffset now, CancellationToken ct)
    {
        var busy = db.Deliveries.Where(d => d.State != DeliveryState.Cancelled && d.State != DeliveryState.Removed).Select(d => d.Application);
        var ready = await Cases().Where(a => a.State == ApplicationState.ReadyToPublish && !busy.Contains(a.Id))
            .OrderBy(a => a.ChangedAt).ToListAsync(ct);
        var items = new List<ReadyItem>();
        foreach (var application in ready)
        {
            var regulation = library.Find(application.Regulation, application.RegulationVersion)!;
            var gates = await publishing.PreviewAsync(application.Id, who, terminal, null, ct);
            items.Add(new(
                application,
                ComposedText.Of(application.Current.Content, regulation.Composition),
                [.. gates.Select(g => new AccountGate(g.Account, Shown(g.Lines, acts)))],
                Proposal(regulation, application.Current.Content.DesiredAt, now)));
        }

        return items;
    }

    public async Task<IReadOnlyList<SentItem>> SentAsync(IQueryable<PostDelivery> deliveries, CancellationToken ct)
    {
        var rows = await deliveries.AsNoTracking().ToListAsync(ct);
        var ids = rows.Select(d => d.Application).Distinct().ToList();
        var applications = await Cases().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        return [.. rows.Where(d => applications.ContainsKey(d.Application)).Select(d => new SentItem(d, applications[d.Application], accounts[d.Account]))];
    }

    public async Task<IReadOnlyList<ReportItem>> ReportsAsync(CancellationToken ct)
    {
        var reports = await db.ErrorReports.AsNoTracking().Where(r => r.ClosedAt == null).OrderBy(r => r.At).ToListAsync(ct);
        var ids = reports.Select(r => r.Application).Distinct().ToList();
        var applications = await Cases().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var people = reports.Select(r => r.By).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return [.. reports.Where(r => applications.ContainsKey(r.Application)).Select(r => new ReportItem(r, applications[r.Application], names.GetValueOrDefault(r.By, "")))];
    }

    private IQueryable<PostApplication> Cases()
    {
        var all = db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions);
        return units is null ? all : all.Where(a => units.Contains(a.Unit));
    }

    // Who only reads is not told that he is no publisher on no terminal
    private static List<GateLine> Shown(IReadOnlyList<GateLine> lines, bool acts) =>
        [.. lines.Where(l => (l.Clause is not null || !l.Passed) && (acts || l.Gate is not ("publisher" or "terminal" or "terminal-state")))];

    private static DateTimeOffset Proposal(Regulation regulation, DateTimeOffset? desired, DateTimeOffset now)
    {
        // A few minutes to read it over; then the desired time if it lies ahead, moved into office hours
        var soon = now.AddMinutes(15 - (now.Minute % 5)).AddSeconds(-now.Second).AddMilliseconds(-now.Millisecond);
        var from = desired is { } d && d > soon ? d : soon;
        return (regulation.Window(regulation.Gate("window")?.With.Text("window") ?? "") is { } window ? window.NextOpening(from) : from).InJapan();
    }
}

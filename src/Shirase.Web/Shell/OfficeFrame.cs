using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Access;
using Shirase.Web.Words;

namespace Shirase.Web.Shell;

/// <summary>The frame of a signed-in person: body, name and post, the pages that are his, drill mode and stopped accounts.</summary>
public sealed class OfficeFrame(
    SignedInAccessor signedIn, ShiraseDb db, RegulationLibrary regulations, IText text, IOptions<InstallationOptions> installation, TimeProvider clock) : IFrameSource
{
    private static readonly (Access.Seats Who, FrameLink Link)[] Pages =
    [
        (Access.Seats.Staff, new("Shell.Nav.Home", "/")),
        (Access.Seats.Staff, new("Shell.Nav.Applications", "/posts")),
        (Access.Seats.Staff, new("Shell.Nav.Duties", "/duties")),
        (Access.Seats.OperationManager, new("Shell.Nav.Inbox", "/posts/inbox")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager, new("Shell.Nav.Desk", "/desk")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Administrator | Access.Seats.Auditor, new("Shell.Nav.Outgoing", "/outgoing")),
        (Access.Seats.Deciders | Access.Seats.Administrator | Access.Seats.Auditor, new("Shell.Nav.MonthlyReports", "/monthly-reports")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Auditor, new("Shell.Nav.OutOfHours", "/out-of-hours")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Auditor, new("Shell.Nav.Incidents", "/incidents")),
        (Access.Seats.Staff, new("Shell.Nav.Precedents", "/precedents")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Auditor, new("Shell.Nav.Checks", "/checks")),
        (Access.Seats.Staff, new("Shell.Nav.PublicBodies", "/public-bodies")),
        (Access.Seats.Staff, new("Shell.Nav.Regulations", "/regulations")),
        (Access.Seats.Auditor | Access.Seats.Administrator, new("Shell.Nav.Records", "/records")),
        (Access.Seats.Administrator, new("Shell.Nav.People", "/people")),
        (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Administrator, new("Shell.Nav.Accounts", "/accounts")),
        (Access.Seats.Administrator | Access.Seats.OperationManager, new("Shell.Nav.Settings", "/settings")),
        (Access.Seats.Administrator, new("Shell.Nav.Operations", "/operations")),
    ];

    // Pages that only some documents ask for, by the control that carries them there
    private static readonly (string Control, FrameLink Link)[] Asked =
    [
        ("page:standard-forms", new("Shell.Nav.StandardForms", "/standard-forms")),
        ("page:designations", new("Shell.Nav.Designations", "/designations")),
        ("page:terminals", new("Shell.Nav.Terminals", "/terminals/ours")),
        ("page:permissions", new("Shell.Nav.Permissions", "/permissions")),
        ("page:elections", new("Shell.Nav.Elections", "/elections")),
    ];

    /// <summary>Most banners of one kind above a page. Ours.</summary>
    private const int MostAlarms = 3;

    /// <summary>Most foreign posts that are looked at for the banners. Ours.</summary>
    private const int MostForeign = 100;

    public async ValueTask<Frame> ReadAsync(HttpContext context, CancellationToken ct)
    {
        if (signedIn.Person is not { } person)
        {
            return new Frame { IsSample = installation.Value.Sample };
        }

        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Body == person.Body && a.State != AccountState.Deleted).ToListAsync(ct);
        var seats = AccessGate.SeatsOf(person);
        return new Frame
        {
            BodyName = person.BodyName.In(text.Language),
            PersonName = person.Name.In(text.Language),
            RoleName = RoleOf(person),
            Links =
            [
                .. Pages.Where(p => (p.Who & seats) != Access.Seats.None).Select(p => p.Link),
                .. regulations.InForce(person.Regulation ?? "", clock.GetUtcNow().JapanDay()) is { } own ? Asked.Where(a => own.ClauseFor(a.Control) is not null).Select(a => a.Link) : [],
            ],
            IsDrill = accounts.Exists(a => a.IsDrill),
            IsSample = installation.Value.Sample,
            Alarms =
            [
                .. (seats & (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager)) != Access.Seats.None ? await IncidentsAsync(ct) : [],
                .. (seats & (Access.Seats.PrOfficer | Access.Seats.OperationOfficer)) != Access.Seats.None ? await AlarmsAsync(ct) : [],
            ],
            Stopped =
            [
                .. accounts.Where(a => a.State == AccountState.Stopped).Select(a => new StoppedAccount(a.DisplayName, a.StoppedAt ?? default)),
                .. context.Request.Path == "/outgoing" ? [] : await FrozenAsync(accounts, ct),
            ],
        };
    }

    // 一斉停止 and a closed installation; the list of what goes out tells more about them
    private async Task<IReadOnlyList<StoppedAccount>> FrozenAsync(List<OfficialAccount> accounts, CancellationToken ct)
    {
        var freezes = await db.Freezes.AsNoTracking().Where(f => f.ResumedAt == null).OrderBy(f => f.At).ToListAsync(ct);
        var closed = await db.Instances.AsNoTracking().Where(i => i.ClosedAt != null).Select(i => i.ClosedAt).SingleOrDefaultAsync(ct);
        return
        [
            .. closed is { } since ? [new StoppedAccount(text["Shell.Frozen.Closed"], since)] : (StoppedAccount[])[],
            .. freezes.Select(f => new StoppedAccount(
                f.Account is null ? text["Shell.Frozen.All"] : text["Shell.Frozen.One", accounts.Find(a => a.Id == f.Account)?.DisplayName ?? ""], f.At)),
        ];
    }

    // Posts that were not sent from here, flare-ups, and stops of which the public does not know in time
    private async Task<IReadOnlyList<FrameAlarm>> IncidentsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var foreign = await db.ForeignPosts.AsNoTracking().Where(f => f.OwnedAt == null)
            .Join(db.Accounts.Where(a => a.State == AccountState.Active), f => f.Account, a => a.Id, (f, a) => new { a.Handle, f.SeenAt })
            .OrderBy(f => f.SeenAt).Take(MostForeign).ToListAsync(ct);
        var silent = await db.AccountStops.AsNoTracking().Where(s => s.Notice == null && s.NoticeDue <= now)
            .Join(db.Accounts, s => s.Account, a => a.Id, (s, a) => new { a.Handle, s.NoticeDue }).OrderBy(s => s.NoticeDue).Take(MostAlarms).ToListAsync(ct);
        var flaring = await db.FlareUps.AsNoTracking().Where(f => f.EndedAt == null)
            .Join(db.Accounts, f => f.Account, a => a.Id, (f, a) => new { a.Id, a.Handle, f.At }).OrderBy(f => f.At).Take(MostAlarms).ToListAsync(ct);
        return
        [
            .. foreign.GroupBy(f => f.Handle).Take(MostAlarms).Select(g => new FrameAlarm("Shell.Alarm.Foreign", g.Key, g.Min(f => f.SeenAt), "/incidents")),
            .. flaring.Select(f => new FrameAlarm("Shell.Alarm.FlareUp", f.Handle, f.At, $"/accounts/{f.Id}/flare-up")),
            .. silent.Select(s => new FrameAlarm("Shell.Alarm.StopNotice", s.Handle, s.NoticeDue, "/incidents")),
        ];
    }

    // Reports nobody has looked at, and deletions that are not verified
    private async Task<IReadOnlyList<FrameAlarm>> AlarmsAsync(CancellationToken ct)
    {
        var reports = await db.ErrorReports.AsNoTracking().Where(r => r.AcknowledgedAt == null && r.ClosedAt == null).OrderBy(r => r.At).Take(MostAlarms)
            .Join(db.Applications, r => r.Application, a => a.Id, (r, a) => new { a.Id, a.Number, r.At }).ToListAsync(ct);
        var standing = await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Removing && d.ByHandAt == null && d.Trouble != "").OrderBy(d => d.RemovalOrderedAt).Take(MostAlarms)
            .Join(db.Applications, d => d.Application, a => a.Id, (d, a) => new { a.Id, a.Number, d.RemovalOrderedAt }).ToListAsync(ct);
        return
        [
            .. standing.GroupBy(d => d.Id).Select(g => new FrameAlarm("Shell.Alarm.Standing", g.First().Number, g.Min(d => d.RemovalOrderedAt) ?? default, $"/posts/{g.Key}/error")),
            .. reports.GroupBy(r => r.Id).Select(g => new FrameAlarm("Shell.Alarm.Report", g.First().Number, g.Min(r => r.At), $"/posts/{g.Key}/error")),
        ];
    }

    // Unit, and the role of the regulation where there is one, the first in its order for who has several: 広報広聴課 運用責任者
    private string RoleOf(SignedIn person)
    {
        var held = person.Seats.Where(s => !s.IsDeputy).Select(s => (s.Regulation, s.Role)).ToHashSet();
        var role = held.Select(s => s.Regulation).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(slug => regulations.Versions(slug) is [.., var newest] ? newest.Roles : [], (slug, r) => (slug, r.Id, r.Name))
            .FirstOrDefault(r => held.Contains((r.slug, r.Id))).Name;
        return string.Join(' ', new[] { person.UnitName.In(text.Language), role?.In(text.Language) ?? person.Post }.Where(t => t.Length > 0));
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>Who acts, and for which body; from the session or the token, never from a form.</summary>
public sealed record Who(StaffId Staff, BodyId Body);

/// <summary>A case with all that a decision about it may need, read in one transaction.</summary>
public sealed record OpenCase(PostApplication Application, Regulation Regulation, Unit Unit, Roster Roster, IReadOnlySet<StaffId> UnitStaff)
{
    /// <summary>The units that the content names as concerned (関係所属).</summary>
    public IReadOnlyList<Unit> Related { get; init; } = [];

    /// <summary>Who serves in the related units today, by unit.</summary>
    public ILookup<UnitId, StaffId> RelatedStaff { get; init; } = Array.Empty<Posting>().ToLookup(p => p.Unit, p => p.Staff);

    /// <summary>The step where it waits, or null outside the route.</summary>
    public RouteStep? Step => Regulation.Route(Application.Route)?.Step(Application.Step);

    /// <summary>The seat from which a person may act in the step where it waits.</summary>
    public Seat? SeatOf(StaffId staff) => Step is not { } step ? null
        : Application.HeldBy(Regulation) is { By: var role } && step.Roles.Contains(role) && SeatIn(staff, role) is { } asked ? asked
        : step.AllOf is null ? Roster.SeatFor(staff, Regulation.Slug, step, Unit.Id)
        : Application.OpenUnits(step).Select(u => Roster.SeatFor(staff, Regulation.Slug, step, u)).FirstOrDefault(s => s is not null);

    /// <summary>The related units for which a person can answer a consultation: those he serves in.</summary>
    public IReadOnlyList<UnitId> RelatedUnitsOf(StaffId staff) => [.. Related.Select(u => u.Id).Where(u => RelatedStaff[u].Contains(staff))];

    /// <summary>A person's own or deputy's seat of a role of this regulation.</summary>
    public Seat? SeatIn(StaffId staff, string role) =>
        Roster.SeatsOf(staff).FirstOrDefault(s => s.Regulation == Regulation.Slug && s.Role == role && (s.Unit is null || s.Unit == Unit.Id));

    public bool IsOfUnit(StaffId staff) => UnitStaff.Contains(staff);

    /// <summary>
    /// Drafts are the unit's own; what has been filed is seen by the unit, its deciders and the offices that run the
    /// account (gx-12-1-1, gx-13-3-2). Auditors see what has been filed.
    /// </summary>
    public bool IsVisibleTo(StaffId staff)
    {
        if (IsOfUnit(staff) || (Application.SubmittedAt is not null && RelatedUnitsOf(staff).Count > 0))
        {
            return true;
        }

        var seats = Roster.SeatsOf(staff);
        return Application.SubmittedAt is not null
            && seats.Any(s => (s.Regulation == Regulation.Slug && (s.Unit is null || s.Unit == Unit.Id) && Regulation.Role(s.Role)?.IsToldOnly != true)
                || s is { Regulation: Appointment.System, Role: SystemRole.Auditor });
    }
}

/// <summary>Opens cases: application, regulation version, unit and roster of the day.</summary>
public sealed class CaseReader(ShiraseDb db, RegulationLibrary library, TimeProvider clock)
{
    /// <summary>Forgets what was read, before a change reads it anew under its lock.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    public DateTimeOffset Now => clock.GetUtcNow().Truncated();

    /// <summary>The case, or null when there is none in this body.</summary>
    public async Task<OpenCase?> OpenAsync(PostApplicationId id, CancellationToken ct)
    {
        var application = await db.Applications.AsSplitQuery()
            .Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations).Include(a => a.Consultations)
            .SingleOrDefaultAsync(a => a.Id == id, ct);
        return application is null ? null : await OpenAsync(application, ct);
    }

    public async Task<OpenCase> OpenAsync(PostApplication application, CancellationToken ct)
    {
        var regulation = library.Find(application.Regulation, application.RegulationVersion, application.Unit, application.IsEditable ? null : application.SubmittedAt, application.SettledAt)
            ?? throw new InvalidOperationException($"Regulation {application.Regulation} {application.RegulationVersion} is not installed.");
        var unit = await db.Units.SingleAsync(u => u.Id == application.Unit, ct);
        var day = Now.JapanDay();
        var staff = await db.Postings.On(day).Where(p => p.Unit == unit.Id)
            .Select(p => p.Staff).ToListAsync(ct);
        var concerned = application.RelatedUnits;
        return new(application, regulation, unit, await RosterAsync(application.Body, day, ct), staff.ToHashSet())
        {
            Related = concerned.Count == 0 ? [] : await db.Units.AsNoTracking().Where(u => concerned.Contains(u.Id)).OrderBy(u => u.Name).ToListAsync(ct),
            RelatedStaff = (concerned.Count == 0 ? [] : await db.Postings.AsNoTracking().On(day).Where(p => concerned.Contains(p.Unit)).ToListAsync(ct))
                .ToLookup(p => p.Unit, p => p.Staff),
        };
    }

    public Task<Roster> RosterAsync(BodyId body, DateOnly day, CancellationToken ct) => RosterReader.ReadAsync(db, library, body, day, ct);
}

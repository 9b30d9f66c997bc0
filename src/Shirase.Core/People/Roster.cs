using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>A seat somebody sits in today: a role, for a unit where it has one, and for whom when it is a deputy's.</summary>
/// <param name="Regulation">Slug of the regulation, or <see cref="Appointment.System"/>.</param>
/// <param name="Role">Role id.</param>
/// <param name="Unit">The unit it is for, or null.</param>
/// <param name="ActsFor">The holder a deputy acts for (代決), or null for the holder. A vacant seat has no holder to act for.</param>
/// <param name="IsDeputy">True when the seat is a deputy's.</param>
public sealed record Seat(string Regulation, string Role, UnitId? Unit, StaffId? ActsFor = null, bool IsDeputy = false);

/// <summary>Who sits where on a day. Pure; time comes in as a day in Japan.</summary>
public sealed class Roster(IReadOnlyList<Appointment> appointments, IReadOnlyList<Deputy> deputies, DateOnly day)
{
    /// <summary>Every seat of a person, own seats before deputies' seats.</summary>
    public IReadOnlyList<Seat> SeatsOf(StaffId staff) =>
    [
        .. appointments.Where(a => a.Staff == staff && a.IsOn(day)).Select(a => new Seat(a.Regulation, a.Role, a.Unit)),
        .. deputies.Where(d => d.Staff == staff && d.IsOn(day))
            .Select(d => new Seat(d.Regulation, d.Role, d.Unit, HoldersOf(d.Regulation, d.Role, d.Unit).Cast<StaffId?>().FirstOrDefault(), true)),
    ];

    /// <summary>The holders of a role today, without deputies.</summary>
    public IReadOnlyList<StaffId> HoldersOf(string regulation, string role, UnitId? unit = null) =>
        [.. appointments.Where(a => a.Regulation == regulation && a.Role == role && (unit is null || a.Unit == unit) && a.IsOn(day)).Select(a => a.Staff).Distinct()];

    /// <summary>The deputies of a role today, in order.</summary>
    public IReadOnlyList<StaffId> DeputiesOf(string regulation, string role, UnitId? unit = null) =>
        [.. deputies.Where(d => d.Regulation == regulation && d.Role == role && (unit is null || d.Unit == unit) && d.IsOn(day))
            .OrderBy(d => d.Order).Select(d => d.Staff).Distinct()];

    /// <summary>Holders and deputies who act for a unit today: its own, and those of the whole body. Without a unit, all.</summary>
    public IReadOnlyList<StaffId> ActingFor(string regulation, string role, UnitId? unit) =>
    [
        .. appointments.Where(a => a.Regulation == regulation && a.Role == role && (unit is null || a.Unit is null || a.Unit == unit) && a.IsOn(day)).Select(a => a.Staff)
            .Concat(deputies.Where(d => d.Regulation == regulation && d.Role == role && (unit is null || d.Unit is null || d.Unit == unit) && d.IsOn(day)).Select(d => d.Staff))
            .Distinct(),
    ];

    /// <summary>Units in which somebody holds a role today.</summary>
    public IReadOnlyList<UnitId> UnitsOf(string regulation, string role) =>
        [.. appointments.Where(a => a.Regulation == regulation && a.Role == role && a.IsOn(day)).Select(a => a.Unit).OfType<UnitId>().Distinct()];

    /// <summary>True when the role has a holder or a deputy today (gx-3-0-2).</summary>
    /// <param name="unit">The unit it must be filled for, where the role exists once a unit.</param>
    public bool IsFilled(string regulation, string role, UnitId? unit = null) =>
        HoldersOf(regulation, role, unit).Count > 0 || DeputiesOf(regulation, role, unit).Count > 0;

    /// <summary>The seat from which a person may act in a step for a unit's case, the own seat first; null when there is none.</summary>
    public Seat? SeatFor(StaffId staff, string regulation, RouteStep step, UnitId unit) =>
        SeatsOf(staff).FirstOrDefault(s => s.Regulation == regulation && RolesOf(regulation, step, unit).Contains(s.Role)
            && (s.Unit is null || s.Unit == unit) && (!s.IsDeputy || step.Deputies));

    /// <summary>The roles that act in a step for a unit today: those of the step, or who stands in where the unit has none of them (gm-3-3-a-2).</summary>
    public IReadOnlyList<string> RolesOf(string regulation, RouteStep step, UnitId unit) =>
        step.StandIn is { } standIn && step.Roles.All(r => !IsFilled(regulation, r, unit)) ? [standIn] : step.Roles;
}

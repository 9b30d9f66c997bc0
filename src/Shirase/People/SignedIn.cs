using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>The signed-in person as of today. What he may do follows from the seats, never from the sign-in.</summary>
/// <param name="Staff">The person.</param>
/// <param name="Body">His body.</param>
/// <param name="BodyName">Name of the body in both languages.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Unit">Where he serves today, or null for someone of the installation only (an auditor, say).</param>
/// <param name="UnitName">Name of that unit, or empty.</param>
/// <param name="Post">役職, or empty.</param>
/// <param name="Seats">The seats he sits in today, own seats first.</param>
public sealed record SignedIn(
    StaffId Staff, BodyId Body, Localized BodyName, Localized Name, UnitId? Unit, Localized UnitName, string Post, IReadOnlyList<Seat> Seats)
{
    /// <summary>Slug of the regulation under which the body files new cases, or null.</summary>
    public string? Regulation { get; init; }

    public bool IsAdministrator => Sits(Appointment.System, SystemRole.Administrator);

    public bool IsAuditor => Sits(Appointment.System, SystemRole.Auditor);

    /// <summary>True when one of the seats, own or as a deputy, is this role.</summary>
    public bool Sits(string regulation, string role) => Seats.Any(s => s.Regulation == regulation && s.Role == role);

    /// <summary>The units for which the person sits in the roles; null where he does so for the whole body, or sits in none of them.</summary>
    public IReadOnlyList<UnitId>? UnitsOf(params string[] roles)
    {
        var seats = Seats.Where(s => roles.Contains(s.Role)).ToList();
        return seats.Count == 0 || seats.Exists(s => s.Unit is null) ? null : [.. seats.Select(s => s.Unit!.Value).Distinct()];
    }

    /// <summary>The act of this person now.</summary>
    public Act Act(DateTimeOffset at, string? why = null) => new(Staff, at, why);

    /// <summary>The person as one who changes the register.</summary>
    public Doer Doer(DateTimeOffset at) => new(Body, Staff, at);
}

/// <summary>The signed-in person of this request; null for nobody. Filled once, before any page runs.</summary>
public sealed class SignedInAccessor
{
    public SignedIn? Person { get; private set; }

    /// <summary>The person, where the endpoint lets nobody else in.</summary>
    public SignedIn Required => Person ?? throw new InvalidOperationException("The endpoint lets nobody in without signing in.");

    public void Is(SignedIn person) => Person = person;
}

/// <summary>Reads the person behind a sign-in, with the seats of today.</summary>
public sealed class WhoIsSignedIn(ShiraseDb db, Rosters rosters, TimeProvider clock)
{
    /// <summary>Null when the person is gone: left the body, without post and without any seat today.</summary>
    public async Task<SignedIn?> ReadAsync(StaffId id, CancellationToken ct)
    {
        var staff = await db.Staff.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (staff is null)
        {
            return null;
        }

        var today = clock.GetUtcNow().JapanDay();
        var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == staff.Body, ct);
        var posting = await db.Postings.IgnoreQueryFilters().AsNoTracking().On(today).Where(p => p.Staff == id)
            .OrderByDescending(p => p.IsHead).ThenBy(p => p.From).FirstOrDefaultAsync(ct);
        var unit = posting is null ? null
            : await db.Units.IgnoreQueryFilters().AsNoTracking().SingleAsync(u => u.Id == posting.Unit, ct);
        var seats = (await rosters.OnAsync(staff.Body, today, ct)).SeatsOf(id);
        return posting is null && seats.Count == 0 ? null : new SignedIn(
            id, staff.Body, new(body.Name, body.NameEn), new(staff.Name, staff.NameEn), unit?.Id,
            new(unit?.Name ?? "", unit?.NameEn ?? ""), posting?.Post ?? "", seats)
        { Regulation = body.Regulation };
    }
}

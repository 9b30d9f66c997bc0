using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Reads the roster of a body on a day, with what its regulations say of the roles.</summary>
internal static class RosterReader
{
    public static async Task<Roster> ReadAsync(ShiraseDb db, RegulationLibrary library, BodyId body, DateOnly day, CancellationToken ct)
    {
        var appointments = await db.Appointments.AsNoTracking().On(day).Where(a => a.Body == body).OrderBy(a => a.From).ToListAsync(ct);
        var deputies = await db.Deputies.AsNoTracking().On(day).Where(d => d.Body == body).OrderBy(d => d.Order).ToListAsync(ct);
        var designated = appointments.Where(a => library.InForce(a.Regulation, day)?.Role(a.Role)?.DesignatedBy is not null).Select(a => a.Staff).ToList();
        var postings = designated.Count == 0
            ? []
            : await db.Postings.AsNoTracking().Where(p => p.Body == body && designated.Contains(p.Staff)).ToListAsync(ct);
        return new Roster(
            RoleSeats.Of(appointments, postings.ToLookup(p => p.Staff), slug => library.InForce(slug, day), day),
            RoleSeats.Of(deputies, slug => library.InForce(slug, day)),
            day);
    }
}

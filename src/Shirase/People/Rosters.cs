using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Reads who sits where in a body on a day.</summary>
public sealed class Rosters(ShiraseDb db, TimeProvider clock)
{
    public Task<Roster> TodayAsync(BodyId body, CancellationToken ct) =>
        OnAsync(body, clock.GetUtcNow().JapanDay(), ct);

    public async Task<Roster> OnAsync(BodyId body, DateOnly day, CancellationToken ct)
    {
        var appointments = await db.Appointments.AsNoTracking()
            .Where(a => a.Body == body && a.From <= day && (a.To == null || a.To >= day)).OrderBy(a => a.From).ToListAsync(ct);
        var deputies = await db.Deputies.AsNoTracking()
            .Where(d => d.Body == body && d.From <= day && (d.To == null || d.To >= day)).OrderBy(d => d.Order).ToListAsync(ct);
        return new Roster(appointments, deputies, day);
    }
}

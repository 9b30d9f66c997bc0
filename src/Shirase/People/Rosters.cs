using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Reads who sits where in a body on a day.</summary>
public sealed class Rosters(ShiraseDb db, RegulationLibrary library, TimeProvider clock)
{
    public Task<Roster> TodayAsync(BodyId body, CancellationToken ct) =>
        OnAsync(body, clock.GetUtcNow().JapanDay(), ct);

    public Task<Roster> OnAsync(BodyId body, DateOnly day, CancellationToken ct) => RosterReader.ReadAsync(db, library, body, day, ct);
}

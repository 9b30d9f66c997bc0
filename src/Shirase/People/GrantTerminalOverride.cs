using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Lets one PR officer publish from another device for a few hours; the officer's reason stays on record (gx-11-2).</summary>
public sealed class GrantTerminalOverride(ShiraseDb db, Rosters rosters, RegulationLibrary regulations)
{
    /// <summary>Hours where the regulation is silent.</summary>
    public const int DefaultHours = 4;

    public async Task<Entered<Guid>> RunAsync(BodyId body, string regulation, StaffId to, Act act, CancellationToken ct)
    {
        var rules = regulations.InForce(regulation, act.At.JapanDay());
        var clause = rules?.ClauseFor("gate:terminal") ?? "gx-11-2";
        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonIsMissing(clause);
        }

        if (Entries.Refuse(act.Why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(act.By).Any(s => s.Regulation == regulation && s.Role == "operation-officer"))
        {
            return new OnlyTheOfficerPermits(clause);
        }

        if (!roster.HoldersOf(regulation, "pr-officer").Contains(to))
        {
            return new OnlyForPrOfficers(clause);
        }

        var hours = rules?.Number("override-hours", DefaultHours) ?? DefaultHours;
        var granted = new TerminalOverride(Guid.CreateVersion7(), body, to, act.By, act.Why.Trim(), act.At, act.At.AddHours(hours));
        db.Add(granted);
        db.Record(body, act, "terminal-override.granted", $"staff/{to}", new { id = granted.Id, granted.Until, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return granted.Id;
    }

    /// <summary>The permission that holds for a person now, or null.</summary>
    public async Task<TerminalOverride?> FindAsync(BodyId body, StaffId staff, DateTimeOffset at, CancellationToken ct) =>
        (await db.TerminalOverrides.AsNoTracking().Where(o => o.Body == body && o.To == staff && o.Until >= at).ToListAsync(ct))
            .FirstOrDefault(o => o.HoldsFor(staff, at));
}

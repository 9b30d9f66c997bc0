using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

/// <summary>A terminal of one's unit as the pages show it.</summary>
/// <param name="Trouble">Why nothing is published from it now; null when nothing speaks against it.</param>
public sealed record OurTerminal(Terminal Terminal, string? Keeper, bool IsTheft, TerminalState? State, Localized? Trouble, DateOnly? GoodUntil);

/// <summary>Reads the terminals of the unit in which somebody serves, and those of no unit; administrators see all of them.</summary>
public sealed class OurTerminals(ShiraseDb db, RegulationLibrary library, TimeProvider clock, IText text)
{
    public async Task<IReadOnlyList<OurTerminal>> ListAsync(SignedIn person, CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var days = TerminalState.DaysOf(library.InForce(person.Regulation ?? "", today));
        var units = person.Seats.Select(s => s.Unit).Append(person.Unit).OfType<UnitId>().ToHashSet();
        var all = (await db.Terminals.AsNoTracking().OrderBy(t => t.IsRetired).ThenBy(t => t.Name).ToListAsync(ct))
            .Where(t => t.LostAt is not null || !t.IsRetired)
            .Where(t => person.IsAdministrator || t.Unit is not { } unit || units.Contains(unit) || t.Keeper == person.Staff).ToList();
        var ids = all.ConvertAll(t => t.Id);
        var states = (await db.TerminalStates.AsNoTracking().Where(s => ids.Contains(s.Terminal)).ToListAsync(ct)).GroupBy(s => s.Terminal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.At));
        var losses = await db.TerminalLosses.AsNoTracking().Where(l => ids.Contains(l.Terminal)).ToListAsync(ct);
        var keepers = all.Select(t => t.Keeper).OfType<StaffId>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => keepers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => text.Language == Languages.English ? s.NameEn : s.Name, ct);
        return [.. all.Select(t =>
        {
            var state = states.GetValueOrDefault(t.Id);
            return new OurTerminal(
                t, t.Keeper is { } keeper ? names.GetValueOrDefault(keeper) : null, losses.Exists(l => l.Terminal == t.Id && l.IsTheft), state, state?.Trouble(today, days), state?.GoodUntil(days));
        })];
    }

    /// <summary>One of them that is still there, or null.</summary>
    public async Task<OurTerminal?> FindAsync(SignedIn person, Guid id, CancellationToken ct) =>
        (await ListAsync(person, ct)).FirstOrDefault(t => t.Terminal.Id == new TerminalId(id) && t.Terminal.LostAt is null);
}

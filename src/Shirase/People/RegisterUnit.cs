using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>What the register holds of a unit (所属).</summary>
public sealed record UnitFacts(string Code, string Name, string NameEn, string Parent, string Mark, string Telephone = "");

/// <summary>Enters a unit, or changes its names, mark and telephone. The code stays, because regulations name units by it.</summary>
public sealed class RegisterUnit(ShiraseDb db)
{
    public async Task<Entered<UnitId>> RunAsync(Doer doer, UnitFacts facts, CancellationToken ct)
    {
        if (Refuse(facts) is { } refusal)
        {
            return refusal;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (!await db.Bodies.AnyAsync(b => b.Id == doer.Body, ct))
        {
            return new NoSuchBody(doer.Body.Slug);
        }

        if (await db.Units.AnyAsync(u => u.Body == doer.Body && u.Code == facts.Code, ct))
        {
            return new UnitCodeIsTaken(facts.Code);
        }

        var unit = new Unit(new UnitId(Guid.CreateVersion7()), doer.Body, facts.Code, facts.Name, facts.NameEn, facts.Parent, facts.Mark);
        unit.Rename(facts.Name, facts.NameEn, facts.Mark, facts.Telephone);
        db.Add(unit);
        db.Record(doer, "unit.registered", $"unit/{unit.Id}", new { facts.Code });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return unit.Id;
    }

    public async Task<Refusal?> ChangeAsync(Doer doer, UnitId id, UnitFacts facts, CancellationToken ct)
    {
        if (Refuse(facts) is { } refusal)
        {
            return refusal;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Body == doer.Body && u.Id == id, ct);
        if (unit is null)
        {
            return new NoSuchEntry();
        }

        var verb = unit.Name == facts.Name ? "unit.changed" : "unit.renamed";
        unit.Rename(facts.Name, facts.NameEn, facts.Mark, facts.Telephone);
        db.Record(doer, verb, $"unit/{unit.Id}", new { unit.Code });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>廃止: from the day after on nothing is filed for its accounts until another unit answers for them (to-2-1).</summary>
    /// <param name="last">Its last day; may lie ahead.</param>
    public async Task<Refusal?> DissolveAsync(Doer doer, UnitId id, DateOnly? last, CancellationToken ct)
    {
        if (last is not { } day)
        {
            return new LastDayIsMissing();
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Units.SingleOrDefaultAsync(u => u.Body == doer.Body && u.Id == id, ct) is not { } unit)
        {
            return new NoSuchEntry();
        }

        if (unit.IsGoneOn(doer.Today))
        {
            return new EntryIsOver();
        }

        unit.Dissolve(day);
        db.Record(doer, "unit.dissolved", $"unit/{unit.Id}", new { unit.Code, last = day });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private static Refusal? Refuse(UnitFacts facts) =>
        string.IsNullOrWhiteSpace(facts.Code) || string.IsNullOrWhiteSpace(facts.Name)
        || string.IsNullOrWhiteSpace(facts.NameEn) || string.IsNullOrWhiteSpace(facts.Mark)
            ? new NameIsMissing()
            : Entries.Refuse(facts.Code, facts.Name, facts.NameEn, facts.Parent, facts.Mark, facts.Telephone);
}

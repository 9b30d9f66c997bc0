using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>A line of the deputising table as it is entered.</summary>
/// <param name="Unit">The unit, for a role that exists once a unit; else null.</param>
/// <param name="Order">1 for the first deputy.</param>
/// <param name="Basis">The office rule that lets him act.</param>
public sealed record DeputyFacts(
    string Regulation, string Role, UnitId? Unit, StaffId Staff, int Order, DateOnly From, DateOnly? To, string Basis);

/// <summary>Keeps the deputising table (代決者): who may decide for the holder of a seat, on which rule and how long (gx-15-1-3).</summary>
public sealed class RegisterDeputy(ShiraseDb db, Postings postings, RegulationLibrary regulations)
{
    public async Task<Entered<Guid>> RunAsync(Doer doer, DeputyFacts facts, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await RefuseAsync(doer, facts, ct) is { } refusal)
        {
            return refusal;
        }

        var deputy = new Deputy(
            Guid.CreateVersion7(), doer.Body, facts.Regulation, facts.Role, facts.Unit, facts.Staff, Math.Max(1, facts.Order),
            facts.From, facts.To, facts.Basis.Trim());
        db.Add(deputy);
        db.Record(doer, "deputy.registered", $"staff/{facts.Staff}", new
        {
            deputy = deputy.Id,
            facts.Regulation,
            facts.Role,
            unit = facts.Unit?.Value,
            from = facts.From,
            to = facts.To,
            clause = "gx-15-1-3",
        });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return deputy.Id;
    }

    public async Task<Refusal?> EndAsync(Doer doer, Guid id, DateOnly last, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var deputy = await db.Deputies.SingleOrDefaultAsync(d => d.Body == doer.Body && d.Id == id, ct);
        if (deputy is null)
        {
            return new NoSuchEntry();
        }

        if (deputy.To < doer.Today)
        {
            return new EntryIsOver();
        }

        deputy.EndOn(last);
        db.Record(doer, "deputy.ended", $"staff/{deputy.Staff}", new { deputy = deputy.Id, deputy.Role, last });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(Doer doer, DeputyFacts facts, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(facts.Basis))
        {
            return new DeputyNeedsOfficeRule();
        }

        if (Entries.Refuse(facts.Basis) is { } tooLong)
        {
            return tooLong;
        }

        if (facts.To < facts.From)
        {
            return new PeriodIsReversed();
        }

        var role = regulations.InForce(facts.Regulation, facts.From)?.Role(facts.Role);
        if (role is null)
        {
            return new RoleIsUnknown(facts.Regulation, facts.Role);
        }

        if (role.IsOfUnit && facts.Unit is null)
        {
            return new UnitIsMissing();
        }

        var held = (await postings.AllAsync(doer.Body, ct)).Where(p => p.Staff == facts.Staff && p.IsOn(facts.From)).ToList();
        if (held.Count == 0)
        {
            return new NotPostedThen(facts.From);
        }

        // Whoever stands in serves in the same unit: only there does the office rule put him in the row
        var code = role.HeldBy.Unit;
        var unit = facts.Unit ?? (code is null ? null : await db.Units
            .Where(u => u.Body == doer.Body && u.Code == code).Select(u => (UnitId?)u.Id).SingleOrDefaultAsync(ct));
        if (unit is not null && held.All(p => p.Unit != unit))
        {
            return new DeputyIsElsewhere();
        }

        return (await postings.AppointmentsAsync(doer.Body, ct)).Any(a => a.Regulation == facts.Regulation && a.Role == facts.Role
            && a.Staff == facts.Staff && (facts.Unit is null || a.Unit == facts.Unit) && a.IsOn(facts.From))
            ? new DeputyIsTheHolder()
            : null;
    }
}

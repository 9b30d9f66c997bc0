using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>An appointment as it is entered.</summary>
/// <param name="Regulation">Slug, or <see cref="Appointment.System"/>.</param>
/// <param name="Role">Role id.</param>
/// <param name="From">First day, in Japan.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Basis">Document number or reason.</param>
public sealed record AppointmentFacts(string Regulation, string Role, StaffId Staff, DateOnly From, DateOnly? To, string Basis);

/// <summary>Appoints somebody to a role. Roles belong to posts: who does not hold the post is refused (gx-3-0-1, gx-3-1-a-1, gx-3-2-a).</summary>
public sealed class Appoint(ShiraseDb db, Postings postings, RegulationLibrary regulations)
{
    public async Task<Entered<Guid>> RunAsync(Doer doer, AppointmentFacts facts, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (facts.To < facts.From)
        {
            return new PeriodIsReversed();
        }

        if (Entries.Refuse(facts.Basis) is { } tooLong)
        {
            return tooLong;
        }

        if (!await db.Staff.AnyAsync(s => s.Body == doer.Body && s.Id == facts.Staff, ct))
        {
            return new NoSuchEntry();
        }

        var role = regulations.InForce(facts.Regulation, facts.From)?.Role(facts.Role);
        if (role is null && !(facts.Regulation == Appointment.System && facts.Role is SystemRole.Administrator or SystemRole.Auditor))
        {
            return new RoleIsUnknown(facts.Regulation, facts.Role);
        }

        UnitId? unit = null;
        if (role is not null)
        {
            var (refusal, of) = await FitAsync(doer, role, facts, ct);
            if (refusal is not null)
            {
                return refusal;
            }

            unit = of;
        }

        var appointment = new Appointment(
            Guid.CreateVersion7(), doer.Body, facts.Regulation, facts.Role, facts.Staff, unit, facts.From, facts.To, facts.Basis.Trim());
        postings.Appoint(doer, appointment, role?.Clause);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return appointment.Id;
    }

    public async Task<Refusal?> EndAsync(Doer doer, Guid id, DateOnly last, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var appointment = await db.Appointments.SingleOrDefaultAsync(a => a.Body == doer.Body && a.Id == id, ct);
        if (appointment is null)
        {
            return new NoSuchEntry();
        }

        if (appointment.To < doer.Today)
        {
            return new EntryIsOver();
        }

        if (last < appointment.From.AddDays(-1))
        {
            return new PeriodIsReversed();
        }

        postings.End(doer, appointment, last);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<(Refusal? Refusal, UnitId? Unit)> FitAsync(Doer doer, RegulationRole role, AppointmentFacts facts, CancellationToken ct)
    {
        var held = (await postings.AllAsync(doer.Body, ct)).Where(p => p.Staff == facts.Staff && p.IsOn(facts.From)).ToList();
        if (held.Count == 0)
        {
            return (new NotPostedThen(facts.From), null);
        }

        // Two roles of one person are the reason to name when both rules speak: they hold whatever the post is
        var existing = (await postings.AppointmentsAsync(doer.Body, ct)).Where(a => a.Regulation == facts.Regulation);
        if (AppointmentRules.MayHoldBoth(facts.Role, facts.Staff, existing, facts.From, role.Clause) is { } both)
        {
            return (both, null);
        }

        var equivalents = regulations.InForce(facts.Regulation, facts.From)?.Equivalents ?? [];
        Refusal? last = null;
        foreach (var posting in held)
        {
            var unit = await db.Units.Where(u => u.Id == posting.Unit).Select(u => new { u.Code, u.Name }).SingleAsync(ct);
            last = AppointmentRules.MayHold(role, posting, unit.Code, unit.Name, equivalents);
            if (last is null)
            {
                return (null, role.IsOfUnit ? posting.Unit : null);
            }
        }

        return (last, null);
    }
}

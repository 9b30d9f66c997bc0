using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>A posting as it is entered.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Post">役職, such as 課長.</param>
/// <param name="Section">係, or empty.</param>
/// <param name="Rank">階級.</param>
/// <param name="IsHead">True for 所属長.</param>
/// <param name="From">First day, in Japan.</param>
public sealed record PostingFacts(UnitId Unit, string Post, string Section, Rank Rank, bool IsHead, DateOnly From);

/// <summary>
/// Enters postings and what follows from them: the roles of a post come with it and go with it (gx-3-1-a-1, gx-3-2-a), and the
/// predecessor's end the day before. Nothing is erased; the register keeps both.
/// </summary>
public sealed class Postings(ShiraseDb db, RegulationLibrary regulations)
{
    /// <summary>Basis of an appointment that a post carries.</summary>
    public const string ExOfficio = "職による";

    /// <summary>Enters the posting into the running change; the caller saves.</summary>
    internal async Task<Refusal?> EnterAsync(Doer doer, StaffId staff, PostingFacts facts, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(facts.Post))
        {
            return new PostIsMissing();
        }

        if (Entries.Refuse(facts.Post, facts.Section) is { } tooLong)
        {
            return tooLong;
        }

        var unit = db.Units.Local.SingleOrDefault(u => u.Id == facts.Unit)
            ?? await db.Units.SingleOrDefaultAsync(u => u.Body == doer.Body && u.Id == facts.Unit, ct);
        if (unit is null)
        {
            return new NoSuchEntry();
        }

        var all = await AllAsync(doer.Body, ct);
        if (all.FirstOrDefault(p => p.Staff == staff && p.From >= facts.From && !IsCancelled(p)) is { } later)
        {
            return new PersonIsPostedLater(later.From);
        }

        var posting = new Posting(
            Guid.CreateVersion7(), doer.Body, staff, unit.Id, facts.Post.Trim(), facts.Section.Trim(), facts.Rank, facts.IsHead, facts.From);
        var regulation = await RegulationAsync(doer.Body, facts.From, ct);
        var roles = regulation is null ? [] : AppointmentRules.ExOfficio(regulation, posting, unit.Code, unit.Name).ToList();
        if (await ReplaceAsync(doer, all, posting, roles, ct) is { } refusal)
        {
            return refusal;
        }

        await LeaveAsync(doer, staff, facts.From.AddDays(-1), ct);
        db.Add(posting);
        db.Record(doer, "staff.posted", $"staff/{staff}", new { posting = posting.Id, unit = unit.Code, from = facts.From, head = facts.IsHead });
        foreach (var (role, of) in roles)
        {
            Appoint(doer, new Appointment(
                Guid.CreateVersion7(), doer.Body, regulation!.Slug, role.Id, staff, of, facts.From, null, ExOfficio), role.Clause);
        }

        return null;
    }

    /// <summary>Ends everything a person holds by his post, on the last day given; the caller saves.</summary>
    internal async Task LeaveAsync(Doer doer, StaffId staff, DateOnly last, CancellationToken ct)
    {
        foreach (var posting in (await AllAsync(doer.Body, ct)).Where(p => p.Staff == staff && (p.To is null || p.To > last)))
        {
            posting.EndOn(last);
            db.Record(doer, "posting.ended", $"staff/{staff}", new { posting = posting.Id, last });
        }

        foreach (var a in (await AppointmentsAsync(doer.Body, ct))
            .Where(a => a.Staff == staff && a.Regulation != Appointment.System && (a.To is null || a.To > last)))
        {
            End(doer, a, last);
        }

        var deputies = await db.Deputies.Where(d => d.Body == doer.Body && d.Staff == staff).ToListAsync(ct);
        foreach (var d in deputies.Where(d => d.To is null || d.To > last))
        {
            d.EndOn(last);
            db.Record(doer, "deputy.ended", $"staff/{staff}", new { deputy = d.Id, d.Role, last });
        }
    }

    internal void Appoint(Doer doer, Appointment appointment, string? clause)
    {
        db.Add(appointment);
        db.Record(doer, "appointment.made", $"staff/{appointment.Staff}", new
        {
            appointment = appointment.Id,
            appointment.Regulation,
            appointment.Role,
            unit = appointment.Unit?.Value,
            from = appointment.From,
            to = appointment.To,
            clause,
        });
    }

    internal void End(Doer doer, Appointment appointment, DateOnly last)
    {
        appointment.EndOn(last);
        db.Record(doer, "appointment.ended", $"staff/{appointment.Staff}", new { appointment = appointment.Id, appointment.Role, last });
    }

    /// <summary>The version of the body's regulation in force on the day, or null for a body without one.</summary>
    internal async Task<Regulation?> RegulationAsync(BodyId id, DateOnly day, CancellationToken ct)
    {
        var body = db.Bodies.Local.SingleOrDefault(b => b.Id == id) ?? await db.Bodies.SingleOrDefaultAsync(b => b.Id == id, ct);
        return body?.Regulation is { } slug ? regulations.InForce(slug, day) : null;
    }

    /// <summary>Every appointment of the body, entered ones of the running change included.</summary>
    internal async Task<List<Appointment>> AppointmentsAsync(BodyId body, CancellationToken ct)
    {
        await db.Appointments.Where(a => a.Body == body).LoadAsync(ct);
        return [.. db.Appointments.Local.Where(a => a.Body == body)];
    }

    internal async Task<List<Posting>> AllAsync(BodyId body, CancellationToken ct)
    {
        await db.Postings.Where(p => p.Body == body).LoadAsync(ct);
        return [.. db.Postings.Local.Where(p => p.Body == body)];
    }

    // A post that carries a role by its title, or the head's, has one holder: the predecessor's day ends when the successor's begins
    private async Task<Refusal?> ReplaceAsync(
        Doer doer, List<Posting> all, Posting next, List<(RegulationRole Role, UnitId? Unit)> roles, CancellationToken ct)
    {
        var isSingle = next.IsHead || roles.Any(r => r.Role.HeldBy.Post is not null);
        if (!isSingle)
        {
            return null;
        }

        var others = all.Where(p => p.Unit == next.Unit && p.Staff != next.Staff && !IsCancelled(p)
            && ((next.IsHead && p.IsHead) || (p.Post == next.Post && p.Section == next.Section))).ToList();
        if (others.FirstOrDefault(p => p.From >= next.From) is { } later)
        {
            return new PostIsTakenLater(later.From);
        }

        var last = next.From.AddDays(-1);
        foreach (var before in others.Where(p => p.IsOn(next.From)))
        {
            await LeaveAsync(doer, before.Staff, last, ct);
        }

        return null;
    }

    private static bool IsCancelled(Posting p) => p.To < p.From;
}

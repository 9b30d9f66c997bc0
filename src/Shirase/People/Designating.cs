using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>
/// 指定: the holder of the role that names them names people of his own unit, such as 情報発信担当者 (is-2-1-a) or the approver of simple
/// posts (is-2-4-e). It ends with a transfer, as every appointment does.
/// </summary>
public sealed class Designating(ShiraseDb db, Postings postings, Rosters rosters)
{
    /// <param name="role">Role id of the body's regulation.</param>
    /// <param name="from">First day, in Japan.</param>
    /// <param name="basis">Number or occasion of the designation.</param>
    public async Task<Refusal?> RunAsync(Doer doer, string role, StaffId staff, DateOnly from, string? basis, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await postings.RegulationAsync(doer.Body, doer.Today, ct) is not { } regulation
            || regulation.Roles.FirstOrDefault(r => r.Id == role) is not { DesignatedBy: { } by } named)
        {
            return new RoleIsUnknown(role, role);
        }

        if (await UnitAsync(doer, regulation, by, ct) is not { } unit)
        {
            return new OnlyTheHeadDesignates(regulation.Role(by)?.Name ?? new(by, by), named.Clause);
        }

        if (Entries.Refuse(basis ?? "") is { } tooLong)
        {
            return tooLong;
        }

        if (from < doer.Today)
        {
            return new DesignationLiesBehind(named.Clause);
        }

        var own = await db.Units.Where(u => u.Id == unit).Select(u => new { u.Code, u.Name }).SingleAsync(ct);
        if ((await postings.AllAsync(doer.Body, ct)).Find(p => p.Staff == staff && p.Unit == unit && p.IsOn(from)) is not { } posting)
        {
            return new NotOfYourUnit(named.Clause);
        }

        if (AppointmentRules.MayHold(named, posting, own.Code, own.Name, regulation.Equivalents) is { } refusal)
        {
            return refusal;
        }

        if ((await postings.AppointmentsAsync(doer.Body, ct)).Exists(a => a.Regulation == regulation.Slug && a.Role == role && a.Staff == staff && (a.To is null || a.To >= from)))
        {
            return new IsDesignatedAlready(named.Name, named.Clause);
        }

        postings.Appoint(
            doer,
            new Appointment(Guid.CreateVersion7(doer.At), doer.Body, regulation.Slug, role, staff, unit, from, null, string.IsNullOrWhiteSpace(basis) ? "所属長の指定" : basis.Trim()),
            named.Clause);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Ends a designation; today is its last day.</summary>
    public async Task<Refusal?> EndAsync(Doer doer, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var regulation = await postings.RegulationAsync(doer.Body, doer.Today, ct);
        var appointment = (await postings.AppointmentsAsync(doer.Body, ct)).Find(a => a.Id == id);
        if (appointment is null || regulation?.Roles.FirstOrDefault(r => r.Id == appointment.Role) is not { DesignatedBy: { } by } named)
        {
            return new NoSuchEntry();
        }

        if (await UnitAsync(doer, regulation, by, ct) != appointment.Unit)
        {
            return new OnlyTheHeadDesignates(regulation.Role(by)?.Name ?? new(by, by), named.Clause);
        }

        if (appointment.To < doer.Today)
        {
            return new EntryIsOver();
        }

        // From this moment on, not from tomorrow: who may not send any more must not send once more
        postings.End(doer, appointment, doer.Today.AddDays(-1));
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<UnitId?> UnitAsync(Doer doer, Regulation regulation, string role, CancellationToken ct) =>
        doer.Staff is not { } staff ? null
            : (await rosters.OnAsync(doer.Body, doer.Today, ct)).SeatsOf(staff).FirstOrDefault(s => s.Regulation == regulation.Slug && s.Role == role)?.Unit;
}

public sealed record OnlyTheHeadDesignates(Localized Who, string? By) : Refusal(new Localized(
    $"指定は{Who.Ja}が、自分の所属の職員について行います。", $"Only the {Who.En} designates people, of his own unit."), By);

public sealed record NotOfYourUnit(string? By) : Refusal(new Localized(
    "その日に、自分の所属に勤務している職員を選んでください。", "Choose somebody who serves in your unit on that day."), By);

public sealed record IsDesignatedAlready(Localized Role, string? By) : Refusal(new Localized(
    $"この職員は既に{Role.Ja}に指定されています。", $"This person is designated already ({Role.En})."), By);

public sealed record DesignationLiesBehind(string? By) : Refusal(new Localized(
    "指定の始期は今日以後の日にしてください。", "The designation begins today or later."), By);

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>定型の様式: a unit proposes one, its head approves the words once, and both can see which stand (is-2-4-d).</summary>
public sealed class StandardForms(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <param name="unit">The unit whose form it is; the person serves there.</param>
    public async Task<Refusal?> ProposeAsync(Who who, UnitId unit, string name, string text, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var now = reader.Now;
        var day = now.JapanDay();
        var clause = await ClauseAsync(who.Body, ct);
        if (!await db.Postings.On(day).AnyAsync(p => p.Staff == who.Staff && p.Unit == unit, ct))
        {
            return new NotOfThisUnit();
        }

        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(text))
        {
            return new FormNeedsNameAndText(clause);
        }

        if (name.Length > Drafting.MaxField || text.Length > Drafting.MaxField)
        {
            return new EntryTooLong("様式", "the form", Drafting.MaxField);
        }

        var form = new StandardForm(Guid.CreateVersion7(now), who.Body, unit, name.Trim(), ComposedText.Lf(text).Trim(), who.Staff, now).Under(await OwnAsync(who.Body, ct));
        db.Add(form);
        db.Record(who.Body, new Act(who.Staff, now), "standard-form.proposed", $"standard-form/{form.Id}", new { unit = unit.Value, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The head of the unit approves the words.</summary>
    public Task<Refusal?> ApproveAsync(Who who, Guid id, CancellationToken ct) =>
        AlterAsync(who, id, "standard-form.approved", (form, act, clause) => form.Approve(act, clause), ct);

    public Task<Refusal?> RetireAsync(Who who, Guid id, CancellationToken ct) =>
        AlterAsync(who, id, "standard-form.retired", (form, act, clause) => form.Retire(act, clause), ct);

    private async Task<Refusal?> AlterAsync(Who who, Guid id, string fact, Func<StandardForm, Act, string?, Refusal?> alter, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var clause = await ClauseAsync(who.Body, ct);
        if (await db.StandardForms.SingleOrDefaultAsync(f => f.Body == who.Body && f.Id == id, ct) is not { } form)
        {
            return new NoSuchForm();
        }

        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(who.Staff).Any(s => s.Role == "unit-head" && s.Unit == form.Unit))
        {
            return new OnlyTheHeadApprovesForms(clause);
        }

        if (form.Regulation is { } of && fact == "standard-form.approved" && DocumentRegister.Refuse(library, of, act.At.JapanDay()) is { } repealed)
        {
            return repealed;
        }

        if (alter(form, act, clause) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, fact, $"standard-form/{id}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Why nothing is written from the form any more: the document under which it was proposed is repealed (gm-0-3).</summary>
    /// <param name="id">The form that an application names, or null.</param>
    public async Task<Refusal?> RefuseAsync(Guid? id, CancellationToken ct)
    {
        var under = id is null ? null : await db.StandardForms.AsNoTracking().Where(f => f.Id == id).Select(f => f.Regulation).SingleOrDefaultAsync(ct);
        return under is null ? null : DocumentRegister.Refuse(library, under, reader.Now.JapanDay());
    }

    private Task<string?> OwnAsync(BodyId body, CancellationToken ct) =>
        db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);

    private async Task<string?> ClauseAsync(BodyId body, CancellationToken ct)
    {
        var slug = await OwnAsync(body, ct);
        return slug is null ? null : library.InForce(slug, reader.Now.JapanDay())?.ClauseFor("verb:approve-standard-form");
    }
}

public sealed record FormNeedsNameAndText(string? By) : Refusal(new Localized(
    "様式の名称と文面を入力してください。空欄にする所は「{場所}」のように波かっこで書きます。",
    "Enter name and text of the form; write slots in braces, such as {place}."), By);

public sealed record NoSuchForm() : Refusal(new Localized("その様式はありません。", "There is no such form."));

public sealed record OnlyTheHeadApprovesForms(string? By) : Refusal(new Localized(
    "定型の様式は運用所属長が承認し、廃止します。", "Only the head of the unit approves or retires a standard form."), By);

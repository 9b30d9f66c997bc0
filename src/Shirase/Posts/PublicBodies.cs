using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>The register of public bodies: proposed by anybody, decided by the officer (gx-8-2-2).</summary>
public sealed class PublicBodies(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public async Task<Result<Guid>> ProposeAsync(Who who, string name, string publicBodyClass, string handle, string why, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(publicBodyClass))
        {
            return new PublicBodyNeedsNameAndClass();
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new ReasonNeeded("gx-8-2-2");
        }

        if (new[] { name, publicBodyClass, handle, why }.Any(t => t.Length > Drafting.MaxField))
        {
            return new EntryTooLong("入力欄", "a field", Drafting.MaxField);
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var entry = new PublicBody(Guid.CreateVersion7(act.At), who.Body, name.Trim(), publicBodyClass, handle.Trim().TrimStart('@'), why.Trim(), who.Staff);
        db.Add(entry);
        db.Record(who.Body, act, "public-body.proposed", $"public-body/{entry.Id}", new { entry.Class });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return entry.Id;
    }

    /// <summary>Registers, declines or suspends an entry. Only the officer of the body's regulation decides.</summary>
    public async Task<Refusal?> DecideAsync(Who who, Guid id, PublicBodyState to, string proofUrl, string hosts, DateOnly reviewOn, string? why, CancellationToken ct)
    {
        if (new[] { proofUrl, hosts, why }.Any(t => t?.Length > Drafting.MaxField))
        {
            return new EntryTooLong("入力欄", "a field", Drafting.MaxField);
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        var body = await db.Bodies.SingleAsync(b => b.Id == who.Body, ct);
        var regulation = body.Regulation is { } slug ? library.InForce(slug, act.At.JapanDay()) : null;
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (regulation is null || !roster.SeatsOf(who.Staff).Any(s => s.Regulation == regulation.Slug && s.Role == "operation-officer"))
        {
            return new OnlyTheOfficerRegisters(regulation?.ClauseFor("verb:register-public-body"));
        }

        if (await db.PublicBodies.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } entry)
        {
            return new NothingToSettle();
        }

        if (to == PublicBodyState.Registered)
        {
            if (entry.Register(act, proofUrl.Trim(), hosts, reviewOn) is { } refusal)
            {
                return refusal;
            }
        }
        else if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(regulation.ClauseFor("verb:register-public-body"));
        }
        else if (to == PublicBodyState.Suspended)
        {
            entry.Suspend(act);
        }
        else
        {
            entry.Decline(act);
        }

        db.Record(who.Body, act, $"public-body.{entry.State.ToString().ToLowerInvariant()}", $"public-body/{id}", new { clause = regulation.ClauseFor("verb:register-public-body") });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}

public sealed record PublicBodyNeedsNameAndClass() : Refusal(new Localized(
    "機関の名称と区分を入力してください。", "Enter the body's name and class."), "gx-8-2-2");

public sealed record OnlyTheOfficerRegisters(string? By) : Refusal(new Localized(
    "公的機関の登録は運用責任者が決定します。", "The operation officer decides on the register of public bodies."), By);

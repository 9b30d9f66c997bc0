using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A password on paper (is-f-6-b, ok-4-7-b): asked for by whoever answers for the account, printed once, destroyed before a witness.</summary>
public sealed class PrintPassword(ShiraseDb db, PasswordCustodies custodies, PasswordAttempts attempts, OpenPassword open, CaseReader reader)
{
    /// <param name="keeper">Who keeps the paper; asked for by some documents.</param>
    /// <param name="place">Where it is kept.</param>
    public async Task<Result<Guid>> AskAsync(Who who, AccountId id, string? why, StaffId? keeper, string? place, CancellationToken ct)
    {
        if (Entries.Refuse(why, place) is { } tooLong)
        {
            return tooLong;
        }

        if (await custodies.OfAsync(who, id, ct) is not { } custody)
        {
            return new NoSuchAccount();
        }

        if (custody.Rules.Paper is not { } rule)
        {
            return new NeverOnPaper(custody.Closed);
        }

        if (!custody.Answers(who.Staff) && !custody.MayOpen(who.Staff))
        {
            return await attempts.RefuseAsync(who, custody, ct);
        }

        if (custody.Kept is not { } kept)
        {
            return new NoPasswordKept(custody.Rules.Clause);
        }

        var asked = PasswordPaper.Ask(kept, rule, new(who.Staff, reader.Now, why), keeper, place);
        if (asked.Value is not { } paper)
        {
            return asked.Refusal!;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        db.Add(paper);
        db.Record(who.Body, new Act(who.Staff, reader.Now, paper.Reason), "account.password-paper-asked", $"account/{id}",
            new { paper = paper.Id, keeper = paper.Keeper, paper.Place, clause = rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return paper.Id;
    }

    /// <summary>A second person, who may open the password, agrees.</summary>
    public async Task<Refusal?> AgreeAsync(Who who, Guid paper, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await FindAsync(who, paper, ct) is not (var found, var custody, var rule))
        {
            return new NoSuchAccount();
        }

        if (!custody.MayOpen(who.Staff))
        {
            return found.AskedBy == who.Staff ? new PaperNeedsSecond(rule.Clause) : new NotYoursToOpen(custody.Closed);
        }

        return found.Agree(rule, new(who.Staff, reader.Now, null)) is { } refusal ? refusal
            : await DoneAsync(who, found, "account.password-paper-agreed", rule, change, ct);
    }

    /// <returns>The password, for the one print.</returns>
    public async Task<Result<string>> PrintAsync(Who who, Guid paper, string? terminal, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await FindAsync(who, paper, ct) is not (var found, var custody, var rule))
        {
            return new NoSuchAccount();
        }

        var kept = custody.Kept is { } now && now.Id == found.Password ? now : null;
        var secret = open.Read(kept, rule.Clause);
        var act = new Act(who.Staff, reader.Now, found.Reason);
        if ((secret.Refusal ?? found.Print(rule, act)) is { } refusal)
        {
            return refusal;
        }

        attempts.Add(custody, act, terminal, onPaper: true);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return secret;
    }

    public async Task<Refusal?> DestroyAsync(Who who, Guid paper, StaffId? witness, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await FindAsync(who, paper, ct) is not (var found, var custody, var rule))
        {
            return new NoSuchAccount();
        }

        return found.AskedBy != who.Staff && found.Keeper != who.Staff && !custody.Answers(who.Staff) ? new NotYoursToOpen(custody.Closed)
            : found.Destroy(rule, new(who.Staff, reader.Now, null), witness) is { } refusal ? refusal
            : await DoneAsync(who, found, "account.password-paper-destroyed", rule, change, ct);
    }

    private async Task<Refusal?> DoneAsync(Who who, PasswordPaper paper, string verb, PasswordPaperRule rule, IDbContextTransaction change, CancellationToken ct)
    {
        db.Record(who.Body, new Act(who.Staff, reader.Now, null), verb, $"account/{paper.Account}", new { paper = paper.Id, witness = paper.Witness, clause = rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<(PasswordPaper Paper, PasswordCustody Custody, PasswordPaperRule Rule)?> FindAsync(Who who, Guid id, CancellationToken ct) =>
        await db.PasswordPapers.SingleOrDefaultAsync(p => p.Body == who.Body && p.Id == id, ct) is { } paper
            && await custodies.OfAsync(who, paper.Account, ct) is { Rules.Paper: { } rule } custody
            ? (paper, custody, rule)
            : null;
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Names who may know the password of an account, and ends it (to-7-2-i). Whoever answers for the account does.</summary>
public sealed class NamePasswordHolders(ShiraseDb db, PasswordCustodies custodies, CaseReader reader)
{
    public const string Named = "account.password-holder-named";
    public const string Ended = "account.password-holder-ended";

    public async Task<Refusal?> NameAsync(Who who, AccountId id, StaffId? staff, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        if (await custodies.OfAsync(who, id, ct) is not { Rules.Holders: { } rule } custody)
        {
            return new NoSuchAccount();
        }

        var today = reader.Now.JapanDay();
        var owner = custody.Account.Owner;
        if (!custody.Answers(who.Staff))
        {
            return new OnlyWhoAnswersNames(rule.Clause);
        }

        if (staff is not { } person
            || !await db.Postings.On(today).AnyAsync(p => p.Staff == person && p.Unit == owner, ct))
        {
            return new HolderIsOfTheUnit(rule.Clause);
        }

        var act = new Act(who.Staff, reader.Now, why?.Trim());
        var named = PasswordHolder.Name(custody.Account, person, custody.Holders, rule, act);
        if (named.Value is not { } holder)
        {
            return named.Refusal;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        db.Add(holder);
        db.Record(who.Body, act, Named, $"account/{id}", new { staff = person, holder.Reason, clause = rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>From now on the person may not open it; the duty to change the password opens with the entry (to-7-2-e).</summary>
    public async Task<Refusal?> EndAsync(Who who, AccountId id, Guid holder, CancellationToken ct)
    {
        if (await custodies.OfAsync(who, id, ct) is not { Rules.Holders: { } rule } custody)
        {
            return new NoSuchAccount();
        }

        if (!custody.Answers(who.Staff))
        {
            return new OnlyWhoAnswersNames(rule.Clause);
        }

        var act = new Act(who.Staff, reader.Now, null);
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await db.PasswordHolders.SingleOrDefaultAsync(h => h.Id == holder && h.Account == id && h.EndedAt == null, ct) is { } named)
        {
            named.End(act.At);
            db.Record(who.Body, act, Ended, $"account/{id}", new { staff = named.Staff, clause = rule.Clause });
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return null;
    }
}

public sealed record OnlyWhoAnswersNames(string? By) : Refusal(new Localized(
    "パスワードを知る者を定めるのは、アカウントを運用する所属の責任者です。", "Who may know the password is settled by whoever answers for the account."), By);

public sealed record HolderIsOfTheUnit(string? By) : Refusal(new Localized(
    "アカウントを運用する所属の職員を選んでください。", "Choose somebody of the unit that runs the account."), By);

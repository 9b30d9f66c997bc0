using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Which unit answers for an account: found where there is none any more, and entered anew (to-2-1).</summary>
public sealed class AccountOwners(ShiraseDb db, RegulationLibrary library)
{
    public const string Verb = "verb:hand-over-account";

    /// <summary>Why nothing may be filed for these accounts on a day: the unit of one of them is no more; null where all have one.</summary>
    public async Task<Refusal?> RefuseAsync(IReadOnlyList<Guid> accounts, DateOnly today, CancellationToken ct)
    {
        var ids = accounts.Select(a => new AccountId(a)).ToList();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct))
        {
            if (await IsOrphanAsync(account, today, ct))
            {
                return new AccountHasNoUnit(account.DisplayName, library.InForce(account.Regulation, today)?.ClauseFor(Verb));
            }
        }

        return null;
    }

    public Task<bool> IsOrphanAsync(OfficialAccount account, DateOnly today, CancellationToken ct) =>
        db.Units.AsNoTracking().AnyAsync(u => u.Id == account.Owner && u.DissolvedOn < today, ct);

    /// <summary>Another unit answers for the account from now on.</summary>
    public async Task<Refusal?> HandOverAsync(Doer doer, AccountId id, UnitId owner, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Body == doer.Body && a.Id == id && a.State != AccountState.Deleted, ct) is not { } account
            || await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Body == doer.Body && u.Id == owner, ct) is not { } unit)
        {
            return new NoSuchEntry();
        }

        if (unit.IsGoneOn(doer.Today))
        {
            return new UnitIsGone(unit.Name);
        }

        if (account.Owner != owner)
        {
            db.Record(doer, "account.handed-over", $"account/{id}", new { from = account.Owner.Value, to = owner.Value, clause = library.InForce(account.Regulation, doer.Today)?.ClauseFor(Verb) });
            account.HandTo(owner);
            await db.SaveChangesAsync(ct);
        }

        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record AccountHasNoUnit(string Account, string? By) : Refusal(new Localized(
    $"「{Account}」の運用所属が廃止されています。システム管理者が新しい運用所属を登録するまで、申請も発信もできません。",
    $"The unit that answered for \"{Account}\" is no more. Nothing is filed or published until an administrator enters the unit that answers for it."), By);

public sealed record UnitIsGone(string Unit) : Refusal(new Localized(
    $"{Unit}は廃止されています。別の所属を選んでください。", $"{Unit} is no more; choose another unit."));

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>What accounts spent this month, and what they may.</summary>
public sealed class AccountBudgets(ShiraseDb db, IOptions<BudgetOptions> options)
{
    public async Task<Spend> OfAsync(OfficialAccount account, DateTimeOffset now, CancellationToken ct)
    {
        var since = SpendMonth.StartOf(now);
        var spent = await db.AccountCalls.Where(c => c.Account == account.Id && c.At >= since).SumAsync(c => c.Cost, ct);
        return new(account.MonthlyBudget ?? Spend.OfDollars(options.Value.MonthlyBudget), spent, options.Value.WarnPercent);
    }

    /// <summary>Why a message of this price may not go out, for the gate's line of the platform; null when it may.</summary>
    public async Task<(Localized Detail, Localized Mend)?> TroubleAsync(OfficialAccount account, long cost, DateTimeOffset now, CancellationToken ct)
    {
        var spend = await OfAsync(account, now, ct);
        return spend.Affords(cost)
            ? null
            : (new(
                    $"今月の予算が足りません（残り{Spend.Dollars(spend.Left)}、この投稿は{Spend.Dollars(cost)}）",
                    $"This month's budget does not suffice ({Spend.Dollars(spend.Left)} left, this post costs {Spend.Dollars(cost)})"),
                new("システム管理者がアカウントの画面で予算を増やしてください。", "An administrator has to raise the budget on the account's page."));
    }

    /// <summary>Sets an account's own budget; null returns to the setting.</summary>
    public async Task<Refusal?> SetAsync(Doer doer, AccountId id, decimal? dollars, CancellationToken ct)
    {
        if (dollars is < 0 or > 1_000_000)
        {
            return new BudgetIsBad();
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Body == doer.Body && a.Id == id, ct) is not { } account)
        {
            return new NoSuchAccount();
        }

        if (account.State == AccountState.Deleted)
        {
            return new AccountHasEnded();
        }

        account.SetBudget(dollars is { } d ? Spend.OfDollars(d) : null);
        db.Record(doer, "account.budget-set", $"account/{id}", new { micros = account.MonthlyBudget });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

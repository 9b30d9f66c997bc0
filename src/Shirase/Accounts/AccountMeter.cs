using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Writes the ledger of calls, keeps the limits as last told, and warns before the month's money ends.</summary>
public sealed class AccountMeter(IServiceScopeFactory scopes) : IAccountMeter
{
    public async Task NoteAsync(PlatformCall call, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(call.Body);
        var db = scope.ServiceProvider.GetRequiredService<ShiraseDb>();
        var at = call.At.Truncated();
        await using var change = await db.BeginChangeAsync(call.Body, ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == call.Account, ct) is not { } account)
        {
            return;
        }

        db.Add(new AccountCall(Guid.CreateVersion7(at), call.Body, call.Account, at, call.Operation, call.Status, call.Cost));
        var health = await db.AccountHealth.SingleOrDefaultAsync(h => h.Id == call.Account, ct);
        if (health is null)
        {
            db.Add(health = new AccountHealth(call.Account, call.Body));
        }

        health.Answered(call.Status, at);
        await TellRatesAsync(db, call, at, ct);
        await db.SaveChangesAsync(ct);
        if (call.Cost > 0)
        {
            await WarnAsync(scope.ServiceProvider, db, account, health, at, ct);
        }

        await change.CommitAsync(ct);
    }

    private static async Task TellRatesAsync(ShiraseDb db, PlatformCall call, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var told in call.Rates)
        {
            var rate = await db.AccountRates.SingleOrDefaultAsync(r => r.Account == call.Account && r.Operation == call.Operation && r.Window == told.Name, ct);
            if (rate is null)
            {
                db.Add(rate = new AccountRate(Guid.NewGuid(), call.Body, call.Account, call.Operation, told.Name));
            }

            rate.Tell(told.Limit, told.Remaining, told.ResetAt.Truncated(), at);
        }
    }

    private static async Task WarnAsync(
        IServiceProvider services, ShiraseDb db, OfficialAccount account, AccountHealth health, DateTimeOffset at, CancellationToken ct)
    {
        var spend = await services.GetRequiredService<AccountBudgets>().OfAsync(account, at, ct);
        if (health.ToSay(spend, SpendMonth.Name(at)) is not { } state)
        {
            return;
        }

        var kind = state == SpendState.UsedUp ? AccountNotices.BudgetUsedUp : AccountNotices.BudgetNear;
        db.Record(account.Body, at, kind, $"account/{account.Id}", new { spend.Percent, month = SpendMonth.Name(at) });
        await services.GetRequiredService<AccountNotices>().TellAsync(account.Body, account.Id, kind, at, ct, spend: spend);
        await db.SaveChangesAsync(ct);
    }
}

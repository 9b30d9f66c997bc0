using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Web.Pages.Accounts;

public enum TokenState
{
    /// <summary>The platform needs none, or the account is not connected.</summary>
    None,

    /// <summary>A password or keys that do not end.</summary>
    Lasting,

    /// <summary>Ends and is renewed by the product.</summary>
    Renewed,

    /// <summary>The account has to be connected anew.</summary>
    Ended,
}

/// <summary>How one account does on its platform.</summary>
/// <param name="Account">The account.</param>
/// <param name="Health">What was noticed, or null when nothing was yet.</param>
/// <param name="Token">What its credentials do.</param>
/// <param name="TokenUntil">When the present access token ends.</param>
/// <param name="Spend">This month's money, or null where messages cost nothing.</param>
/// <param name="Rates">Limits as last told.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record AccountLine(
    OfficialAccount Account, AccountHealth? Health, TokenState Token, DateTimeOffset? TokenUntil, Spend? Spend, IReadOnlyList<AccountRate> Rates, DateTimeOffset Now)
{
    /// <summary>True for an account on a platform outside the house.</summary>
    public bool IsOutside => Account.Service is not null;

    public HandleCheck Check => Health?.Check ?? HandleCheck.NotYet;
}

/// <summary>Reads the lines for the pages. Never opens a secret.</summary>
public sealed class AccountLines(ShiraseDb db, ChannelSet channels, AccountBudgets budgets)
{
    public async Task<AccountLine> OfAsync(OfficialAccount account, DateTimeOffset now, CancellationToken ct)
    {
        var health = await db.AccountHealth.AsNoTracking().SingleOrDefaultAsync(h => h.Id == account.Id, ct);
        var tokens = await db.AccountTokens.AsNoTracking().Where(t => t.Account == account.Id).OrderByDescending(t => t.ConnectedAt)
            .Select(t => new { t.EndsAt, t.EndedAt }).FirstOrDefaultAsync(ct);
        var rates = await db.AccountRates.AsNoTracking().Where(r => r.Account == account.Id).OrderBy(r => r.Operation).ThenBy(r => r.Window).ToListAsync(ct);
        var state = tokens is null ? account.ProtectedSecret is null ? TokenState.None : TokenState.Lasting
            : tokens.EndedAt is null ? TokenState.Renewed : TokenState.Ended;
        var spend = channels.Find(account.Channel) is ICostMoney ? await budgets.OfAsync(account, now, ct) : null;
        return new(account, health, state, tokens?.EndsAt, spend, rates, now);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Asks the platform once a day who a connected account is. Another handle, or credentials that are not taken any more, are told at once
/// and once a day from then on (gx-2-1-b). Also forgets old lines of the ledger of calls.
/// </summary>
public sealed class AccountCheckJob(
    ShiraseDb db, IEnumerable<ILiveChannel> channels, ChannelAccounts accounts, AccountNotices notices, IOptions<BudgetOptions> options, TimeProvider clock)
    : IJobHandler
{
    public const string Kind = "check-account";

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new AccountId(job.Subject);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is { Service: not null, State: not AccountState.Deleted } && channels.SingleOrDefault(c => c.Name == account.Channel) is { } channel)
        {
            var (check, there) = await AskAsync(channel, account, ct);
            var token = check == HandleCheck.Same && channel is ITellTokenHealth tells ? await HealthAsync(tells, account, ct) : null;
            await SaveAsync(account, token is { IsValid: false } ? HandleCheck.Refused : check, there, token, ct);
        }

        return Next(clock.GetUtcNow());
    }

    /// <summary>The next time of day at which accounts are asked.</summary>
    private DateTimeOffset Next(DateTimeOffset now)
    {
        var today = JapanTime.StartOf(now.JapanDay()) + options.Value.CheckAt;
        return (today > now ? today : today.AddDays(1)).ToUniversalTime();
    }

    private async Task<(HandleCheck Check, string There)> AskAsync(ILiveChannel channel, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            var named = await channel.WhoAmIAsync(accounts.Open(account), ct);
            return named is null ? (HandleCheck.Refused, "")
                : string.Equals(named, account.Handle, StringComparison.OrdinalIgnoreCase) ? (HandleCheck.Same, "")
                : (HandleCheck.Differs, named);
        }
        catch (ChannelUnreachableException)
        {
            return (HandleCheck.NotReached, "");
        }
    }

    private async Task<TokenHealth?> HealthAsync(ITellTokenHealth channel, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            return await channel.HealthAsync(accounts.Open(account), ct);
        }
        catch (ChannelUnreachableException)
        {
            // Nothing is known; the next morning asks again
            return null;
        }
    }

    private bool EndsSoon(TokenHealth? token, DateTimeOffset now) =>
        token is not null && (token.Missing.Count > 0 || token.EndsAt - now < TimeSpan.FromDays(options.Value.TokenWarnDays));

    private async Task SaveAsync(OfficialAccount account, HandleCheck check, string there, TokenHealth? token, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        await using var change = await db.BeginChangeAsync(account.Body, ct);
        var health = await db.AccountHealth.SingleOrDefaultAsync(h => h.Id == account.Id, ct);
        if (health is null)
        {
            db.Add(health = new AccountHealth(account.Id, account.Body));
        }

        health.Found(check, there, now);
        if (check is HandleCheck.Differs or HandleCheck.Refused)
        {
            var kind = check == HandleCheck.Differs ? AccountNotices.Drifted : AccountNotices.Refused;
            db.Record(account.Body, now, kind, $"account/{account.Id}", new { clause = "gx-2-1-b" });
            await notices.TellAsync(account.Body, account.Id, kind, now, ct, there);
        }
        else if (EndsSoon(token, now))
        {
            db.Record(account.Body, now, AccountNotices.Ending, $"account/{account.Id}", new { token!.EndsAt, missing = token.Missing });
            await notices.TellAsync(account.Body, account.Id, AccountNotices.Ending, now, ct, token: token);
        }

        await db.SaveChangesAsync(ct);
        var old = now.AddDays(-options.Value.LedgerDays);
        await db.AccountCalls.Where(c => c.Account == account.Id && c.At < old).ExecuteDeleteAsync(ct);
        await change.CommitAsync(ct);
    }
}

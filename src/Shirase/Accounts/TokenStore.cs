using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// The tokens in the database. Each step is one statement in a scope of its own: a channel calls the platform between two of them and
/// holds nothing meanwhile (decision 0029).
/// </summary>
public sealed class TokenStore(IServiceScopeFactory scopes, SecretVault vault, TimeProvider clock) : IPlatformTokens
{
    // Longer than the longest call that a channel may be set to; a dead node's turn ends by it
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    public Task<StoredTokens?> ReadAsync(BodyId body, Guid grant, CancellationToken ct) => InAsync(body, async (db, _) =>
    {
        var row = await db.AccountTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Id == grant, ct);
        return row is null || vault.Open(row.Access) is not { } access
            ? null
            : new StoredTokens(new(access, row.Refresh is { } refresh ? vault.Open(refresh) : null, row.EndsAt), row.Version, row.EndedAt is not null);
    });

    public Task<int?> TakeTurnAsync(BodyId body, Guid grant, int version, CancellationToken ct) => InAsync(body, async (db, _) =>
    {
        var now = clock.GetUtcNow().Truncated();
        var mine = await db.AccountTokens
            .Where(t => t.Id == grant && t.Version == version && t.EndedAt == null && (t.TurnUntil == null || t.TurnUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Fence, t => t.Fence + 1).SetProperty(t => t.TurnUntil, now + Turn), ct);
        return mine == 1 ? await db.AccountTokens.Where(t => t.Id == grant).Select(t => (int?)t.Fence).SingleAsync(ct) : null;
    });

    public Task<bool> KeepAsync(BodyId body, Guid grant, int version, TokenPair pair, CancellationToken ct) => InAsync(body, async (db, _) =>
    {
        var now = clock.GetUtcNow().Truncated();
        var (access, refresh) = (vault.Protect(pair.Access), pair.Refresh is { } r ? vault.Protect(r) : null);
        return await db.AccountTokens.Where(t => t.Id == grant && t.Version == version).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.Access, access).SetProperty(t => t.Refresh, refresh).SetProperty(t => t.EndsAt, pair.EndsAt.Truncated())
                .SetProperty(t => t.Version, version + 1).SetProperty(t => t.RenewedAt, now)
                .SetProperty(t => t.TurnUntil, (DateTimeOffset?)null).SetProperty(t => t.EndedAt, (DateTimeOffset?)null),
            ct) == 1;
    });

    public Task GiveBackAsync(BodyId body, Guid grant, int fence, CancellationToken ct) => InAsync(body, (db, _) =>
        db.AccountTokens.Where(t => t.Id == grant && t.Fence == fence)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.TurnUntil, (DateTimeOffset?)null), ct));

    public Task EndAsync(BodyId body, Guid grant, int version, int fence, CancellationToken ct) => InAsync(body, async (db, services) =>
    {
        var now = clock.GetUtcNow().Truncated();
        await using var change = await db.BeginChangeAsync(body, ct);
        var ended = await db.AccountTokens.Where(t => t.Id == grant && t.Version == version && t.Fence == fence && t.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.EndedAt, now).SetProperty(t => t.TurnUntil, (DateTimeOffset?)null), ct);
        if (ended == 1)
        {
            var account = await db.AccountTokens.Where(t => t.Id == grant).Select(t => t.Account).SingleAsync(ct);
            db.Record(body, now, "account.tokens-ended", $"account/{account}", new { clause = "gx-2-1-b" });
            await services.GetRequiredService<AccountNotices>().TellAsync(body, account, AccountNotices.Ended, now, ct);
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return ended;
    });

    /// <summary>Keeps the pair of a new consent; the answer is the account's secret.</summary>
    public Task<string> AddAsync(BodyId body, AccountId account, TokenPair pair, CancellationToken ct) => InAsync(body, async (db, _) =>
    {
        var row = new AccountTokens(
            Guid.NewGuid(), body, account, vault.Protect(pair.Access), pair.Refresh is { } r ? vault.Protect(r) : null,
            pair.EndsAt.Truncated(), clock.GetUtcNow().Truncated());
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return GrantSecret.Of(row.Id);
    });

    /// <summary>Forgets every grant of the account but one: those of earlier consents, or of one that came to nothing.</summary>
    public Task ForgetOthersAsync(BodyId body, AccountId account, string? secret, CancellationToken ct) => InAsync(body, (db, _) =>
    {
        var kept = GrantSecret.Parse(secret);
        return db.AccountTokens.Where(t => t.Account == account && t.Id != kept).ExecuteDeleteAsync(ct);
    });

    private async Task<T> InAsync<T>(BodyId body, Func<ShiraseDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(body);
        return await work(scope.ServiceProvider.GetRequiredService<ShiraseDb>(), scope.ServiceProvider);
    }
}

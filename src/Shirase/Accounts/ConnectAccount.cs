using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Binds an account to its platform: the platform itself must name the registered handle (gx-2-1-b). The platform is asked
/// outside any transaction; the secret is stored encrypted.
/// </summary>
public sealed class ConnectAccount(ShiraseDb db, IEnumerable<ILiveChannel> channels, SecretVault vault, TokenStore tokens)
{
    public async Task<Refusal?> RunAsync(Doer doer, AccountId id, string channel, string service, string secret, CancellationToken ct)
    {
        var live = channels.SingleOrDefault(c => c.Name == channel);
        if (live is null)
        {
            return new NoSuchChannel(channel);
        }

        if (!Uri.TryCreate(service, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return new ServiceIsBad();
        }

        if (string.IsNullOrWhiteSpace(secret))
        {
            return new SecretIsMissing();
        }

        var handle = await db.Accounts.Where(a => a.Body == doer.Body && a.Id == id).Select(a => a.Handle).SingleOrDefaultAsync(ct);
        if (handle is null)
        {
            return new NoSuchAccount();
        }

        var (kept, unfit) = await ExchangeAsync(live, new ChannelAccount(doer.Body, handle, address, secret), ct);
        if (kept is null)
        {
            return unfit;
        }

        var (named, refusal) = await AskAsync(live, new ChannelAccount(doer.Body, handle, address, kept), ct);
        return refusal ?? await BindAsync(doer, id, channel, address, kept, named!, ct);
    }

    // What a person can get may end within hours; what is kept should not
    private static async Task<(string? Kept, Refusal? Refusal)> ExchangeAsync(ILiveChannel live, ChannelAccount account, CancellationToken ct)
    {
        try
        {
            return live is not IExchangeSecrets exchange ? (account.Secret, null)
                : await exchange.ExchangeAsync(account, ct) is { } kept ? (kept, null) : (null, new CredentialsNotAccepted());
        }
        catch (ChannelUnreachableException)
        {
            return (null, new ServiceNotReached());
        }
    }

    private static async Task<(string? Named, Refusal? Refusal)> AskAsync(ILiveChannel live, ChannelAccount account, CancellationToken ct)
    {
        try
        {
            return await live.WhoAmIAsync(account, ct) is { } named ? (named, null) : (null, new CredentialsNotAccepted());
        }
        catch (ChannelUnreachableException)
        {
            return (null, new ServiceNotReached());
        }
    }

    private async Task<Refusal?> BindAsync(
        Doer doer, AccountId id, string channel, Uri address, string secret, string named, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var account = await db.Accounts.SingleAsync(a => a.Body == doer.Body && a.Id == id, ct);
        if (account.Connect(channel, address.ToString(), vault.Protect(secret), named) is { } refusal)
        {
            return refusal;
        }

        db.Record(doer, "account.connected", $"account/{id}", new { channel, clause = "gx-2-1-b" });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        await tokens.ForgetOthersAsync(doer.Body, id, secret, ct);
        return null;
    }
}

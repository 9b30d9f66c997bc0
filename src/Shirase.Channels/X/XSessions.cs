using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>Signs calls for an account, and renews its tokens when they end: one node at a time, each refresh token once.</summary>
public sealed class XSessions(IPlatformTokens tokens, IOptions<XOptions> options, TimeProvider clock, ILogger<XSessions> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Renewed before it ends, so that no call meets its last second
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly KnownIds _ids = new();

    /// <summary>Makes a call with the account's key; a token that X does not take is renewed once.</summary>
    internal async Task<Answer> CallAsync(XClient client, ChannelAccount account, Call call, CancellationToken ct)
    {
        if (FourKeys.Of(account.Secret) is { } keys)
        {
            return await client.SendAsync(account, call, new XKey.Signed(keys), ct);
        }

        if (GrantSecret.Parse(account.Secret) is not { } grant)
        {
            return new Answer.No(401, XErrors.TokensEnded, 0, "The account has no credentials for X.", null);
        }

        var (stored, failure) = await OpenAsync(client, account, grant, ct);
        if (stored is null)
        {
            return failure!;
        }

        var answer = await client.SendAsync(account, call, new XKey.Bearer(stored.Pair.Access), ct);
        if (answer is not Answer.No { Status: 401 })
        {
            return answer;
        }

        var (renewed, trouble) = await RenewAsync(client, account, grant, stored.Version, ct);
        return renewed is null ? trouble! : await client.SendAsync(account, call, new XKey.Bearer(renewed.Pair.Access), ct);
    }

    /// <summary>X's number of the account, asked once.</summary>
    internal async Task<(string? Id, Answer? Failure)> IdOfAsync(XClient client, ChannelAccount account, CancellationToken ct) =>
        await _ids.OfAsync(account, () => CallAsync(client, account, XCalls.Me(), ct), ok => Json.Text(XBody.Data(ok), "id"));

    private async Task<(StoredTokens? Stored, Answer? Failure)> OpenAsync(XClient client, ChannelAccount account, Guid grant, CancellationToken ct)
    {
        var stored = await tokens.ReadAsync(account.Body, grant, ct);
        return stored is null or { HasEnded: true } ? (null, Ended())
            : stored.Pair.EndsAt - clock.GetUtcNow() > Early ? (stored, null)
            : await RenewAsync(client, account, grant, stored.Version, ct);
    }

    private async Task<(StoredTokens? Stored, Answer? Failure)> RenewAsync(
        XClient client, ChannelAccount account, Guid grant, int version, CancellationToken ct)
    {
        // As long as one call may last, and a little: then somebody else's turn has come to something or has ended
        var tries = (int)((options.Value.Timeout + TimeSpan.FromSeconds(2)) / Pause);
        for (var i = 0; i < tries; i++)
        {
            var stored = await tokens.ReadAsync(account.Body, grant, ct);
            if (stored is null or { HasEnded: true })
            {
                return (null, Ended());
            }

            if (stored.Version > version)
            {
                return (stored, null);
            }

            if (stored.Pair.Refresh is not { } refresh)
            {
                return (null, Ended());
            }

            if (await tokens.TakeTurnAsync(account.Body, grant, version, ct) is { } fence)
            {
                return await RefreshAsync(client, account, grant, version, fence, refresh, ct);
            }

            await Task.Delay(Pause, ct);
        }

        return (null, new Answer.NotSent("Another node renews the tokens."));
    }

    private async Task<(StoredTokens? Stored, Answer? Failure)> RefreshAsync(
        XClient client, ChannelAccount account, Guid grant, int version, int fence, string refresh, CancellationToken ct)
    {
        var answer = await client.SendAsync(account, XCalls.Refresh(refresh, options.Value), new XKey.App(), ct);
        if (answer is Answer.Ok ok && XTokens.Read(ok.Body, clock.GetUtcNow()) is { } pair)
        {
            // The old pair is worthless now: whatever happens to the caller, the new one is kept
            await tokens.KeepAsync(account.Body, grant, version, pair, CancellationToken.None);
            Log.SessionRenewed(logger, XChannel.ChannelName, options.Value.Service.Host);
            return (await tokens.ReadAsync(account.Body, grant, ct), null);
        }

        if (answer is Answer.No { Status: 400 })
        {
            await tokens.EndAsync(account.Body, grant, version, fence, CancellationToken.None);
            Log.TokensEnded(logger, XChannel.ChannelName, answer.Said);
            return await tokens.ReadAsync(account.Body, grant, ct) is { HasEnded: false } newer && newer.Version > version
                ? (newer, null)
                : (null, Ended());
        }

        await tokens.GiveBackAsync(account.Body, grant, fence, CancellationToken.None);
        // The app's own credentials are wrong, or X is not there: nothing has been published in either case
        return (null, answer is Answer.No { Status: 401 or 403 or 429 } ? answer : new Answer.NotSent($"The tokens could not be renewed: {answer.Said}"));
    }

    private static Answer.No Ended() => new(401, XErrors.TokensEnded, 0, "The account must be connected anew.", null);
}

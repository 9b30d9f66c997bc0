using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Bluesky;

/// <summary>An open session. Both tokens are secrets.</summary>
internal sealed record BlueskySession(string Did, string Handle, string Access, string Refresh)
{
    public override string ToString() => Did;
}

/// <summary>Sessions in memory, one for each account and app password; opening them is what services count most strictly.</summary>
public sealed class BlueskySessions(ILogger<BlueskySessions> logger)
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    private sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public BlueskySession? Session { get; set; }
    }

    /// <summary>Makes a call with a session and renews the session once when its token has run out.</summary>
    internal async Task<Answer> WithAsync(
        XrpcClient client, ChannelAccount account, Func<BlueskySession, Task<Answer>> call, CancellationToken ct)
    {
        var (session, failure) = await OpenAsync(client, account, stale: null, ct);
        if (session is null)
        {
            return failure!;
        }

        var answer = await call(session);
        if (!XrpcErrors.IsStaleToken(answer))
        {
            return answer;
        }

        (session, failure) = await OpenAsync(client, account, stale: session, ct);
        return session is null ? failure! : await call(session);
    }

    /// <summary>The account's session, or why there is none.</summary>
    internal async Task<(BlueskySession? Session, Answer? Failure)> OpenAsync(
        XrpcClient client, ChannelAccount account, BlueskySession? stale, CancellationToken ct)
    {
        var slot = _slots.GetOrAdd(KnownIds.KeyOf(account), _ => new());
        await slot.Turn.WaitAsync(ct);
        try
        {
            if (slot.Session is { } open && !ReferenceEquals(open, stale))
            {
                return (open, null);
            }

            slot.Session = null;
            var answer = stale is null ? await CreateAsync(client, account, ct) : await RenewAsync(client, account, stale, ct);
            if (answer is not Answer.Ok ok)
            {
                return (null, answer);
            }

            slot.Session = Read(ok.Body);
            return slot.Session is null ? (null, new Answer.NotSent("The service opened no usable session.")) : (slot.Session, null);
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    private static Task<Answer> CreateAsync(XrpcClient client, ChannelAccount account, CancellationToken ct) =>
        client.PostAsync(
            account.Service,
            "com.atproto.server.createSession",
            new JsonObject { ["identifier"] = account.Handle, ["password"] = account.Secret ?? "" },
            null,
            ct);

    private async Task<Answer> RenewAsync(XrpcClient client, ChannelAccount account, BlueskySession stale, CancellationToken ct)
    {
        Log.SessionRenewed(logger, BlueskyChannel.ChannelName, account.Service?.Host ?? "");
        var answer = await client.PostAsync(account.Service, "com.atproto.server.refreshSession", null, stale.Refresh, ct);
        return answer is Answer.No { Status: 400 or 401 } ? await CreateAsync(client, account, ct) : answer;
    }

    private static BlueskySession? Read(JsonElement body)
    {
        try
        {
            return new(
                body.GetProperty("did").GetString()!,
                body.GetProperty("handle").GetString()!,
                body.GetProperty("accessJwt").GetString()!,
                body.GetProperty("refreshJwt").GetString()!);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

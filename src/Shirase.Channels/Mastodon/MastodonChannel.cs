using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>Mastodon and servers that speak its API, by access token. Messages carry a key of ours; what the key cannot promise is looked for first.</summary>
public sealed class MastodonChannel(
    MastodonClient client, MastodonMedia media, MastodonTimeline timeline, IOptions<MastodonOptions> options, TimeProvider clock, ILogger<MastodonChannel> logger)
    : ILiveChannel, IListPosts, IShowAccounts, IReadProfiles
{
    public const string ChannelName = "mastodon";

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        options.Value.MaxCharacters, MaxUtf8Bytes: 0, MaxWeighted: 0, options.Value.MaxImages, options.Value.MaxImageBytes, CanRepost: false)
    {
        CharactersPerAddress = options.Value.CharactersPerAddress,
        MaxAlt = options.Value.MaxAlt,
        CanContinue = true,
    };

    public bool RepeatsSafely => options.Value.KeepsKeys;

    public async Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var outcome = BeforeLeaving.Check(delivery, Limits) ?? await StandingAsync(delivery, ct) ?? await SendAsync(delivery, ct);
        return outcome.Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        if (!IsId(id.Value))
        {
            return new DeliveryOutcome.Refused(RefusedBecause.Invalid, "Not the id of a post.");
        }

        var answer = await client.CallAsync(account, MastodonCalls.Delete(id.Value), ct);
        if (answer is not Answer.Ok && !MastodonErrors.IsNothingThere(answer))
        {
            return MastodonErrors.Outcome(answer, wrote: true);
        }

        Log.Removed(logger, Name, id.Value);
        return new DeliveryOutcome.Removed();
    }

    public Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        IsId(id.Value) ? timeline.ReadAsync(account, id.Value, ct) : Task.FromResult<RemotePost?>(null);

    public Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) => timeline.FindAsync(delivery, ct);

    public async Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct) =>
        [.. (await timeline.SinceAsync(account, since, ct)).Take(most)];

    public Uri? ProfileOf(BodyId body, string handle, Uri? service) =>
        service is null ? null : new(service, "/@" + Uri.EscapeDataString(handle.Split('@')[0]));

    /// <summary>Servers take 500 characters unless they are set otherwise.</summary>
    public int LongestProfile => 500;

    public async Task<PlatformProfile?> ProfileAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, MastodonCalls.Me(), ct);
        return answer is Answer.Ok ok
            ? await MastodonProfile.OfAsync(account, ok.Body, id => client.CallAsync(account, MastodonCalls.Following(id), ct))
            : MastodonErrors.IsNoEntry(answer) ? null
            : throw Verdict.Unreachable(answer);
    }

    public async Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, MastodonCalls.Me(), ct);
        return answer is Answer.Ok ok ? MastodonTimeline.HandleOf(account, ok.Body)
            : MastodonErrors.IsNoEntry(answer) ? null
            : throw Verdict.Unreachable(answer);
    }

    /// <summary>The post where the key alone does not keep a repeat from standing twice; null where it is to be sent.</summary>
    private async Task<DeliveryOutcome?> StandingAsync(LiveDelivery delivery, CancellationToken ct)
    {
        if (options.Value.KeepsKeys && clock.GetUtcNow() - delivery.NotBefore < options.Value.KeyLife)
        {
            return null;
        }

        if ((await client.IdOfAsync(delivery.Account, ct)).Failure is { } failure)
        {
            return MastodonErrors.Outcome(failure, wrote: false);
        }

        try
        {
            return await timeline.FindAsync(delivery, ct) is { } found ? new DeliveryOutcome.Published(found.Id, found.Address) : null;
        }
        catch (ChannelUnreachableException e)
        {
            return new DeliveryOutcome.TryLater(e.After, e.Message);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var (ids, failure) = await media.UploadAsync(delivery, ct);
        if (failure is not null)
        {
            return failure;
        }

        if (ids.Count > 0 && !await delivery.MayStillLeave(ct))
        {
            return BeforeLeaving.Stopped;
        }

        var answer = await client.CallAsync(delivery.Account, MastodonCalls.Create(delivery, ids, options.Value.Language), ct);
        return answer is not Answer.Ok ok ? MastodonErrors.Outcome(answer, wrote: true)
            : Json.Text(ok.Body, "id") is { Length: > 0 } id ? new DeliveryOutcome.Published(new(id), MastodonTimeline.AddressOf(delivery.Account, ok.Body))
            : new DeliveryOutcome.Unknown("The server said yes without naming the post.");
    }

    // Servers of other makes have letters in their ids; a path must not be made of anything else
    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
}

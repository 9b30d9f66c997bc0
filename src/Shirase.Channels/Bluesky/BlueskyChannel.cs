using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels.Bluesky;

/// <summary>Bluesky, by app password. Records carry a key of our own, so a repeated delivery meets itself.</summary>
public sealed class BlueskyChannel(
    XrpcClient client, BlueskySessions sessions, IOptions<BlueskyOptions> options, ILogger<BlueskyChannel> logger)
    : ILiveChannel, ILookUpPosts, IListPosts, IShowAccounts, IReadProfiles
{
    public const string ChannelName = "bluesky";

    private readonly RecordReader _reader = new(client, options.Value);

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        MaxGraphemes: 300, MaxUtf8Bytes: 3000, MaxWeighted: 0, MaxImages: 4, MaxImageBytes: 2_000_000, CanRepost: true)
    { CanContinue = true };

    public async Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var outcome = BeforeLeaving.Check(delivery, Limits) ?? await SendAsync(delivery, ct);
        return outcome.Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        if (AtAddress.Parse(id.Value) is not { } at)
        {
            return new DeliveryOutcome.Refused(RefusedBecause.Invalid, "Not the id of a record.");
        }

        var answer = await sessions.WithAsync(
            client,
            account,
            s => s.Did == at.Repo
                ? client.PostAsync(account.Service, "com.atproto.repo.deleteRecord", Body(at), s.Access, ct)
                : Task.FromResult<Answer>(new Answer.No(403, "NotOwnRecord", 0, "The record belongs to another account.", null)),
            ct);
        if (answer is not Answer.Ok)
        {
            return XrpcErrors.Outcome(answer, wrote: true);
        }

        Log.Removed(logger, Name, id.Value);
        return new DeliveryOutcome.Removed();
    }

    public Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        AtAddress.Parse(id.Value) is { } at ? _reader.ReadAsync(account.Service, at, ct) : Task.FromResult<RemotePost?>(null);

    public Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) =>
        _reader.ReadByHandleAsync(
            delivery.Account.Service, new(delivery.Account.Handle, CollectionOf(delivery), Tid.Of(delivery.Key, delivery.At)), ct);

    public Uri? ProfileOf(BodyId body, string handle, Uri? service) => _reader.ProfileOf(service, handle);

    public Task<RemotePost?> LookUpAsync(ChannelAccount account, string address, CancellationToken ct) =>
        AtAddress.OfPublic(address) is { } at ? _reader.ReadByHandleAsync(account.Service, at, ct) : Task.FromResult<RemotePost?>(null);

    public Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct) =>
        _reader.ListAsync(account.Service, account.Handle, since, most, ct);

    /// <summary>The lexicon <c>app.bsky.actor.profile</c> takes 256 graphemes of description.</summary>
    public int LongestProfile => 256;

    public async Task<PlatformProfile?> ProfileAsync(ChannelAccount account, CancellationToken ct) =>
        await WhoAmIAsync(account, ct) is { } handle ? await _reader.ProfileAsync(account.Service, handle, ct) : null;

    public async Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await sessions.WithAsync(
            client, account, s => client.GetAsync(account.Service, "com.atproto.server.getSession", "", s.Access, ct), ct);
        return answer switch
        {
            Answer.Ok ok => ok.Body.GetProperty("handle").GetString(),
            Answer.No when XrpcErrors.Outcome(answer, wrote: false)
                is DeliveryOutcome.Refused { Because: RefusedBecause.BadCredentials or RefusedBecause.Forbidden } => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    private async Task<DeliveryOutcome> SendAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var (record, failure) = delivery.RepostOf is null ? await PostAsync(delivery, ct) : await RepostAsync(delivery, ct);
        if (record is null)
        {
            return failure!;
        }

        AtAddress? at = null;
        var answer = await sessions.WithAsync(
            client,
            delivery.Account,
            s =>
            {
                at = new(s.Did, CollectionOf(delivery), Tid.Of(delivery.Key, delivery.At));
                var body = Body(at);
                body["record"] = record.DeepClone();
                body["validate"] = true;
                // Only where nothing stands yet; the same record again is no change and is answered as success
                body["swapRecord"] = null;
                return client.PostAsync(delivery.Account.Service, "com.atproto.repo.putRecord", body, s.Access, ct);
            },
            ct);

        if (answer is Answer.No { Kind: "InvalidSwap" } && at is not null)
        {
            return await StandingAsync(delivery, at, answer, ct);
        }

        // Without an address no session was opened, so nothing can have been written
        return answer is Answer.Ok && at is not null
            ? new DeliveryOutcome.Published(new(at.ToString()), _reader.AddressOf(delivery.Account.Service!, at, delivery.Account.Handle))
            : XrpcErrors.Outcome(answer, wrote: at is not null);
    }

    /// <summary>
    /// Another record stands under our key. It is this delivery when text and time are the same: an older release may
    /// have written its links or its language otherwise.
    /// </summary>
    private async Task<DeliveryOutcome> StandingAsync(LiveDelivery delivery, AtAddress at, Answer answer, CancellationToken ct)
    {
        var standing = await _reader.ReadAsync(delivery.Account.Service, at, ct);
        return standing is not null
            && standing.PostedAt.ToUnixTimeMilliseconds() == delivery.At.ToUnixTimeMilliseconds()
            && (delivery.RepostOf is not null || standing.Text == delivery.Text)
            ? new DeliveryOutcome.Published(standing.Id, standing.Address)
            : XrpcErrors.Outcome(answer, wrote: false);
    }

    private async Task<(JsonObject? Record, DeliveryOutcome? Failure)> PostAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var (thread, failed) = delivery.ContinuationOf is { } own ? await ThreadAsync(delivery, own, ct) : (null, null);
        if (failed is not null)
        {
            return (null, failed);
        }

        var blobs = new List<JsonElement>(delivery.Images.Count);
        foreach (var image in delivery.Images)
        {
            var answer = await sessions.WithAsync(
                client, delivery.Account, s => client.UploadAsync(delivery.Account.Service, image.Bytes, image.ContentType, s.Access, ct), ct);
            if (answer is not Answer.Ok ok || !ok.Body.TryGetProperty("blob", out var blob))
            {
                return (null, XrpcErrors.Outcome(answer, wrote: false));
            }

            blobs.Add(blob);
        }

        if (blobs.Count > 0 && !await delivery.MayStillLeave(ct))
        {
            return (null, BeforeLeaving.Stopped);
        }

        var record = PostRecord.Post(delivery, blobs, options.Value.Language);
        if (thread is not null)
        {
            record["reply"] = thread;
        }

        return (record, null);
    }

    // Both ends of the thread are named with their contents' hash: the post above, and the first of all
    private async Task<(JsonObject? Thread, DeliveryOutcome? Failure)> ThreadAsync(LiveDelivery delivery, RemoteId own, CancellationToken ct)
    {
        if (AtAddress.Parse(own.Value) is not { Collection: AtAddress.Post } at)
        {
            return (null, new DeliveryOutcome.Refused(RefusedBecause.NotFound, "What it continues is not a post."));
        }

        var answer = await _reader.GetAsync(delivery.Account.Service, at, ct);
        return answer is Answer.Ok ok ? (PostRecord.Thread(ok.Body), null)
            : XrpcErrors.IsNothingThere(answer) ? (null, new DeliveryOutcome.Refused(RefusedBecause.NotFound, answer.Said))
            : (null, XrpcErrors.Outcome(answer, wrote: false));
    }

    private async Task<(JsonObject? Record, DeliveryOutcome? Failure)> RepostAsync(LiveDelivery delivery, CancellationToken ct)
    {
        if (AtAddress.OfPublic(delivery.RepostOf!) is not { Collection: AtAddress.Post } at)
        {
            return (null, new DeliveryOutcome.Refused(RefusedBecause.NotFound, "The address is not one of a post."));
        }

        var answer = await _reader.GetAsync(delivery.Account.Service, at, ct);
        if (XrpcErrors.IsNothingThere(answer))
        {
            return (null, new DeliveryOutcome.Refused(RefusedBecause.NotFound, answer.Said));
        }

        return answer is Answer.Ok ok
            ? (PostRecord.Repost(delivery, ok.Body.GetProperty("uri").GetString()!, ok.Body.GetProperty("cid").GetString()!), null)
            : (null, XrpcErrors.Outcome(answer, wrote: false));
    }

    private static string CollectionOf(Delivery delivery) => delivery.RepostOf is null ? AtAddress.Post : AtAddress.Repost;

    private static JsonObject Body(AtAddress at) => new() { ["repo"] = at.Repo, ["collection"] = at.Collection, ["rkey"] = at.Rkey };
}

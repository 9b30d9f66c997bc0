using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Core.Channels;

namespace Shirase.Channels.Drill;

/// <summary>The practice channel: same limits as X, its own timeline inside the system, and no way out of the house.</summary>
public sealed class DrillChannel(IPracticeTimeline timeline, IOptions<DrillOptions> options, ILogger<DrillChannel> logger)
    : IDrillChannel, ILookUpPosts
{
    public const string ChannelName = DrillDelivery.Channel;

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        MaxGraphemes: 0, MaxUtf8Bytes: 0, MaxWeighted: 280, MaxImages: 4, MaxImageBytes: 5_000_000, CanRepost: true)
    { CanContinue = true };

    public async Task<DeliveryOutcome> PublishAsync(DrillDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (BeforeLeaving.Check(delivery, Limits) is { } refused)
        {
            return refused.Logged(logger, Name, delivery.Key);
        }

        var post = await PostOfAsync(delivery, ct);
        if (post is null)
        {
            return new DeliveryOutcome.Refused(RefusedBecause.NotFound, "The practice timeline has no post at that address.")
                .Logged(logger, Name, delivery.Key);
        }

        var standing = await timeline.AddAsync(post, ct);
        return new DeliveryOutcome.Published(new(standing.Id), AddressOf(standing)).Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        await timeline.RemoveAsync(account.Body, id.Value, ct);
        Log.Removed(logger, Name, id.Value);
        return new DeliveryOutcome.Removed();
    }

    public async Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        await timeline.ReadAsync(account.Body, id.Value, ct) is { } post ? Remote(post) : null;

    public Task<RemotePost?> FindAsync(DrillDelivery delivery, CancellationToken ct) =>
        ReadAsync(delivery.Account, new(IdOf(delivery)), ct);

    public async Task<RemotePost?> LookUpAsync(ChannelAccount account, string address, CancellationToken ct) =>
        DrillAddress.IdIn(address, options.Value.BaseAddress, account.Body) is { } id
            ? await ReadAsync(account, new(id), ct)
            : null;

    private async Task<PracticePost?> PostOfAsync(DrillDelivery delivery, CancellationToken ct)
    {
        var (account, id) = (delivery.Account, IdOf(delivery));
        if (delivery.RepostOf is null)
        {
            return delivery.ContinuationOf is { } own && await ReadAsync(account, own, ct) is null
                ? null
                : new PracticePost(account.Body, id, account.Handle, delivery.Text, delivery.Images, delivery.At) { ContinuationOf = delivery.ContinuationOf?.Value };
        }

        var original = await LookUpAsync(account, delivery.RepostOf, ct);
        return original is null
            ? null
            : new PracticePost(
                account.Body,
                id,
                account.Handle,
                // Even a repost of a practice partner's post must say that it is an exercise
                new DrillDelivery(delivery.Key, account, original.Text, [], null, delivery.At).Text,
                [],
                delivery.At,
                original.OriginalAuthorHandle ?? original.AuthorHandle,
                original.Address.ToString());
    }

    private static string IdOf(DrillDelivery delivery) => delivery.Key.ToString("N");

    private Uri AddressOf(PracticePost post) => DrillAddress.Of(options.Value.BaseAddress, post.Body, post.Id);

    private RemotePost Remote(PracticePost post) => new(
        new(post.Id),
        AddressOf(post),
        post.AuthorHandle,
        post.Text,
        post.PostedAt,
        post.OriginalAuthorHandle,
        [.. post.Images.Select(i => i.Alt)])
    {
        ContinuationOf = post.ContinuationOf is { } under ? new(under) : null,
    };
}

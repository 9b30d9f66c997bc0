using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Operations.Telemetry;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// The calls to channels. Chooses the type of message by the channel the delivery was ordered for: a drill message fits only the
/// practice channel, and an account that was connected since changes nothing about it. Never called inside a transaction.
/// </summary>
public sealed class Outgoing(ShiraseDb db, ChannelSet channels, ChannelAccounts accounts)
{
    public async Task<DeliveryOutcome> PublishAsync(
        PostDelivery delivery, PostContent content, OfficialAccount account, Func<CancellationToken, Task<bool>> mayStillLeave, CancellationToken ct)
    {
        using var span = Spans.Channel("publish", delivery.Channel, delivery.Id.Value);
        var images = await ImagesAsync(content, ct);
        var opened = accounts.Open(account, delivery.Channel);
        var (continues, own) = await db.OwnPostAboveAsync(delivery.Application, delivery.Account, delivery.Channel, ct);
        if (continues && own is null)
        {
            return new DeliveryOutcome.Refused(RefusedBecause.NotFound, "The own post that it continues does not stand.");
        }

        return channels.Find(delivery.Channel) switch
        {
            IDrillChannel drill => await drill.PublishAsync(Drill(delivery, content, opened, images) with { ContinuationOf = own }, ct),
            ILiveChannel live => await live.PublishAsync(Live(delivery, content, opened, images) with { MayStillLeave = mayStillLeave, ContinuationOf = own }, ct),
            _ => new DeliveryOutcome.Refused(RefusedBecause.NotSupported, $"no channel {delivery.Channel}"),
        };
    }

    /// <summary>Looks for a delivery whose answer never came.</summary>
    public async Task<RemotePost?> FindAsync(PostDelivery delivery, PostContent content, OfficialAccount account, CancellationToken ct)
    {
        using var span = Spans.Channel("find", delivery.Channel, delivery.Id.Value);
        var opened = accounts.Open(account, delivery.Channel);
        return channels.Find(delivery.Channel) switch
        {
            IDrillChannel drill => await drill.FindAsync(Drill(delivery, content, opened, []), ct),
            ILiveChannel live => await live.FindAsync(Live(delivery, content, opened, []), ct),
            _ => null,
        };
    }

    public async Task<RemotePost?> ReadAsync(RemoteId id, PostDelivery delivery, OfficialAccount account, CancellationToken ct) => channels.Find(delivery.Channel) switch
    {
        IDrillChannel drill => await drill.ReadAsync(accounts.Open(account, delivery.Channel), id, ct),
        ILiveChannel live => await live.ReadAsync(accounts.Open(account, delivery.Channel), id, ct),
        _ => null,
    };

    /// <summary>The post at a public address; null where there is none, or the channel does not look up addresses.</summary>
    public async Task<RemotePost?> LookUpAsync(string address, PostDelivery delivery, OfficialAccount account, CancellationToken ct) =>
        channels.Find(delivery.Channel) is ILookUpPosts look ? await look.LookUpAsync(accounts.Open(account, delivery.Channel), address, ct) : null;

    public async Task<DeliveryOutcome> RemoveAsync(RemoteId id, PostDelivery delivery, OfficialAccount account, CancellationToken ct) => channels.Find(delivery.Channel) switch
    {
        IDrillChannel drill => await drill.RemoveAsync(accounts.Open(account, delivery.Channel), id, ct),
        ILiveChannel live => await live.RemoveAsync(accounts.Open(account, delivery.Channel), id, ct),
        _ => new DeliveryOutcome.Refused(RefusedBecause.NotSupported, $"no channel {delivery.Channel}"),
    };

    /// <summary>Whether publishing again under the delivery's key cannot publish twice.</summary>
    public bool RepeatsSafely(PostDelivery delivery) => channels.Find(delivery.Channel)?.RepeatsSafely ?? false;

    /// <summary>What stands on the account, newest first; null when the channel cannot list it.</summary>
    public async Task<IReadOnlyList<RemotePost>?> ListAsync(string channel, OfficialAccount account, DateTimeOffset since, int most, CancellationToken ct) =>
        channels.Find(channel) is IListPosts list ? await list.ListAsync(accounts.Open(account, channel), since, most, ct) : null;

    /// <summary>The text as it must be found on the platform: the approved text, under the drill mark on the practice timeline.</summary>
    public static string Expected(PostDelivery delivery) =>
        delivery.IsDrill ? DrillDelivery.Mark + delivery.OutgoingText : delivery.OutgoingText;

    private static DrillDelivery Drill(PostDelivery d, PostContent c, ChannelAccount a, IReadOnlyList<DeliveryImage> images) =>
        new(d.Id.Value, a, d.OutgoingText, images, c.Repost?.Address, d.OrderedAt);

    private static LiveDelivery Live(PostDelivery d, PostContent c, ChannelAccount a, IReadOnlyList<DeliveryImage> images) =>
        new(d.Id.Value, a, d.OutgoingText, images, c.Repost?.Address, d.OrderedAt) { NotBefore = d.DueAt };

    private async Task<IReadOnlyList<DeliveryImage>> ImagesAsync(PostContent content, CancellationToken ct)
    {
        var images = new List<DeliveryImage>();
        foreach (var item in content.Media)
        {
            var stored = await db.Media.AsNoTracking().SingleAsync(m => m.Id == new Core.MediaId(item.Id), ct);
            images.Add(new(stored.Bytes, stored.ContentType, item.Alt, stored.Width, stored.Height));
        }

        return images;
    }
}

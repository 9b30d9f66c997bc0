using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Posts;

namespace Shirase.Site;

/// <summary>What the public may see of a publication. The words of a removed post are not among it.</summary>
/// <param name="Id">Key of the delivery; part of its public address.</param>
/// <param name="Application">The case it belongs to.</param>
/// <param name="Heading">件名; empty once removed.</param>
/// <param name="Text">The exact text, under the drill mark for an exercise; null once removed.</param>
/// <param name="Images">Images; none once removed.</param>
/// <param name="RepostOf">Address of the post that was reposted, or null.</param>
/// <param name="Address">Where it stands on its service; empty once removed.</param>
/// <param name="IsDrill">True for an exercise.</param>
/// <param name="Corrects">The publication that this one corrects, or null.</param>
/// <param name="CorrectedBy">The publication that corrects this one, or null.</param>
/// <param name="CorrectedAt">When that one was published.</param>
/// <param name="Because">Why it was removed, as far as the public is told; null while it stands, and for removals of older releases.</param>
/// <param name="Notice">Id of the notice of its correction on the site, or null.</param>
/// <param name="NoticeAt">When that notice was put there.</param>
public sealed record PublicPost(
    DeliveryId Id,
    PostApplicationId Application,
    string Heading,
    string? Text,
    IReadOnlyList<MediaItem> Images,
    string? RepostOf,
    DateTimeOffset PublishedAt,
    DateTimeOffset? RemovedAt,
    string Address,
    string AccountName,
    string Handle,
    bool IsDrill,
    DeliveryId? Corrects,
    DeliveryId? CorrectedBy,
    DateTimeOffset? CorrectedAt = null,
    RemovalKind? Because = null,
    string? Notice = null,
    DateTimeOffset? NoticeAt = null)
{
    /// <summary>When anything about it last changed.</summary>
    public DateTimeOffset UpdatedAt => new[] { RemovedAt, CorrectedAt, NoticeAt }.Max() ?? PublishedAt;

    internal static PublicPost Of(
        PostDelivery d, PostContent content, OfficialAccount account, DeliveryId? corrects, PostDelivery? correctedBy, Correction? announced)
    {
        var removed = d.State is DeliveryState.Removing or DeliveryState.Removed;
        return new(
            d.Id,
            d.Application,
            removed ? "" : content.Title,
            removed ? null : Outgoing.Expected(d),
            removed ? [] : content.Media,
            removed ? null : content.Repost?.Address,
            d.PublishedAt!.Value,
            removed ? d.RemovedAt ?? d.RemovalOrderedAt : null,
            removed ? "" : d.Address,
            account.DisplayName,
            account.Handle,
            d.IsDrill,
            corrects,
            correctedBy?.Id,
            correctedBy?.PublishedAt,
            removed ? d.RemovalKind : null,
            announced?.NoticeId,
            announced?.AnnouncedAt);
    }
}

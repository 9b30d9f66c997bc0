using System.Text;
using Shirase.Core.Channels;
using Shirase.Core.Posts;

namespace Shirase.Core.Incidents;

/// <summary>What a timeline shows against what was sent to it. Pure.</summary>
/// <param name="Foreign">What stands there and was never sent.</param>
/// <param name="Gone">What was published and does not stand there.</param>
public sealed record TimelineComparison(IReadOnlyList<RemotePost> Foreign, IReadOnlyList<PostDelivery> Gone)
{
    /// <param name="shown">What the platform shows of the account itself; what others write to it is not among it.</param>
    /// <param name="sent">Every delivery to this account on this channel that was ever begun, read after the platform was asked.</param>
    /// <param name="since">From when on the platform was asked.</param>
    /// <param name="until">Up to when a missing post counts as gone; younger ones may not be shown yet.</param>
    /// <param name="isWhole">False when the platform had more than it showed.</param>
    public static TimelineComparison Of(
        IReadOnlyList<RemotePost> shown, IReadOnlyList<PostDelivery> sent, DateTimeOffset since, DateTimeOffset until, bool isWhole)
    {
        var known = sent.Where(d => d.RemoteId.Length > 0).Select(d => d.RemoteId).ToHashSet(StringComparer.Ordinal);
        // On their way, or their answer was lost: nobody knows their number yet
        var open = sent.Where(d => d.RemoteId.Length == 0 && (d.MayStand || d.State == DeliveryState.Removing)).ToList();
        var standing = shown.Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. shown.Where(p => p.PostedAt >= since && !known.Contains(p.Id.Value) && !open.Exists(d => IsSame(p, d)))],
            !isWhole ? [] : [.. sent.Where(d => d is { State: DeliveryState.Published, SeenGoneAt: null }
                && d.PublishedAt >= since && d.PublishedAt <= until && !standing.Contains(d.RemoteId))]);
    }

    // A repost is shown without words of ours
    private static bool IsSame(RemotePost post, PostDelivery delivery) =>
        post.OriginalAuthorHandle is not null ? delivery.OutgoingText.Length == 0 : Plain(post.Text) == Plain(delivery.OutgoingText);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
}

namespace Shirase.Core.Channels;

/// <summary>A way out (発信経路). Extra abilities are extra small interfaces.</summary>
public interface IChannel
{
    /// <summary>The word settings and accounts use, such as <c>bluesky</c>.</summary>
    string Name { get; }

    ChannelLimits Limits { get; }

    /// <summary>
    /// True when publishing again under the same key cannot publish twice. False for platforms without a key of ours (X): there a
    /// message whose answer was lost and that is not found is put before a human.
    /// </summary>
    bool RepeatsSafely => true;
}

/// <summary>A channel that reaches the public. Only a <see cref="LiveDelivery"/> fits it.</summary>
public interface ILiveChannel : IChannel
{
    /// <summary>Publishes once. Repeating it with the same <see cref="Delivery.Key"/> must not publish twice.</summary>
    Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct);

    /// <summary>Removes what was published. Removing what is gone already is <see cref="DeliveryOutcome.Removed"/>.</summary>
    Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct);

    /// <summary>Reads back what stands on the platform under this id, or null when there is nothing (any more).</summary>
    Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct);

    /// <summary>Looks for a delivery whose answer was lost, or null when it never arrived.</summary>
    Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct);

    /// <summary>Asks the platform who the credentials belong to; the handle without @ (gx-2-1-b). Null when they are not accepted.</summary>
    Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct);
}

/// <summary>The practice channel. A drill message has another type, so it cannot reach a live channel.</summary>
public interface IDrillChannel : IChannel
{
    Task<DeliveryOutcome> PublishAsync(DrillDelivery delivery, CancellationToken ct);

    Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct);

    Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct);

    Task<RemotePost?> FindAsync(DrillDelivery delivery, CancellationToken ct);
}

/// <summary>Looks up other people's posts, for reposts (gx-12-5-1).</summary>
public interface ILookUpPosts : IChannel
{
    /// <summary>The post at this public address, or null when there is none or the address is not one of a post.</summary>
    Task<RemotePost?> LookUpAsync(ChannelAccount account, string address, CancellationToken ct);
}

/// <summary>Lists what stands on an account of ours, newest first: to find what we never sent, and to show a human what the platform shows.</summary>
public interface IListPosts : IChannel
{
    /// <param name="since">Older posts are left out.</param>
    /// <param name="most">Most posts to be read.</param>
    Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct);
}

/// <summary>What a platform accepts. Numbers are the platform's own; the document may ask for less.</summary>
/// <param name="MaxGraphemes">Most characters as a reader sees them; 0 when only the weighted count limits.</param>
/// <param name="MaxUtf8Bytes">Most bytes of text; 0 for no limit.</param>
/// <param name="MaxWeighted">Most weight by X's counting; 0 for no limit.</param>
/// <param name="MaxImages">Most images of one post.</param>
/// <param name="MaxImageBytes">Most bytes of one image.</param>
/// <param name="CanRepost">True when it can repost another account's post.</param>
public sealed record ChannelLimits(
    int MaxGraphemes, int MaxUtf8Bytes, int MaxWeighted, int MaxImages, int MaxImageBytes, bool CanRepost)
{
    /// <summary>
    /// What an address with its scheme counts as among the characters, however long it is, where the platform counts as Mastodon does
    /// (<see cref="Text.MastodonCount"/>); 0 (the default) where it counts the text as it is.
    /// </summary>
    public int CharactersPerAddress { get; init; }

    /// <summary>True when a post of ours can stand under another of ours (続きの投稿). Default: false, for platforms without threads.</summary>
    public bool CanContinue { get; init; }

    /// <summary>Most characters of one alternative text; 0 (the default) for no limit.</summary>
    public int MaxAlt { get; init; }
}

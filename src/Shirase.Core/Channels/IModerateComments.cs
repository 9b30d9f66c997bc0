namespace Shirase.Core.Channels;

/// <summary>A platform on which others write under our posts, and on which we may hide what they wrote.</summary>
public interface IModerateComments : IChannel
{
    /// <summary>Comments under a post of ours, oldest first.</summary>
    /// <exception cref="ChannelUnreachableException">The platform cannot say.</exception>
    Task<IReadOnlyList<RemoteComment>> CommentsAsync(ChannelAccount account, RemoteId post, int most, CancellationToken ct);

    /// <summary>Hides a comment, or shows it again. What is hidden stays visible to its author. Null when it was done, else why not.</summary>
    Task<DeliveryOutcome?> HideAsync(ChannelAccount account, RemoteId comment, bool hidden, CancellationToken ct);
}

/// <summary>What somebody wrote under a post of ours.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Author">Name of who wrote it; empty where the platform does not tell.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When.</param>
/// <param name="IsHidden">True when it is hidden from the public.</param>
public sealed record RemoteComment(RemoteId Id, string Author, string Text, DateTimeOffset At, bool IsHidden);

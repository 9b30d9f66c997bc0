namespace Shirase.Core.Posts;

/// <summary>What was published and is not shown any more though nobody here ordered it gone.</summary>
public sealed partial class PostDelivery
{
    /// <summary>When it was first not found on the platform; null while it was.</summary>
    public DateTimeOffset? SeenGoneAt { get; private set; }

    public void WasSeenGone(DateTimeOffset at) => SeenGoneAt ??= at;
}

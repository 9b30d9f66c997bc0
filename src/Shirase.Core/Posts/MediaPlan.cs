namespace Shirase.Core.Posts;

/// <summary>How the various media are combined for one matter (媒体の組合せ, to-5-3-0).</summary>
/// <param name="IsWide">True where it is for wide notice (広く周知).</param>
/// <param name="Others">Media beside the accounts that the application names; of <see cref="Known"/>.</param>
public sealed record MediaPlan(bool IsWide, IReadOnlyList<string> Others)
{
    /// <summary>Ids of the media that a plan may name beside the accounts.</summary>
    public static IReadOnlyList<string> Known { get; } = ["website", "mail", "press-release", "print"];

    /// <summary>The plan of what was ticked, or null where nothing was.</summary>
    public static MediaPlan? Of(bool isWide, IEnumerable<string> others) =>
        Known.Where(others.Contains).ToList() is var media && (isWide || media.Count > 0) ? new(isWide, media) : null;
}

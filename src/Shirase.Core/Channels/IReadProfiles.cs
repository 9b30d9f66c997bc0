namespace Shirase.Core.Channels;

/// <summary>A channel that tells what an account says about itself on its platform (プロフィール).</summary>
public interface IReadProfiles : IChannel
{
    /// <summary>Most characters of the text about itself that the platform takes; 0 where it names no limit.</summary>
    int LongestProfile { get; }

    /// <summary>The profile as the public sees it now, or null when the credentials are not accepted.</summary>
    /// <exception cref="ChannelUnreachableException">The platform did not answer.</exception>
    Task<PlatformProfile?> ProfileAsync(ChannelAccount account, CancellationToken ct);
}

/// <summary>A profile as a platform tells it.</summary>
/// <param name="Name">The name shown beside the posts.</param>
/// <param name="Text">What the account says about itself, shortened addresses expanded.</param>
/// <param name="Links">Addresses in fields of their own, expanded.</param>
/// <param name="IsMarked">Whether the platform shows a mark of a proved account (認証済み); null where it has none or does not say.</param>
/// <param name="Following">How many accounts it follows; null where the platform does not say.</param>
/// <param name="Followed">Names of some it follows, where the platform names them.</param>
public sealed record PlatformProfile(
    string Name, string Text, IReadOnlyList<string> Links, bool? IsMarked, int? Following, IReadOnlyList<string> Followed)
{
    /// <summary>The handle under which people find it now, without @; empty where the platform does not say.</summary>
    public string Handle { get; init; } = "";
}

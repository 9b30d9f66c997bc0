namespace Shirase.Core.Channels;

/// <summary>A platform that tells how long the credentials of an account will last.</summary>
public interface ITellTokenHealth : IChannel
{
    /// <summary>What the platform says of them, or null where it cannot be asked (the app's own credentials are not set).</summary>
    /// <exception cref="ChannelUnreachableException">The platform did not answer.</exception>
    Task<TokenHealth?> HealthAsync(ChannelAccount account, CancellationToken ct);
}

/// <summary>Credentials as the platform sees them.</summary>
/// <param name="IsValid">False when they are not accepted any more.</param>
/// <param name="EndsAt">When they, or the access to the account's data, end; null when they do not.</param>
/// <param name="Missing">Permissions that publishing, removing or moderating needs and that were not given.</param>
public sealed record TokenHealth(bool IsValid, DateTimeOffset? EndsAt, IReadOnlyList<string> Missing);

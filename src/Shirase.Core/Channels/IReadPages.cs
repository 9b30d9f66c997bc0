namespace Shirase.Core.Channels;

/// <summary>Reads a public page of the body's own website, to prove that something was published there.</summary>
public interface IReadPages
{
    /// <summary>The website that a profile should name: the first official one in the settings, else our own public site.</summary>
    Uri Website { get; }

    /// <summary>True for an address on a site that the settings name as the body's own.</summary>
    bool IsOurs(Uri address);

    /// <summary>The page as the public sees it now.</summary>
    /// <exception cref="ChannelUnreachableException">The site did not answer.</exception>
    Task<SeenPage> ReadAsync(Uri address, CancellationToken ct);
}

/// <summary>A page as it was fetched.</summary>
/// <param name="Status">HTTP status; redirects are not followed.</param>
/// <param name="Text">What people read on it, without markup.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="ChangedAt">When it was last changed, by the site's word; null where it does not say.</param>
public sealed record SeenPage(int Status, string Text, string Hash, DateTimeOffset? ChangedAt);

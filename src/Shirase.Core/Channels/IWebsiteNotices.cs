namespace Shirase.Core.Channels;

/// <summary>The notices on the body's own public site inside the system. The website channel writes through it.</summary>
public interface IWebsiteNotices
{
    /// <summary>Adds the notice unless one stands under its <see cref="WebsiteNotice.Id"/> already; answers the one that stands there.</summary>
    Task<WebsiteNotice> AddAsync(WebsiteNotice notice, CancellationToken ct);

    /// <summary>The notice of this body with this id, or null when there is none or it was removed.</summary>
    Task<WebsiteNotice?> ReadAsync(BodyId body, string id, CancellationToken ct);

    /// <summary>Takes the notice off the site. Nothing happens when it is gone already.</summary>
    Task RemoveAsync(BodyId body, string id, CancellationToken ct);
}

/// <summary>One notice of the public site.</summary>
/// <param name="Body">The body whose site it stands on.</param>
/// <param name="Id">Unique in the body's site and safe in an address; made of the delivery's key.</param>
/// <param name="AuthorHandle">Name of the account that published it.</param>
/// <param name="Text">Plain text with line feeds.</param>
/// <param name="Images">Images in order.</param>
/// <param name="PostedAt">When it was published.</param>
public sealed record WebsiteNotice(
    BodyId Body, string Id, string AuthorHandle, string Text, IReadOnlyList<DeliveryImage> Images, DateTimeOffset PostedAt);

namespace Shirase.Core.Channels;

/// <summary>
/// The practice timeline (訓練タイムライン) inside the system: where drill messages go and where the posts of
/// practice partners stand. The drill channel speaks to it; whoever stores the posts implements it.
/// </summary>
public interface IPracticeTimeline
{
    /// <summary>Adds the post unless one stands under its <see cref="PracticePost.Id"/> already; answers the one that stands there.</summary>
    Task<PracticePost> AddAsync(PracticePost post, CancellationToken ct);

    /// <summary>The post of this body's timeline with this id, or null when there is none or it was removed.</summary>
    Task<PracticePost?> ReadAsync(BodyId body, string id, CancellationToken ct);

    /// <summary>Takes the post off the timeline. Nothing happens when it is gone already.</summary>
    Task RemoveAsync(BodyId body, string id, CancellationToken ct);
}

/// <summary>One post of the practice timeline.</summary>
/// <param name="Body">The body whose timeline it stands on.</param>
/// <param name="Id">Unique in the body's timeline and safe in an address; for drill messages it is made of the delivery's key.</param>
/// <param name="AuthorHandle">Handle without @ of the account, or of the practice partner.</param>
/// <param name="Text">What readers see; the original's text for a repost.</param>
/// <param name="Images">Images in order.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="OriginalAuthorHandle">Author of the original when this is a repost, else null.</param>
/// <param name="RepostOf">Address of the original when this is a repost, else null.</param>
public sealed record PracticePost(
    BodyId Body,
    string Id,
    string AuthorHandle,
    string Text,
    IReadOnlyList<DeliveryImage> Images,
    DateTimeOffset PostedAt,
    string? OriginalAuthorHandle = null,
    string? RepostOf = null)
{
    /// <summary>Id of the post under which it stands, or null.</summary>
    public string? ContinuationOf { get; init; }
}

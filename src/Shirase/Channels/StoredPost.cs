using System.Text.Json;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels;

/// <summary>A post that stands inside the system: on the practice timeline, or as a notice on the public site.</summary>
public abstract class StoredPost(
    BodyId body, string id, string author, string text, string imagesJson, DateTimeOffset postedAt)
{
    public BodyId Body { get; private set; } = body;

    /// <summary>Unique in its place; made of the delivery's key, so that a repeat finds the same post.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Handle without @.</summary>
    public string Author { get; private set; } = author;

    public string Text { get; private set; } = text;

    public string ImagesJson { get; private set; } = imagesJson;

    public DateTimeOffset PostedAt { get; private set; } = postedAt;

    public DateTimeOffset? RemovedAt { get; private set; }

    public IReadOnlyList<DeliveryImage> Images() =>
        [.. (JsonSerializer.Deserialize<List<Stored>>(ImagesJson) ?? []).Select(i => new DeliveryImage(i.Bytes, i.ContentType, i.Alt, i.Width, i.Height))];

    public static string ToJson(IReadOnlyList<DeliveryImage> images) =>
        JsonSerializer.Serialize(images.Select(i => new Stored(i.Bytes.ToArray(), i.ContentType, i.Alt, i.Width, i.Height)));

    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>A practice partner changes a post of his own.</summary>
    public void Rewrite(string text) => Text = text;

    private sealed record Stored(byte[] Bytes, string ContentType, string Alt, int Width, int Height);
}

/// <summary>A post on the practice timeline (訓練モード): the body's own drills and its practice partners' posts.</summary>
public sealed class StoredPracticePost(
    BodyId body, string id, string author, string text, string imagesJson, DateTimeOffset postedAt, string? originalAuthor, string? repostOf)
    : StoredPost(body, id, author, text, imagesJson, postedAt)
{
    public string? OriginalAuthor { get; private set; } = originalAuthor;

    public string? RepostOf { get; private set; } = repostOf;

    /// <summary>Id of the post under which it stands, or null.</summary>
    public string? ContinuationOf { get; private set; }

    public void StandUnder(string? id) => ContinuationOf = id;
}

/// <summary>A notice on the body's public site (channel <c>website</c>).</summary>
public sealed class StoredNotice(BodyId body, string id, string author, string text, string imagesJson, DateTimeOffset postedAt)
    : StoredPost(body, id, author, text, imagesJson, postedAt);

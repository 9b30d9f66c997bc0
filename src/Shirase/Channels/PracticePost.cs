using Shirase.Core;

namespace Shirase.Channels;

/// <summary>A post on the practice timeline (訓練モード): the body's own drills and its practice partners' posts.</summary>
public sealed class PracticePost(
    Guid id, BodyId body, Guid key, string author, string text, string? repostOf, string? originalAuthor, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Key of the delivery; a repeat finds the same post.</summary>
    public Guid Key { get; private set; } = key;

    /// <summary>Handle without @.</summary>
    public string Author { get; private set; } = author;

    public string Text { get; private set; } = text;

    public string? RepostOf { get; private set; } = repostOf;

    public string? OriginalAuthor { get; private set; } = originalAuthor;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Alternative texts of the images, one a line.</summary>
    public string Alts { get; set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>A practice partner edits a post of his own.</summary>
    public void Rewrite(string text) => Text = text;
}

/// <summary>A notice on the body's public site (channel <c>website</c>).</summary>
public sealed class WebsiteNotice(Guid id, BodyId body, Guid key, string text, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid Key { get; private set; } = key;

    public string Text { get; private set; } = text;

    public DateTimeOffset At { get; private set; } = at;

    public string Alts { get; set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset at) => RemovedAt ??= at;
}

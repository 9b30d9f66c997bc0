namespace Shirase.Core.Posts;

/// <summary>Somebody took an image of a case out of the system: when, at which terminal and what for (gx-15-1-4).</summary>
/// <param name="terminal">Name of the terminal, or the address where it is not registered.</param>
public sealed class MediaDownload(Guid id, BodyId body, PostApplicationId application, MediaId media, StaffId by, DateTimeOffset at, string terminal, string purpose)
{
    /// <summary>Longest purpose, in UTF-16 units. Ours.</summary>
    public const int LongestPurpose = 200;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    public MediaId Media { get; private set; } = media;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Terminal { get; private set; } = terminal;

    public string Purpose { get; private set; } = purpose;
}

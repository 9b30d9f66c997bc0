using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Text;

/// <summary>A message outside any application, as files hold it for checking on the command line.</summary>
public sealed record Message
{
    public string Id { get; init; } = "";

    public string Channel { get; init; } = "";

    public string Category { get; init; } = "";

    public string Office { get; init; } = "";

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    public string? Url { get; init; }

    public DateTimeOffset? SendAt { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Alternative texts of its images, one for each.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public IReadOnlyDictionary<string, string> Flags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The message as checks see it, at the last stage, so that every rule of the text is asked.</summary>
    public CheckSubject Subject(DateTimeOffset now) => new()
    {
        Stage = Stage.Send,
        Channel = Channel,
        Subject = Title,
        Text = ComposedText.Lf(Body),
        Names = NameAnalysis.Of(ComposedText.Lf(Body)),
        Url = Url,
        Now = now,
        SendAt = SendAt,
        Category = Category,
        Office = Office,
        Areas = Areas,
        Media = [.. Images.Select(alt => new MediaItem(Guid.Empty, "", "", alt))],
        References = References,
        Facts = Flags,
    };
}

using Shirase.Core.Posts;
using Shirase.Core.Text;
using Shirase.Core.Text.Links;
using Shirase.Core.Text.Names;

namespace Shirase.Core.Regulations;

/// <summary>All that checks may know of a message, gathered beforehand; checks never look anything up.</summary>
public sealed record CheckSubject
{
    private TextReading.Kept _reading;

    public required Stage Stage { get; init; }

    /// <summary><c>x</c>, <c>mail</c>, <c>web</c>, <c>facebook</c> … Empty when unknown.</summary>
    public string Channel { get; init; } = "";

    public PostKind Kind { get; init; } = PostKind.Post;

    public string Subject { get; init; } = "";

    /// <summary>The outgoing text, composed or as written; spans point into it.</summary>
    public required string Text { get; init; }

    /// <summary>The link of its own field, when there is one; it is part of <see cref="Text"/> too.</summary>
    public string? Url { get; init; }

    /// <summary>The moment of the check, with Japan's offset.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the message is meant to go out, or null.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Information class (category) where the regulation has any, such as <c>own-activity</c>.</summary>
    public string Category { get; init; } = "";

    /// <summary>Classes that the regulation lets one choose from; empty where it names none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Categories that the published policy of each chosen account names, account by account; empty where none is on record.</summary>
    public IReadOnlyList<IReadOnlyList<string>> PolicyCategories { get; init; } = [];

    /// <summary>Name of the sending office, such as 安中警察署.</summary>
    public string Office { get; init; } = "";

    /// <summary>Destination areas for mail.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<MediaItem> Media { get; init; } = [];

    /// <summary>What the QR codes of each image say, image by image; empty where none was read.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ImageCodes { get; init; } = [];

    /// <summary>Links that were followed, by their address with scheme; empty where none was.</summary>
    public IReadOnlyDictionary<string, LinkTrail> LinkTrails { get; init; } = new Dictionary<string, LinkTrail>(StringComparer.Ordinal);

    /// <summary>Texts of other documents on the same case (press release, mail, website).</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Texts of the other documents on the matter, each once: given with the text, or entered with the application.</summary>
    public IReadOnlyList<string> Documents =>
        [.. References.Concat(Content?.RelatedDocuments.Select(d => d.Text) ?? []).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct(StringComparer.Ordinal)];

    /// <summary>Elections of the body's calendar; empty where none was entered, or the document does not ask for it.</summary>
    public IReadOnlyList<ElectionDays> Elections { get; init; } = [];

    /// <summary>What the same accounts sent lately, newest first; empty when nothing was looked up.</summary>
    public IReadOnlyList<PastPost> Previous { get; init; } = [];

    /// <summary>Hosts that links may point to without a question: the body's own and the named public body's.</summary>
    public IReadOnlyList<string> KnownHosts { get; init; } = [];

    /// <summary>
    /// Facts by name: <c>press_released</c>, <c>family_consent</c>, <c>investigation_consent</c>, <c>training</c>, <c>urgent</c>,
    /// <c>correction_of</c>, <c>closes</c>, <c>previous</c> with <c>days_since_previous</c> …
    /// </summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The application as filed, where there is one; null for a bare text (command line).</summary>
    public PostContent? Content { get; init; }

    /// <summary>Text of the standard form that the message names, while the head's approval of it stands; null else.</summary>
    public string? StandardForm { get; init; }

    /// <summary>What is known of the post to be reposted; null when nothing was looked up.</summary>
    public RepostFacts? Repost { get; init; }

    /// <summary>Links of text and images.</summary>
    public IReadOnlyList<MentionedLink> MentionedLinks => Reading.Links;

    /// <summary>Dates of the text, in its order.</summary>
    public IReadOnlyList<DateMention> Dates => Reading.Dates;

    /// <summary>What the text states that another text can be compared with.</summary>
    internal IReadOnlyList<StatedValue> StatedValues => Reading.Values;

    private TextReading Reading => _reading.Of(Text, ImageCodes);

    /// <summary>What became of a link when it was followed; null where it was not.</summary>
    public LinkTrail? TrailOf(MentionedLink link) => LinkTrails.GetValueOrDefault(link.Address);

    /// <summary>What an analysis of <see cref="Text"/> takes for names of persons; empty where none was made.</summary>
    public IReadOnlyList<NameProposal> Names { get; init; } = [];

    public bool IsFact(string name) => Facts.TryGetValue(name, out var v) && v == "true";

    /// <summary>Today in Japan.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(9)).DateTime);
}

/// <summary>A message that went out before.</summary>
/// <param name="Text">Its words.</param>
/// <param name="At">When it was sent.</param>
public sealed record PastPost(string Text, DateTimeOffset At);

/// <summary>What the register of public bodies and the platform say of a repost's target.</summary>
/// <param name="AuthorHandle">The original author's handle without @.</param>
/// <param name="RegisteredClass">Class in the register (<c>state</c>, <c>local-authority</c>, <c>highly-public-body</c>, <c>own-section</c>), or null when not registered, suspended or past review.</param>
/// <param name="BodyName">Name of the registered body, or null.</param>
/// <param name="StillThere">False when the target was deleted.</param>
/// <param name="Unchanged">False when its text differs from the stored snapshot.</param>
/// <param name="TextNow">Its text as the platform shows it now; null when no platform of the body could read it.</param>
public sealed record RepostFacts(
    string AuthorHandle, string? RegisteredClass, string? BodyName, bool StillThere, bool Unchanged, string? TextNow = null);

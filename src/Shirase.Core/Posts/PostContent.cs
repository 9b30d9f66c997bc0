using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shirase.Core.Posts;

public enum PostKind
{
    Post,
    Repost,
}

/// <summary>Everything an application asks to be published, and the facts that go with it. A version is one of these.</summary>
public sealed record PostContent
{
    public PostKind Kind { get; init; } = PostKind.Post;

    /// <summary>件名: becomes the heading; one line.</summary>
    public string Subject { get; init; } = "";

    /// <summary>
    /// What a list calls it: the subject; for a repost, which has none, the author or the address of its target; where no subject is
    /// asked for, the opening words.
    /// </summary>
    [JsonIgnore]
    public string Title => Subject.Length > 0 ? Subject
        : Repost is { } target ? target.DecidingHandle.Length > 0 ? $"@{target.DecidingHandle}" : target.Address
        : Opening(Body.Split('\n')[0]);

    private const int OpeningWords = 30;

    private static string Opening(string line) => line.Length <= OpeningWords ? line
        : line[..(char.IsHighSurrogate(line[OpeningWords - 1]) ? OpeningWords - 1 : OpeningWords)] + "…";

    /// <summary>本文, with line feeds as line breaks.</summary>
    public string Body { get; init; } = "";

    /// <summary>Link on a line of its own after the body, or null.</summary>
    public string? Url { get; init; }

    public IReadOnlyList<MediaItem> Media { get; init; } = [];

    /// <summary>Accounts it is meant for.</summary>
    public IReadOnlyList<Guid> Accounts { get; init; } = [];

    /// <summary>発信希望日時, Japan's offset; null while not chosen.</summary>
    public DateTimeOffset? DesiredAt { get; init; }

    /// <summary><c>own-activity</c> or <c>public-body-activity</c> (gx-9-1, gx-9-2); empty while not chosen.</summary>
    public string ContentClass { get; init; } = "";

    /// <summary>The activity (own) or the source, an address or document (public body).</summary>
    public string ActivityOrSource { get; init; } = "";

    /// <summary>Id in the register of public bodies, for the class <c>public-body-activity</c>.</summary>
    public Guid? PublicBody { get; init; }

    /// <summary>Ground of the urgent path, such as <c>serious-crime</c> (gx-10-2-1); null for the ordinary path.</summary>
    public string? Ground { get; init; }

    /// <summary>Why the next office hour is too late (gx-10-2-2).</summary>
    public string GroundReason { get; init; } = "";

    /// <summary>Facts of the case for ground 10(1).</summary>
    public CaseFacts? Case { get; init; }

    /// <summary>Other documents on the matter (gx-13-4-2).</summary>
    public IReadOnlyList<RelatedDocument> RelatedDocuments { get; init; } = [];

    /// <summary>The author states that there is no other document on the matter.</summary>
    public bool NoRelatedDocuments { get; init; }

    /// <summary>Consent of the investigating section, needed when the text speaks of an investigation (gx-13-3-2).</summary>
    public InvestigationConsent? Consent { get; init; }

    /// <summary>State of the press release: <c>none</c>, <c>planned</c>, <c>made</c>; empty while not stated.</summary>
    public string PressRelease { get; init; } = "";

    /// <summary>Extension of the author's telephone (gx-f-1).</summary>
    public string Extension { get; init; } = "";

    public RepostTarget? Repost { get; init; }

    /// <summary>Why the repost is needed (gx-8-2-3).</summary>
    public string Necessity { get; init; } = "";

    /// <summary>Case of the policy's emergency clause, in its own words (ok-5-1-d); null where none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EmergencyCase { get; init; }

    /// <summary>
    /// Category of the account's published policy, in its own words, or <see cref="OutsidePolicy"/> (ok-4-3-u-2, to-5-1-a-2); null where none was chosen.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    /// <summary>A category that the policy does not name; it goes with a reason.</summary>
    public const string OutsidePolicy = "outside";

    /// <summary>Whether it may be made public at all; null where nothing was stated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReleaseFacts? Release { get; init; }

    /// <summary>Whether it must stand on the website first (ok-4-8); null while the question is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebsiteFirst? Website { get; init; }

    /// <summary>Whether it is for wide notice, and which other media carry it (to-5-3-0); null where nothing was ticked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MediaPlan? Plan { get; init; }

    /// <summary>How a quoted post was verified; null where nothing was stated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteCare? Care { get; init; }

    /// <summary>Whether it speaks of a case (事件に関する情報): <c>yes</c> or <c>no</c>; null where it was not asked (is-3-4-a).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CaseInformation { get; init; }

    /// <summary>Ids of the units concerned (関係所属); null where none is named (is-2-5-b).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? RelatedUnits { get; init; }

    /// <summary>The standard form it was written from (定型), or null (is-2-4-d).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? StandardForm { get; init; }

    /// <summary>True for a message that is sent as a drill (訓練): it begins by saying so (gx-15-2-2).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Training { get; init; }

    /// <summary>Consent of the family to a public search for a missing person (gm-t-4-3); null where none is on record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FamilyConsent? Family { get; init; }

    /// <summary>Reasons the author gave for keeping what a warning speaks of, by <see cref="Regulations.Finding.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> KeptReasons { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Canonical = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Canonical JSON: what is stored and what the hash covers.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    public static PostContent FromJson(string json) =>
        JsonSerializer.Deserialize<PostContent>(json, Canonical) ?? throw new JsonException("Empty content.");

    /// <summary>SHA-256 of the canonical JSON in lower-case hex; approvals bind to it. Media count by their own hashes.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ToJson())));
}

/// <summary>An image of the application, with its rights and its text for those who do not see it.</summary>
/// <param name="Id">Key of the stored, cleaned file.</param>
/// <param name="Sha256">Hash of the cleaned bytes, lower-case hex.</param>
/// <param name="ContentType">As found in the bytes, such as <c>image/png</c>.</param>
/// <param name="Alt">代替テキスト; required at submission.</param>
/// <param name="Origin">Where it comes from (gx-15-3).</param>
/// <param name="RightHolder">Who holds the rights.</param>
/// <param name="Basis"><c>own-work</c>, <c>licence</c>, <c>quotation</c>, <c>law</c>, <c>public-domain</c>; empty while not chosen.</param>
/// <param name="Proof">Proof of a licence; required for the basis <c>licence</c>.</param>
/// <param name="PersonsConsent">Note on the consent of persons shown; empty when nobody is shown.</param>
/// <param name="RightsUntil">Last day of the licence, or null without end.</param>
public sealed record MediaItem(
    Guid Id,
    string Sha256,
    string ContentType,
    string Alt,
    string Origin = "",
    string RightHolder = "",
    string Basis = "",
    string Proof = "",
    string PersonsConsent = "",
    DateOnly? RightsUntil = null);

/// <summary>Facts that ground 10(1) asks for.</summary>
/// <param name="Summary">What happened.</param>
/// <param name="RecognisedAt">When the police learnt of it.</param>
/// <param name="Section">Section in charge.</param>
/// <param name="MayDevelop">True when it may grow into a serious case, false when it is one.</param>
public sealed record CaseFacts(string Summary, DateTimeOffset? RecognisedAt, string Section, bool MayDevelop);

/// <summary>Another document on the same matter.</summary>
/// <param name="Kind"><c>press-release</c>, <c>website</c>, <c>mail</c>, <c>poster</c>, <c>other</c>.</param>
/// <param name="Title">Title or number.</param>
/// <param name="Text">Its words, for the comparison of dates and figures.</param>
public sealed record RelatedDocument(string Kind, string Title, string Text);

/// <summary>Consent of the section that investigates.</summary>
public sealed record InvestigationConsent(string Section, string Person, DateTimeOffset? At);

/// <summary>家族の了解.</summary>
/// <param name="Person">Who consented, such as 父.</param>
/// <param name="At">When.</param>
public sealed record FamilyConsent(string Person, DateTimeOffset? At)
{
    public bool IsOnRecord => Person.Length > 0 && At is not null;
}

/// <summary>The post to be reposted (gx-12-5-1), with what was seen of it when the application was made.</summary>
/// <param name="Address">Its address, or empty when author, time and opening words identify it.</param>
/// <param name="AuthorHandle">Handle of the author of the addressed post, without @.</param>
/// <param name="OriginalAuthorHandle">Handle of the original author when the addressed post is itself a repost.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Text">Snapshot of its text, or its opening words.</param>
/// <param name="Seen">True when the text was read from the platform, false when the author typed it.</param>
public sealed record RepostTarget(
    string Address, string AuthorHandle, string? OriginalAuthorHandle, DateTimeOffset? PostedAt, string Text, bool Seen)
{
    /// <summary>The author who decides on admissibility: the original one (gx-8-2-2).</summary>
    public string DecidingHandle => OriginalAuthorHandle is { Length: > 0 } o ? o : AuthorHandle;
}

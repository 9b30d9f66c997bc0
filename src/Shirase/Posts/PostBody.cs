using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>The content of an application as programs write and read it. What is left out is empty.</summary>
public sealed record PostBody
{
    public PostKind Kind { get; init; } = PostKind.Post;

    /// <summary>件名, one line; becomes the heading.</summary>
    public string Subject { get; init; } = "";

    /// <summary>本文.</summary>
    public string Body { get; init; } = "";

    public string? Url { get; init; }

    /// <summary>Attached images in order. An image that is left out is detached; one that is not attached is refused.</summary>
    public IReadOnlyList<MediaBody> Media { get; init; } = [];

    /// <summary>Ids of the accounts it is meant for.</summary>
    public IReadOnlyList<Guid> Accounts { get; init; } = [];

    /// <summary>発信希望日時.</summary>
    public DateTimeOffset? DesiredAt { get; init; }

    /// <summary><c>own-activity</c> or <c>public-body-activity</c>.</summary>
    public string ContentClass { get; init; } = "";

    public string ActivityOrSource { get; init; } = "";

    /// <summary>Category of the account's published policy in its words, or <c>outside</c>; where the document asks for one.</summary>
    public string? Category { get; init; }

    public Guid? PublicBody { get; init; }

    /// <summary>Ground of the urgent path; left out for the ordinary one.</summary>
    public string? Ground { get; init; }

    public string GroundReason { get; init; } = "";

    public CaseFactsBody? Case { get; init; }

    public IReadOnlyList<RelatedBody> RelatedDocuments { get; init; } = [];

    public bool NoRelatedDocuments { get; init; }

    public ConsentBody? Consent { get; init; }

    /// <summary><c>none</c>, <c>planned</c> or <c>made</c>.</summary>
    public string PressRelease { get; init; } = "";

    /// <summary>内線.</summary>
    public string Extension { get; init; } = "";

    public TargetBody? Repost { get; init; }

    public string Necessity { get; init; } = "";

    /// <summary>Case of the policy's emergency clause, in its words; only with a ground.</summary>
    public string? EmergencyCase { get; init; }

    /// <summary>Whether it may be made public, where the regulation asks.</summary>
    public ReleaseBody? Release { get; init; }

    /// <summary>Whether it has to stand on the website first, where the regulation asks.</summary>
    public WebsiteFirstBody? Website { get; init; }

    /// <summary>True where it is for wide notice (広く周知), where the regulation asks.</summary>
    public bool IsWide { get; init; }

    /// <summary>Other media that carry it: <c>website</c>, <c>mail</c>, <c>press-release</c>, <c>print</c>.</summary>
    public IReadOnlyList<string> OtherMedia { get; init; } = [];

    /// <summary>How a quoted post was verified, for reposts.</summary>
    public CareBody? Care { get; init; }

    /// <summary><c>yes</c> or <c>no</c>: whether it speaks of a case, where the regulation asks.</summary>
    public string? CaseInformation { get; init; }

    /// <summary>Ids of the units concerned.</summary>
    public IReadOnlyList<Guid> RelatedUnits { get; init; } = [];

    /// <summary>Id of the standard form it is written from.</summary>
    public Guid? StandardForm { get; init; }

    /// <summary>True for a message that is sent as a drill (訓練).</summary>
    public bool Training { get; init; }

    /// <summary>Consent of the family to a public search for a missing person.</summary>
    public FamilyBody? Family { get; init; }

    /// <summary>Reasons for keeping what a warning speaks of, by the key of the finding.</summary>
    public IReadOnlyDictionary<string, string> KeptReasons { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static PostBody Of(PostContent content) => new()
    {
        Kind = content.Kind,
        Subject = content.Subject,
        Body = content.Body,
        Url = content.Url,
        Media = [.. content.Media.Select(m => new MediaBody(m.Id, m.Alt, m.Origin, m.RightHolder, m.Basis, m.Proof, m.PersonsConsent, m.RightsUntil))],
        Accounts = content.Accounts,
        DesiredAt = content.DesiredAt,
        ContentClass = content.ContentClass,
        ActivityOrSource = content.ActivityOrSource,
        Category = content.Category,
        PublicBody = content.PublicBody,
        Ground = content.Ground,
        GroundReason = content.GroundReason,
        Case = content.Case is { } c ? new(c.Summary, c.RecognisedAt, c.Section, c.MayDevelop) : null,
        RelatedDocuments = [.. content.RelatedDocuments.Select(d => new RelatedBody(d.Kind, d.Title, d.Text))],
        NoRelatedDocuments = content.NoRelatedDocuments,
        Consent = content.Consent is { } k ? new(k.Section, k.Person, k.At) : null,
        PressRelease = content.PressRelease,
        Extension = content.Extension,
        Repost = content.Repost is { } r ? new(r.Address, r.AuthorHandle, r.PostedAt, r.Text) : null,
        Necessity = content.Necessity,
        EmergencyCase = content.EmergencyCase,
        Release = content.Release is { } e ? new(e.Class, e.Status, e.DecisionNumber, e.DecidedOn, e.NotBefore) : null,
        Website = content.Website is { } w ? new(w.IsCritical, w.Address) : null,
        IsWide = content.Plan?.IsWide == true,
        OtherMedia = content.Plan?.Others ?? [],
        Care = content.Care is { } q ? new(q.Verified, q.Persons, q.Consent) : null,
        CaseInformation = content.CaseInformation,
        RelatedUnits = content.RelatedUnits ?? [],
        StandardForm = content.StandardForm,
        Training = content.Training,
        Family = content.Family is { } f ? new(f.Person, f.At) : null,
        KeptReasons = content.KeptReasons,
    };

    /// <summary>The content to store. Images and the snapshot of a repost's target come from what is stored, never from a program.</summary>
    public Result<PostContent> Over(PostContent stored)
    {
        if (Media.FirstOrDefault(m => stored.Media.All(s => s.Id != m.Id)) is { } unknown)
        {
            return new MediaIsUnknown(unknown.Id);
        }

        var isRepost = Kind == PostKind.Repost;
        return new PostContent
        {
            Kind = Kind,
            Subject = Subject.Trim(),
            Body = ComposedText.Lf(Body).TrimEnd(),
            Url = string.IsNullOrWhiteSpace(Url) ? null : Url.Trim(),
            Media = [.. Media.Select(m => m.Over(stored.Media.First(s => s.Id == m.Id)))],
            Accounts = [.. Accounts.Distinct()],
            DesiredAt = DesiredAt?.InJapan().Truncated(),
            ContentClass = ContentClass.Trim(),
            ActivityOrSource = ActivityOrSource.Trim(),
            Category = string.IsNullOrWhiteSpace(Category) ? null : Category.Trim(),
            PublicBody = PublicBody,
            Ground = string.IsNullOrWhiteSpace(Ground) ? null : Ground.Trim(),
            GroundReason = GroundReason.Trim(),
            Case = Case is { } c ? new(c.Summary.Trim(), c.RecognisedAt?.InJapan().Truncated(), c.Section.Trim(), c.MayDevelop) : null,
            RelatedDocuments = [.. RelatedDocuments.Select(d => new RelatedDocument(d.Kind.Trim(), d.Title.Trim(), ComposedText.Lf(d.Text).Trim()))],
            NoRelatedDocuments = NoRelatedDocuments,
            Consent = Consent is { } k ? new(k.Section.Trim(), k.Person.Trim(), k.At?.InJapan().Truncated()) : null,
            PressRelease = PressRelease.Trim(),
            Extension = Extension.Trim(),
            Repost = isRepost ? Repost?.Over(stored.Repost) : null,
            Necessity = isRepost ? Necessity.Trim() : "",
            EmergencyCase = string.IsNullOrWhiteSpace(EmergencyCase) || string.IsNullOrWhiteSpace(Ground) ? null : EmergencyCase.Trim(),
            Release = Release?.Content(),
            Website = Website?.Content(),
            Plan = MediaPlan.Of(IsWide, OtherMedia),
            Care = isRepost ? Care?.Content() : null,
            CaseInformation = CaseInformation is "yes" or "no" ? CaseInformation : null,
            RelatedUnits = RelatedUnits.Distinct().ToList() is { Count: > 0 } units ? units : null,
            StandardForm = StandardForm,
            Training = Training && !isRepost,
            Family = Family?.Content(),
            KeptReasons = new SortedDictionary<string, string>(
                KeptReasons.Where(k => !string.IsNullOrWhiteSpace(k.Value)).ToDictionary(k => k.Key, k => k.Value.Trim(), StringComparer.Ordinal), StringComparer.Ordinal),
        };
    }
}

/// <summary>Rights and alternative text of an attached image.</summary>
public sealed record MediaBody(
    Guid Id, string Alt = "", string Origin = "", string RightHolder = "", string Basis = "", string Proof = "", string PersonsConsent = "", DateOnly? RightsUntil = null)
{
    internal MediaItem Over(MediaItem stored) => stored with
    {
        Alt = Alt.Trim(),
        Origin = Origin.Trim(),
        RightHolder = RightHolder.Trim(),
        Basis = Basis.Trim(),
        Proof = Proof.Trim(),
        PersonsConsent = PersonsConsent.Trim(),
        RightsUntil = RightsUntil,
    };
}

/// <summary>Facts of the case that an urgent ground asks for.</summary>
public sealed record CaseFactsBody(string Summary = "", DateTimeOffset? RecognisedAt = null, string Section = "", bool MayDevelop = false);

/// <summary>Another document on the matter.</summary>
public sealed record RelatedBody(string Kind = "", string Title = "", string Text = "");

/// <summary>Consent of the investigating section.</summary>
public sealed record ConsentBody(string Section = "", string Person = "", DateTimeOffset? At = null);

/// <summary>The post to be reposted: its address, or author, time and opening words.</summary>
public sealed record TargetBody(string Address = "", string AuthorHandle = "", DateTimeOffset? PostedAt = null, string Text = "")
{
    // What was read from the platform stays as long as the address does
    internal RepostTarget Over(RepostTarget? stored) => stored is { Seen: true } && stored.Address == Address.Trim()
        ? stored
        : new(Address.Trim(), AuthorHandle.Trim().TrimStart('@', '＠'), null, PostedAt?.InJapan().Truncated(), ComposedText.Lf(Text).Trim(), false);
}

public sealed record MediaIsUnknown(Guid Id) : Refusal(new Localized(
    $"画像 {Id} はこの申請に添付されていません。先に添付してください。", $"The image {Id} is not attached to this application. Attach it first."));

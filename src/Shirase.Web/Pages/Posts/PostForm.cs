using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Pages.Posts;

/// <summary>The application form as it is filled in: every field by the name its control has.</summary>
public sealed class PostForm
{
    /// <summary>Id that a new draft will have; so that a form sent twice makes one draft.</summary>
    public Guid DraftId { get; set; }

    /// <summary>The revision the writer was shown.</summary>
    public int Version { get; set; }

    /// <summary>True once the author asked for all checks of the submission, not only those of the text.</summary>
    public bool FullCheck { get; set; }

    [Display(Name = "Drafting.Kind")]
    public string Kind { get; set; } = "post";

    [Display(Name = "Fields.Subject")]
    public string? Subject { get; set; }

    [Display(Name = "Fields.Body")]
    public string? Body { get; set; }

    [Display(Name = "Fields.Url")]
    public string? Url { get; set; }

    [Display(Name = "Drafting.Accounts")]
    public IList<string> Accounts { get; set; } = [];

    [Display(Name = "Drafting.DesiredDate")]
    public DateOnly? DesiredDate { get; set; }

    [Display(Name = "Drafting.DesiredTime")]
    public TimeOnly? DesiredTime { get; set; }

    [Display(Name = "Drafting.ShortNoticeReason")]
    public string? ShortNoticeReason { get; set; }

    /// <summary>Id of a ground, or empty for the ordinary path.</summary>
    [Display(Name = "Drafting.Path")]
    public string? Ground { get; set; } = "";

    [Display(Name = "Fields.GroundReason")]
    public string? GroundReason { get; set; }

    [Display(Name = "Drafting.CaseSummary")]
    public string? CaseSummary { get; set; }

    [Display(Name = "Drafting.RecognisedDate")]
    public DateOnly? RecognisedDate { get; set; }

    [Display(Name = "Drafting.RecognisedTime")]
    public TimeOnly? RecognisedTime { get; set; }

    [Display(Name = "Drafting.CaseSection")]
    public string? CaseSection { get; set; }

    /// <summary><c>occurred</c> or <c>may-develop</c>.</summary>
    [Display(Name = "Drafting.CaseStage")]
    public string? CaseStage { get; set; } = "occurred";

    [Display(Name = "Drafting.ContentClass")]
    public string? ContentClass { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or empty (is-3-4-a).</summary>
    [Display(Name = "Drafting.CaseInformation")]
    public string? CaseInformation { get; set; }

    /// <summary>Ids of the units concerned (is-2-5-b).</summary>
    [Display(Name = "Drafting.RelatedUnits")]
    public IList<string> RelatedUnits { get; set; } = [];

    /// <summary>The standard form it is written from (is-2-4-d).</summary>
    [Display(Name = "Drafting.StandardForm")]
    public Guid? StandardForm { get; set; }

    [Display(Name = "Drafting.Activity")]
    public string? Activity { get; set; }

    [Display(Name = "Drafting.PublicBody")]
    public Guid? PublicBody { get; set; }

    [Display(Name = "Drafting.Source")]
    public string? Source { get; set; }

    public IList<RelatedForm> Related { get; set; } = [];

    public bool NoRelated { get; set; }

    [Display(Name = "Drafting.ConsentSection")]
    public string? ConsentSection { get; set; }

    [Display(Name = "Drafting.ConsentPerson")]
    public string? ConsentPerson { get; set; }

    [Display(Name = "Drafting.ConsentDate")]
    public DateOnly? ConsentDate { get; set; }

    [Display(Name = "Drafting.ConsentTime")]
    public TimeOnly? ConsentTime { get; set; }

    [Display(Name = "Drafting.PressRelease")]
    public string? PressRelease { get; set; }

    /// <summary>Sent as a drill (gx-15-2-2).</summary>
    [Display(Name = "Drafting.Training")]
    public bool Training { get; set; }

    /// <summary>Who of the family consented (gm-t-4-3).</summary>
    [Display(Name = "Drafting.FamilyPerson")]
    public string? FamilyPerson { get; set; }

    [Display(Name = "Drafting.FamilyDate")]
    public DateOnly? FamilyDate { get; set; }

    [Display(Name = "Drafting.FamilyTime")]
    public TimeOnly? FamilyTime { get; set; }

    [Display(Name = "Drafting.Extension")]
    public string? Extension { get; set; }

    [Display(Name = "Drafting.TargetAddress")]
    public string? TargetAddress { get; set; }

    [Display(Name = "Drafting.TargetAuthor")]
    public string? TargetAuthor { get; set; }

    [Display(Name = "Drafting.TargetDate")]
    public DateOnly? TargetDate { get; set; }

    [Display(Name = "Drafting.TargetTime")]
    public TimeOnly? TargetTime { get; set; }

    [Display(Name = "Drafting.TargetText")]
    public string? TargetText { get; set; }

    [Display(Name = "Fields.Necessity")]
    public string? Necessity { get; set; }

    /// <summary>Case of the policy's emergency clause, in its words.</summary>
    [Display(Name = "Drafting.EmergencyCase")]
    public string? EmergencyCase { get; set; }

    /// <summary>Category of the policy, in its words.</summary>
    [Display(Name = "Drafting.Category")]
    public string? Category { get; set; }

    /// <summary><c>1</c>, <c>2</c> or <c>other</c>.</summary>
    [Display(Name = "Drafting.InfoClass")]
    public string? InfoClass { get; set; }

    /// <summary><c>public</c> or <c>not-public</c>.</summary>
    [Display(Name = "Drafting.ReleaseStatus")]
    public string? ReleaseStatus { get; set; }

    [Display(Name = "Drafting.DecisionNumber")]
    public string? DecisionNumber { get; set; }

    [Display(Name = "Drafting.DecidedOn")]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "Drafting.NotBeforeDate")]
    public DateOnly? NotBeforeDate { get; set; }

    [Display(Name = "Drafting.NotBeforeTime")]
    public TimeOnly? NotBeforeTime { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    [Display(Name = "Drafting.Critical")]
    public string? Critical { get; set; }

    [Display(Name = "Drafting.WebsiteAddress")]
    public string? WebsiteAddress { get; set; }

    /// <summary><c>wide</c>, and ids of <see cref="Core.Posts.MediaPlan.Known"/>.</summary>
    [Display(Name = "Drafting.MediaPlan")]
    public IList<string> MediaPlan { get; set; } = [];

    [Display(Name = "Drafting.Verified")]
    public string? Verified { get; set; }

    /// <summary><c>none</c> or <c>consented</c>.</summary>
    [Display(Name = "Drafting.Persons")]
    public string? Persons { get; set; }

    [Display(Name = "Drafting.PersonsConsentNote")]
    public string? PersonsConsentNote { get; set; }

    public IList<MediaForm> Media { get; set; } = [];

    public IList<KeptForm> Kept { get; set; } = [];

    /// <summary>Ids of the sentences ticked.</summary>
    [Display(Name = "Drafting.Confirmed")]
    public IList<string> Confirmed { get; set; } = [];

    public bool AloneOnDuty { get; set; }

    [Display(Name = "Drafting.AloneReason")]
    public string? AloneReason { get; set; }
}

/// <summary>Another document on the matter.</summary>
public sealed class RelatedForm
{
    [Display(Name = "Drafting.Related.Kind")]
    public string? Kind { get; set; }

    [Display(Name = "Drafting.Related.Title")]
    public string? Title { get; set; }

    [Display(Name = "Drafting.Related.Text")]
    public string? Text { get; set; }
}

/// <summary>What is written about an attached image; the image itself is never a field.</summary>
public sealed class MediaForm
{
    public Guid Id { get; set; }

    [Display(Name = "Fields.Alt")]
    public string? Alt { get; set; }

    [Display(Name = "Drafting.Media.Origin")]
    public string? Origin { get; set; }

    [Display(Name = "Drafting.Media.RightHolder")]
    public string? RightHolder { get; set; }

    [Display(Name = "Drafting.Media.Basis")]
    public string? Basis { get; set; }

    [Display(Name = "Drafting.Media.Proof")]
    public string? Proof { get; set; }

    [Display(Name = "Drafting.Media.PersonsConsent")]
    public string? PersonsConsent { get; set; }

    [Display(Name = "Drafting.Media.RightsUntil")]
    public DateOnly? RightsUntil { get; set; }
}

/// <summary>Why what a finding speaks of stays.</summary>
public sealed class KeptForm
{
    public string? Key { get; set; }

    public string? Reason { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>What a person of the applicant's unit, or one who saw an error, may do on a case now.</summary>
public sealed record ApplicantActions
{
    public required Guid Id { get; init; }

    /// <summary>True where the draft may be written.</summary>
    public bool MayEdit { get; init; }

    /// <summary>Sentences that a second person of the unit confirms (gx-13-4-3).</summary>
    public IReadOnlyList<Attestation> ToConfirm { get; init; } = [];

    /// <summary>True where this person wrote in it and may confirm only when alone on duty.</summary>
    public bool IsAuthor { get; init; }

    public bool MayRecall { get; init; }

    public bool MayWithdraw { get; init; }

    /// <summary>Wording proposed by the officer, waiting for an answer (gx-3-2-b-2).</summary>
    public Decision? Proposal { get; init; }

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public bool MayDispatch { get; init; }

    /// <summary>Least length of the reason for short notice, or null where none is asked.</summary>
    public int? ShortNoticeMin { get; init; }

    public bool MayCorrect { get; init; }

    public bool MayCopy { get; init; }

    public bool MayReportError { get; init; }

    public bool MayConsult { get; init; }

    /// <summary>True where a planned press release is waited for and this person may put on record that it was made (gx-13-3-2).</summary>
    public bool MayRecordRelease { get; init; }

    public ReleaseForm Release { get; init; } = new();

    /// <summary>When the release is planned for; null where nobody said.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>What the post says otherwise than the release on record and nobody has settled (gx-13-4-2).</summary>
    public IReadOnlyList<PressDifference> PressDifferences { get; init; } = [];

    /// <summary>True for the officer and the manager where there are such differences.</summary>
    public bool MaySettlePress { get; init; }

    public IReadOnlyList<Consultation> ToAgree { get; init; } = [];

    /// <summary>What was typed into a form that was refused, by field.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string TypedIn(string field) => Typed.GetValueOrDefault(field) ?? "";

    public bool IsEmpty => !(MayEdit || ToConfirm.Count > 0 || MayRecall || MayWithdraw || Proposal is not null || MayDispatch || MayCorrect
        || MayCopy || MayReportError || MayConsult || MayRecordRelease || PressDifferences.Count > 0 || ToAgree.Count > 0);

    public static ApplicantActions Of(OpenCase open, SignedIn person, DateTimeOffset now)
    {
        var application = open.Application;
        var isOfUnit = open.IsOfUnit(person.Staff);
        var lead = CaseContext.LeadOf(open.Regulation, application.Current.Content);
        var isDispatch = open.Step?.Kind == StepKind.Dispatch;
        var isUrgent = open.Regulation.Route(application.Route)?.Grounds.Count > 0;
        var speaksForPublicRelations = (open.SeatIn(person.Staff, "operation-officer") ?? open.SeatIn(person.Staff, "operation-manager")) is not null;
        var different = application.IsFinal || application.ArePressDifferencesSettled ? []
            : application.PressDifferences(ComposedText.Of(application.Current.Content, open.Regulation.Composition));
        var standsPublished = application.State is ApplicationState.Published or ApplicationState.Removed;
        return new()
        {
            Id = application.Id.Value,
            MayEdit = isOfUnit && (application.IsEditable || isDispatch),
            ToConfirm = isOfUnit && !application.IsFinal
                ? [.. application.OpenAttestations(open.Regulation, "application").Where(a => a.OtherThanAuthor)]
                : [],
            IsAuthor = application.IsTouchedBy(person.Staff),
            MayRecall = (application.State == ApplicationState.InRoute && application.Author == person.Staff
                    && open.Regulation.Route(application.Route)?.Steps[0].Id == application.Step)
                || (application.State == ApplicationState.ReadyToPublish && isOfUnit && open.Regulation.Route(application.Route)?.IsWithinUnit == true),
            MayWithdraw = isOfUnit && !application.IsFinal,
            Proposal = isOfUnit ? application.OpenProposal() : null,
            Subject = application.Current.Content.Subject,
            Body = application.Current.Content.Body,
            MayDispatch = isOfUnit && isDispatch,
            ShortNoticeMin = isDispatch && !isUrgent && lead.IsShortAt(now) && application.ShortNoticeReason.Length < lead.MinReason ? lead.MinReason : null,
            MayCorrect = standsPublished && Correcting.MayWrite(open, person.Staff),
            MayCopy = isOfUnit && application.IsFinal,
            MayReportError = standsPublished,
            MayRecordRelease = application is { State: ApplicationState.InRoute or ApplicationState.ReadyToPublish, PressReleasedAt: null }
                && application.Current.Content.PressRelease == "planned" && PressReleases.MayRecord(open, person.Staff),
            Release = new() { Day = now.JapanDay() },
            PlannedAt = application.PressPlannedAt,
            PressDifferences = different,
            MaySettlePress = different.Count > 0 && PressReleases.MaySettle(open, person.Staff),
            MayConsult = !application.IsFinal && application.SubmittedAt is not null && (isOfUnit || speaksForPublicRelations),
            ToAgree = isOfUnit || speaksForPublicRelations ? [.. application.Consultations.Where(c => c.IsOpen)] : [],
        };
    }
}

/// <summary>When a press release was made, and which one it was.</summary>
public sealed class ReleaseForm
{
    [Display(Name = "Actions.Release.Day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Actions.Release.Time")]
    public TimeOnly? Time { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Actions.Release.Document")]
    public string? Document { get; set; }

    [StringLength(Drafting.MaxBody)]
    [Display(Name = "Actions.Release.Says")]
    public string? Says { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>True where the document lets an own post be continued, and this one stands (is-3-5-a).</summary>
    public bool MayContinue { get; init; }

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

    /// <summary>Related units for which this person answers the consultation (is-2-5-b).</summary>
    public IReadOnlyList<Core.People.Unit> ToAnswer { get; init; } = [];

    /// <summary>Related units whose consultation by telephone this person may write down.</summary>
    public IReadOnlyList<Core.People.Unit> ToNote { get; init; } = [];

    public NotedCallForm Call { get; init; } = new();

    /// <summary>Who serves in the units that were not consulted yet, for the note of a call.</summary>
    public IReadOnlyList<SelectListItem> CallPartners { get; init; } = [];

    /// <summary>True where this person may leave the decision to the head (上申).</summary>
    public bool MaySendUp { get; init; }

    /// <summary>Images of which this person may record that a consent was withdrawn (to-2-3-c).</summary>
    public IReadOnlyList<MediaItem> Consented { get; init; } = [];

    public string? ConsentClause { get; init; }

    public IReadOnlyList<Consultation> ToAgree { get; init; } = [];

    /// <summary>What was typed into a form that was refused, by field.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string TypedIn(string field) => Typed.GetValueOrDefault(field) ?? "";

    public bool IsEmpty => !(MayEdit || ToConfirm.Count > 0 || MayRecall || MayWithdraw || Proposal is not null || MayDispatch || MayCorrect
        || MayCopy || MayContinue || MayReportError || MayConsult || MayRecordRelease || PressDifferences.Count > 0 || ToAgree.Count > 0 || ToAnswer.Count > 0 || ToNote.Count > 0 || MaySendUp || Consented.Count > 0);

    /// <summary>The same with the names of those whose word by telephone may be written down.</summary>
    public async Task<ApplicantActions> WithPartnersAsync(Storage.ShiraseDb db, OpenCase open, CancellationToken ct)
    {
        if (ToNote.Count == 0)
        {
            return this;
        }

        var ids = ToNote.SelectMany(u => open.RelatedStaff[u.Id]).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return this with
        {
            CallPartners = [.. ToNote.SelectMany(u => open.RelatedStaff[u.Id].Distinct().Select(s => new SelectListItem($"{u.Name} {names.GetValueOrDefault(s)}", $"{u.Id}/{s}")))],
        };
    }

    private static IReadOnlyList<Core.People.Unit> Unheard(OpenCase open) => open.Step?.ConsultClause is null
        ? []
        : [.. open.Related.Where(u => open.Application.UnitsToConsult().Contains(u.Id))];

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
        var withdrawal = open.Regulation.ClauseFor("verb:withdraw-consent");
        return new()
        {
            ConsentClause = withdrawal,
            Consented = withdrawal is not null && isOfUnit && application.SubmittedAt is not null ? application.Current.Content.Media : [],
            Id = application.Id.Value,
            MayEdit = isOfUnit && (application.IsEditable || isDispatch),
            ToConfirm = isOfUnit && !application.IsFinal
                ? [.. application.OpenAttestations(open.Regulation, "application").Where(a => a.OtherThanAuthor)]
                : [],
            IsAuthor = application.IsTouchedBy(person.Staff),
            MayRecall = (application.State == ApplicationState.InRoute && application.Author == person.Staff
                    && open.Regulation.Route(application.Route)?.Steps[0].Id == application.Step)
                || (application.State == ApplicationState.ReadyToPublish && isOfUnit && open.Regulation.Route(application.Route)?.IsWithinUnit == true),
            ToAnswer = [.. Unheard(open).Where(u => open.RelatedUnitsOf(person.Staff).Contains(u.Id))],
            ToNote = isOfUnit ? Unheard(open) : [],
            MaySendUp = application.State == ApplicationState.InRoute && open.Regulation.Route(application.Route)?.Hours == RouteHours.Within && open.SeatOf(person.Staff) is not null,
            MayWithdraw = isOfUnit && !application.IsFinal,
            Proposal = isOfUnit ? application.OpenProposal() : null,
            Subject = application.Current.Content.Subject,
            Body = application.Current.Content.Body,
            MayDispatch = isOfUnit && isDispatch,
            ShortNoticeMin = isDispatch && !isUrgent && lead.IsShortAt(now) && application.ShortNoticeReason.Length < lead.MinReason ? lead.MinReason : null,
            MayCorrect = standsPublished && Correcting.MayWrite(open, person.Staff),
            MayCopy = isOfUnit && application.IsFinal,
            MayContinue = standsPublished && Continuing.IsOffered(open, person.Staff),
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

/// <summary>What the applicant's unit writes down of a consultation by telephone.</summary>
public sealed class NotedCallForm
{
    /// <summary>Unit and person, as <c>UNIT/PERSON</c>.</summary>
    [Display(Name = "Actions.Call.With")]
    public string? With { get; set; }

    [Display(Name = "Actions.Call.Time")]
    public TimeOnly? Time { get; set; }

    [Display(Name = "Actions.Call.Result")]
    public string? Result { get; set; }

    [Display(Name = "Actions.Call.Remark")]
    public string? Remark { get; set; }
}

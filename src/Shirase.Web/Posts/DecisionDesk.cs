using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;

namespace Shirase.Web.Posts;

/// <summary>What one person may do at the decision screen now, and why not.</summary>
public sealed class DecisionDesk(CaseFile file)
{
    public RouteStep? Step => file.Open.Step;

    /// <summary>Why this person cannot act in the step where it waits; null when he can.</summary>
    public Refusal? Why { get; } = file.Application.WhyNot(file.Viewer.Act(file.Now), file.Seat, file.Regulation);

    /// <summary>True in the steps that end with an approval.</summary>
    public bool Decides => Why is null && Step is { Kind: StepKind.Decision or StepKind.Examination };

    public bool Assigns => file.Seat is not null && Step is { Kind: StepKind.Assignment } && !file.Application.IsOnHold;

    public bool Examines => Decides && Step is { Kind: StepKind.Examination };

    /// <summary>True where the sentences of the step are ticked one by one: in the examination, and where nobody examines after the decision.</summary>
    public bool Ticks => Examines || (Decides && file.Regulation.Route(file.Application.Route)?.IsWithinUnit == true && Lines.Count > 0);

    public bool IsProxy => file.Seat?.IsDeputy == true;

    /// <summary>True where one of the buttons of a decision can be shown.</summary>
    public bool Acts => Decides || Assigns;

    public bool MayHold => file.IsManager && !file.Application.IsFinal && file.Application.SubmittedAt is not null;

    public bool MayReexamine => (file.IsManager || file.IsOfficer) && file.Application.State == ApplicationState.ReadyToPublish
        && file.Regulation.Route(file.Application.Route)?.Steps.Any(s => s.Kind == StepKind.Examination) == true;

    /// <summary>The manager may decide otherwise than the officer who returned it (gx-12-4-2).</summary>
    public bool MayOverrule => file.IsManager && !file.Application.IsOnHold && file.Application.StandingReturn is { } last
        && file.Regulation.Route(file.Application.Route)?.Step(last.Step)?.Kind == StepKind.Examination;

    public bool MayRecordCall => file.IsPrOfficer && Step is { ByTelephone: true } && !file.Application.IsOnHold;

    public bool MayConsult => !file.Application.IsFinal && file.Application.SubmittedAt is not null && (file.IsOfUnit || file.IsOfficer || file.IsManager);

    public bool MayProposeWording => Examines && file.Content.Kind == PostKind.Post && file.Application.OpenProposal() is null;

    /// <summary>Those who may act in the step where it waits: holders, then deputies (gx-15-1-3).</summary>
    public IReadOnlyList<StaffId> Actors => Step is { } step && step.Kind != StepKind.Dispatch ? [.. Notices.ActorsOf(file.Open, step).Distinct()] : [];

    /// <summary>The step that follows an approval; a form that is sent on its own goes on to the one behind.</summary>
    public RouteStep? Next
    {
        get
        {
            var steps = file.Regulation.Route(file.Application.Route)?.Steps ?? [];
            var here = steps.ToList().FindIndex(s => s.Id == Step?.Id);
            var next = here >= 0 && here + 1 < steps.Count ? steps[here + 1] : null;
            return next is { Kind: StepKind.Dispatch } && here + 2 < steps.Count ? steps[here + 2] : next;
        }
    }

    /// <summary>Sentences of the step that are confirmed line by line; the head confirms his by approving.</summary>
    public IReadOnlyList<Attestation> Lines => Step is { } step ? file.Application.OpenAttestations(file.Regulation, step.Id) : [];

    /// <summary>Sentences that this person has to read afterwards or countersign.</summary>
    public static IReadOnlyList<Decision> ToSettle(CaseFile file) =>
        [.. file.Application.Decisions.Where(d => d.IsUnsettled && file.Viewer.Staff == (d.RecordedBy is null ? d.ActsFor : d.By))];
}

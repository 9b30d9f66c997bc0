using Shirase.Core.People;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public sealed partial class PostApplication
{
    /// <summary>承認: in the step where it waits. Binds to exactly the current content; a deputy's is a 代決.</summary>
    /// <param name="seat">The seat the person acts from, or null when he has none in this step.</param>
    /// <param name="confirmed">Sentences of the step that the person confirms with it.</param>
    /// <param name="context">What the system itself may do next: sending and assigning.</param>
    public Refusal? Approve(Act act, Seat? seat, Regulation regulation, IEnumerable<string> confirmed, RouteContext context)
    {
        if (Guard(act, seat, regulation, out var step) is { } refusal)
        {
            return refusal;
        }

        if (step!.Kind is not (StepKind.Decision or StepKind.Examination))
        {
            return new NotWaitingForDecision();
        }

        if (seat!.IsDeputy && string.IsNullOrWhiteSpace(act.Why))
        {
            return new ProxyNeedsReason(regulation.ClauseFor("verb:proxy-approve") ?? step.Clause);
        }

        if (OpenAttestations(regulation, "application") is [var open, ..])
        {
            return new AttestationIsOpen(open);
        }

        if (OpenProposal() is not null)
        {
            return new ProposalIsOpen(regulation.ClauseFor("verb:accept-wording"));
        }

        if (HeldBy(regulation) is { By: var role } held && role != seat.Role)
        {
            return new HeldForAnotherRole(regulation.Role(role)?.Name ?? new(role, role), held.Why, held.Clause);
        }

        if (step.ConsultClause is { } consult && UnitsToConsult() is { Count: > 0 } left)
        {
            return new ConsultationIsOpen(context.NamesOf(left), consult);
        }

        if (seat.Role == step.StandIn && !step.Roles.Contains(seat.Role) && string.IsNullOrWhiteSpace(act.Why))
        {
            return new StandInNotesConsultation(regulation.Role(step.Roles[0])?.Name ?? step.Name, regulation.Role(step.Roles[0])?.Clause ?? step.Clause);
        }

        if (step.Kind == StepKind.Examination && SettlesObjections(regulation) && Objecting() is { Count: > 0 } against && string.IsNullOrWhiteSpace(act.Why))
        {
            return new ObjectionNeedsReason(context.NamesOf(against), regulation.Gate("consultation")!.Clause);
        }

        var ticked = confirmed.ToHashSet(StringComparer.Ordinal);
        if (OpenAttestations(regulation, step.Id).FirstOrDefault(a => !ticked.Contains(a.Id)) is { } unanswered)
        {
            return new ChecklistLineIsOpen(unanswered);
        }

        foreach (var attestation in OpenAttestations(regulation, step.Id))
        {
            AddConfirmation(act, attestation.Id, "");
        }

        _decisions.Add(NewDecision(step.Id, Verb.Approve, act, seat, step.Clause, "", forUnit: step.AllOf is null ? null : seat.Unit));
        if (step.AllOf is null || OpenUnits(step).Count == 0)
        {
            Advance(act, regulation, step, context);
        }

        Changed(act);
        return null;
    }

    /// <summary>
    /// The one role that decides on it: because a rule says so that found something the author kept with a reason, or because it is a text on
    /// a flare-up; null where whoever decides may.
    /// </summary>
    public HeldFor? HeldBy(Regulation regulation)
    {
        if (HeldByFlareUp(regulation) is { } held)
        {
            return held;
        }

        return regulation.Checks.FirstOrDefault(r => r is { Effect: Effect.Hold, By: not null } && Current.Content.KeptReasons.Keys.Any(k => Finding.RuleOf(k) == r.Id)) is { By: { } by } rule
            ? new(by, rule.Clause, new("理由を付けて残された語があります", "It holds words kept with a reason"))
            : null;
    }

    /// <summary>差戻し: back to the author, who may change it and file it again.</summary>
    /// <param name="reasonCode">Reason code; asked for in the examination.</param>
    public Refusal? Return(Act act, Seat? seat, Regulation regulation, string reasonCode) =>
        End(act, seat, regulation, reasonCode, Verb.Return, ApplicationState.Returned);

    /// <summary>却下: ends the case.</summary>
    public Refusal? Reject(Act act, Seat? seat, Regulation regulation, string reasonCode) =>
        End(act, seat, regulation, reasonCode, Verb.Reject, ApplicationState.Rejected);

    /// <summary>送付: the decided form goes to the manager. Refused while the head has not decided on exactly this content.</summary>
    public Refusal? Dispatch(Act act, Regulation regulation, RouteContext context)
    {
        if (State is ApplicationState.InRoute && regulation.Route(Route)!.Step(Step)!.Kind == StepKind.Decision)
        {
            return new HeadHasNotDecided(FirstStep(regulation).Clause);
        }

        if (!IsAt(StepKind.Dispatch, regulation))
        {
            return IsEditable ? new HeadHasNotDecided(FirstStep(regulation).Clause) : new NotWaitingForDecision();
        }

        if (!IsDecidedAt(FirstStep(regulation).Id))
        {
            return new HeadDecisionIsVoid(FirstStep(regulation).Clause);
        }

        if (act.Why is { Length: > 0 } why)
        {
            ShortNoticeReason = why.Trim();
        }

        var step = regulation.Route(Route)!.Step(Step)!;
        if (NeedsShortNoticeReason(act.At, regulation, context))
        {
            return new ShortNoticeNeedsReason(context.Lead, regulation.ClauseFor("setting:lead-days"));
        }

        Sent(act, regulation, step, context);
        Changed(act);
        return null;
    }

    /// <summary>検討の指示: the manager has the officer examine it (gx-12-3-1).</summary>
    public Refusal? Assign(Act act, Seat? seat, Regulation regulation)
    {
        if (!IsAt(StepKind.Assignment, regulation))
        {
            return new NotWaitingForDecision();
        }

        if (seat is null)
        {
            return new NoSeatInThisStep(regulation.Route(Route)!.Step(Step)!);
        }

        var step = regulation.Route(Route)!.Step(Step)!;
        Note(step.Id, Verb.Assign, act, seat, step.Clause);
        Step = NextStep(regulation, step).Id;
        Changed(act);
        return null;
    }

    /// <summary>後閲: the holder reads what a deputy decided, or countersigns what was decided by telephone.</summary>
    public Refusal? Settle(Act act, Guid decision, bool agrees)
    {
        if (_decisions.Find(d => d.Id == decision) is not { IsUnsettled: true } d)
        {
            return new NothingToSettle();
        }

        if (act.By != (d.RecordedBy is null ? d.ActsFor : d.By))
        {
            return new NotYoursToSettle();
        }

        if (!agrees && string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(d.Clause);
        }

        d.Settle(act.At);
        _decisions.Add(NewDecision(
            d.Step, d.RecordedBy is null ? Verb.InspectLater : agrees ? Verb.Countersign : Verb.Disown, act, null, d.Clause, "", forUnit: d.ForUnit));
        if (!agrees && State == ApplicationState.ReadyToPublish)
        {
            (State, Step) = (ApplicationState.InRoute, d.Step);
        }

        Changed(act);
        return null;
    }

    /// <summary>Why this person cannot decide in the step where it waits now, as a sentence; null when he can, be it with a reason.</summary>
    public Refusal? WhyNot(Act act, Seat? seat, Regulation regulation) => Guard(act with { Why = act.Why ?? "…" }, seat, regulation, out _);

    private Refusal? Guard(Act act, Seat? seat, Regulation regulation, out RouteStep? step)
    {
        step = State == ApplicationState.InRoute ? regulation.Route(Route)?.Step(Step) : null;
        return step is null ? new NotWaitingForDecision()
            : IsOnHold ? new IsHeld(regulation.ClauseFor("verb:hold"))
            : seat is null ? new NoSeatInThisStep(step)
            : !IsTouchedBy(act.By) ? null
            : !regulation.Flag("self-approval-with-reason", false) ? new TouchedContentCannotDecide(step.Clause)
            : string.IsNullOrWhiteSpace(act.Why) ? new OwnDraftNeedsReason(step.Clause)
            : null;
    }

    private Refusal? End(Act act, Seat? seat, Regulation regulation, string reasonCode, Verb verb, ApplicationState state)
    {
        if (Guard(act, seat, regulation, out var step) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(regulation.ClauseFor("verb:return") ?? step!.Clause);
        }

        if (step!.Kind == StepKind.Examination && regulation.ReasonCodes.Count > 0 && regulation.ReasonCodes.All(c => c.Id != reasonCode))
        {
            return new ReasonCodeNeeded(regulation.ClauseFor("verb:return") ?? step.Clause);
        }

        Note(step.Id, verb, act, seat, step.Clause, reasonCode);
        (State, Step) = (state, "");
        Changed(act);
        return null;
    }

    private void Advance(Act act, Regulation regulation, RouteStep from, RouteContext context)
    {
        var next = NextStep(regulation, from);
        Step = next.Id;
        if (next.Kind == StepKind.Publication)
        {
            State = ApplicationState.ReadyToPublish;
        }
        else if (next.Kind == StepKind.Dispatch && !NeedsShortNoticeReason(act.At, regulation, context))
        {
            Sent(act with { Why = null }, regulation, next, context);
        }
    }

    private void Sent(Act act, Regulation regulation, RouteStep step, RouteContext context)
    {
        DispatchedAt = act.At;
        Note(step.Id, Verb.Dispatch, act with { Why = ShortNoticeReason.Length > 0 ? ShortNoticeReason : Exemption(act.At, regulation, context) }, clause: step.Clause);
        var next = NextStep(regulation, step);
        Step = next.Id;
        if (next.Kind == StepKind.Assignment && context.Standing is { } standing)
        {
            Note(next.Id, Verb.Assign, new Act(standing.By, act.At, standing.Text), clause: next.Clause);
            Step = NextStep(regulation, next).Id;
        }
    }

    // A ground of the urgent path stands for the reason of short notice (gx-12-2-2)
    private string? Exemption(DateTimeOffset at, Regulation regulation, RouteContext context) =>
        context.Lead.IsShortAt(at) && regulation.Route(Route)!.Grounds.FirstOrDefault(g => g.Id == Current.Content.Ground) is { } ground
            ? $"期限の例外：{regulation.Clause(ground.Clause)?.Reference ?? ground.Clause}"
            : null;

    private bool NeedsShortNoticeReason(DateTimeOffset at, Regulation regulation, RouteContext context) =>
        context.Lead.IsShortAt(at) && !regulation.Route(Route)!.IsUrgent && ShortNoticeReason.Length < context.Lead.MinReason;

    private RouteStep NextStep(Regulation regulation, RouteStep from)
    {
        var steps = regulation.Route(Route)!.Steps;
        for (var i = 0; i < steps.Count - 1; i++)
        {
            if (steps[i].Id == from.Id)
            {
                return steps[i + 1];
            }
        }

        throw new InvalidOperationException($"Route {Route} has nothing after {from.Id}.");
    }
}

/// <summary>What the system may do by itself after a decision.</summary>
/// <param name="Lead">The one-week rule for this case.</param>
/// <param name="Standing">The manager's standing instruction, or null (gx-12-3-1).</param>
public sealed record RouteContext(LeadTime Lead, StandingInstruction? Standing)
{
    /// <summary>Names of the units that the case may concern.</summary>
    public IReadOnlyDictionary<UnitId, Localized> Units { get; init; } = new Dictionary<UnitId, Localized>();

    public Localized NamesOf(IEnumerable<UnitId> units)
    {
        var names = units.Select(u => Units.GetValueOrDefault(u) ?? new("—", "—")).ToList();
        return new(string.Join('、', names.Select(n => n.Ja)), string.Join(", ", names.Select(n => n.En)));
    }
}

/// <summary>A standing instruction of the manager that sends every received form on to the officer at once.</summary>
/// <param name="By">The manager who gave it.</param>
/// <param name="Text">Cited in the course of every case it moved.</param>
public sealed record StandingInstruction(StaffId By, string Text);

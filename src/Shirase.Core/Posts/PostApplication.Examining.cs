using Shirase.Core.People;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public sealed partial class PostApplication
{
    /// <summary>The officer proposes wording; he does not touch the text himself (gx-3-2-b-2).</summary>
    public Refusal? ProposeWording(Act act, Seat? seat, Regulation regulation, string subject, string body)
    {
        if (Guard(act, seat, regulation, out var step) is { } refusal)
        {
            return refusal;
        }

        if (step!.Kind != StepKind.Examination)
        {
            return new NotWaitingForDecision();
        }

        if (subject == Current.Content.Subject && ComposedText.Lf(body) == ComposedText.Lf(Current.Content.Body))
        {
            return new ProposalChangesNothing();
        }

        var proposal = new Decision(
            Guid.CreateVersion7(act.At), _decisions.Count + 1, step.Id, Verb.ProposeWording, act.By, seat!.Role, seat.IsDeputy, null, act.At, Current.Number, Current.Hash, act.Why?.Trim() ?? "")
        { Clause = regulation.ClauseFor("verb:propose-wording"), ProposedSubject = subject, ProposedBody = body };
        _decisions.Add(proposal);
        Changed(act);
        return null;
    }

    /// <summary>
    /// The applicant's unit accepts the proposal: a new version by the one who accepts. The head's decision is carried over
    /// for a change of typography only; anything more goes back to the head.
    /// </summary>
    /// <param name="maxCharacters">Most characters that count as typography (setting typography-max-characters).</param>
    public Refusal? AcceptWording(Act act, Regulation regulation, int maxCharacters)
    {
        if (OpenProposal() is not { } proposal)
        {
            return new NoOpenProposal();
        }

        if (act.By == proposal.By)
        {
            return new ProposerCannotAccept(regulation.ClauseFor("verb:accept-wording"));
        }

        var before = Current;
        var after = before.Content with { Subject = proposal.ProposedSubject, Body = proposal.ProposedBody };
        var head = StandingApprovals().FirstOrDefault(d => d.Step == FirstStep(regulation).Id);
        var confirmed = _confirmations.Where(c => c.ContentHash == before.Hash).ToList();
        var typographic = Typography.IsAllThatChanges(before.Content, after, maxCharacters);

        _versions.Add(ContentVersion.Of(before.Number + 1, after, act));
        Current.Freeze(act.At);
        Note("application", Verb.AcceptWording, act, clause: regulation.ClauseFor("verb:accept-wording"));
        if (typographic && head is not null)
        {
            foreach (var c in confirmed)
            {
                _confirmations.Add(new Confirmation(Guid.CreateVersion7(act.At), c.Attestation, c.By, c.At, Current.Number, Current.Hash, c.Note));
            }

            Note(head.Step, Verb.CarryOver, new Act(head.By, act.At), new Seat(Regulation, head.Role, Unit), regulation.ClauseFor("verb:accept-wording"));
        }
        else
        {
            (State, Step) = (ApplicationState.Returned, "");
        }

        Changed(act);
        return null;
    }

    /// <summary>The applicant's unit does not take the proposal; the officer decides on the text as it stands.</summary>
    public Refusal? DeclineWording(Act act, Regulation regulation)
    {
        if (OpenProposal() is null)
        {
            return new NoOpenProposal();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(regulation.ClauseFor("verb:accept-wording"));
        }

        Note("application", Verb.DeclineWording, act, clause: regulation.ClauseFor("verb:accept-wording"));
        Changed(act);
        return null;
    }

    /// <summary>The manager decides otherwise than the officer who found it unsuitable (gx-3-2-b-1, gx-12-4-2).</summary>
    public Refusal? Overrule(Act act, Seat? manager, Regulation regulation)
    {
        var route = regulation.Route(Route)!;
        if (route.Steps.FirstOrDefault(s => s.Kind == StepKind.Examination) is not { } examination || StandingReturn?.Step != examination.Id)
        {
            return new NothingToOverrule();
        }

        if (IsOnHold)
        {
            return new IsHeld(regulation.ClauseFor("verb:hold"));
        }

        if (manager is null)
        {
            return new NoSeatInThisStep(examination);
        }

        if (IsTouchedBy(act.By))
        {
            return new TouchedContentCannotDecide(examination.Clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(regulation.ClauseFor("verb:overrule"));
        }

        Note(examination.Id, Verb.Overrule, act, manager, regulation.ClauseFor("verb:overrule"));
        (State, Step) = (ApplicationState.ReadyToPublish, route.Steps.First(s => s.Kind == StepKind.Publication).Id);
        Changed(act);
        return null;
    }

    /// <summary>保留: nothing moves or goes out until it is released (gx-3-2-b-1).</summary>
    public Refusal? Hold(Act act, Seat? manager, Regulation regulation)
    {
        if (manager is null)
        {
            return new OnlyTheManagerHolds(regulation.ClauseFor("verb:hold"));
        }

        if (IsFinal)
        {
            return new CaseIsClosed();
        }

        if (!IsOnHold && string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(regulation.ClauseFor("verb:hold"));
        }

        IsOnHold = !IsOnHold;
        Note(Step.Length == 0 ? "application" : Step, IsOnHold ? Verb.Hold : Verb.Release, act, manager, regulation.ClauseFor("verb:hold"));
        Changed(act);
        return null;
    }

    /// <summary>再審査: officer or manager takes what waits for publication back to the examination, such as when a repost's target changed.</summary>
    /// <param name="targetNow">The text of a repost's target as it stands now: the decision that follows is on this one.</param>
    public Refusal? Reexamine(Act act, Seat? seat, Regulation regulation, string? targetNow = null)
    {
        var examination = regulation.Route(Route)?.Steps.FirstOrDefault(s => s.Kind == StepKind.Examination);
        if (State != ApplicationState.ReadyToPublish || examination is null)
        {
            return new NotWaitingForDecision();
        }

        if (seat is null)
        {
            return new NoSeatInThisStep(examination);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(examination.Clause);
        }

        _decisions.Add(NewDecision(examination.Id, Verb.Reexamine, act, seat, examination.Clause, "", targetNow ?? ""));
        (State, Step) = (ApplicationState.InRoute, examination.Id);
        Changed(act);
        return null;
    }

    /// <summary>Opens a question the regulation does not answer (gx-16); nothing goes out until both sides confirm.</summary>
    public Refusal? Consult(Act act, string question)
    {
        if (IsFinal)
        {
            return new CaseIsClosed();
        }

        if (string.IsNullOrWhiteSpace(question))
        {
            return new ReasonNeeded(null);
        }

        _consultations.Add(new Consultation(Guid.CreateVersion7(act.At), question.Trim(), act.By, act.At));
        Changed(act);
        return null;
    }

    /// <summary>One side confirms the agreed outcome.</summary>
    /// <param name="publicRelations">True for the PR division's side, false for the applicant's unit.</param>
    public Refusal? ConfirmConsultation(Act act, Guid consultation, string outcome, bool publicRelations)
    {
        if (_consultations.Find(c => c.Id == consultation) is not { IsOpen: true } open)
        {
            return new NothingToSettle();
        }

        if (string.IsNullOrWhiteSpace(outcome))
        {
            return new ReasonNeeded(null);
        }

        open.Confirm(act, outcome.Trim(), publicRelations);
        Changed(act);
        return null;
    }

    /// <summary>A decision given by telephone, written down by the PR officer and countersigned later (gx-10-2-0).</summary>
    /// <param name="decider">The person who decided.</param>
    /// <param name="seat">That person's seat in the step.</param>
    /// <param name="decidedAt">When the call was.</param>
    /// <param name="due">Last moment for the countersignature.</param>
    public Refusal? RecordTelephoneDecision(
        Act act, StaffId decider, Seat? seat, DateTimeOffset decidedAt, DateTimeOffset due, Regulation regulation)
    {
        if (Guard(act with { By = decider }, seat, regulation, out var step) is { } refusal)
        {
            return refusal;
        }

        if (!step!.ByTelephone)
        {
            return new NoTelephoneDecisionHere(step.Clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(step.Clause);
        }

        if (decidedAt > act.At)
        {
            return new TelephoneCallLiesAhead();
        }

        _decisions.Add(new Decision(
            Guid.CreateVersion7(act.At), _decisions.Count + 1, step.Id, Verb.Approve, decider, seat!.Role, seat.IsDeputy, seat.ActsFor, decidedAt, Current.Number, Current.Hash, act.Why.Trim())
        { Clause = step.Clause, RecordedBy = act.By, CountersignDue = due });
        (State, Step) = (ApplicationState.ReadyToPublish, NextStep(regulation, step).Id);
        Changed(act);
        return null;
    }

    /// <summary>The first account stands published.</summary>
    public void MarkPublished(DateTimeOffset at)
    {
        if (State == ApplicationState.ReadyToPublish)
        {
            (State, Step) = (ApplicationState.Published, "");
            Changed(at);
        }
    }

    /// <summary>Nothing of it stands anywhere any more.</summary>
    public void MarkRemoved(DateTimeOffset at)
    {
        // Also where the answer of the only publication was lost: what was ordered gone does not wait on the desk again
        if (State is ApplicationState.Published or ApplicationState.ReadyToPublish)
        {
            (State, Step) = (ApplicationState.Removed, "");
            Changed(at);
        }
    }
}

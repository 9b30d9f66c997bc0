using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public sealed partial class PostApplication
{
    /// <summary>Writes the draft. A frozen version stays; the change becomes the next one and voids every approval.</summary>
    /// <param name="revision">The revision the writer was shown.</param>
    public Refusal? Edit(Act act, PostContent content, int revision, Regulation regulation)
    {
        if (!IsEditable && !IsAt(StepKind.Dispatch, regulation))
        {
            return new NotEditable(regulation.ClauseFor("step:dispatch"));
        }

        if (revision != Revision)
        {
            return new ChangedMeanwhile();
        }

        if (content.Hash() == Current.Hash)
        {
            return null;
        }

        if (Current.FrozenAt is null)
        {
            Current.Replace(content, act);
        }
        else
        {
            _versions.Add(ContentVersion.Of(Current.Number + 1, content, act));
        }

        Changed(act);
        return null;
    }

    /// <summary>Files the application for decision (決裁に回す).</summary>
    /// <param name="findings">Findings of the current content at submission.</param>
    /// <param name="confirmed">Ids of the sentences the author ticks.</param>
    /// <param name="closing">What closes the path of the chosen ground; then the case takes the ordinary one.</param>
    /// <param name="number">整理番号 to give when it has none yet.</param>
    public Refusal? Submit(
        Act act, Regulation regulation, IReadOnlyList<Finding> findings, IEnumerable<string> confirmed, string number, LeadTime lead, IReadOnlyList<Finding>? closing = null)
    {
        if (!IsEditable && !(IsAt(StepKind.Dispatch, regulation) && !IsDecidedAt(FirstStep(regulation).Id)))
        {
            return new NotSubmittable();
        }

        if (findings.FirstOrDefault(f => f.Effect == Effect.Refuse) is { } refused)
        {
            return new FindingRefuses(refused);
        }

        if (findings.FirstOrDefault(f => f.Effect is Effect.Warn or Effect.Hold && !HasReasonFor(f)) is { } unanswered)
        {
            return new ReasonIsMissing(unanswered);
        }

        var ticked = confirmed.ToHashSet(StringComparer.Ordinal);
        var asked = regulation.Attestations.Where(a => a.Step == "application" && !a.OtherThanAuthor).ToList();
        if (asked.Find(a => !ticked.Contains(a.Id) && ConfirmationOf(a.Id) is null) is { } open)
        {
            return new AttestationIsOpen(open);
        }

        var route = closing is { Count: > 0 } ? regulation.Routes.First(r => r.Grounds.Count == 0) : RouteFor(regulation);
        if (lead.IsShortAt(act.At) && !route.IsUrgent && ShortNoticeReason.Length < lead.MinReason && (act.Why?.Trim().Length ?? 0) < lead.MinReason)
        {
            return new ShortNoticeNeedsReason(lead, regulation.ClauseFor("setting:lead-days"));
        }

        if (act.Why is { Length: > 0 } why && lead.IsShortAt(act.At))
        {
            ShortNoticeReason = why.Trim();
        }

        Current.Freeze(act.At);
        Number = Number.Length == 0 ? number : Number;
        (State, Route, Step, SubmittedAt) = (ApplicationState.InRoute, route.Id, route.Steps[0].Id, act.At);
        Concerned = string.Join(' ', RelatedUnits);
        Note("application", Verb.Submit, closing is [var lost, ..] ? act with { Why = $"{lost.Message.Ja}運用所属長の承認に回します。" } : act, clause: closing is [var by, ..] ? by.Clause : null);
        foreach (var attestation in asked.Where(a => ticked.Contains(a.Id)))
        {
            AddConfirmation(act, attestation.Id, "");
        }

        Changed(act);
        return null;
    }

    /// <summary>A second person of the unit confirms a sentence that is not the author's to confirm (gx-13-4-3).</summary>
    /// <param name="singlePersonDuty">True when the author is alone on duty; then the reason stands in <see cref="Act.Why"/>.</param>
    public Refusal? Confirm(Act act, Attestation attestation, bool singlePersonDuty, Regulation regulation)
    {
        if (IsFinal)
        {
            return new CaseIsClosed();
        }

        if (attestation.OtherThanAuthor && IsTouchedBy(act.By))
        {
            if (!singlePersonDuty || !regulation.Flag("single-checker-allowed", true))
            {
                return new SecondCheckerIsAnother(attestation.Clause);
            }

            var least = regulation.Number("single-checker-reason-min", 10);
            if ((act.Why?.Trim().Length ?? 0) < least)
            {
                return new SinglePersonDutyNeedsReason(least, attestation.Clause);
            }
        }

        AddConfirmation(act, attestation.Id, act.Why?.Trim() ?? "");
        Changed(act);
        return null;
    }

    /// <summary>
    /// 引戻し: the author takes it back before the next person has acted. Where everything is decided within the unit, the unit may also take
    /// back what was approved, to change it; the approval is void then (is-2-4-b).
    /// </summary>
    public Refusal? Recall(Act act, Regulation regulation)
    {
        var approved = State == ApplicationState.ReadyToPublish && regulation.Route(Route)?.IsWithinUnit == true;
        if (!approved && (State != ApplicationState.InRoute || Step != FirstStep(regulation).Id))
        {
            return new TooLateToRecall();
        }

        if (!approved && act.By != Author)
        {
            return new OnlyTheAuthorRecalls();
        }

        Note("application", Verb.Recall, act);
        (State, Step) = (ApplicationState.Draft, "");
        Changed(act);
        return null;
    }

    /// <summary>取下げ: the applicant's unit gives the case up, any time before publication (gx-12-2-1).</summary>
    public Refusal? Withdraw(Act act)
    {
        if (IsFinal)
        {
            return new CaseIsClosed();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(null);
        }

        Note("application", Verb.Withdraw, act);
        (State, Step) = (ApplicationState.Withdrawn, "");
        Changed(act);
        return null;
    }

    /// <summary>報道発表の予定・延期: until it is recorded as made, nothing of the case leaves (gx-13-3-2).</summary>
    /// <param name="plannedAt">The new time.</param>
    public Refusal? PlanPressRelease(Act act, DateTimeOffset plannedAt, Regulation regulation)
    {
        var clause = regulation.ClauseFor("gate:press-release");
        if (State is not (ApplicationState.InRoute or ApplicationState.ReadyToPublish) || PressReleasedAt is not null)
        {
            return new NothingWaitsForRelease(clause);
        }

        if (plannedAt <= act.At)
        {
            return new PlanLiesBehind(clause);
        }

        PressPlannedAt = plannedAt;
        Note(Step, Verb.PlanRelease, act, clause: clause);
        Changed(act);
        return null;
    }

    /// <summary>What the post says otherwise than the release on record, in the order of the text; empty where nothing is on record.</summary>
    public IReadOnlyList<PressDifference> PressDifferences(string text) =>
        PressReleasedAt is null || PressReleaseText.Length == 0 ? [] : PressComparison.Differences(text, PressReleaseText);

    /// <summary>True when somebody looked at the differences of exactly this content from exactly this release.</summary>
    public bool ArePressDifferencesSettled =>
        _decisions.Where(d => d.Verb is Verb.SettlePress or Verb.RecordRelease).MaxBy(d => d.Order) is { Verb: Verb.SettlePress } last && last.ContentHash == Current.Hash;

    /// <summary>報道発表との違いの確認: they stay, for the reason given.</summary>
    public Refusal? SettlePressDifferences(Act act, Regulation regulation)
    {
        var clause = regulation.ClauseFor("check:reference-difference");
        if (PressReleasedAt is null || IsFinal)
        {
            return new NothingToSettle();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(clause);
        }

        Note(Step, Verb.SettlePress, act, clause: clause);
        Changed(act);
        return null;
    }

    /// <summary>
    /// 報道発表の記録: the release that the case waits for was made (gx-13-3-2). A fact beside the content, so approvals stand; the
    /// number or title of the release stands in <see cref="Act.Why"/>.
    /// </summary>
    /// <param name="madeAt">When it was made.</param>
    /// <param name="says">What it says of the case; the post is compared with it.</param>
    public Refusal? RecordPressRelease(Act act, DateTimeOffset madeAt, Regulation regulation, string says = "")
    {
        var clause = regulation.ClauseFor("gate:press-release");
        if (State is not (ApplicationState.InRoute or ApplicationState.ReadyToPublish))
        {
            return new NothingWaitsForRelease(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReleaseNeedsDocument(clause);
        }

        if (madeAt > act.At)
        {
            return new ReleaseLiesAhead(clause);
        }

        (PressReleasedAt, PressReleaseText) = (madeAt, says.Trim());
        Note(Step, Verb.RecordRelease, act, clause: clause);
        Changed(act);
        return null;
    }

    /// <summary>True when the author gave a reason for keeping what a finding speaks of.</summary>
    public bool HasReasonFor(Finding finding) =>
        Current.Content.KeptReasons.TryGetValue(finding.Key, out var reason) && reason.Trim().Length > 0;

    private Route RouteFor(Regulation regulation) =>
        regulation.Routes.FirstOrDefault(r => r.Grounds.Any(g => g.Id == Current.Content.Ground))
        ?? regulation.Routes.First(r => r.Grounds.Count == 0);

    private RouteStep FirstStep(Regulation regulation) =>
        (regulation.Route(Route) ?? regulation.Routes[0]).Steps[0];

    private bool IsAt(StepKind kind, Regulation regulation) =>
        State == ApplicationState.InRoute && regulation.Route(Route)?.Step(Step)?.Kind == kind;

    private void AddConfirmation(Act act, string attestation, string note) =>
        _confirmations.Add(new Confirmation(Guid.CreateVersion7(act.At), attestation, act.By, act.At, Current.Number, Current.Hash, note));
}

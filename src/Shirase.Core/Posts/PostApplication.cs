using Shirase.Core.People;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public enum ApplicationState
{
    /// <summary>下書き</summary>
    Draft,

    /// <summary>決裁・審査の途中</summary>
    InRoute,

    /// <summary>差戻し</summary>
    Returned,

    /// <summary>投稿待ち</summary>
    ReadyToPublish,

    /// <summary>投稿済</summary>
    Published,

    /// <summary>削除済</summary>
    Removed,

    /// <summary>却下</summary>
    Rejected,

    /// <summary>取下げ</summary>
    Withdrawn,
}

/// <summary>
/// A post application (投稿申請): its versions, its course through the route of one regulation version, its confirmations.
/// Verbs guard themselves; nobody sets a state from outside.
/// </summary>
public sealed partial class PostApplication
{
    private readonly List<ContentVersion> _versions = [];
    private readonly List<Decision> _decisions = [];
    private readonly List<Confirmation> _confirmations = [];
    private readonly List<Consultation> _consultations = [];

    private PostApplication()
    {
    }

    public PostApplicationId Id { get; private set; }

    public BodyId Body { get; private set; }

    /// <summary>整理番号 of section, year and serial, given at the first submission; empty before.</summary>
    public string Number { get; private set; } = "";

    public string Regulation { get; private set; } = "";

    /// <summary>The version of the regulation it was filed under and keeps.</summary>
    public string RegulationVersion { get; private set; } = "";

    public UnitId Unit { get; private set; }

    public StaffId Author { get; private set; }

    public ApplicationState State { get; private set; } = ApplicationState.Draft;

    /// <summary>Route id, from submission on.</summary>
    public string Route { get; private set; } = "ordinary";

    /// <summary>Id of the step it waits at; empty outside the route.</summary>
    public string Step { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was first published, rejected or withdrawn; it is judged by the local rules of that moment. Null while it runs.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When it was sent to the manager (送付); the one-week rule counts from here (reading A4).</summary>
    public DateTimeOffset? DispatchedAt { get; private set; }

    /// <summary>Why it is sent later than a week ahead (gx-12-2-2).</summary>
    public string ShortNoticeReason { get; private set; } = "";

    /// <summary>The published application that this one corrects, or null.</summary>
    public PostApplicationId? CorrectionOf { get; private set; }

    /// <summary>The published application of the same account that it goes on from (続きの投稿), or null (is-3-5-a).</summary>
    public PostApplicationId? ContinuationOf { get; private set; }

    /// <summary>When the press release on the matter was made, once recorded (gx-13-3-2).</summary>
    public DateTimeOffset? PressReleasedAt { get; private set; }

    /// <summary>When the press release is planned for, where it is on record; a postponement moves it.</summary>
    public DateTimeOffset? PressPlannedAt { get; private set; }

    /// <summary>What the release says of the case – day, place, ages, charges – as the press desk entered it; empty where it did not.</summary>
    public string PressReleaseText { get; private set; } = "";

    public bool IsOnHold { get; private set; }

    /// <summary>Rises with every change; a form posts the one it was shown, so that no change is lost unseen.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<ContentVersion> Versions => _versions;

    public IReadOnlyList<Decision> Decisions => _decisions;

    public IReadOnlyList<Confirmation> Confirmations => _confirmations;

    public IReadOnlyList<Consultation> Consultations => _consultations;

    /// <summary>The newest version.</summary>
    public ContentVersion Current => _versions.MaxBy(v => v.Number)!;

    public bool IsFinal => State is ApplicationState.Rejected or ApplicationState.Withdrawn or ApplicationState.Published or ApplicationState.Removed;

    public bool IsEditable => State is ApplicationState.Draft or ApplicationState.Returned;

    /// <summary>Begins a draft.</summary>
    public static PostApplication Begin(
        PostApplicationId id, BodyId body, Regulation regulation, UnitId unit, PostContent content, Act act, PostApplicationId? correctionOf = null)
    {
        var application = new PostApplication
        {
            Id = id,
            Body = body,
            Regulation = regulation.Slug,
            RegulationVersion = regulation.Version,
            Unit = unit,
            Author = act.By,
            CreatedAt = act.At,
            ChangedAt = act.At,
            CorrectionOf = correctionOf,
        };
        application._versions.Add(ContentVersion.Of(1, content, act));
        return application;
    }

    /// <summary>It is written to stand under an own post.</summary>
    public void Continue(PostApplicationId own) => ContinuationOf = own;

    /// <summary>True when this person wrote in any version: then he may not decide, whatever his role.</summary>
    public bool IsTouchedBy(StaffId staff) => _versions.Exists(v => v.IsTouchedBy(staff));

    /// <summary>The approvals that stand for exactly the current content, one a deciding step.</summary>
    public IEnumerable<Decision> StandingApprovals() =>
        _decisions.Where(d => d.Verb is Verb.Approve or Verb.CarryOver or Verb.Overrule
                && d.ContentHash == Current.Hash && !IsUndone(d))
            .GroupBy(d => (d.Step, d.ForUnit)).Select(g => g.MaxBy(d => d.Order)!);

    /// <summary>True when the step was decided for exactly the current content.</summary>
    public bool IsDecidedAt(string step)
    {
        var approvals = StandingApprovals().Where(d => d.Step == step).ToList();
        return approvals.Count > 0 && (approvals.TrueForAll(d => d.ForUnit is null) || RelatedUnits.All(u => approvals.Exists(d => d.ForUnit == u)));
    }

    /// <summary>The wording the officer proposed and the applicant's unit has not answered, or null (gx-3-2-b-2).</summary>
    public Decision? OpenProposal() =>
        _decisions.LastOrDefault(d => d.Verb is Verb.ProposeWording or Verb.AcceptWording or Verb.DeclineWording) is { Verb: Verb.ProposeWording } p
            ? p
            : null;

    /// <summary>
    /// The 差戻し by which it lies with the applicant's unit now; null when it lies elsewhere, or came back by accepted wording. What was
    /// noted since without moving it – a hold, its release, a later inspection – takes nothing from it.
    /// </summary>
    public Decision? StandingReturn =>
        State == ApplicationState.Returned && _decisions.Where(d => d.Verb is Verb.Return or Verb.AcceptWording).MaxBy(d => d.Order) is { Verb: Verb.Return } r ? r : null;

    /// <summary>True when the last re-examination was of exactly this text of a repost's target (gx-12-5-1).</summary>
    public bool IsReexaminedFor(string? targetNow) =>
        targetNow is { Length: > 0 } && _decisions.LastOrDefault(d => d.Verb == Verb.Reexamine)?.ProposedBody == targetNow;

    /// <summary>Whether a sentence stands confirmed for exactly the current content.</summary>
    public Confirmation? ConfirmationOf(string attestation) =>
        _confirmations.LastOrDefault(c => c.Attestation == attestation && c.ContentHash == Current.Hash);

    /// <summary>Sentences of a step that nobody confirmed for the current content.</summary>
    public IReadOnlyList<Attestation> OpenAttestations(Regulation regulation, string step) =>
        [.. regulation.Attestations.Where(a => a.Step == step && ConfirmationOf(a.Id) is null)];

    // A return or recall after a decision undoes it, even when the same words come back
    private bool IsUndone(Decision decision) =>
        _decisions.Exists(d => d.Order > decision.Order
            && (d.Verb is Verb.Recall or Verb.Disown
                || (d.Verb == Verb.Reexamine && d.Step == decision.Step)
                || (d.Verb == Verb.Return && decision.Verb != Verb.Overrule)))
        && !_decisions.Exists(d => d.Verb == Verb.Overrule && d.Order > decision.Order && d.ContentHash == decision.ContentHash);

    private void Note(string step, Verb verb, Act act, Seat? seat = null, string? clause = null, string reasonCode = "") =>
        _decisions.Add(NewDecision(step, verb, act, seat, clause, reasonCode));

    private Decision NewDecision(string step, Verb verb, Act act, Seat? seat, string? clause, string reasonCode, string seen = "", UnitId? forUnit = null) =>
        new(
            Guid.CreateVersion7(act.At),
            _decisions.Count + 1,
            step,
            verb,
            act.By,
            seat?.Role ?? "",
            seat?.IsDeputy ?? false,
            seat?.ActsFor,
            act.At,
            Current.Number,
            Current.Hash,
            act.Why?.Trim() ?? "")
        { Clause = clause, ReasonCode = reasonCode, ProposedBody = seen, ForUnit = forUnit };

    private void Changed(Act act) => Changed(act.At);

    private void Changed(DateTimeOffset at)
    {
        ChangedAt = at;
        Revision++;
        if (IsFinal)
        {
            SettledAt ??= at;
        }
    }
}

namespace Shirase.Core.Posts;

/// <summary>What was done in a step, in the office's words.</summary>
public enum Verb
{
    /// <summary>提出（決裁に回す）</summary>
    Submit,

    /// <summary>承認・決裁</summary>
    Approve,

    /// <summary>差戻し: goes back, may be filed again.</summary>
    Return,

    /// <summary>却下: ends the case.</summary>
    Reject,

    /// <summary>引戻し: the author takes it back before anybody acted.</summary>
    Recall,

    /// <summary>取下げ: the applicant's unit gives it up.</summary>
    Withdraw,

    /// <summary>送付</summary>
    Dispatch,

    /// <summary>検討の指示</summary>
    Assign,

    /// <summary>The head's decision carried over to wording of the same meaning that the unit accepted (gx-3-2-b-2).</summary>
    CarryOver,

    /// <summary>The manager decides otherwise than the officer.</summary>
    Overrule,

    /// <summary>保留</summary>
    Hold,

    /// <summary>保留解除</summary>
    Release,

    /// <summary>後閲</summary>
    InspectLater,

    /// <summary>電話決裁の追認</summary>
    Countersign,

    /// <summary>電話決裁の否認</summary>
    Disown,

    /// <summary>文面の修正案</summary>
    ProposeWording,

    /// <summary>修正案への同意</summary>
    AcceptWording,

    /// <summary>修正案を受けない</summary>
    DeclineWording,

    /// <summary>再審査: taken back from the publisher's desk to the examination.</summary>
    Reexamine,

    /// <summary>報道発表の記録: the release that a case waited for was made (gx-13-3-2).</summary>
    RecordRelease,

    /// <summary>報道発表の予定・延期: the release that a case waits for is planned for a time (gx-13-3-2).</summary>
    PlanRelease,

    /// <summary>協議の回答: a related unit agreed or objected (is-2-5-b).</summary>
    AnswerUnit,

    /// <summary>上申: left to the head by somebody who could have decided (is-2-4-d).</summary>
    SendUp,

    /// <summary>報道発表との違いの確認: what differs from the release was looked at and stays (gx-13-4-2).</summary>
    SettlePress,

    /// <summary>公表した時間帯の外に発信する理由: given by whoever orders the publication (is-t-1-4).</summary>
    ExplainHours,
}

/// <summary>One line of a case's course (経過): who did what in which step, bound to the exact content.</summary>
public sealed class Decision(
    Guid id, int order, string step, Verb verb, StaffId by, string role, bool isProxy, StaffId? actsFor, DateTimeOffset at, int version, string contentHash, string opinion)
{
    public Guid Id { get; private set; } = id;

    public int Order { get; private set; } = order;

    /// <summary>Id of the route step, or <c>application</c> for acts of the author.</summary>
    public string Step { get; private set; } = step;

    public Verb Verb { get; private set; } = verb;

    public StaffId By { get; private set; } = by;

    /// <summary>Role of the regulation in which it was done; empty for acts of the author.</summary>
    public string Role { get; private set; } = role;

    /// <summary>True for a deputy (代決).</summary>
    public bool IsProxy { get; private set; } = isProxy;

    /// <summary>The holder for whom a deputy acted, or null.</summary>
    public StaffId? ActsFor { get; private set; } = actsFor;

    public DateTimeOffset At { get; private set; } = at;

    public int Version { get; private set; } = version;

    public string ContentHash { get; private set; } = contentHash;

    /// <summary>理由・意見.</summary>
    public string Opinion { get; private set; } = opinion;

    /// <summary>Reason code of the regulation, for a refusal by the officer.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>The clause that asks for the step, when it was done.</summary>
    public string? Clause { get; init; }

    /// <summary>Who wrote down a decision given by telephone; null for one made on screen.</summary>
    public StaffId? RecordedBy { get; init; }

    /// <summary>Last moment for the countersignature of a telephone decision.</summary>
    public DateTimeOffset? CountersignDue { get; init; }

    /// <summary>When the absent holder read it afterwards (後閲) or countersigned it.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The related unit for which it was done; null elsewhere (is-2-5-b, is-2-5-c).</summary>
    public UnitId? ForUnit { get; init; }

    /// <summary>Proposed subject and body, for <see cref="Verb.ProposeWording"/>.</summary>
    public string ProposedSubject { get; init; } = "";

    /// <summary>Proposed body; for <see cref="Verb.Reexamine"/> of a repost the target's text as it stood then (gx-12-5-1).</summary>
    public string ProposedBody { get; init; } = "";

    /// <summary>True when somebody still has to read or countersign it.</summary>
    public bool IsUnsettled => SettledAt is null && ((IsProxy && ActsFor is not null) || RecordedBy is not null);

    internal void Settle(DateTimeOffset at) => SettledAt = at;
}

/// <summary>A sentence confirmed by a named person (確認), for exactly this content.</summary>
public sealed class Confirmation(Guid id, string attestation, StaffId by, DateTimeOffset at, int version, string contentHash, string note)
{
    public Guid Id { get; private set; } = id;

    public string Attestation { get; private set; } = attestation;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public int Version { get; private set; } = version;

    public string ContentHash { get; private set; } = contentHash;

    /// <summary>Reason, where one was needed, such as single-person night duty.</summary>
    public string Note { get; private set; } = note;
}

/// <summary>A question the regulation does not answer, settled by both sides (gx-16).</summary>
public sealed class Consultation(Guid id, string question, StaffId openedBy, DateTimeOffset openedAt)
{
    public Guid Id { get; private set; } = id;

    public string Question { get; private set; } = question;

    public StaffId OpenedBy { get; private set; } = openedBy;

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;

    /// <summary>The wording both sides agree on.</summary>
    public string Outcome { get; private set; } = "";

    public StaffId? PublicRelationsBy { get; private set; }

    public DateTimeOffset? PublicRelationsAt { get; private set; }

    public StaffId? ApplicantBy { get; private set; }

    public DateTimeOffset? ApplicantAt { get; private set; }

    public bool IsOpen => PublicRelationsAt is null || ApplicantAt is null;

    /// <summary>Confirms the outcome for one side; a changed wording needs the other side's confirmation anew.</summary>
    internal void Confirm(Act act, string outcome, bool publicRelations)
    {
        if (outcome != Outcome)
        {
            (Outcome, PublicRelationsBy, PublicRelationsAt, ApplicantBy, ApplicantAt) = (outcome, null, null, null, null);
        }

        if (publicRelations)
        {
            (PublicRelationsBy, PublicRelationsAt) = (act.By, act.At);
        }
        else
        {
            (ApplicantBy, ApplicantAt) = (act.By, act.At);
        }
    }
}

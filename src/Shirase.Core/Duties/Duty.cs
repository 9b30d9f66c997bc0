using Shirase.Core.Regulations;

namespace Shirase.Core.Duties;

/// <summary>
/// One duty with its deadline (期限): opened by an event, the calendar or a person under the version in force then, which it keeps.
/// </summary>
public sealed class Duty(
    Guid id, BodyId body, string regulation, string version, string rule, string clause, string subject, string occasion,
    AccountId? account, UnitId? unit, string owner, DateTimeOffset openedAt, DateTimeOffset from, DateTimeOffset due, DutySuspends suspends, bool isUrgent)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Regulation { get; private set; } = regulation;

    public string Version { get; private set; } = version;

    /// <summary>Id of the <see cref="DutyRule"/>.</summary>
    public string Rule { get; private set; } = rule;

    public string Clause { get; private set; } = clause;

    /// <summary>What it is about, as the journal names it: <c>account/…</c>, <c>application/…</c>, <c>unit/…</c>, <c>body/…</c>.</summary>
    public string Subject { get; private set; } = subject;

    /// <summary>The event or day that opened it; rule, subject and occasion occur once, so nothing opens twice.</summary>
    public string Occasion { get; private set; } = occasion;

    public AccountId? Account { get; private set; } = account;

    /// <summary>The unit that it concerns; a role that is held unit by unit is that unit's. Null for the body as a whole.</summary>
    public UnitId? Unit { get; private set; } = unit;

    /// <summary>Role that has to do it.</summary>
    public string Owner { get; private set; } = owner;

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;

    /// <summary>From when on the time runs; may lie ahead, such as for a transfer entered early.</summary>
    public DateTimeOffset From { get; private set; } = from;

    /// <summary>The last moment in time.</summary>
    public DateTimeOffset Due { get; private set; } = due;

    public DutySuspends Suspends { get; private set; } = suspends;

    public bool IsUrgent { get; private set; } = isUrgent;

    /// <summary>When it is called to mind; fixed when it opens, so that a later change of a setting moves nothing.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>When others are told that it is overdue.</summary>
    public DateTimeOffset? EscalateAt { get; private set; }

    /// <summary>Who opened it by hand; null where the system did.</summary>
    public StaffId? OpenedBy { get; private set; }

    /// <summary>Why it was opened by hand, or what exactly the event named, such as a link.</summary>
    public string Why { get; private set; } = "";

    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? OverdueToldAt { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it; null where an event did.</summary>
    public StaffId? ClosedBy { get; private set; }

    /// <summary>What was done, or the verb of the journal that closed it.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Document number or address.</summary>
    public string Evidence { get; private set; } = "";

    public bool IsOpen => ClosedAt is null;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now > Due;

    /// <summary>True when it keeps its account from publishing now.</summary>
    public bool IsSuspending(DateTimeOffset now) => IsOpen && now >= From && Suspends switch
    {
        DutySuspends.AtOnce => true,
        DutySuspends.Overdue => now > Due,
        _ => false,
    };

    public void SetTelling(DateTimeOffset? remindAt, DateTimeOffset? escalateAt) => (RemindAt, EscalateAt) = (remindAt, escalateAt);

    public void SetAbout(string about) => Why = about;

    public void OpenByHand(Act act) => (OpenedBy, Why) = (act.By, act.Why ?? "");

    /// <summary>What has to be told now; told once each. Whoever is late anyway is not reminded any more.</summary>
    public IEnumerable<DutyTelling> Tell(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            yield break;
        }

        if (RemindAt <= now && RemindedAt is null)
        {
            RemindedAt = now;
            if (now <= Due)
            {
                yield return DutyTelling.Reminder;
            }
        }

        if (now > Due && OverdueToldAt is null)
        {
            OverdueToldAt = now;
            yield return DutyTelling.Overdue;
        }

        if (EscalateAt < now && EscalatedAt is null)
        {
            EscalatedAt = now;
            yield return DutyTelling.Escalation;
        }
    }

    /// <summary>Closes it because a person did it.</summary>
    public Refusal? Close(Act act, string? evidence, bool needsEvidence)
    {
        if (!IsOpen)
        {
            return new DutyIsClosed(Clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new OutcomeIsMissing(Clause);
        }

        if (needsEvidence && string.IsNullOrWhiteSpace(evidence))
        {
            return new EvidenceIsMissing(Clause);
        }

        (ClosedAt, ClosedBy, Outcome, Evidence) = (act.At, act.By, act.Why.Trim(), evidence?.Trim() ?? "");
        return null;
    }

    /// <summary>Closes it because what was to be done happened, as the journal tells.</summary>
    public void Fulfil(string verb, DateTimeOffset at) => (ClosedAt, Outcome) = (at, verb);
}

/// <summary>What is told of an open duty.</summary>
public enum DutyTelling
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>The deadline draws near.</summary>
    Reminder,

    /// <summary>The deadline passed.</summary>
    Overdue,

    /// <summary>It passed so long ago that others have to know.</summary>
    Escalation,
}

public sealed record DutyIsClosed(string? By) : Refusal(new Localized(
    "この期限は既に済んでいます。画面を開き直してください。", "It is done already. Open the page again."), By);

public sealed record OutcomeIsMissing(string? By) : Refusal(new Localized(
    "行ったこと、又は確かめたことを入力してください。", "Write what was done or found."), By);

public sealed record EvidenceIsMissing(string? By) : Refusal(new Localized(
    "根拠となる文書の番号又はアドレスを入力してください。", "Enter the number or address of the document that shows it."), By);

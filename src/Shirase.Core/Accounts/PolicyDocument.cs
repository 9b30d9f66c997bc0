using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

public enum PolicyDocumentState
{
    /// <summary>下書き; an account has one at most.</summary>
    Draft,

    /// <summary>策定済み; its words never change again.</summary>
    Adopted,

    /// <summary>取消し: it holds no longer from the day on which it was withdrawn.</summary>
    Withdrawn,
}

/// <summary>
/// One version of the policy that an account publishes (運用ポリシー, gx-5-1, is-2-2-a). A draft is changed until it is adopted; from then on
/// its words stand, whatever becomes of the regulation file or of the register.
/// </summary>
public sealed class PolicyDocument(Guid id, BodyId body, AccountId account, int number, string fillJson, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    public PolicyDocumentState State { get; private set; }

    /// <summary>What the unit put in.</summary>
    public string FillJson { get; private set; } = fillJson;

    /// <summary>Grows with every change; whoever saves says which one was shown.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Who wrote last.</summary>
    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The words as adopted; empty for a draft.</summary>
    public string TextJson { get; private set; } = "";

    /// <summary>SHA-256 of the words.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Version of the regulation by which it was looked at.</summary>
    public string RegulationVersion { get; private set; } = "";

    public StaffId? AdoptedBy { get; private set; }

    public DateTimeOffset? AdoptedAt { get; private set; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Why it was changed; empty for the first version.</summary>
    public string Why { get; private set; } = "";

    public StaffId? WithdrawnBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string WhyWithdrawn { get; private set; } = "";

    public PolicyFill Fill() => PolicyFill.FromJson(FillJson);

    public PolicyText Text() => PolicyText.FromJson(TextJson);

    /// <summary>A draft: empty, or beginning with what the unit put into the version before.</summary>
    public static PolicyDocument Begin(OfficialAccount account, PolicyDocument? newest, PolicyDocument? before, Act act) =>
        new(Guid.CreateVersion7(act.At), account.Body, account.Id, (newest?.Number ?? 0) + 1, before?.FillJson ?? new PolicyFill().ToJson(), act.By, act.At);

    /// <summary>Keeps what was written, complete or not.</summary>
    public Refusal? Save(PolicyFill fill, int seen, Act act)
    {
        if (State != PolicyDocumentState.Draft)
        {
            return new PolicyIsNoDraft();
        }

        if (seen != Revision)
        {
            return new PolicyChangedMeanwhile();
        }

        (FillJson, By, At, Revision) = (fill.ToJson(), act.By, act.At, Revision + 1);
        return null;
    }

    /// <summary>Adopts the draft: nothing may speak against it, and its words are frozen.</summary>
    /// <param name="subject">What the register says, on the day from which it shall hold.</param>
    /// <param name="before">The version that holds now, or null for the first.</param>
    public Refusal? Adopt(Regulation regulation, PolicySubject subject, PolicyDocument? before, Act act)
    {
        if (State != PolicyDocumentState.Draft)
        {
            return new PolicyIsNoDraft();
        }

        var stops = PolicyFindings.Of(regulation, subject, Fill()).Where(f => f.Stops).ToList();
        if (stops.Count > 0)
        {
            return new PolicyIsNotReady(stops, stops[0].Clause);
        }

        if (subject.Day < act.At.JapanDay() || subject.Day < before?.ValidFrom)
        {
            return new PolicyBeginsTooEarly(regulation.Policy!.Clause);
        }

        if (before is not null && string.IsNullOrWhiteSpace(act.Why))
        {
            return new PolicyNeedsReason();
        }

        var text = PolicyText.Of(regulation, subject, Fill());
        (State, TextJson, Hash, RegulationVersion) = (PolicyDocumentState.Adopted, text.ToJson(), text.Hash(), regulation.Version);
        (AdoptedBy, AdoptedAt, ValidFrom, Why, Revision) = (act.By, act.At, subject.Day, act.Why?.Trim() ?? "", Revision + 1);
        return null;
    }

    /// <summary>Takes an adopted version back; the one before holds again.</summary>
    public Refusal? Withdraw(Act act)
    {
        if (State != PolicyDocumentState.Adopted)
        {
            return new PolicyIsNotAdopted();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new PolicyNeedsReason();
        }

        (State, WithdrawnBy, WithdrawnAt, WhyWithdrawn, Revision) = (PolicyDocumentState.Withdrawn, act.By, act.At, act.Why.Trim(), Revision + 1);
        return null;
    }

    /// <summary>True on a day on which it was adopted, had begun and was not withdrawn.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (WithdrawnAt is not { } end || day < end.JapanDay());

    /// <summary>The version that held on a day; null when none did.</summary>
    public static PolicyDocument? On(IEnumerable<PolicyDocument> versions, DateOnly day) =>
        versions.Where(v => v.HoldsOn(day)).OrderByDescending(v => v.Number).FirstOrDefault();

    /// <summary>What differs between two versions, statement by statement, in the order of the newer one.</summary>
    public static IReadOnlyList<PolicyDifference> Differences(PolicyText before, PolicyText after) =>
    [
        .. after.Passages.Where(p => before.Of(p.Block) != p.Text).Select(p => new PolicyDifference(p.Block, p.Clause, p.Name, before.Of(p.Block), p.Text)),
        .. before.Passages.Where(p => after.Of(p.Block) is null).Select(p => new PolicyDifference(p.Block, p.Clause, p.Name, p.Text, null)),
    ];
}

/// <summary>A statement that was added, dropped or changed.</summary>
/// <param name="Before">Null where it was added.</param>
/// <param name="After">Null where it was dropped.</param>
public sealed record PolicyDifference(string Block, string Clause, Localized Name, string? Before, string? After);

public sealed record PolicyIsNoDraft() : Refusal(new Localized(
    "この版は策定済みのため変えられません。変えるときは、新しい版を作ってください。", "This version was adopted and cannot be changed. Begin a new one."));

public sealed record PolicyIsNotAdopted() : Refusal(new Localized(
    "取り消せるのは策定済みの版だけです。", "Only an adopted version can be withdrawn."));

public sealed record PolicyIsNotReady(IReadOnlyList<PolicyFinding> Findings, string? By) : Refusal(new Localized(
    $"まだ策定できません。次の{Findings.Count}件を直すか、理由を入力してください：{string.Join(' ', Findings.Take(5).Select(f => f.Message.Ja))}{(Findings.Count > 5 ? "ほか" : "")}",
    $"It cannot be adopted yet. Mend these {Findings.Count}, or say why: {string.Join(' ', Findings.Take(5).Select(f => f.Message.En))}{(Findings.Count > 5 ? " and more" : "")}"), By);

public sealed record PolicyBeginsTooEarly(string? By) : Refusal(new Localized(
    "適用する日は、今日以後で、今の版の適用日以後の日にしてください。", "It may hold from today on at the earliest, and not before the version that holds now."), By);

namespace Shirase.Core.Posts;

public enum PublicBodyState
{
    Proposed,
    Registered,
    Suspended,
    Declined,
}

/// <summary>An entry of the register of public bodies whose posts may be reposted and whose activities may be told (gx-8-2-2, gx-9-2).</summary>
public sealed class PublicBody(Guid id, BodyId body, string name, string @class, string handle, string proposalReason, StaffId proposedBy)
{
    /// <summary>Least characters of the written reason for a body of a highly public nature. Setting of ours; the document gives no figure.</summary>
    public const int MinReason = 10;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Name { get; private set; } = name;

    /// <summary><c>state</c>, <c>local-authority</c>, <c>highly-public-body</c> or <c>own-section</c>.</summary>
    public string Class { get; private set; } = @class;

    /// <summary>Handle without @; empty for a body named only for its activities.</summary>
    public string Handle { get; private set; } = handle;

    /// <summary>Hosts of its website, one a line.</summary>
    public string Hosts { get; private set; } = "";

    /// <summary>Page of the body's own site that names the account.</summary>
    public string ProofUrl { get; private set; } = "";

    public string ProposalReason { get; private set; } = proposalReason;

    public StaffId ProposedBy { get; private set; } = proposedBy;

    public PublicBodyState State { get; private set; } = PublicBodyState.Proposed;

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string DecisionReason { get; private set; } = "";

    /// <summary>Last day on which the entry may be relied on.</summary>
    public DateOnly? ReviewOn { get; private set; }

    public bool IsValidOn(DateOnly day) => State == PublicBodyState.Registered && (ReviewOn is null || day <= ReviewOn);

    public Refusal? Register(Act act, string proofUrl, string hosts, DateOnly reviewOn)
    {
        if (!Uri.TryCreate(proofUrl, UriKind.Absolute, out var u) || u.Scheme is not ("https" or "http"))
        {
            return new ProofIsMissing();
        }

        if (Class == "highly-public-body" && (act.Why?.Trim().Length ?? 0) < MinReason)
        {
            return new RegisterReasonIsMissing();
        }

        (State, DecidedBy, DecidedAt, DecisionReason) = (PublicBodyState.Registered, act.By, act.At, act.Why ?? "");
        (ProofUrl, Hosts, ReviewOn) = (proofUrl, hosts, reviewOn);
        return null;
    }

    public void Decline(Act act) =>
        (State, DecidedBy, DecidedAt, DecisionReason) = (PublicBodyState.Declined, act.By, act.At, act.Why ?? "");

    public void Suspend(Act act) =>
        (State, DecidedBy, DecidedAt, DecisionReason) = (PublicBodyState.Suspended, act.By, act.At, act.Why ?? "");
}

public sealed record ProofIsMissing() : Refusal(
    new("その機関自身のホームページで確認できるURLを入力してください。", "Enter the address of the body's own page that proves it."), "gx-8-2-2");

public sealed record RegisterReasonIsMissing() : Refusal(
    new("「公共性の高い機関」とする理由を10字以上で書いてください。", "Write why it is a body of a highly public nature, in at least 10 characters."), "gx-8-2-2");

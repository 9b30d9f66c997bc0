namespace Shirase.Core.Site;

public enum PermissionState
{
    Asked,
    Granted,
    Declined,
}

/// <summary>
/// 利用の申出: somebody asks to copy or reprint what an account posted (gx-p-5-1). Names stand here and never in the journal.
/// </summary>
public sealed class PermissionRequest(
    Guid id, BodyId body, string applicant, string way, string content, string purpose, StaffId enteredBy, DateTimeOffset enteredAt)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Who asks: name and, where there is one, office.</summary>
    public string Applicant { get; private set; } = applicant;

    /// <summary>How it came, such as 「電話」.</summary>
    public string Way { get; private set; } = way;

    /// <summary>What is to be used: the post or image.</summary>
    public string Content { get; private set; } = content;

    /// <summary>What for.</summary>
    public string Purpose { get; private set; } = purpose;

    public StaffId EnteredBy { get; private set; } = enteredBy;

    public DateTimeOffset EnteredAt { get; private set; } = enteredAt;

    public PermissionState State { get; private set; }

    /// <summary>Conditions of the permission; empty for none.</summary>
    public string Conditions { get; private set; } = "";

    /// <summary>Why it was declined; empty where it was granted.</summary>
    public string Why { get; private set; } = "";

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Grants it, with conditions or without.</summary>
    public Refusal? Grant(Act act, string conditions, string? clause)
    {
        if (State != PermissionState.Asked)
        {
            return new PermissionIsDecided(clause);
        }

        (State, Conditions, DecidedBy, DecidedAt) = (PermissionState.Granted, conditions.Trim(), act.By, act.At);
        return null;
    }

    /// <summary>Declines it with a reason.</summary>
    public Refusal? Decline(Act act, string? clause)
    {
        if (State != PermissionState.Asked)
        {
            return new PermissionIsDecided(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new DecliningNeedsReason(clause);
        }

        (State, Why, DecidedBy, DecidedAt) = (PermissionState.Declined, act.Why.Trim(), act.By, act.At);
        return null;
    }
}

public sealed record PermissionIsDecided(string? By) : Refusal(new Localized(
    "この申出は決定済みです。画面を開き直してください。", "This request is decided already. Open the page again."), By);

public sealed record DecliningNeedsReason(string? By) : Refusal(new Localized(
    "許可しない理由を入力してください。", "Say why it is declined."), By);

namespace Shirase.Core.Posts;

public enum StandardFormState
{
    Proposed,
    Approved,
    Retired,
}

/// <summary>
/// A standard form (定型) of a unit: its words are approved once by the head; who writes from it fills in the slots in braces, such as
/// 「{場所}」, and changes nothing else (is-2-4-d). A change of the words is a new form.
/// </summary>
public sealed class StandardForm(Guid id, BodyId body, UnitId unit, string name, string text, StaffId proposedBy, DateTimeOffset proposedAt)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public UnitId Unit { get; private set; } = unit;

    public string Name { get; private set; } = name;

    public string Text { get; private set; } = text;

    /// <summary>Document under which it was proposed; null for one of before this was kept. Once that is repealed nobody writes from the form (gm-0-3).</summary>
    public string? Regulation { get; private set; }

    public StandardForm Under(string? regulation)
    {
        Regulation = regulation;
        return this;
    }

    public StandardFormState State { get; private set; } = StandardFormState.Proposed;

    public StaffId ProposedBy { get; private set; } = proposedBy;

    public DateTimeOffset ProposedAt { get; private set; } = proposedAt;

    public StaffId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The head approves the words.</summary>
    public Refusal? Approve(Act act, string? clause)
    {
        if (State != StandardFormState.Proposed)
        {
            return new FormIsSettled(clause);
        }

        (State, ApprovedBy, ApprovedAt) = (StandardFormState.Approved, act.By, act.At);
        return null;
    }

    /// <summary>Nobody writes from it any more; what was published from it stays.</summary>
    public Refusal? Retire(Act act, string? clause)
    {
        if (State == StandardFormState.Retired)
        {
            return new FormIsSettled(clause);
        }

        (State, RetiredAt) = (StandardFormState.Retired, act.At);
        return null;
    }
}

public sealed record FormIsSettled(string? By) : Refusal(new Localized(
    "この様式は既に承認又は廃止されています。画面を開き直してください。", "This form has been approved or retired already. Reload the page."), By);

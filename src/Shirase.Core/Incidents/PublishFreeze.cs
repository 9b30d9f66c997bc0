namespace Shirase.Core.Incidents;

/// <summary>
/// 一斉停止: from one moment on nothing more goes out, for one account or for the whole body. Anybody who runs the account may
/// pull it alone; letting go takes two people.
/// </summary>
public sealed class PublishFreeze(Guid id, BodyId body, AccountId? account, StaffId by, DateTimeOffset at, string why)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The account it stops, or null for every account of the body.</summary>
    public AccountId? Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>May be empty: nobody has to write before he stops.</summary>
    public string Why { get; private set; } = why;

    public StaffId? ResumeAskedBy { get; private set; }

    public DateTimeOffset? ResumeAskedAt { get; private set; }

    public string ResumeWhy { get; private set; } = "";

    public StaffId? ResumedBy { get; private set; }

    public DateTimeOffset? ResumedAt { get; private set; }

    public bool IsInForce => ResumedAt is null;

    public bool Stops(AccountId account) => IsInForce && (Account is null || Account == account);

    /// <summary>The first of the two says that it may go on, and why.</summary>
    public Refusal? AskToResume(Act act)
    {
        if (!IsInForce)
        {
            return new NotFrozen();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ResumeNeedsReason();
        }

        (ResumeAskedBy, ResumeAskedAt, ResumeWhy) = (act.By, act.At, act.Why.Trim());
        return null;
    }

    /// <summary>The second lets it go on.</summary>
    public Refusal? Resume(Act act)
    {
        if (!IsInForce)
        {
            return new NotFrozen();
        }

        if (ResumeAskedBy is not { } first)
        {
            return new ResumeNotAsked();
        }

        if (first == act.By)
        {
            return new ResumeTakesTwo();
        }

        (ResumedBy, ResumedAt) = (act.By, act.At);
        return null;
    }
}

public sealed record NotFrozen() : Refusal(new Localized(
    "この一斉停止は既に解除されています。画面を開き直してください。", "This freeze is over already. Open the page again."));

public sealed record ResumeNeedsReason() : Refusal(new Localized(
    "解除する理由（確認したこと）を記入してください。", "Write why it may go on: what was checked."));

public sealed record ResumeNotAsked() : Refusal(new Localized(
    "先に別の職員が「解除を求める」を押し、確認したことを記入してください。", "Somebody else has to ask for it first and say what was checked."));

public sealed record ResumeTakesTwo() : Refusal(new Localized(
    "解除には二人の確認が必要です。解除を求めた人とは別の職員が「解除する」を押してください。",
    "It takes two people: somebody other than the one who asked has to confirm."));

namespace Shirase.Core.Accounts;

/// <summary>
/// An unavoidable rest of an account (やむを得ない休止): declared by whoever answers for it, with the reason and the last day. Nobody may simply
/// leave an account unused (to-8-2-a, to-8-2-b).
/// </summary>
public sealed class Dormancy(Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, DateOnly from, DateOnly until, string reason)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public DateOnly From { get; private set; } = from;

    /// <summary>The last day; after it somebody has to decide anew.</summary>
    public DateOnly Until { get; private set; } = until;

    public string Reason { get; private set; } = reason;

    /// <summary>When the account was taken up again; null while it rests.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    /// <summary>When it was told that the last day is over.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>A new rest, or why it cannot be declared.</summary>
    /// <param name="current">The rest that has not ended, or null.</param>
    /// <param name="clause">The clause of the account's document.</param>
    public static Result<Dormancy> Declare(OfficialAccount account, Dormancy? current, DateOnly? until, Act act, string? clause) =>
        account.State == AccountState.Deleted ? new AccountHasEnded()
        : current is { IsOpen: true } ? new RestsAlready(clause)
        : string.IsNullOrWhiteSpace(act.Why) ? new RestNeedsReason(clause)
        : until is not { } last || last <= act.At.JapanDay() ? new RestNeedsEnd(clause)
        : new Dormancy(Guid.CreateVersion7(act.At), account.Body, account.Id, act.By, act.At, act.At.JapanDay(), last, act.Why.Trim());

    public Refusal? Resume(Act act, string? clause)
    {
        if (!IsOpen)
        {
            return new RestsNoMore(clause);
        }

        (EndedAt, EndedBy) = (act.At, act.By);
        return null;
    }

    /// <summary>True once, when the last day is over and nobody took the account up again.</summary>
    public bool IsOverFor(DateTimeOffset now)
    {
        if (!IsOpen || OverAt is not null || now.JapanDay() <= Until)
        {
            return false;
        }

        OverAt = now;
        return true;
    }

    /// <summary>The days on which somebody has to log in, up to one day: each so many days after the first, while it rests.</summary>
    public IEnumerable<DateOnly> LogInDays(int every, DateOnly today)
    {
        var last = EndedAt is { } ended && ended.JapanDay() < Until ? ended.JapanDay() : Until;
        for (var day = From.AddDays(every); day <= today && day <= last; day = day.AddDays(every))
        {
            yield return day;
        }
    }
}

public sealed record RestNeedsReason(string? By) : Refusal(new Localized(
    "休止は原則としてできません。やむを得ない理由を入力してください。", "An account is not left unused. Write the reason that cannot be avoided."), By);

public sealed record RestNeedsEnd(string? By) : Refusal(new Localized(
    "休止の末日を、明日以後の日で入力してください。", "Enter the last day of the rest, tomorrow or later."), By);

public sealed record RestsAlready(string? By) : Refusal(new Localized(
    "既に休止しています。期間を改めるときは、再開してから休止してください。", "It rests already. To change the period, take it up again first."), By);

public sealed record RestsNoMore(string? By) : Refusal(new Localized(
    "この休止は既に終わっています。画面を開き直してください。", "This rest is over. Open the page again."), By);

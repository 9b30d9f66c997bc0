using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>Somebody who may know the password of an account, named one by one (to-7-2-i).</summary>
/// <param name="reason">Why there is one more than the document's figure; empty below it.</param>
public sealed class PasswordHolder(Guid id, BodyId body, AccountId account, StaffId staff, StaffId namedBy, DateTimeOffset at, string reason)
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId Staff { get; private set; } = staff;

    public StaffId NamedBy { get; private set; } = namedBy;

    public DateTimeOffset At { get; private set; } = at;

    public string Reason { get; private set; } = reason;

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt ??= at;

    /// <summary>One more holder, or why not.</summary>
    /// <param name="now">Those who may know it now.</param>
    public static Result<PasswordHolder> Name(OfficialAccount account, StaffId staff, IReadOnlyList<PasswordHolder> now, PasswordHolderRule rule, Act act) =>
        now.Any(h => h.Staff == staff) ? new HoldsItAlready(rule.Clause)
        : now.Count >= rule.Most && string.IsNullOrWhiteSpace(act.Why) ? new OneMoreNeedsReason(rule.Most, rule.Clause)
        : new PasswordHolder(Guid.CreateVersion7(act.At), account.Body, account.Id, staff, act.By, act.At, now.Count >= rule.Most ? act.Why!.Trim() : "");
}

public sealed record HoldsItAlready(string? By) : Refusal(new Localized(
    "その職員は既にパスワードを知る者として登録されています。", "That person is named already."), By);

public sealed record OneMoreNeedsReason(int Most, string? By) : Refusal(new Localized(
    $"パスワードを知る者は{Most}人までです。更に加えるときは理由を入力してください（一覧に表示します）。",
    $"At most {Most} people know the password. To add one more, give the reason; it stands in the list."), By);

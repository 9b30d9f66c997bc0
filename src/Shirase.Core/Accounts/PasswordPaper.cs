using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>A password that goes on paper: asked for with a reason, agreed to by a second person or entered with its keeper, printed once (is-f-6-b, ok-4-7-b).</summary>
/// <param name="keeper">Who keeps the paper; null where the document does not ask.</param>
/// <param name="place">Where it is kept; empty where the document does not ask.</param>
public sealed class PasswordPaper(
    Guid id, BodyId body, AccountId account, Guid password, StaffId askedBy, DateTimeOffset askedAt, string reason, StaffId? keeper, string place)
{
    /// <summary>Most characters of a place.</summary>
    public const int LongestPlace = 200;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public Guid Password { get; private set; } = password;

    public StaffId AskedBy { get; private set; } = askedBy;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    public string Reason { get; private set; } = reason;

    public StaffId? Keeper { get; private set; } = keeper;

    public string Place { get; private set; } = place;

    public StaffId? AgreedBy { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    public DateTimeOffset? PrintedAt { get; private set; }

    public DateTimeOffset? DestroyedAt { get; private set; }

    public StaffId? DestroyedBy { get; private set; }

    /// <summary>Who saw it destroyed.</summary>
    public StaffId? Witness { get; private set; }

    public static Result<PasswordPaper> Ask(AccountPassword password, PasswordPaperRule rule, Act act, StaffId? keeper, string? place) =>
        string.IsNullOrWhiteSpace(act.Why) ? new OpeningNeedsReason(rule.Clause)
        : rule.IsRegistered && (keeper is null || string.IsNullOrWhiteSpace(place)) ? new PaperNeedsKeeper(rule.Clause)
        : new PasswordPaper(
            Guid.CreateVersion7(act.At), password.Body, password.Account, password.Id, act.By, act.At, act.Why.Trim(),
            rule.IsRegistered ? keeper : null, rule.IsRegistered ? place!.Trim() : "");

    public Refusal? Agree(PasswordPaperRule rule, Act act)
    {
        if (act.By == AskedBy)
        {
            return new PaperNeedsSecond(rule.Clause);
        }

        if (AgreedAt is null)
        {
            (AgreedBy, AgreedAt) = (act.By, act.At);
        }

        return null;
    }

    /// <summary>The one print of it. Refused before it was agreed to, to others, and a second time.</summary>
    public Refusal? Print(PasswordPaperRule rule, Act act)
    {
        if (act.By != AskedBy || PrintedAt is not null)
        {
            return new PaperIsPrintedOnce(rule.Clause);
        }

        if (rule.BySecond && AgreedAt is null)
        {
            return new PaperNeedsSecond(rule.Clause);
        }

        PrintedAt = act.At;
        return null;
    }

    /// <summary>Notes that the paper is destroyed, before somebody else's eyes.</summary>
    public Refusal? Destroy(PasswordPaperRule rule, Act act, StaffId? witness)
    {
        if (witness is not { } other || other == act.By)
        {
            return new DestroyingNeedsWitness(rule.Clause);
        }

        if (PrintedAt is not null && DestroyedAt is null)
        {
            (DestroyedAt, DestroyedBy, Witness) = (act.At, act.By, other);
        }

        return null;
    }
}

public sealed record OpeningNeedsReason(string? By) : Refusal(new Localized(
    "パスワードを開示する理由を入力してください。", "Write why the password is opened."), By);

public sealed record PaperNeedsKeeper(string? By) : Refusal(new Localized(
    "紙にする前に、保管する職員と保管場所を入力してください。", "Enter who keeps the paper, and where, before it is printed."), By);

public sealed record PaperNeedsSecond(string? By) : Refusal(new Localized(
    "印刷には、パスワードを開示できるほかの職員の確認が必要です。", "Somebody else who may open the password has to agree before it is printed."), By);

public sealed record PaperIsPrintedOnce(string? By) : Refusal(new Localized(
    "印刷できるのは、求めた職員が１回だけです。もう一度必要なときは、改めて求めてください。", "It is printed once, by whoever asked for it. Ask again where it is needed again."), By);

public sealed record DestroyingNeedsWitness(string? By) : Refusal(new Localized(
    "廃棄に立ち会った、ほかの職員を選んでください。", "Choose the other person who saw it destroyed."), By);

public sealed record NeverOnPaper(string? By) : Refusal(new Localized(
    "パスワードを知る者を限るため、紙に出すことはできません。知る必要のある職員を、責任者が登録してください。",
    "So that few know the password, it does not go on paper. Whoever has to know it is named by the person responsible."), By);

public sealed record NotYoursToOpen(string? By) : Refusal(new Localized(
    "このパスワードを開示できる職員ではありません。この操作は記録されました。", "You are not among those who may open this password. This attempt was recorded."), By);

public sealed record NoPasswordKept(string? By) : Refusal(new Localized(
    "保管されているパスワードがありません。先に登録してください。", "No password is kept yet. Enter it first."), By);

public sealed record UsedBefore(string? By) : Refusal(new Localized(
    "このアカウントで以前に使ったパスワードです。別のものにしてください。", "This account had that password before. Choose another."), By);

public sealed record UsedElsewhere(string? By) : Refusal(new Localized(
    "他のアカウントと同じパスワードです。別のものにしてください。", "Another account has the same password. Choose another."), By);

public sealed record ElsewhereIsUnanswered(string? By) : Refusal(new Localized(
    "ほかのシステムで使っていないことを確かめて、チェックを付けてください。", "Confirm that it is used in no other system."), By);

namespace Shirase.Core.Regulations.Local;

/// <summary>The document gives more and the body wants less.</summary>
public sealed record LooserThanDocument(Localized What, string Limit, string By) : Refusal(new Localized(
    $"規程より緩くはできません。「{What.Ja}」は規程で{Limit}と定められています。これより厳しくする場合だけ変更できます。",
    $"It cannot be looser than the document. \"{What.En}\" is {Limit} there; only something stricter can be entered."), By);

/// <summary>The document says so and nothing can be stricter.</summary>
public sealed record FixedByDocument(Localized What, string By) : Refusal(new Localized(
    $"「{What.Ja}」は規程で定められており、変更できません。改めるには規程を改正してください。",
    $"\"{What.En}\" is fixed by the document; amend the document to change it."), By);

/// <summary>A check, gate or step of the document cannot be left out.</summary>
public sealed record CannotBeLeftOut(string By) : Refusal(new Localized(
    "規程が求める点検・関門・手続は外せません。改めるには規程を改正してください。", "What the document demands cannot be left out; amend the document to change it."), By);

/// <summary>The value is not one of the kind, or lies outside the limits of the product.</summary>
public sealed record ValueOutOfLimits(Localized What, string Limits, string? By) : Refusal(new Localized(
    $"「{What.Ja}」に入力できるのは{Limits}です。", $"\"{What.En}\" takes {Limits}."), By);

public sealed record NothingChanges(string? By) : Refusal(new Localized(
    "今の値と同じです。変更する値を入力してください。", "This is the present value. Enter another one."), By);

public sealed record NothingOfTheKind() : Refusal(new Localized(
    "この規程にその項目はありません。画面を開き直してください。", "This document has nothing of the kind. Reload the page."));

public sealed record HoursNotRead(string By) : Refusal(new Localized(
    "始めと終わりを「8:30」「17:15」の形で、始めを先に入力してください。", "Enter start and end as 8:30 and 17:15, the start first."), By);

public sealed record WordsNotUsable(int Most, int Longest) : Refusal(new Localized(
    $"語句を１行に一つずつ、{Most}語まで、１語{Longest}文字までで入力し、起案者に示す説明も入力してください。",
    $"Enter words one a line, at most {Most} of at most {Longest} characters, and what the author is told."));

public sealed record StatementMissing(int Longest) : Refusal(new Localized(
    $"確認する文を{Longest}文字までで入力してください。", $"Enter the sentence to be confirmed, at most {Longest} characters."));

public sealed record ChooseClauseAddedTo() : Refusal(new Localized(
    "どの条項に加えるかを選んでください。", "Choose the clause it is added to."));

public sealed record TooManyLocalRules(int Most) : Refusal(new Localized(
    $"団体の設定は一つの規程について{Most}件までです。使わないものを取り消してください。", $"At most {Most} local rules stand under one document; end those not needed."));

namespace Shirase.Core.Incidents;

public sealed record FlareUpNeedsReason(string? By) : Refusal(new Localized(
    "何が起きているか（理由）を入力してください。", "Write what is happening, or why."), By);

public sealed record FlareUpIsOver() : Refusal(new Localized(
    "この炎上対応は既に終わっています。画面を開き直してください。", "This flare-up is over. Open the page again."));

public sealed record FlareUpIsOpen(string? By) : Refusal(new Localized(
    "このアカウントは既に炎上対応中です。画面を開き直してください。", "A flare-up of this account is open already. Open the page again."), By);

public sealed record NoFlareUpKnown() : Refusal(new Localized(
    "このアカウントの規程には、炎上対応の定めがありません。発信を止めるときは一斉停止を使ってください。",
    "The document of this account does not speak of flare-ups. To stop everything, freeze the account."));

public sealed record NotYoursInFlareUp(Localized Roles, string? By) : Refusal(new Localized(
    $"この操作は、アカウントを運用する所属の{Roles.Ja}が行います。", $"This is done by {Roles.En} of the unit that runs the account."), By);

public sealed record FlareUpKindMissing(FlareUpRule Rule, string? By) : Refusal(new Localized(
    $"決定を選んでください（{string.Join('・', Rule.Kinds.Append(Rule.None).Select(k => k.Ja))}）。", $"Choose the decision ({string.Join(", ", Rule.Kinds.Append(Rule.None).Select(k => k.En))})."), By);

public sealed record SilenceNeedsReason(Localized None, string? By) : Refusal(new Localized(
    $"「{None.Ja}」とする理由（何も知らせなくてよい理由）を入力してください。", $"Write why silence is acceptable ({None.En})."), By);

public sealed record MinutesAreIncomplete(Localized Field, string? By) : Refusal(new Localized(
    $"検討結果の「{Field.Ja}」を入力してください。", $"The minutes lack: {Field.En}."), By);

public sealed record PromiseLiesBehind(string? By) : Refusal(new Localized(
    "次にお知らせする日時を、今より後で入力してください。", "Enter a later time for the next word."), By);

public sealed record MinutesComeFirst(FlareUpRule Rule) : Refusal(Rule.Asks, Rule.Clause);

public sealed record FlareUpKeepsBack(FlareUpTrouble Trouble) : Refusal(new Localized(
    $"{Trouble.Detail.Ja.TrimEnd('。')}。{Trouble.Mend.Ja}", $"{Trouble.Detail.En.TrimEnd('.')}. {Trouble.Mend.En}"), Trouble.Clause);

public sealed record NoSuchText() : Refusal(new Localized(
    "この申請はこの炎上対応にありません。画面を開き直してください。", "This case is not in this room. Open the page again."));

public sealed record ReaderIsAnother(string? By) : Refusal(new Localized(
    "読んで確かめるのは、書いた人でも承認した人でもない職員です。", "It is read by somebody who neither wrote nor approved it."), By);

public sealed record NoHoldingHere(string? By) : Refusal(new Localized(
    "この規程では、対応中であることだけを知らせる発信はしません。発信が真に必要か、所属で検討してください。",
    "This document knows no text that only says that it takes time. Let the unit examine whether a post is truly needed."), By);

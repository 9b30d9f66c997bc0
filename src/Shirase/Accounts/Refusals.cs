using Shirase.Core;

namespace Shirase.Accounts;

public sealed record AccountIsTaken(string Handle) : Refusal(new Localized(
    $"アカウント @{Handle} は既に台帳にあります。", $"The account @{Handle} stands in the register already."));

public sealed record HandleIsBad() : Refusal(new Localized(
    "アカウント名（@の後）を空白のない100字以内で書いてください。", "Write the handle after @ without spaces, in at most 100 characters."));

public sealed record NoSuchAccount() : Refusal(new Localized(
    "アカウントが見つかりません。台帳を開き直してください。", "There is no such account; open the register again."));

public sealed record NoSuchChannel(string Channel) : Refusal(new Localized(
    $"発信経路「{Channel}」は使えません。一覧から選んでください。", $"There is no channel {Channel}; choose one of the list."));

public sealed record NoSuchRegulation(string Slug) : Refusal(new Localized(
    $"規程「{Slug}」がありません。一覧から選んでください。", $"There is no regulation {Slug}; choose one of the list."));

public sealed record ServiceIsBad() : Refusal(new Localized(
    "接続先は https:// で始まるアドレスを書いてください。", "Write the service's address beginning with https://."));

public sealed record SecretIsMissing() : Refusal(new Localized("アプリパスワードを入力してください。", "Enter the app password."));

public sealed record CredentialsNotAccepted() : Refusal(new Localized(
    "接続先がこの認証情報を受け付けませんでした。アカウント名と入力した認証情報を確かめてください。",
    "The service did not accept these credentials; check the handle and what you entered."), "gx-2-1-b");

public sealed record ServiceNotReached() : Refusal(new Localized(
    "接続先に届きませんでした。アドレスと通信を確かめて、しばらくしてからもう一度行ってください。",
    "The service was not reached; check its address and the network, and try again later."));

public sealed record OnlyTheManagerStops(string? By) : Refusal(new Localized(
    "アカウントの停止と再開は運用管理者（又はその代決者）が行います。運用管理者に連絡してください。",
    "Stopping and resuming is done by the operation manager or a registered deputy; contact the manager."), By);

public sealed record AccountIsNotActive() : Refusal(new Localized(
    "このアカウントは運用中ではありません。", "This account is not active."), "gx-3-1-b-1");

public sealed record HandleIsNotTyped(string Handle) : Refusal(new Localized(
    $"終了するアカウントの名前（@{Handle}）をそのまま入力してください。", $"Type the name of the account that ends: @{Handle}."), "gx-3-1-b-1");

public sealed record EndDayIsBad() : Refusal(new Localized(
    "運用終了日は、運用を始めた日から今日までの日を入力してください。", "Enter a day between the account's first day and today."), "gx-6-2");

public sealed record BudgetIsBad() : Refusal(new Localized(
    "予算を0以上100万以下の米ドルで入力してください。空欄にすると設定値を使います。",
    "Enter the budget in US dollars from 0 to 1,000,000; leave it empty to use the setting."));

public sealed record KeysAreMissing() : Refusal(new Localized(
    "4つの鍵をすべて入力してください。", "Enter all four keys."));

public sealed record ConsentNotPossible() : Refusal(new Localized(
    "この発信経路のアプリの設定がありません。システムの設定にアプリのIDを登録してください。",
    "The app of this channel is not configured; enter its id in the settings of the system."));

public sealed record ConsentDeclined() : Refusal(new Localized(
    "発信先の画面で許可されませんでした。アカウントの画面からもう一度行ってください。",
    "It was not allowed on the platform's page; begin again on the account's page."), "gx-2-1-b");

public sealed record ConsentIsStale() : Refusal(new Localized(
    "この接続の手続は続けられません。時間が過ぎたか、別の画面で始めたものです。アカウントの画面からもう一度行ってください。",
    "This connection cannot be completed: it took too long or was begun elsewhere. Begin again on the account's page."), "gx-2-1-b");

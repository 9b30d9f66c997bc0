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
    "接続先がこの認証情報を受け付けませんでした。アカウント名とアプリパスワードを確かめてください。",
    "The service did not accept these credentials; check handle and app password."), "gx-2-1-b");

public sealed record ServiceNotReached() : Refusal(new Localized(
    "接続先に届きませんでした。アドレスと通信を確かめて、しばらくしてからもう一度行ってください。",
    "The service was not reached; check its address and the network, and try again later."));

public sealed record OnlyTheManagerStops(string? By) : Refusal(new Localized(
    "アカウントの停止と再開は運用管理者（又はその代決者）が行います。運用管理者に連絡してください。",
    "Stopping and resuming is done by the operation manager or a registered deputy; contact the manager."), By);

public sealed record AccountIsNotActive() : Refusal(new Localized(
    "このアカウントは運用中ではありません。", "This account is not active."), "gx-3-1-b-1");

public sealed record AccountIsNotStopped() : Refusal(new Localized(
    "このアカウントは停止していません。", "This account is not stopped."), "gx-3-1-b-1");

public sealed record BudgetIsBad() : Refusal(new Localized(
    "予算を0以上100万以下の米ドルで入力してください。空欄にすると設定値を使います。",
    "Enter the budget in US dollars from 0 to 1,000,000; leave it empty to use the setting."));

using Shirase.Core;
using Shirase.Core.People;

namespace Shirase.People;

public sealed record TokenIsUnknown() : Refusal(new Localized(
    "トークンがないか、正しくありません。Authorization: Bearer で有効なトークンを送ってください。",
    "There is no token, or it is not one of ours. Send a valid token as Authorization: Bearer."), "gx-14-1-1");

public sealed record TokenIsExpired() : Refusal(new Localized(
    "トークンの有効期限が切れています。新しく発行してください。", "The token has expired. Issue a new one."), "gx-14-1-1");

public sealed record TokenHolderIsGone() : Refusal(new Localized(
    "トークンの職員は、現在この団体に配属されていません。後任の職員が新しく発行してください。",
    "The person behind the token does not serve in this body any more. A successor has to issue a new one."), "gx-14-1-1");

public sealed record TokenLacksScope(string Scope) : Refusal(new Localized(
    $"このトークンには権限「{Scope}」がありません。必要な権限を付けて発行し直してください。",
    $"The token lacks the scope {Scope}. Issue one that has it."));

public sealed record TokenIsOfAnotherUnit() : Refusal(new Localized(
    "このトークンは1つの所属の案件だけに使えます。全所属を対象とするトークンを使ってください。",
    "The token reaches the cases of one unit only. Use one that is not bound to a unit."));

public sealed record TokenNeedsName() : Refusal(new Localized(
    "用途を入力してください。", "Enter what the token is for."));

public sealed record TokenNeedsScope() : Refusal(new Localized(
    "権限を1つ以上選んでください。", "Choose at least one scope."));

public sealed record ScopeIsUnknown(string Scope) : Refusal(new Localized(
    $"権限「{Scope}」はありません。一覧から選んでください。", $"There is no scope {Scope}; choose from the list."));

public sealed record TokenHoldsTooLong(int Most) : Refusal(new Localized(
    $"有効日数は1日から{Most}日までにしてください。", $"A token holds from 1 to {Most} days."));

public sealed record TooManyTokens(int Most) : Refusal(new Localized(
    $"有効なトークンは1人{Most}個までです。使わないものを失効させてください。", $"One person has at most {Most} valid tokens. Revoke what is not used."));

public sealed record OnlyOneselfEntrusts(Scope Scope) : Refusal(new Localized(
    $"「{Scope.Meaning.Ja}」の権限は、本人だけがトークンに付けられます。本人が自分の画面で発行してください。",
    $"Only the person can entrust \"{Scope.Meaning.En}\" to a token, on a page of his own."), "gx-14-1-1");

public sealed record OnlyOwnTokens() : Refusal(new Localized(
    "他の職員のトークンを扱えるのはシステム管理者だけです。", "Only administrators deal with the tokens of others."));

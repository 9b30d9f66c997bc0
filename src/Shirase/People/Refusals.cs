using System.Globalization;
using Shirase.Core;

namespace Shirase.People;

public sealed record BodyIsTaken(string Slug) : Refusal(new Localized(
    $"団体「{Slug}」は既に登録されています。別の略称を付けてください。", $"The body {Slug} is entered already; choose another short name."));

public sealed record SlugIsBad() : Refusal(new Localized(
    "略称は半角英小文字・数字・ハイフンの2～64字で書いてください（例 gunma-police）。",
    "Write the short name with 2 to 64 lower-case letters, digits and hyphens, such as gunma-police."));

public sealed record NameIsMissing() : Refusal(new Localized("名称を入力してください。", "Enter the name."));

public sealed record UnitCodeIsTaken(string Code) : Refusal(new Localized(
    $"所属コード「{Code}」は既に使われています。別のコードを付けてください。", $"The unit code {Code} is in use; choose another."));

public sealed record NoSuchUnit(string Code) : Refusal(new Localized(
    $"所属「{Code}」が見つかりません。所属一覧のコードを書いてください。", $"There is no unit {Code}; use a code of the list of units."));

public sealed record NoSuchBody(string Slug) : Refusal(new Localized(
    $"団体「{Slug}」が見つかりません。", $"There is no body {Slug}."));

public sealed record NoSuchPerson(string Who) : Refusal(new Localized(
    $"職員「{Who}」が見つかりません。職員一覧のログイン名を書いてください。", $"There is no member of staff {Who}; use a login name of the list of staff."));

public sealed record LoginNameIsTaken(string LoginName) : Refusal(new Localized(
    $"ログイン名「{LoginName}」は既に使われています。別の名前を付けてください。", $"The login name {LoginName} is in use; choose another."));

public sealed record LoginNameIsBad() : Refusal(new Localized(
    "ログイン名は半角英数字と . _ - の3～64字で書いてください。", "Write the login name with 3 to 64 letters, digits or . _ -"));

public sealed record RankIsUnknown(string Rank) : Refusal(new Localized(
    $"階級「{Rank}」は分かりません。巡査・巡査部長・警部補・警部・警視・警視正・警視長・警視監・なし のどれかを書いてください。",
    $"The rank {Rank} is unknown; write one of the ranks of police, or None."));

public sealed record LastDayIsMissing() : Refusal(new Localized("最後の日を入力してください。", "Enter the last day."));

public sealed record PostIsMissing() : Refusal(new Localized("役職を入力してください。", "Enter the post."));

public sealed record PostIsTakenLater(DateOnly From) : Refusal(new Localized(
    $"この職には{Days.Ja(From)}から別の職員の配属が登録されています。先にその配属を確かめてください。",
    $"Another person is posted here from {Days.En(From)}; look at that posting first."));

public sealed record PersonIsPostedLater(DateOnly From) : Refusal(new Localized(
    $"この職員には{Days.Ja(From)}からの配属が登録されています。その日より後の日付で異動を登録してください。",
    $"This person has a posting from {Days.En(From)}; enter a later day."));

public sealed record RoleIsUnknown(string Regulation, string Role) : Refusal(new Localized(
    $"規程「{Regulation}」に役割「{Role}」はありません。", $"The regulation {Regulation} has no role {Role}."));

public sealed record NotPostedThen(DateOnly Day) : Refusal(new Localized(
    $"{Days.Ja(Day)}に配属がない職員は登録できません。先に配属を登録してください。",
    $"The person has no posting on {Days.En(Day)}; enter the posting first."));

public sealed record PeriodIsReversed() : Refusal(new Localized(
    "終わりの日が始まりの日より前になっています。日付を直してください。", "The last day is before the first day; correct the days."));

public sealed record EntryIsOver() : Refusal(new Localized(
    "この登録は既に終わっています。", "This entry has ended already."));

public sealed record MailAddressIsBad() : Refusal(new Localized(
    "メールアドレスの形が正しくありません。「名前@組織のドメイン」を半角で入力してください。", "That is no mail address; enter it as name@domain."));

public sealed record NoSuchEntry() : Refusal(new Localized(
    "登録が見つかりません。一覧を開き直してください。", "There is no such entry; open the list again."));

public sealed record DeputyNeedsOfficeRule() : Refusal(new Localized(
    "代決者の登録には、根拠となる処務規程の名称を書いてください。", "Cite the office rule on which the deputy may act."), "gx-15-1-3");

public sealed record DeputyIsTheHolder() : Refusal(new Localized(
    "本人をその職の代決者にはできません。別の職員を選んでください。", "The holder cannot be his own deputy; choose another person."), "gx-15-1-3");

public sealed record DeputyIsElsewhere() : Refusal(new Localized(
    "代決者は同じ所属の職員から選んでください。", "Choose the deputy from the same unit."), "gx-15-1-3");

public sealed record UnitIsMissing() : Refusal(new Localized(
    "この役割は所属ごとに置かれます。所属を選んでください。", "This role exists once a unit; choose the unit."));

public sealed record RangeIsBad(string Line) : Refusal(new Localized(
    $"「{Line}」はアドレスの範囲ではありません。192.0.2.10/32 のように書いてください。",
    $"\"{Line}\" is not an address range; write it like 192.0.2.10/32."), "gx-11-2");

public sealed record RangeIsMissing() : Refusal(new Localized(
    "端末のアドレスの範囲を1行以上書いてください（例 192.0.2.10/32）。",
    "Write at least one address range, such as 192.0.2.10/32."), "gx-11-2");

public sealed record ThumbprintIsBad() : Refusal(new Localized(
    "証明書の拇印はSHA-256の16進数64字で書いてください。空欄にもできます。",
    "Write the certificate's SHA-256 thumbprint as 64 hexadecimal digits, or leave it empty."), "gx-11-2");

public sealed record OnlyTheOfficerPermits(string? By) : Refusal(new Localized(
    "管理用端末以外からの投稿を許可できるのは運用責任者だけです。", "Only the operation officer can permit another device."), By);

public sealed record OnlyForPrOfficers(string? By) : Refusal(new Localized(
    "許可できる相手は広報係員だけです。", "The permission can be given to PR officers only."), By);

public sealed record ReasonIsMissing(string? By = null) : Refusal(new Localized("理由を入力してください。", "Enter the reason."), By);

internal static class Days
{
    public static string Ja(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string En(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

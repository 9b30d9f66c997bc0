namespace Shirase.Core.Accounts;

public sealed record ComparisonIsMissing(string Usual, string? By) : Refusal(new Localized(
    $"{Usual}以外は、リスクの比較評価が必要です。比較評価表を作り、所属長の署名を受けてから、もう一度提出してください。",
    $"Any platform but {Usual} needs a comparison of risks. Fill in the sheet, have the head sign it, and file the request again."), By);

public sealed record BaselineIsMissing(string? By) : Refusal(new Localized(
    "比べる基準がまだ登録されていません。媒体の台帳で基準の登録を受けてください。", "There is no baseline to compare with yet; have it entered in the register of platforms."), By);

public sealed record RatingNeedsReason(Localized Row, string? By) : Refusal(new Localized(
    $"「{Row.Ja}」の評価の理由を入力してください。", $"Say why \"{Row.En}\" is rated so."), By);

public sealed record MeasureIsMissing(Localized Row, int Rating, int Usual, string? By) : Refusal(new Localized(
    $"防止策を登録してください。「{Row.Ja}」の評価（{Rating}）が基準（{Usual}）より高くなっています。",
    $"Enter a measure: \"{Row.En}\" is rated {Rating}, above the baseline of {Usual}."), By);

public sealed record MeasureIsIncomplete(Localized Row, string? By) : Refusal(new Localized(
    $"「{Row.Ja}」の防止策に、担当・期限・確認する資料・実施後の評価をすべて入力してください。",
    $"Enter owner, due date, evidence and expected rating of the measure for \"{Row.En}\"."), By);

public sealed record MeasureIsNotEnough(Localized Row, int Residual, int Usual, string? By) : Refusal(new Localized(
    $"「{Row.Ja}」は、防止策を講じた後の評価（{Residual}）も基準（{Usual}）より高いため、使えません。防止策を見直してください。",
    $"\"{Row.En}\" stays at {Residual} with the measure, above the baseline of {Usual}; the platform cannot be used so. Think of other measures."), By);

public sealed record ComparisonIsSigned(string? By) : Refusal(new Localized(
    "この比較評価表は署名済みです。改めるときは、再評価を始めてください。", "This sheet is signed. To change it, begin another assessment."), By);

public sealed record ComparisonIsOpen(string? By) : Refusal(new Localized(
    "署名済みで有効な比較評価表がありません。画面を開き直してください。", "There is no signed comparison in force. Open the page again."), By);

public sealed record NoSuchMeasure(string? By) : Refusal(new Localized(
    "この防止策は確認できる状態ではありません。画面を開き直してください。", "This measure cannot be confirmed now. Open the page again."), By);

public sealed record MeasureNeedsProof(string? By) : Refusal(new Localized(
    "何を見て確かめたかを入力してください。", "Write what was seen."), By);

public sealed record ReopeningNeedsReason(string? By) : Refusal(new Localized(
    "再評価を始める理由を入力してください。", "Say why another assessment is begun."), By);

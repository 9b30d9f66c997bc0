namespace Shirase.Core.Accounts;

public sealed record ClosingNeedsReason(string? By) : Refusal(new Localized(
    "終了の理由を入力してください。", "Say why the account ends."), By);

public sealed record ClosingRuns(string? By) : Refusal(new Localized(
    "終了の手続は既に始まっています。画面を開き直してください。", "The procedure has begun already. Open the page again."), By);

public sealed record ClosingIsNotBegun(string? By) : Refusal(new Localized(
    "先に、理由を入力して終了の手続を始めてください。", "Begin the procedure with a reason first."), By);

public sealed record AnnouncementIsNotThere(string? By) : Refusal(new Localized(
    "このアカウントに掲載されている投稿から、廃止を知らせたものを選んでください。", "Choose a post that stands on this account and tells of its end."), By);

public sealed record AnnouncementDoesNotTell(string? By) : Refusal(new Localized(
    "その投稿には、廃止・終了のお知らせが書かれていません。廃止を知らせた投稿を選んでください。", "That post does not tell of the end; choose one that does."), By);

public sealed record EndIsNotAnnounced(int Days, string? By) : Refusal(new Localized(
    $"廃止を、このアカウントで{Days}日間知らせてから終了します。終了の手続の画面で、廃止を知らせた投稿を登録してください。",
    $"The end is announced on the account itself for {Days} days first. Enter the post that announces it on the page of the procedure."), By);

public sealed record EndIsNotOnWebsite(string? By) : Refusal(new Localized(
    "廃止のお知らせを公式ホームページに掲載し、そのアドレスを終了の手続の画面に登録してください。",
    "Publish the notice of the end on the official website and enter its address on the page of the procedure."), By);

public sealed record NoticeHasVanished(string? By) : Refusal(new Localized(
    "公式ホームページの廃止のお知らせが見当たりません。掲載し直すまで、広報期間は進みません。",
    "The notice of the end is not on the website any more; the period stands still until it is back."), By);

public sealed record NoticePeriodRuns(DateOnly Last, string? By) : Refusal(new Localized(
    $"廃止の広報期間中です（{Last.Month}月{Last.Day}日まで）。期間が終わってから終了してください。",
    $"The end is being announced until {Last:yyyy-MM-dd}. End the account afterwards."), By);

public sealed record ArchiveIsNotTakenOut(string? By) : Refusal(new Localized(
    "発信情報の書き出しが済んでいません。記録の画面で書き出してから終了してください。",
    "What was sent has not been taken out yet. Take it out on the page of the journal, then end the account."), By);

public sealed record EndReportIsMissing(string? By) : Refusal(new Localized(
    "終了の報告が提出されていません。終了の手続の画面で、報告を記録してから終了してください。",
    "The end was not reported yet. Record the report on the page of the procedure, then end the account."), By);

public sealed record EndReportNeedsDocument(string? By) : Refusal(new Localized(
    "報告の文書番号と報告先を入力してください。", "Enter the number of the report and to whom it went."), By);

public sealed record NoTakeoverRuns(string? By) : Refusal(new Localized(
    "乗っ取りの対応が始まっていないため、緊急の削除はできません。広報期間の終わりを待ってください。",
    "No takeover is being dealt with, so nothing is deleted before the period is over."), By);

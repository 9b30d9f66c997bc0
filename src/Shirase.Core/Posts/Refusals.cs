using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public sealed record ChangedMeanwhile() : Refusal(new Localized(
    "開いている間に、他の職員がこの申請を変更しました。下に両方の内容を表示します。必要な部分を写して、もう一度保存してください。",
    "Somebody else changed this application while you had it open. Both versions are shown below; take over what you need and save again."));

public sealed record NotEditable(string? By) : Refusal(new Localized(
    "決裁に回した申請は直せません。直すときは引戻し又は差戻しを受けてください。",
    "An application that has been filed cannot be changed. Take it back, or have it returned, to change it."), By);

public sealed record NotSubmittable() : Refusal(new Localized(
    "この申請は既に決裁に回されています。", "This application has already been filed."));

public sealed record CaseIsClosed() : Refusal(new Localized(
    "この申請は終了しています。必要なときは新しい申請を作ってください。", "This case is closed. Make a new application if you need one."));

public sealed record FindingRefuses(Finding Finding) : Refusal(Finding.Message, Finding.Clause);

public sealed record ReasonIsMissing(Finding Finding) : Refusal(new Localized(
    $"{Finding.Message.Ja}　直すか、残す理由を書いてください。", $"{Finding.Message.En} Change it, or write why it stays."), Finding.Clause);

public sealed record AttestationIsOpen(Attestation Attestation) : Refusal(new Localized(
    $"確認が済んでいません：{Attestation.Statement.Ja}", $"Not confirmed yet: {Attestation.Statement.En}"), Attestation.Clause);

public sealed record ChecklistLineIsOpen(Attestation Attestation) : Refusal(new Localized(
    $"点検項目に答えていません：{Attestation.Statement.Ja}", $"This line of the checklist is unanswered: {Attestation.Statement.En}"), Attestation.Clause);

public sealed record ShortNoticeNeedsReason(LeadTime Lead, string? By) : Refusal(new Localized(
    $"発信希望日の{Lead.Days}日前を過ぎています。短期申請の理由を{Lead.MinReason}字以上で書いてください。",
    $"It is less than {Lead.Days} days to the desired day. Write the reason for short notice in at least {Lead.MinReason} characters."), By);

public sealed record SecondCheckerIsAnother(string? By) : Refusal(new Localized(
    "誤りの確認は、起案者以外の職員が行ってください。一人勤務のときは、その旨と理由を書いて確認できます。",
    "Somebody other than the author has to check for errors. On single-person duty you may confirm yourself with a reason."), By);

public sealed record SinglePersonDutyNeedsReason(int Least, string? By) : Refusal(new Localized(
    $"一人勤務で確認する理由を{Least}字以上で書いてください。", $"Write in at least {Least} characters why you check alone."), By);

public sealed record TooLateToRecall() : Refusal(new Localized(
    "次の人が既に処理したため、引き戻せません。取下げ又は差戻しを依頼してください。",
    "The next person has already acted, so it cannot be taken back. Withdraw it or ask for its return."));

public sealed record OnlyTheAuthorRecalls() : Refusal(new Localized(
    "引戻しは起案者だけができます。", "Only the author can take it back."));

public sealed record ReasonNeeded(string? By) : Refusal(new Localized(
    "理由を書いてください。理由のないまま保存することはできません。", "Write the reason; it cannot be saved without one."), By);

public sealed record ReasonCodeNeeded(string? By) : Refusal(new Localized(
    "不適切とする理由の区分を選んでください。", "Choose the kind of reason for which it is unsuitable."), By);

public sealed record NothingWaitsForRelease(string? By) : Refusal(new Localized(
    "報道発表の記録は、決裁・審査中又は投稿待ちの申請に付けます。下書きと差戻しでは、申請書の「報道発表」の欄を直してください。",
    "A press release is recorded on a case in decision or ready to publish. In a draft or a returned form, change its field \"press release\"."), By);

public sealed record ReleaseNeedsDocument(string? By) : Refusal(new Localized(
    "広報文の番号又は件名を入力してください。", "Enter the number or title of the press release."), By);

public sealed record ReleaseLiesAhead(string? By) : Refusal(new Localized(
    "報道発表の時刻が今より先になっています。発表が済んでから記録してください。",
    "The time of the press release lies ahead of now. Record it once it is made."), By);

public sealed record PlanLiesBehind(string? By) : Refusal(new Localized(
    "報道発表の予定は、今より後の時刻を入力してください。発表が済んでいるときは「発表済み」を記録してください。",
    "Enter a time ahead of now. If the release was made, record that instead."), By);

public sealed record NotWaitingForDecision() : Refusal(new Localized(
    "この申請は今、あなたの処理を待っていません。画面を開き直して今の段階を確かめてください。",
    "This application is not waiting for this act now. Reload the page to see where it stands."));

/// <param name="At">The step.</param>
/// <param name="Names">Those who may act in it, in Japanese and English; null where they were not looked up.</param>
public sealed record NoSeatInThisStep(RouteStep At, Localized? Names = null) : Refusal(new Localized(
    $"「{At.Name.Ja}」の段階を処理できる職に就いていません。登録されている職員又は代決者に依頼してください。{(Names is null ? "" : $"（処理できる職員：{Names.Ja}）")}",
    $"You hold no post that acts in the step \"{At.Name.En}\". Ask the registered person or deputy.{(Names is null ? "" : $" ({Names.En})")}"), At.Clause);

public sealed record HeldForAnotherRole(Localized Role, Localized Why, string? By) : Refusal(new Localized(
    $"{Why.Ja}。{Role.Ja}の決定が必要です。{Role.Ja}が承認するか、差し戻してください。",
    $"{Why.En}; {Role.En} decides on it. Let {Role.En} approve it, or return it."), By);

public sealed record TouchedContentCannotDecide(string? By) : Refusal(new Localized(
    "この文面を書いた、又は直したため決裁できません。ほかの決裁者に依頼してください。",
    "You wrote or changed this text, so you cannot decide on it. Ask another decider."), By);

public sealed record OwnDraftNeedsReason(string? By) : Refusal(new Localized(
    "起案者と承認者が同一です。自ら承認する理由を書いてください。", "Author and approver are the same person. Write why you approve it yourself."), By);

public sealed record ProxyNeedsReason(string? By) : Refusal(new Localized(
    "代決の理由（出張・休暇など不在の事情）を書いてください。", "Write why you act for the absent decider."), By);

public sealed record HeadHasNotDecided(string? By) : Refusal(new Localized(
    "所属長の決裁が必要です。決裁に回してください。", "The head of the unit has to decide first. File it for decision."), By);

public sealed record HeadDecisionIsVoid(string? By) : Refusal(new Localized(
    "決裁の後に内容が変わったため、所属長の決裁は無効になりました。もう一度決裁に回してください。",
    "The content changed after the decision, so the head's decision is void. File it again."), By);

public sealed record IsHeld(string? By) : Refusal(new Localized(
    "運用管理者が保留にしています。保留が解けるまで処理できません。", "The manager holds this case; nothing moves until it is released."), By);

public sealed record OnlyTheManagerHolds(string? By) : Refusal(new Localized(
    "保留とその解除は運用管理者が行います。", "Only the manager holds or releases a case."), By);

public sealed record ProposalIsOpen(string? By) : Refusal(new Localized(
    "修正文面への申請所属の同意がありません。同意を待つか、修正案を取り下げてください。",
    "The applicant's unit has not accepted the proposed wording yet."), By);

public sealed record NoOpenProposal() : Refusal(new Localized(
    "回答を待っている修正案はありません。", "No proposed wording is waiting for an answer."));

public sealed record ProposerCannotAccept(string? By) : Refusal(new Localized(
    "修正案には、申請所属の職員が同意してください。", "Somebody of the applicant's unit has to accept the proposal."), By);

public sealed record ProposalChangesNothing() : Refusal(new Localized(
    "修正案が今の文面と同じです。", "The proposal is the same as the present text."));

public sealed record NothingToOverrule() : Refusal(new Localized(
    "運用責任者が不適切とした申請だけを、運用管理者の判断で投稿に回せます。",
    "Only an application the officer found unsuitable can be overruled."));

public sealed record NoTelephoneDecisionHere(string? By) : Refusal(new Localized(
    "電話による決裁は緊急の申請だけで記録できます。", "Decisions by telephone are recorded for urgent applications only."), By);

public sealed record TelephoneCallLiesAhead() : Refusal(new Localized(
    "電話の時刻が今より先になっています。", "The time of the call lies ahead of now."));

public sealed record NothingToSettle() : Refusal(new Localized(
    "処理を待っている項目はありません。", "Nothing is waiting here."));

public sealed record NotYoursToSettle() : Refusal(new Localized(
    "後閲・追認は、代わってもらった本人が行います。", "Only the person who was replaced can do this."));

namespace Shirase.Core.Posts;

/// <summary>The office's words for what was done, for screens and documents.</summary>
public static class VerbWords
{
    public static Localized Of(Decision decision) => decision switch
    {
        { RecordedBy: not null, Verb: Verb.AnswerUnit } => new("協議の回答（電話）", "Consulted by telephone"),
        { RecordedBy: not null } => new("承認（電話）", "Approved by telephone"),
        { Verb: Verb.Approve, IsProxy: true } => new("承認（代決）", "Approved by a deputy"),
        { IsProxy: true } => new($"{Of(decision.Verb).Ja}（代決）", $"{Of(decision.Verb).En} by a deputy"),
        _ => Of(decision.Verb),
    };

    public static Localized Of(Verb verb) => verb switch
    {
        Verb.Submit => new("提出", "Filed"),
        Verb.Approve => new("承認", "Approved"),
        Verb.Return => new("差戻し", "Returned"),
        Verb.Reject => new("却下", "Rejected"),
        Verb.Recall => new("引戻し", "Taken back"),
        Verb.Withdraw => new("取下げ", "Withdrawn"),
        Verb.Dispatch => new("送付", "Sent to the manager"),
        Verb.Assign => new("検討の指示", "Assigned for examination"),
        Verb.CarryOver => new("決裁の引継ぎ（表記の修正）", "Decision carried over (typography)"),
        Verb.Overrule => new("運用管理者の判断で承認", "Overruled by the manager"),
        Verb.Hold => new("保留", "Held"),
        Verb.Release => new("保留解除", "Released"),
        Verb.InspectLater => new("後閲", "Read afterwards"),
        Verb.Countersign => new("電話決裁の追認", "Telephone decision countersigned"),
        Verb.Disown => new("電話決裁の否認", "Telephone decision disowned"),
        Verb.ProposeWording => new("文面の修正案", "Wording proposed"),
        Verb.AcceptWording => new("修正案に同意", "Proposal accepted"),
        Verb.DeclineWording => new("修正案を受けない", "Proposal declined"),
        Verb.RecordRelease => new("報道発表の記録", "Press release recorded"),
        Verb.PlanRelease => new("報道発表の予定", "Press release planned"),
        Verb.SettlePress => new("報道発表との違いの確認", "Differences from the press release looked at"),
        Verb.ExplainHours => new("この時刻に発信する理由", "Reason for sending it at this time"),
        Verb.AnswerUnit => new("協議の回答", "Consultation answered"),
        Verb.SendUp => new("上申", "Sent up to the head"),
        Verb.Reexamine => new("再審査", "Taken back to examination"),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };
}

using System.Globalization;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Posts;

// The lines that ask what the account itself is and what its published policy says
public static partial class PublishGate
{
    /// <summary>The clause of what is missing first, where a line speaks of several.</summary>
    private static string? ClauseOf(string name, Regulation r, GateFacts f) => name switch
    {
        "duties" => f.Suspending is [var duty, ..] ? duty.Clause : null,
        // A role that each unit has on its own is missing under its own clause (gm-3-2-a)
        "roles-filled" => f.VacantRoles is [var vacant, ..] ? r.Roles.FirstOrDefault(x => x.IsOfUnit && x.Name == vacant)?.Clause : null,
        "official-account" => PublishedPolicy.Open(f.Policy, r) is [var first, ..] ? first.Clause : null,
        "account-active" => f.IsPreparing ? r.Start?.Senders : null,
        "platform-terms" => ClauseOfTerms(r, f),
        "preventive-measures" => f.Comparison is { } comparison && r.AccountRequest?.Comparison is { } rule
            ? comparison.Newest?.HoldsOn(f.Now.JapanDay()) is true ? rule.Measures : comparison.Newest?.ReopenedAt is not null ? rule.Measures : rule.Clause
            : null,
        "public-policy" => PolicyTrouble(r, f)?.Clause,
        "flare-up" => FlareUpLock.Trouble(r, f.FlareUp, f.Application, f.IsSending ? f.Now : f.DueAt)?.Clause,
        "release" or "repost-target" => f.Findings.FirstOrDefault(x =>
            (name == "release" ? PublicityChecks : RepostChecks).Contains(x.Check) && x.Effect == Effect.Refuse)?.Clause,
        _ => null,
    };

    private static (Localized, Localized, Localized?) Official(Regulation r, GateFacts f)
    {
        var title = new Localized("公式アカウントの手続", "Procedure of an official account");
        var mend = new Localized("所属長が「運用ポリシー」の画面で済ませてください。", "The head completes it on the page of the account's policy.");
        if (f.Policy is null)
        {
            return (title, new("このアカウントの運用ポリシーがありません", "This account has no policy on record"), mend);
        }

        var open = PublishedPolicy.Open(f.Policy, r);
        return open.Count == 0
            ? (title, new("すべて済んでいます", "All done"), null)
            : (title, new($"未了：{string.Join('、', open.Select(o => o.Name.Ja))}", $"Open: {string.Join(", ", open.Select(o => o.Name.En))}"), mend);
    }

    private static (Localized, Localized, Localized?) ApprovalMethod(GateFacts f) => f.Policy is { Approval.Length: > 0 } policy
        ? (new("承認方法", "Approval method"), new(policy.Approval, policy.Approval), null)
        : Fail("承認方法", "Approval method", "承認方法が定められていません", "No approval method is set",
            "所属長が「運用ポリシー」の画面で承認方法を定めてください。", "The head sets it on the page of the account's policy.");

    /// <summary>The policy's hours as a window; null while the policy has none.</summary>
    public static TimeWindow? WindowOf(PolicyFacts? policy) => policy is { From: { } from, To: { } to }
        ? new("policy-hours", policy.EveryDay ? Enum.GetValues<DayOfWeek>() : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            from, to, !policy.EveryDay, null, null, "", IsDefault: false)
        : null;

    /// <summary>Duty hours and the policy's hours together; null while one of them is missing.</summary>
    public static CombinedWindow? HoursOf(Regulation r, PolicyFacts? policy) =>
        r.Window(r.Gate("policy-hours")?.With.Text("window") ?? "") is { } duty && WindowOf(policy) is { } own ? new CombinedWindow(duty, own) : null;

    private static CombinedWindow? Hours(Regulation r, GateFacts f) => HoursOf(r, f.Policy);

    private static (Localized, Localized, Localized?) PolicyHours(Regulation r, GateFacts f)
    {
        var title = new Localized("運用ポリシーの運用時間内", "Within the hours of the policy");
        if (Hours(r, f) is not { } hours)
        {
            return (title, new("運用ポリシーに運用時間の定めがありません", "The policy sets no operating hours"),
                new("所属長が「運用ポリシー」の画面で運用時間を入れてください。", "The head enters the hours on the page of the account's policy."));
        }

        var at = f.IsSending ? f.Now : f.DueAt;
        return hours.Contains(at) ? (title, new($"勤務時間内かつ運用時間内です（{hours.Hours}）", $"Within duty and operating hours ({hours.Hours})"), null)
            : IsLifted(r, f) ? (title, new($"時間外（緊急時の定め「{f.Application.Current.Content.EmergencyCase}」）", $"Out of hours (emergency clause: {f.Application.Current.Content.EmergencyCase})"), null)
            : OutsideBoth(title, hours, at);
    }

    // "As a rule": a reason is enough, but the public was promised those hours (is-t-1-4). Whoever takes another path gave it there.
    private static (Localized, Localized, Localized?) PromisedHours(Regulation r, GateFacts f)
    {
        var title = new Localized("公表した時間帯", "Within the published hours");
        if (r.Window(r.Gate("promised-hours")?.With.Text("window") ?? "") is not { } window)
        {
            return (title, new("この規程では求めていません。", "Not asked for by this regulation."), null);
        }

        var hours = string.Create(CultureInfo.InvariantCulture, $"{window.Start.Hour}:{window.Start.Minute:00}～{window.End.Hour}:{window.End.Minute:00}");
        return window.Contains(f.IsSending ? f.Now : f.DueAt) ? (title, new($"公表した時間帯の中です（{hours}）", $"Within the published hours ({hours})"), null)
            : LiftsHours(r, f) ? (title, new("時間外の経路によります", "By the path for urgent posts"), null)
            : f.HoursReason.Length > 0 ? (title, new($"公表した時間帯（{hours}）の外です。理由：{f.HoursReason}", $"Outside the published hours ({hours}). Reason: {f.HoursReason}"), null)
            : f.IsSending ? (title, new("指示のときに確かめました", "Looked at when it was ordered"), null)
            : (title, new($"公表した時間帯（{hours}）の外です", $"Outside the published hours ({hours})"),
                new("「公表した時間帯の外に発信する理由」を入力して投稿してください。", "Enter the reason for posting outside the published hours, and publish."));
    }

    // A path may have grounds that have nothing to do with the hour, such as a standard form
    private static bool LiftsHours(Regulation r, GateFacts f) =>
        r.Route(f.Application.Route)?.Grounds.Any(g => r.Gate("window")?.With.List("lifted_by").Contains(g.Id) == true) == true;

    private static (Localized, Localized, Localized?) EmergencyClause(Regulation r, GateFacts f)
    {
        var title = new Localized("緊急時の定め", "Emergency clause of the policy");
        return !IsUrgent(r, f) ? (title, new("緊急時の書き込みではありません", "Not an emergency post"), null)
            : f.Policy is not { } policy || policy.Cases().Count == 0
                ? (title, new("運用ポリシーに緊急時の定めがありません", "The policy has no emergency clause"),
                    new("時間内に書き込むか、先に運用ポリシーを改めて公表してください。", "Post within the hours, or amend and publish the policy first."))
            : !policy.Cases().Contains(f.Application.Current.Content.EmergencyCase ?? "")
                ? (title, new($"運用ポリシーに定めた場合（{string.Join('、', policy.Cases())}）のどれに当たるかが選ばれていません", $"None of the policy's cases is chosen ({string.Join(", ", policy.Cases())})"),
                    new("申請を差し戻し、当たる場合を選んでください。", "Return it and choose the case."))
            : (title, new($"「{f.Application.Current.Content.EmergencyCase}」", $"\"{f.Application.Current.Content.EmergencyCase}\""), null);
    }

    private static bool IsUrgent(Regulation r, GateFacts f) => r.Route(f.Application.Route) is { Grounds.Count: > 0 };

    private static bool IsLifted(Regulation r, GateFacts f) =>
        IsUrgent(r, f) && f.Policy?.Cases().Contains(f.Application.Current.Content.EmergencyCase ?? "") == true
        && r.Route(f.Application.Route)!.Steps.Where(s => s.Kind is StepKind.Examination or StepKind.Decision).All(s => f.Application.IsDecidedAt(s.Id));

    private static (Localized, Localized, Localized?) OutsideBoth(Localized title, CombinedWindow? hours, DateTimeOffset at)
    {
        var (ja, en) = hours is null ? ("", "") : ($"（{hours.Hours}）", $" ({hours.Hours})");
        return hours?.NextOpening(at) is { } opening && JapaneseDate.DayAndTime(opening) is var next
            ? (title, new($"勤務時間内かつ運用時間内{ja}を指定してください", $"Choose a time within duty and operating hours{en}"),
                new($"次は{next.Ja}です。運用ポリシーに緊急時の定めがあれば、それによることができます。", $"The next one is {next.En}. An emergency clause of the policy may be used where it has one."))
            : (title, new("勤務時間と運用時間が重なる時間がありません", "Duty hours and operating hours never meet"),
                new("所属長が運用ポリシーの運用時間を見直してください。", "The head looks at the hours of the policy again."));
    }

    private static (Localized, Localized, Localized?) RepostPolicy(GateFacts f)
    {
        var title = new Localized("再投稿の定め", "Reposts in the policy");
        return f.Application.Current.Content.Kind != PostKind.Repost ? (title, new("リポストではありません", "Not a repost"), null)
            : f.Policy?.MayRepost == true ? (title, new("運用ポリシーに定めがあります", "The policy provides for it"), null)
            : (title, new("運用ポリシーに再投稿の定めがありません", "The policy does not provide for reposts"),
                new("再投稿せず、自らの投稿として書くか、先に運用ポリシーを改めて公表してください。", "Write a post of your own, or amend and publish the policy first."));
    }

    private static (Localized, Localized, Localized?) Website(GateFacts f)
    {
        var title = new Localized("公式ホームページへの掲載", "On the official website first");
        if (f.Application.Current.Content.Website is not { IsCritical: true } asked)
        {
            return (title, new("１日以上見られなくても重大な影響はありません", "Nothing that must not vanish for a day"), null);
        }

        return f.Website switch
        {
            { State: WebsiteState.Live } look when look.Address == asked.Address => (title, new("掲載を確認しました", "Seen on the website"), null),
            { ReleasedAt: not null } look when look.Address == asked.Address => (title, new($"ホームページにつながらないため、所属長が先に出すことを決めました（{look.ReleaseWhy}）", $"The site is unreachable; the head lets it go first ({look.ReleaseWhy})"), null),
            { State: WebsiteState.Unreachable } => (title, new("公式ホームページにつながりません", "The official website does not answer"),
                new("復旧を待つか、所属長が案件の画面で理由を付けて先に出すことを決めてください。", "Wait, or the head decides on the page of the case that it goes first, with a reason.")),
            { State: WebsiteState.OtherContent } => (title, new("そのページに同じ内容が見当たりません", "The page does not carry this content"),
                new("公式ホームページへの掲載を先に行い、件名又は最初の一文を同じにしてください。", "Publish it there first, with the same subject or opening sentence.")),
            _ => (title, new("公式ホームページへの掲載が確認できていません", "Not seen on the official website"),
                new("公式ホームページへの掲載を先に行ってください。", "Publish it there first.")),
        };
    }
}

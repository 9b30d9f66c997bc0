using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Tells those who answer for an account, and their deputies, what happened to it. The caller saves.</summary>
public sealed class IncidentNotices(ShiraseDb db, Rosters rosters, RegulationLibrary library)
{
    public const string Foreign = "incident.foreign-post";
    public const string Gone = "incident.gone";
    public const string Stopped = "incident.stopped";
    public const string NoticeOverdue = "incident.notice-overdue";
    public const string ResumeAsked = "incident.resume-asked";
    public const string Resumed = "incident.resumed";
    public const string Ended = "incident.ended";

    /// <summary>The clauses behind what is told: a stop, its publication.</summary>
    public const string Stop = "gx-3-1-b-1";
    public const string Publicity = "gx-3-1-b-2";

    private static readonly string[] Roles = ["operation-officer", "operation-manager"];

    public Task TellAsync(OfficialAccount account, string kind, DateTimeOffset now, CancellationToken ct, PostApplicationId? about = null) =>
        TellAsync(account, kind, new Act(new StaffId(Guid.Empty), now), ct, about);

    public async Task TellAsync(OfficialAccount account, string kind, Act act, CancellationToken ct, PostApplicationId? about = null)
    {
        var words = Words(account, kind, act.Why);
        var roster = await rosters.OnAsync(account.Body, act.At.JapanDay(), ct);
        var clause = ClauseOf(account, kind, act.At);
        var roles = kind is Foreign or Stopped or Resumed or Ended ? [.. Roles, "pr-officer"] : Roles;
        db.Tell(account.Body, roles.SelectMany(r => roster.ActingFor(account.Regulation, r, account.Owner)).Where(p => p != act.By), kind, words, clause, act.At, about);
    }

    /// <summary>Tells all who run the account, in words of the caller's own.</summary>
    public async Task SayAsync(OfficialAccount account, string kind, Localized words, string? clause, DateTimeOffset now, CancellationToken ct)
    {
        var roster = await rosters.OnAsync(account.Body, now.JapanDay(), ct);
        db.Tell(account.Body, Roles.Append("pr-officer").SelectMany(r => roster.ActingFor(account.Regulation, r, account.Owner)), kind, words, clause, now);
    }

    /// <summary>The clause of the account's own document behind what is told; null where it has none.</summary>
    public string? ClauseOf(OfficialAccount account, string kind, DateTimeOffset at)
    {
        var regulation = library.InForce(account.Regulation, at.JapanDay());
        return kind switch
        {
            _ when regulation is null => null,
            Foreign => regulation.ClauseFor("record:foreign-posts"),
            NoticeOverdue => library.OwnClause(regulation, Publicity),
            Gone => null,
            _ => library.OwnClause(regulation, Stop),
        };
    }

    private static Localized Words(OfficialAccount account, string kind, string? why) => kind switch
    {
        Foreign => new(
            $"【至急】@{account.Handle} に、当方が送っていない投稿があります。だれの投稿か直ちに確かめ、分からないときはアカウントを停止してください。",
            $"URGENT: there is a post on @{account.Handle} that was not sent from here. Find out at once whose it is; if nobody knows, stop the account."),
        Gone => new(
            $"@{account.Handle} の投稿が、削除を指示していないのに発信先で見えなくなりました。発信先の画面で確かめてください。",
            $"A post on @{account.Handle} is not shown any more though nobody ordered it gone. Look on the platform."),
        Stopped => new(
            $"【停止】「{account.DisplayName}」を停止しました。予約を含めて何も投稿されません。理由：{why}",
            $"STOPPED: \"{account.DisplayName}\". Nothing goes out, scheduled posts included. Reason: {why}"),
        NoticeOverdue => new(
            $"【至急】「{account.DisplayName}」の停止・終了の公表が期限を過ぎています。県警ホームページに掲載し、そのアドレスを「トラブル」の画面に入力してください。",
            $"URGENT: the stop or end of \"{account.DisplayName}\" is not announced in time. Publish it on the website and enter the address on the page of incidents."),
        ResumeAsked => new(
            $"「{account.DisplayName}」の再開が求められています。確かめて「再開する」を押してください。理由：{why}",
            $"Resuming \"{account.DisplayName}\" is asked for; check and confirm. Reason: {why}"),
        Resumed => new(
            $"「{account.DisplayName}」を再開しました。停止中に予定時刻を過ぎたものは保留されています。",
            $"\"{account.DisplayName}\" is active again. What fell due meanwhile is held."),
        _ => new(
            $"【運用終了】「{account.DisplayName}」の運用を終えました。理由：{why}",
            $"ENDED: \"{account.DisplayName}\" is given up. Reason: {why}"),
    };
}

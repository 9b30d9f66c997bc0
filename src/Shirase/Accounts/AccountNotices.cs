using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Tells the operation officer and the administrators what happened to an account by itself. The caller saves.</summary>
public sealed class AccountNotices(ShiraseDb db, Rosters rosters)
{
    public const string Ended = "account.tokens-ended";
    public const string Ending = "account.token-ending";
    public const string Drifted = "account.drifted";
    public const string Refused = "account.refused";
    public const string BudgetNear = "account.budget-near";
    public const string BudgetUsedUp = "account.budget-used-up";

    public async Task TellAsync(BodyId body, AccountId account, string kind, DateTimeOffset now, CancellationToken ct, string there = "", Spend? spend = null, TokenHealth? token = null)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == account, ct) is not { } found)
        {
            return;
        }

        var words = Words(found.Handle, kind, there, spend, token);
        var roster = await rosters.OnAsync(body, now.JapanDay(), ct);
        var people = roster.HoldersOf(found.Regulation, "operation-officer").Concat(roster.DeputiesOf(found.Regulation, "operation-officer"))
            .Concat(kind == Drifted ? roster.ActingFor(found.Regulation, "operation-manager", found.Owner).Concat(roster.ActingFor(found.Regulation, "pr-officer", found.Owner)) : [])
            .Concat(roster.HoldersOf(Appointment.System, SystemRole.Administrator));
        db.Tell(body, people, kind, words, kind is BudgetNear or BudgetUsedUp ? null : "gx-2-1-b", now);
    }

    private static Localized Words(string handle, string kind, string there, Spend? spend, TokenHealth? token) => kind switch
    {
        Ended => new(
            $"@{handle} の接続が切れました。発信先が認証情報を更新しません。システム管理者が台帳の画面で接続し直してください。それまで投稿できません。",
            $"The connection of @{handle} has ended: the platform does not renew its credentials. An administrator has to connect it anew; nothing can be published until then."),
        Ending when token!.Missing.Count > 0 => new(
            $"@{handle} の認証情報に権限（{string.Join('、', token.Missing)}）が足りません。システム管理者が権限を付けて接続し直してください。",
            $"The credentials of @{handle} lack permissions ({string.Join(", ", token.Missing)}); an administrator has to connect it anew with them."),
        Ending => new(
            $"@{handle} の認証情報は{token!.EndsAt!.Value.InJapan():yyyy年M月d日}に切れます。システム管理者が台帳の画面で接続し直してください。",
            $"The credentials of @{handle} end on {token.EndsAt.Value.InJapan():d MMMM yyyy}; an administrator has to connect it anew."),
        Drifted => new(
            $"@{handle} のアカウント名が、発信先では @{there} になっています。なりすまし又は改名がないか、直ちに確かめてください。確かめて接続し直すまで投稿できません。",
            $"The platform calls @{handle} @{there} now. Check at once whether it was renamed or taken over. Nothing is published until it is connected anew."),
        Refused => new(
            $"@{handle} の認証情報を発信先が受け付けません。システム管理者が接続を確かめてください。",
            $"The platform does not accept the credentials of @{handle}; an administrator has to check the connection."),
        BudgetNear => new(
            $"@{handle} の今月の利用料が予算の{spend!.Percent}%に達しました（{Spend.Dollars(spend.Spent)}／{Spend.Dollars(spend.Budget)}）。予算を増やすか、投稿の数を見直してください。",
            $"@{handle} has spent {spend.Percent}% of this month's budget ({Spend.Dollars(spend.Spent)} of {Spend.Dollars(spend.Budget)}). Raise the budget or post less."),
        _ => new(
            $"@{handle} の今月の予算を使い切りました（{Spend.Dollars(spend!.Spent)}／{Spend.Dollars(spend.Budget)}）。予算を増やすまで投稿できません。",
            $"@{handle} has used up this month's budget ({Spend.Dollars(spend.Spent)} of {Spend.Dollars(spend.Budget)}). Nothing can be published until it is raised."),
    };
}

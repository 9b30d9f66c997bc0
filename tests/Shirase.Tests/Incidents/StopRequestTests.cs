using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Duties;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>A PR officer sees that the account has to be stopped, and may not do it.</summary>
public abstract class StopRequestTests(TestStore store, SmtpReceiver server) : OfficeTests(store)
{
    [Fact]
    public async Task gx_3_1_b_1_Given_a_stop_that_is_asked_for_When_saved_Then_the_manager_has_notice_and_letter_at_once_and_a_task_until_he_stops_it()
    {
        var account = new AccountId(await Office.DrillAccountAsync());
        await Office.LookAsync();
        var manager = await Office.WhoAsync("hoshino");
        await Office.Store.DbAsync(db => db.Staff.Where(s => s.Id == manager.Staff).ExecuteUpdateAsync(s => s.SetProperty(x => x.OfficeMail, "hoshino@example.lg.jp"), Ct));

        Assert.Equal("gx-3-1-b-1", Assert.IsType<OnlyWhoRunsItAsks>(await AskAsync("tamura", account, "不審な投稿")).Clause);
        Assert.IsType<Shirase.People.ReasonIsMissing>(await AskAsync("takahashi", account, " "));
        Office.Fine(await AskAsync("takahashi", account, "身に覚えのない投稿がある"));
        await Office.LookAsync();
        foreach (var letter in await Office.Store.DbAsync(db => db.Jobs.AsNoTracking().Where(j => j.Kind == StopLetterJob.Kind).ToListAsync(Ct), Office.Body))
        {
            await Office.Store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(StopLetterJob.Kind).RunAsync(letter, Ct), Office.Body);
        }

        Assert.Contains(await Office.NoticesAsync("hoshino"), n => n.Kind == AskForStop.Kind && n.Text.Contains("身に覚えのない投稿がある", StringComparison.Ordinal));
        var mail = Assert.Single(server.Taken, t => t.Contains("hoshino@example.lg.jp", StringComparison.Ordinal));
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("身に覚え")), mail, StringComparison.Ordinal);
        var duty = Assert.Single(await Office.DutiesAsync("stop-asked"));
        Assert.Equal((Office.Clock.Now.AddMinutes(15), true), (duty.Due, duty.IsUrgent));

        Office.Fine(await Office.Store.AskAsync<Shirase.Accounts.StopAccount, Refusal?>(
            s => s.StopAsync(Office.Body, account, new Act(manager.Staff, Office.Clock.Now, "乗っ取りの疑い"), Ct), Office.Body));
        await Office.LookAsync();
        Assert.Equal("account.stopped", Assert.Single(await Office.DutiesAsync("stop-asked")).Outcome);
        Assert.IsType<Shirase.Accounts.AccountIsNotActive>(await AskAsync("takahashi", account, "もう一度"));
    }

    private Task<Refusal?> AskAsync(string login, AccountId account, string why) =>
        Office.AskAsync<AskForStop, Refusal?>(login, (a, w) => a.RunAsync(w, account, why, Ct));
}

public sealed class StopRequestOnSqlite(SqliteMailOffice store) : StopRequestTests(store, store.Server), IClassFixture<SqliteMailOffice>;

public sealed class StopRequestOnPostgres(PostgresMailOffice store) : StopRequestTests(store, store.Server), IClassFixture<PostgresMailOffice>;

/// <summary>The same on the pages.</summary>
public sealed class StopRequestPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_3_1_b_1_Given_a_PR_officer_When_he_calls_the_stop_Then_refused_and_he_asks_the_manager_who_is_told_by_mail_and_telephone()
    {
        var account = await app.Office.DrillAccountAsync();
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/incidents", Ct);
        Assert.Contains($"/accounts/{account}#ask-stop", officer.Page, StringComparison.Ordinal);
        await officer.GetAsync($"/accounts/{account}", Ct);
        Assert.Null(officer.Document().GetElementById("stop-now"));

        using var refused = await officer.PostAsync($"/accounts/{account}?handler=Stop", new() { ["Why"] = "身に覚えのない投稿がある" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("停止と再開は運用管理者", officer.Page, StringComparison.Ordinal);
        var offered = officer.Document().GetElementById("ask-stop-now")!;
        Assert.Equal("停止を求める", offered.TextContent.Trim());
        Assert.Contains("身に覚えのない投稿がある", officer.Document().QuerySelector("textarea[name=AskWhy]")!.TextContent, StringComparison.Ordinal);

        await officer.PostAsync($"/accounts/{account}?handler=AskStop", new() { ["AskWhy"] = "身に覚えのない投稿がある" }, Ct);
        Assert.Equal("/on-call", officer.Where);
        Assert.Contains("直ちに電話してください", officer.Page, StringComparison.Ordinal);
        Assert.Contains(await app.Office.NoticesAsync("hoshino"), n => n.Kind == AskForStop.Kind);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Outbox;
using Shirase.Records;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>月次報告: drawn up once, by itself, and read by those whom it is for.</summary>
public sealed class MonthlyReportTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    [Fact]
    public async Task gx_0_2_Given_a_month_with_20_posts_a_rejection_and_a_deletion_When_the_first_working_day_comes_Then_the_manager_reads_exactly_those_per_section_and_takes_them_out()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        using (var early = await app.SignInAsync("hoshino", Ct))
        {
            await early.GetAsync("/monthly-reports", Ct);
            Assert.NotNull(early.Document().QuerySelector(".empty"));
        }

        for (var i = 0; i < 20; i++)
        {
            await OutAsync(i);
        }

        Office.Fine(await Office.RejectAsync(await Office.ToExaminationAsync(await ContentAsync(20)), "kobayashi", "捜査に支障があるため。"));
        await Office.RunJobsAsync();
        Office.Fine(await Office.RemoveAsync(await Office.Store.DbAsync(db => db.Deliveries.OrderBy(d => d.OrderedAt).Select(d => d.Application).FirstAsync(Ct), Office.Body)));
        await Office.RunJobsAsync();

        // What happens in July stands in the report of July
        Office.Clock.SetJapan(2026, 7, 1, 0, 5);
        await Run.MonthlyAsync(Office);
        await Run.MonthlyAsync(Office);

        var report = Assert.Single(await Office.Store.DbAsync(db => db.MonthlyReports.AsNoTracking().ToListAsync(Ct), Office.Body), r => r.Regulation == "gunma-police-x");
        Assert.Equal(new DateOnly(2026, 6, 1), report.Month);
        Assert.Equal((20, 0, 0, 1, 1, 0), Figures(Assert.Single(report.Lines())));
        Assert.Equal(7, report.Lines()[0].LeadDays);
        Assert.Contains(await Office.NoticesAsync("hoshino"), n => n.Kind == "report.monthly");

        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/monthly-reports", Ct);
        Assert.NotNull(manager.Document().QuerySelector("main a[href='/monthly-reports/gunma-police-x/2026-06']"));
        await manager.GetAsync("/monthly-reports/gunma-police-x/2026-06", Ct);
        var row = CaseApp.Words(manager.Document().QuerySelector("tbody tr"));
        Assert.StartsWith("前橋警察署20001107—0", row.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotNull(manager.Document().QuerySelector("[data-print]"));
        using var file = await manager.GetAsync("/monthly-reports/gunma-police-x/2026-06?handler=csv", Ct);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("前橋警察署,20,0,0,1,1,0,7,,0", manager.Page, StringComparison.Ordinal);

        // The chief reads the own section only, and nobody without a seat reads anything
        using var other = await app.SignInAsync("tamura", Ct);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await other.GetAsync("/monthly-reports/gunma-police-x/2026-06", Ct)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await manager.GetAsync("/monthly-reports/gunma-police-x/2026-05", Ct)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await manager.GetAsync("/monthly-reports/gunma-police-x/nothing", Ct)).StatusCode);
    }

    private static (int, int, int, int, int, int) Figures(MonthlyLine l) => (l.Posts, l.Reposts, l.OutOfHours, l.Rejected, l.Deletions, l.Corrections);

    private async Task OutAsync(int number) => Office.Fine(await Office.PublishAsync(await Office.ReadyAsync(await ContentAsync(number))));

    private async Task<PostContent> ContentAsync(int number)
    {
        var site = await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Body == Office.Body && a.Handle == "gunma_police_site").Select(a => a.Id).SingleAsync(Ct));
        return await Office.ContentAsync($"市役所の職員が電話でＡＴＭの操作をお願いすることはありません。相談は警察署へ。お知らせ{number}") with { Accounts = [site.Value] };
    }
}

internal static class Run
{
    /// <summary>The standing job of the body, as a node would run it.</summary>
    public static Task MonthlyAsync(Office office)
    {
        var job = new Job(NamedId.Of($"{MonthlyReportJob.Kind}/{Office.Body.Slug}"), Office.Body, MonthlyReportJob.Kind, Guid.Empty, office.Clock.Now, office.Clock.Now);
        return office.Store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(MonthlyReportJob.Kind).RunAsync(job, TestContext.Current.CancellationToken), Office.Body);
    }
}

/// <summary>The same under the guidelines for mail, on both databases.</summary>
public abstract class MonthlyMailTests(TestStore store) : MailCases(store)
{
    [Fact]
    public async Task gm_0_2_2_Given_a_month_with_12_mails_of_which_one_was_corrected_When_the_job_has_run_Then_the_chief_reads_12_and_1_and_the_median_minutes()
    {
        var content = await SentContentAsync();
        for (var i = 0; i < 12; i++)
        {
            var id = await ApprovedAsync(content with
            {
                Body = $"{content.Body}お知らせ{i}",
                Case = new CaseFacts("不審な電話", Office.Clock.Now.AddMinutes(-30 - i), "生活安全課", false),
            });
            Office.Fine(await DispatchAsync(id));
        }

        await Office.RunJobsAsync();
        await CorrectedAsync();
        Office.Clock.SetJapan(2026, 7, 1, 0, 5);
        await Run.MonthlyAsync(Office);

        var report = await Office.Store.DbAsync(db => db.MonthlyReports.AsNoTracking().SingleAsync(r => r.Regulation == Mail, Ct), Office.Body);
        var line = Assert.Single(report.Lines());
        Assert.Equal(("前橋警察署", 12, 1), (line.Name.Ja, line.Posts, line.Corrections));
        Assert.InRange(line.Minutes!.Value, 35, 37);
        Assert.Contains(await Office.NoticesAsync("negishi"), n => n.Kind == "report.monthly" && n.Clause == "gm-0-2-2");
    }

    // A live channel; what goes to the practice timeline is no mail
    private async Task<PostContent> SentContentAsync()
    {
        var content = await MailAsync();
        var unit = await Office.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == Samples.SampleCast.Maebashi).Select(u => u.Id).SingleAsync(Ct));
        var entered = await Office.Store.AskAsync<Shirase.Accounts.RegisterAccount, Shirase.People.Entered<AccountId>>(
            r => r.RunAsync(TestKit.X.ConnectedX.Doer(Office), new(Mail, "website", "gunma_police_mail_live", "情報メール", unit, new DateOnly(2026, 1, 1)), Ct), Office.Body);
        Office.Fine(entered.Refusal);
        return content with { Accounts = [entered.Id!.Value.Value] };
    }

    private async Task CorrectedAsync()
    {
        var who = await Office.WhoAsync("tamura");
        await Office.Store.DbAsync(async db =>
        {
            var wrong = await db.Deliveries.OrderBy(d => d.OrderedAt).Select(d => d.Application).FirstAsync(Ct);
            var at = Office.Clock.Now.Truncated();
            db.Add(new Correction(Guid.CreateVersion7(), Office.Body, wrong, who.Staff, at, who.Staff, at, at, isDrill: false));
            return await db.SaveChangesAsync(Ct);
        }, Office.Body);
    }
}

public sealed class MonthlyMailOnSqlite(OfficeWithDuties store) : MonthlyMailTests(store), IClassFixture<OfficeWithDuties>;

public sealed class MonthlyMailOnPostgres(PostgresOfficeWithDuties store) : MonthlyMailTests(store), IClassFixture<PostgresOfficeWithDuties>;

using System.Net;
using System.Text;
using Shirase.Core;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

public sealed class OutOfHoursPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_10_2_0_Given_a_telephone_decision_When_the_manager_opens_the_register_Then_ground_decider_recorder_and_what_is_to_be_confirmed_stand_there()
    {
        var id = await PublishedAsync();
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/", Ct);
        Assert.Contains(manager.Document().QuerySelectorAll(".site-nav a"), a => a.GetAttribute("href") == "/out-of-hours");

        await manager.GetAsync("/out-of-hours", Ct);

        var row = CaseApp.Words(manager.Document().GetElementById($"case-{id}"));
        Assert.All(
            [
                "2026年6月12日（金）22:30", "投稿済", (await Office.ReadAsync(id)).Number, "強盗に注意", "前橋警察署", "重要凶悪事件", "コンビニエンスストアの強盗",
                "小林 智子（運用責任者）", "電話で決定 6月12日（金）22:28", "高橋", "追認待ち", "6月15日（月）",
            ],
            part => Assert.Contains(part, row, StringComparison.Ordinal));
        Assert.NotNull(manager.Document().QuerySelector($"a[href='/posts/{id}']"));
    }

    [Fact]
    public async Task gx_10_2_0_Given_a_period_without_posts_When_filtered_Then_the_page_says_so_and_all_can_be_shown_again()
    {
        var id = await PublishedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);

        await officer.GetAsync("/out-of-hours?From.Year=%E4%BB%A4%E5%92%8C8&From.Month=6&From.Day=13", Ct);
        Assert.Contains("この期間に時間外の投稿はありません", officer.Page, StringComparison.Ordinal);
        await officer.GetAsync("/out-of-hours?From.Year=2026&From.Month=6&From.Day=12&To.Year=2026&To.Month=6&To.Day=12", Ct);
        Assert.NotNull(officer.Document().GetElementById($"case-{id}"));
        var wrong = await officer.GetAsync("/out-of-hours?From.Year=2026&From.Month=13&From.Day=1", Ct);

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("true", officer.Document().QuerySelector("#From [aria-invalid], #From-Month, [name='From.Month']")?.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Given_the_register_When_saved_as_csv_Then_a_row_has_every_column_and_a_subject_like_a_formula_is_a_text()
    {
        var id = await PublishedAsync("=1+1");
        using var auditor = await app.SignInAsync("yanagida", Ct);
        await auditor.GetAsync("/out-of-hours", Ct);

        var bytes = await auditor.Client.GetByteArrayAsync(auditor.Document().QuerySelector("#csv")!.GetAttribute("href"), Ct);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(14, lines[0].Split(',').Length);
        var number = (await Office.ReadAsync(id)).Number;
        var row = Assert.Single(lines, l => l.Contains(number, StringComparison.Ordinal)).Split(',');
        Assert.Equal(("2026-06-12 22:30", "'=1+1", "電話で決定", "追認待ち"), (row[0], row[2], row[7], row[8]));
    }

    [Theory]
    [InlineData("tamura")]
    [InlineData("negishi")]
    [InlineData("horiguchi")]
    public async Task Given_somebody_who_does_not_run_the_account_When_he_opens_the_register_Then_forbidden_and_not_in_his_pages(string login)
    {
        using var browser = await app.SignInAsync(login, Ct);
        await browser.GetAsync("/", Ct);
        Assert.DoesNotContain(browser.Document().QuerySelectorAll(".site-nav a"), a => a.GetAttribute("href") == "/out-of-hours");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/out-of-hours", Ct)).StatusCode);
    }

    [Fact]
    public async Task gx_10_2_0_Given_the_morning_list_When_the_manager_follows_it_Then_it_leads_to_the_register()
    {
        await PublishedAsync();
        Office.Clock.SetJapan(2026, 6, 15, 8, 30);
        await Office.RemindAsync();
        using var manager = await app.SignInAsync("hoshino", Ct);

        await manager.GetAsync("/", Ct);

        Assert.Contains(manager.Document().QuerySelectorAll("#notices a"), a => a.GetAttribute("href") == "/out-of-hours" && a.TextContent.StartsWith("時間外の投稿が", StringComparison.Ordinal));
    }

    private async Task<PostApplicationId> PublishedAsync(string subject = "強盗に注意")
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var id = await Office.UrgentFiledAsync(await Office.UrgentAsync() with { Subject = subject });
        Office.Clock.SetJapan(2026, 6, 12, 22, 30);
        Office.Fine(await Office.TelephoneAsync(id, "kobayashi", Office.Clock.Now.AddMinutes(-2)));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        return id;
    }
}

using System.Net;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What the applicant's section sees and can do on the page of its case, from sending to deletion.</summary>
public sealed class CaseCoursePageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_12_2_1_Given_a_decided_form_When_it_is_sent_Then_inbox_shows_it_and_the_section_sees_number_and_time_and_no_way_to_edit()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Clock.SetJapan(2026, 6, 11, 10, 7);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        using var manager = await app.SignInAsync("hoshino", Ct);
        using var author = await app.SignInAsync("tamura", Ct);

        await manager.GetAsync("/posts/inbox", Ct);
        await author.GetAsync($"/posts/{id}", Ct);

        Assert.NotNull(manager.Document().QuerySelector($"#choose-{id}"));
        var page = CaseApp.Words(author.Document().QuerySelector("main"));
        Assert.Contains((await Office.ReadAsync(id)).Number, page, StringComparison.Ordinal);
        Assert.Contains("6月11日（木）10:07", page, StringComparison.Ordinal);
        Assert.Null(author.Document().QuerySelector("#edit"));
        await author.GetAsync($"/posts/{id}/edit", Ct);
        Assert.Null(author.Document().QuerySelector("form.draft"));
    }

    [Fact]
    public async Task gx_12_4_3_Given_a_refusal_When_the_author_presses_revise_Then_the_old_content_and_the_reason_stand_in_the_form_and_the_head_decides_again()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "捜査の場所が分かるため"));
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/", Ct);
        Assert.Contains("捜査の場所が分かるため", CaseApp.Words(author.Document().QuerySelector("#notices")), StringComparison.Ordinal);
        await author.GetAsync($"/posts/{id}", Ct);

        await author.GetAsync(author.Document().QuerySelector("#edit")!.GetAttribute("href")!, Ct);
        Assert.Contains("捜査の場所が分かるため", CaseApp.Words(author.Document().QuerySelector("main")), StringComparison.Ordinal);
        Assert.StartsWith("市役所の職員が電話で", author.Document().QuerySelector("#Body")!.TextContent.Trim(), StringComparison.Ordinal);
        await author.PostAsync($"/posts/{id}/edit?handler=submit", author.Fields(DraftForm.Complete("市役所の職員が電話でお願いすることはありません。")), Ct);

        var application = await Office.ReadAsync(id);
        Assert.Equal((2, "unit-head"), (application.Current.Number, application.Step));
        Assert.False(application.IsDecidedAt("unit-head"));
    }

    [Fact]
    public async Task gx_3_2_b_2_Given_the_section_accepted_a_proposal_When_the_record_is_opened_Then_both_versions_the_difference_names_and_times_are_visible()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ProposeAsync(id, body => body.Replace("電話で", "お電話で", StringComparison.Ordinal)));
        Office.Clock.SetJapan(2026, 6, 11, 10, 5);
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync($"/posts/{id}", Ct);
        await author.PostAsync($"/posts/{id}/actions?handler=answerwording", new() { ["accepts"] = "true" }, Ct);

        await author.GetAsync($"/posts/{id}", Ct);

        var page = author.Document();
        Assert.NotNull(page.QuerySelector($"a[href='/posts/{id}/versions?a=1&b=2']"));
        var course = page.QuerySelector("#course-list")!;
        Assert.Contains(course.QuerySelectorAll("ins"), i => i.TextContent.Contains('お', StringComparison.Ordinal));
        Assert.Contains(course.QuerySelectorAll("li").Select(CaseApp.Words), l => l.Contains("10:00 文面の修正案 小林 智子", StringComparison.Ordinal));
        Assert.Contains(course.QuerySelectorAll("li").Select(CaseApp.Words), l => l.Contains("10:05 修正案に同意 田村 由美", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_13_4_1_Given_a_published_post_When_its_record_is_opened_Then_no_edit_is_offered_a_direct_change_is_refused_and_a_correction_is_offered()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        var fields = author.Fields(DraftForm.Complete("直しました。"));
        await author.GetAsync($"/posts/{id}", Ct);
        Assert.Null(author.Document().QuerySelector("#edit"));
        Assert.NotNull(author.Document().QuerySelector("#correct"));
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/desk", Ct);
        var delivery = await Office.DeliveryAsync(id);
        Assert.NotNull(officer.Document().QuerySelector($"#remove-{delivery.Id}"));
        Assert.NotNull(officer.Document().QuerySelector($"#error-{delivery.Id}"));

        foreach (var verb in new[] { "save", "submit", "autosave" })
        {
            await author.PostAsync($"/posts/{id}/edit?handler={verb}", fields, Ct);
        }

        var application = await Office.ReadAsync(id);
        Assert.Equal((ApplicationState.Published, 1), (application.State, application.Versions.Count));
        Assert.DoesNotContain("直しました。", application.Current.Content.Body, StringComparison.Ordinal);
        await author.GetAsync($"/posts/{id}", Ct);
        await author.GetAsync(author.Document().QuerySelector("#correct")!.GetAttribute("href")!, Ct);
        await author.PostAsync($"/posts/{id}/error?handler=write", new() { ["Facts.Wrong"] = "110番", ["Facts.Right"] = "#9110" }, Ct);
        await author.PostAsync($"/posts/{id}/error?handler=apply", new Dictionary<string, string?>(), Ct);
        Assert.EndsWith("/edit", author.Where, StringComparison.Ordinal);
        Assert.Contains("正しくは「#9110」です。", author.Document().QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_4_4_Given_a_published_post_When_a_station_officer_reports_an_error_on_its_page_Then_he_reads_that_it_arrived_and_that_it_is_unconfirmed()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        using var finder = await app.SignInAsync("sekiguchi", Ct);
        await finder.GetAsync($"/posts/{id}", Ct);
        await finder.PostAsync($"/posts/{id}/actions?handler=reporterror", new() { ["Text"] = " " }, Ct);
        Assert.NotNull(finder.Document().QuerySelector("#refused"));

        await finder.PostAsync($"/posts/{id}/actions?handler=reporterror", new() { ["Text"] = "電話番号が違います" }, Ct);

        Assert.Contains("広報係員へ知らせました", finder.Page, StringComparison.Ordinal);
        var report = Assert.Single(finder.Document().QuerySelectorAll("li[id^='report-']").Select(CaseApp.Words));
        Assert.Contains("19:30 関口 亮", report, StringComparison.Ordinal);
        Assert.EndsWith("「電話番号が違います」 未確認", report, StringComparison.Ordinal);
        Assert.Contains("error.reported", await Office.KindsAsync("takahashi", id));
    }

    [Theory]
    [InlineData("takahashi")]
    [InlineData("kobayashi")]
    [InlineData("hoshino")]
    public async Task gx_11_3_Given_somebody_who_runs_the_account_When_he_looks_for_a_way_to_publish_without_an_application_Then_none_exists(string login)
    {
        using var browser = await app.SignInAsync(login, Ct);
        await browser.GetAsync("/desk", Ct);
        Assert.Empty(browser.Document().QuerySelectorAll("main textarea[name='Body'], main textarea[name='Text'], main input[name='Body']"));

        var answer = await browser.PostAsync("/desk?handler=publish", new() { ["id"] = Guid.NewGuid().ToString(), ["Body"] = "申請のない文面", ["Text"] = "申請のない文面", ["confirmed"] = "yes" }, Ct);

        Assert.True(login == "takahashi" ? answer.StatusCode != HttpStatusCode.InternalServerError : answer.StatusCode == HttpStatusCode.Forbidden);
        Assert.False(await app.Store.DbAsync(db => Task.FromResult(db.Deliveries.Any(d => d.OutgoingText.Contains("申請のない文面"))), Office.Body));
    }
}

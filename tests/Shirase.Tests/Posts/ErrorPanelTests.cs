using System.Net;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>誤り対応 over HTTP: who is led there, what he may do there, and what stays when it was refused.</summary>
public sealed class ErrorPanelTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_13_4_4_Given_somebody_of_another_unit_When_he_reports_an_error_Then_the_PR_officer_meets_it_on_every_page_and_in_his_notices()
    {
        var id = await PublishedAsync();
        using var finder = await app.SignInAsync("nakajima", Ct);
        await finder.GetAsync("/", Ct);
        await finder.GetAsync(finder.Document().QuerySelector("#to-errors")!.GetAttribute("href")!, Ct);
        await finder.GetAsync(finder.Document().QuerySelector($"#post-{id} a")!.GetAttribute("href")!, Ct);
        Assert.Null(finder.Document().QuerySelector("#remove, #facts, #told, #clock"));

        await finder.PostAsync($"/posts/{id}/error?handler=report", new() { ["Said"] = " " }, Ct);
        Assert.NotNull(finder.Document().QuerySelector("#refused"));
        await finder.PostAsync($"/posts/{id}/error?handler=report", new() { ["Said"] = "曜日が違います<b>" }, Ct);
        Assert.Contains("曜日が違います<b>", CaseApp.Words(finder.Document().QuerySelector(".banner--error")), StringComparison.Ordinal);
        Assert.Contains("未確認", CaseApp.Words(finder.Document().QuerySelector(".banner--error")), StringComparison.Ordinal);

        using var officer = await app.SignInAsync("mori", Ct);
        await officer.GetAsync("/precedents", Ct);
        Assert.Equal($"/posts/{id}/error", officer.Document().QuerySelector(".emergency a")!.GetAttribute("href"));
        await officer.GetAsync("/", Ct);
        Assert.NotNull(officer.Document().QuerySelector($"#notices a[href='/posts/{id}/error']"));
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/", Ct);
        Assert.Null(author.Document().QuerySelector(".emergency"));

        await officer.GetAsync($"/posts/{id}/error", Ct);
        var report = officer.Document().QuerySelector("[id^=acknowledge-]")!.Id!["acknowledge-".Length..];
        await officer.PostAsync($"/posts/{id}/error?handler=acknowledge", new() { ["report"] = report }, Ct);
        await officer.GetAsync("/", Ct);
        Assert.Null(officer.Document().QuerySelector(".emergency"));
        await officer.GetAsync($"/posts/{id}/error", Ct);
        await officer.PostAsync($"/posts/{id}/error?handler=close", new() { ["report"] = report, ["why"] = "" }, Ct);
        Assert.NotNull(officer.Document().QuerySelector("#refused"));
        await officer.PostAsync($"/posts/{id}/error?handler=close", new() { ["report"] = report, ["why"] = "曜日は合っている" }, Ct);
        Assert.Null(officer.Document().QuerySelector(".banner--error"));
        Assert.Contains("error.closed", await Office.KindsAsync("nakajima", id));
    }

    [Fact]
    public async Task gx_13_4_5_Given_the_panel_When_a_PR_officer_presses_delete_Then_one_press_without_a_question_and_the_page_tells_who_was_told()
    {
        var id = await PublishedAsync();
        Office.Fine(await Office.ReportErrorAsync(id, "番号が違います"));
        using var officer = await app.SignInAsync("mori", IPAddress.Parse("127.0.0.2"), Ct);
        await officer.GetAsync($"/posts/{id}/error", Ct);
        Office.Clock.SetJapan(2026, 6, 11, 19, 32);

        await officer.PostAsync($"/posts/{id}/error?handler=remove", new() { ["kind"] = "Unsuitable" }, Ct);
        await Office.RunJobsAsync();
        await officer.GetAsync($"/posts/{id}/error", Ct);

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, RemovalKind.Unsuitable), (delivery.State, delivery.RemovalKind));
        var page = officer.Document();
        Assert.Contains("19:32", CaseApp.Words(page.QuerySelector("#stage-gone")), StringComparison.Ordinal);
        Assert.Contains("2分00秒", CaseApp.Words(page.QuerySelector("#stage-gone")), StringComparison.Ordinal);
        var told = CaseApp.Words(page.QuerySelector("#told"));
        foreach (var name in new[] { "小林", "星野", "田村", "根岸" })
        {
            Assert.Contains(name, told, StringComparison.Ordinal);
        }

        await officer.PostAsync($"/posts/{id}/error?handler=remove", [], Ct);
        Assert.Contains("既に削除を指示", CaseApp.Words(officer.Document().QuerySelector("#refused")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kobayashi")]
    [InlineData("hoshino")]
    [InlineData("tamura")]
    [InlineData("yanagida")]
    public async Task gx_13_4_5_Given_anybody_else_When_he_deletes_or_enters_it_by_hand_Then_he_finds_no_button_and_the_server_forbids_it(string login)
    {
        var id = await PublishedAsync();
        using var other = await app.SignInAsync(login, Ct);
        await other.GetAsync($"/posts/{id}/error", Ct);
        Assert.Null(other.Document().QuerySelector("#remove, [id^=by-hand]"));

        foreach (var verb in new[] { "remove", "byhand", "acknowledge", "close" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync($"/posts/{id}/error?handler={verb}", [], Ct)).StatusCode);
            await other.GetAsync("/", Ct);
        }

        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task gx_13_4_1_Given_the_facts_When_typed_wrongly_Then_they_stay_in_their_boxes_and_when_right_the_unit_applies_and_the_officer_announces()
    {
        var id = await PublishedAsync();
        using var pr = await app.SignInAsync("mori", Ct);
        await pr.GetAsync($"/posts/{id}/error", Ct);
        await pr.PostAsync($"/posts/{id}/error?handler=write", new() { ["Facts.Wrong"] = "110番", ["Facts.Right"] = "" }, Ct);
        Assert.Contains("両方", CaseApp.Words(pr.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal("110番", pr.Document().QuerySelector("#Facts-Wrong")!.GetAttribute("value"));
        var long_ = new string('長', 2001);
        await pr.PostAsync($"/posts/{id}/error?handler=write", new() { ["Facts.Wrong"] = "110番", ["Facts.Right"] = long_ }, Ct);
        Assert.Equal(long_, pr.Document().QuerySelector("#Facts-Right")!.GetAttribute("value"));
        await pr.PostAsync($"/posts/{id}/error?handler=write", new() { ["Facts.Wrong"] = "110番", ["Facts.Right"] = "#9110", ["Facts.Cause"] = "転記の誤り" }, Ct);
        Assert.Null(pr.Document().QuerySelector("#apply, #announce"));
        Assert.Contains("小林", CaseApp.Words(pr.Document().QuerySelector("#notice")), StringComparison.Ordinal);

        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync($"/posts/{id}/error", Ct);
        Assert.NotNull(author.Document().QuerySelector("#apply"));
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync($"/posts/{id}/error?handler=announce", [], Ct)).StatusCode);
        await author.GetAsync($"/posts/{id}/error", Ct);
        await author.PostAsync($"/posts/{id}/error?handler=apply", [], Ct);
        Assert.EndsWith("/edit", author.Where, StringComparison.Ordinal);
        Assert.Contains("正しくは「#9110」です。", author.Document().QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
        var draft = author.Where;
        await author.GetAsync($"/posts/{id}/error", Ct);
        await author.PostAsync($"/posts/{id}/error?handler=apply", [], Ct);
        Assert.Equal(draft, author.Where);

        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/error", Ct);
        await officer.PostAsync($"/posts/{id}/error?handler=announce", [], Ct);
        Assert.StartsWith("/site/gunma-police/notices/", officer.Document().QuerySelector("#to-notice")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_case_of_which_nothing_went_out_When_its_panel_is_opened_Then_it_is_not_there()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        using var officer = await app.SignInAsync("mori", Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/posts/{id}/error", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/posts/{Guid.NewGuid()}/error", Ct)).StatusCode);
    }

    private async Task<PostApplicationId> PublishedAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        return id;
    }
}

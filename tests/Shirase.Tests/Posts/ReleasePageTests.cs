using System.Net;
using Shirase.Core;
using Shirase.Posts;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>報道発表の記録 on the page of the case.</summary>
public sealed class ReleasePageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("takahashi")]
    [InlineData("kobayashi")]
    [InlineData("tamura")]
    public async Task gx_13_3_2_Given_an_arrest_that_waits_for_its_release_When_it_is_recorded_on_the_page_Then_it_can_go_out_and_the_course_tells_who_and_which(string login)
    {
        var id = await ArrestAsync();
        Office.Clock.SetJapan(2026, 6, 18, 10, 30);
        var closed = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-13-3-2", closed.Clause);
        Assert.Contains("案件の画面でその旨を記録してください", closed.Text.Ja, StringComparison.Ordinal);
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        using var browser = await app.SignInAsync(login, Ct);
        await browser.GetAsync($"/posts/{id}", Ct);
        Assert.NotNull(browser.Document().QuerySelector("#record-release"));

        await RecordAsync(browser, id, "11:02", "広報第30号");

        Assert.Equal($"/posts/{id}", browser.Where);
        Assert.Equal(new DateTimeOffset(2026, 6, 18, 11, 2, 0, JapanTime.Offset), (await Office.ReadAsync(id)).PressReleasedAt);
        var course = CaseApp.Words((await CaseApp.SeenAsync(browser, Ct)).QuerySelector("#course-list"));
        Assert.Contains("報道発表の記録", course, StringComparison.Ordinal);
        Assert.Contains("広報第30号", course, StringComparison.Ordinal);
        Assert.Null(browser.Document().QuerySelector("#record-release"));
        Assert.Contains("press-release.recorded", await Office.KindsAsync("mori", id));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_13_3_2_Given_a_time_ahead_or_a_field_left_empty_When_recorded_Then_the_sentence_says_so_and_what_was_typed_stays()
    {
        var id = await ArrestAsync();
        Office.Clock.SetJapan(2026, 6, 18, 10, 30);
        using var browser = await app.SignInAsync("takahashi", Ct);
        await browser.GetAsync($"/posts/{id}", Ct);

        await RecordAsync(browser, id, "11:00", "広報第30号");
        Assert.Contains("発表が済んでから記録してください", CaseApp.Words(browser.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal("広報第30号", browser.Document().QuerySelector("#Release-Document")!.GetAttribute("value"));
        await RecordAsync(browser, id, "10:20", " ");
        Assert.Contains("広報文の番号又は件名を入力してください", CaseApp.Words(browser.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        await RecordAsync(browser, id, "いつか", "広報第30号");
        Assert.Equal("いつか", browser.Document().QuerySelector("#Release-Time")!.GetAttribute("value"));
        Assert.Equal("true", browser.Document().QuerySelector("#Release-Time")!.GetAttribute("aria-invalid"));
        await RecordAsync(browser, id, "", "広報第30号");
        Assert.Equal("true", browser.Document().QuerySelector("#Release-Time")!.GetAttribute("aria-invalid"));

        Assert.Null((await Office.ReadAsync(id)).PressReleasedAt);
    }

    [Fact]
    public async Task gx_13_3_2_Given_somebody_the_case_is_not_of_When_he_records_a_release_Then_he_cannot()
    {
        var id = await ArrestAsync();
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        using var auditor = await app.SignInAsync("yanagida", Ct);
        await auditor.GetAsync($"/posts/{id}", Ct);
        Assert.Null(auditor.Document().QuerySelector("#record-release"));
        await RecordAsync(auditor, id, "11:02", "広報第30号");
        using var otherUnit = await app.SignInAsync("nakajima", Ct);
        await otherUnit.GetAsync("/", Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await RecordAsync(otherUnit, id, "11:02", "広報第30号")).StatusCode);
        Assert.Null((await Office.ReadAsync(id)).PressReleasedAt);
    }

    private static Task<HttpResponseMessage> RecordAsync(TestBrowser browser, PostApplicationId id, string time, string document) =>
        browser.PostAsync($"/posts/{id}/actions?handler=pressrelease", new()
        {
            ["Release.Day.Year"] = "令和８",
            ["Release.Day.Month"] = "6",
            ["Release.Day.Day"] = "18",
            ["Release.Time"] = time,
            ["Release.Document"] = document,
        }, Ct);

    private async Task<PostApplicationId> ArrestAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        var content = await Office.ContentAsync("前橋市内の連続窃盗事件の犯人を逮捕しました。御協力ありがとうございました。");
        return await Office.ReadyAsync(content with
        {
            Subject = "窃盗事件",
            PressRelease = "planned",
            Consent = new("捜査第一課", "飯塚", Office.Clock.Now),
        });
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Records;
using Shirase.TestKit;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>The page of confirmations, and where it comes first.</summary>
public sealed class ReadingPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_15_1_1_Given_no_valid_confirmation_When_an_application_is_sent_Then_the_conduct_page_comes_first_and_what_was_typed_is_kept()
    {
        app.Clock.SetJapan(2027, 4, 1);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/", Ct);
        Assert.Contains("発信に携わる職員の心得", browser.Document().QuerySelector("[aria-labelledby=readings]")!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync("/posts/new", Ct);

        await browser.PostAsync("/posts/new?handler=submit", browser.Fields(DraftForm.Complete("不審な電話は110番へ。")), Ct);

        Assert.StartsWith("/readings", browser.Where, StringComparison.Ordinal);
        Assert.Contains("発信に携わる職員の心得の確認が済んでいません", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/readings?handler=confirm", [new("reading", "conduct"), new("ticked", "0"), new("back", Back(browser))], Ct);
        Assert.Contains("地方公務員法（昭和25年法律第261号）", browser.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(browser.Document().QuerySelector("#conduct-0[checked]"));
        Assert.Equal("/readings", browser.Hidden("back"));

        await browser.PostAsync("/readings?handler=confirm", [new("reading", "conduct"), new("ticked", "0"), new("ticked", "1"), new("ticked", "2"), new("back", Back(browser))], Ct);

        Assert.EndsWith("/edit", browser.Where, StringComparison.Ordinal);
        Assert.Contains("不審な電話は110番へ。", browser.Document().QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync("/", Ct);
        Assert.Null(browser.Document().QuerySelector("[aria-labelledby=readings]"));
        await browser.PostAsync("/readings?handler=confirm", [new("reading", "conduct"), new("ticked", "0"), new("ticked", "1"), new("ticked", "2"), new("back", "https://example.com/")], Ct);
        Assert.StartsWith("/readings", browser.Where, StringComparison.Ordinal);
    }

    private static string Back(TestBrowser browser) => browser.Document().QuerySelector("main input[name=back]")!.GetAttribute("value")!;

    [Fact]
    public async Task gx_2_1_a_Given_staff_of_a_police_station_When_the_register_of_accounts_is_opened_Then_it_is_read_only_and_a_direct_change_is_forbidden_and_logged()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/accounts", Ct);

        var main = browser.Document().QuerySelector("main")!;
        Assert.Contains("@gunma_police", main.TextContent, StringComparison.Ordinal);
        Assert.Empty(main.QuerySelectorAll("form, a[href^='/accounts/']:not([href$='/policy-text']):not([href$='/archive'])"));

        var account = await app.Office.DrillAccountAsync();
        using var opened = await browser.GetAsync($"/accounts/{account}", Ct);
        using var stopped = await browser.PostAsync($"/accounts/{account}?handler=stop", new Dictionary<string, string?> { ["why"] = "試し" }, Ct);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (opened.StatusCode, stopped.StatusCode));
        var who = (await app.Office.WhoAsync("tamura")).Staff;
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == RefusedAttempts.Verb && j.Actor == who && j.Detail.Contains("?stop"), Ct)));
    }
}

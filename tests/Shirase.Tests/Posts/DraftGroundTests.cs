using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>時間外の根拠 on the application form, without scripts.</summary>
public sealed class DraftGroundTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_10_2_2_Given_Friday_1730_When_ground_2_is_chosen_Then_the_screen_shows_Monday_0830_and_the_distance()
    {
        app.Clock.SetJapan(2026, 6, 12, 17, 30);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        // No desired time yet: the distance counts from now
        await browser.PostAsync("/posts/new?handler=check", browser.Fields(("Ground", "other-immediate")), Ct);

        var hour = CaseApp.Words(browser.Document().QuerySelector("#next-office-hour"));

        Assert.Contains("6月15日（月）08:30", hour, StringComparison.Ordinal);
        Assert.Contains("63時間0分", hour, StringComparison.Ordinal);
        Assert.Contains("20", CaseApp.Words(browser.Document().QuerySelector("#GroundReason-support")), StringComparison.Ordinal);
        app.Clock.SetJapan(2026, 6, 12, 17, 0);
        await browser.PostAsync("/posts/new?handler=check", browser.Fields(), Ct);
        Assert.Equal("今は執務時間内です。", CaseApp.Words(browser.Document().QuerySelector("#next-office-hour")));
    }

    [Fact]
    public async Task gx_8_2_2_Given_a_shops_post_When_filed_Then_the_form_leads_to_the_proposal_for_the_register_with_its_name()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new?kind=repost", Ct);
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Kind", "repost"), ("TargetAuthor", "some_shop")), Ct);

        var link = browser.Document().QuerySelector("#propose-body")!.GetAttribute("href")!;
        await browser.GetAsync(link, Ct);

        Assert.Equal("some_shop", browser.Document().QuerySelector("#Form-Handle")!.GetAttribute("value"));
    }
}

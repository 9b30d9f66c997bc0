using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shirase.Channels.Drill;
using Shirase.Samples;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Single entries of the application form, without scripts.</summary>
public sealed class DraftEntriesTests(SampleApp app) : IClassFixture<SampleApp>
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

    [Fact]
    public async Task gx_f_1_Given_a_new_form_When_opened_by_the_author_Then_section_author_day_and_addressee_stand_there_and_cannot_be_changed()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);

        var head = browser.Document().QuerySelector("form.draft .facts")!;

        var words = CaseApp.Words(head);
        Assert.All(["前橋警察署", "田村 由美", "6月11日", "広報広聴課長（運用管理者）"], entry => Assert.Contains(entry, words, StringComparison.Ordinal));
        Assert.Empty(head.QuerySelectorAll("input, select, textarea"));
        // A browser may send what the page does not offer
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Subject", "件名"), ("Unit", Guid.NewGuid().ToString()), ("Author", Guid.NewGuid().ToString())), Ct);
        Assert.Contains("申請所属前橋警察署 起案者田村 由美", CaseApp.Words(browser.Document().QuerySelector("form.draft .facts")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_1_Given_no_extension_When_filed_Then_refused_and_the_field_is_named()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);

        await browser.PostAsync("/posts/new?handler=submit", browser.Fields([.. DraftForm.Complete("不審な電話は110番へ。").Where(c => c.Item1 != "Extension"), ("Extension", "")]), Ct);

        var missing = Assert.Single(browser.Document().QuerySelectorAll("#missing a[data-jump]"));
        Assert.Equal("Extension", missing.GetAttribute("data-jump"));
    }

    [Fact]
    public async Task gx_13_1_1_Given_a_subject_and_a_body_When_the_preview_is_shown_Then_the_first_line_is_the_heading_and_a_bracket_in_the_subject_is_refused()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Subject", "特殊詐欺に注意"), ("Body", "不審な電話は110番へ。")), Ct);
        Assert.Equal("【特殊詐欺に注意】\n不審な電話は110番へ。", browser.Document().QuerySelector("#preview .as-sent")!.TextContent.ReplaceLineEndings("\n"));

        await browser.PostAsync(browser.Where + "?handler=submit", browser.Fields(DraftForm.Complete("不審な電話は110番へ。", ("Subject", "【特殊詐欺】"))
            .Where(c => c.Item1 != "Subject" || c.Item2 == "【特殊詐欺】").ToArray()), Ct);

        Assert.Contains("件名に改行・【】は使えません", CaseApp.Words(browser.Document().QuerySelector("#findings")), StringComparison.Ordinal);
        Assert.Contains(browser.Document().QuerySelectorAll("#missing a[data-jump]"), a => a.GetAttribute("data-jump") == "Subject");
    }

    [Fact]
    public async Task gx_12_5_1_Given_the_address_of_a_post_When_entered_Then_author_day_and_text_are_shown_and_for_a_profile_the_sentence_says_what_is_needed()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var here = app.Services.GetRequiredService<IOptions<DrillOptions>>().Value.BaseAddress;
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync(
            "/posts/new?handler=target", browser.Fields(("Kind", "repost"), ("TargetAddress", new Uri(here, $"/drill/{SampleCast.Gunma}/posts/{SamplePartners.CityPost}").ToString())), Ct);

        var target = CaseApp.Words(browser.Document().QuerySelector("#target"));
        Assert.Contains("@" + SamplePartners.City, target, StringComparison.Ordinal);
        Assert.Contains("【防災訓練のお知らせ】", target, StringComparison.Ordinal);
        Assert.Contains("月", CaseApp.Words(browser.Document().QuerySelector("#target time")), StringComparison.Ordinal);
        await browser.PostAsync(browser.Where.Split('?')[0] + "?handler=submit", browser.Fields(("TargetAddress", "https://x.com/maebashi_city")), Ct);
        Assert.Contains("ポストを特定できるURLを入力してください", browser.Page, StringComparison.Ordinal);
    }
}

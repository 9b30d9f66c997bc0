using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>The page of an account's profile: what stands there, what is asked for, a text that would do, and whose change it was.</summary>
public sealed class ProfilePageTests(XApp app) : IClassFixture<XApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_p_2_2_Given_a_connected_account_When_looked_at_now_Then_the_page_shows_profile_lacks_and_proposal_and_takes_the_reason_of_a_change()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var user = app.Server.AddUser();
        var account = await app.EnterAsync(user);
        user.Profile.Text = "群馬県警察です。";
        user.Profile.Follows.Add("stranger");
        using var browser = await app.SignInAsync("kobayashi", Ct);

        await browser.GetAsync($"/accounts/{account}/profile", Ct);
        Assert.Contains("まだ確かめていません", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync($"/accounts/{account}/profile?handler=look", new Dictionary<string, string?>(), Ct);

        var main = browser.Document().QuerySelector("main")!;
        Assert.Contains("発信先のプロフィールを確かめました", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("@stranger", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, main.QuerySelectorAll("table .chip").Count(c => c.TextContent.Contains("見当たりません", StringComparison.Ordinal)));
        Assert.Contains("個別の御意見・御相談にはお答えしません。", main.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        user.Profile.Text = "当選しました";
        await browser.PostAsync($"/accounts/{account}/profile?handler=look", new Dictionary<string, string?>(), Ct);
        Assert.Contains("変わる前：", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync($"/accounts/{account}/profile?handler=own", new Dictionary<string, string?> { ["why"] = "" }, Ct);
        Assert.Contains("だれが、なぜ", browser.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        await browser.PostAsync($"/accounts/{account}/profile?handler=own", new Dictionary<string, string?> { ["why"] = "広報係が直した" }, Ct);
        Assert.DoesNotContain("変わる前：", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_account_that_is_not_connected_When_its_profile_is_opened_Then_the_page_says_why_nothing_is_known()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var account = await app.EnterAsync(app.Server.AddUser(), isConnected: false);
        using var browser = await app.SignInAsync("kobayashi", Ct);

        await browser.GetAsync($"/accounts/{account}/profile", Ct);

        Assert.Contains("接続していないか", browser.Page, StringComparison.Ordinal);
        Assert.Null(browser.Document().QuerySelector("#look-now"));
        Assert.Contains("未確認", browser.Document().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

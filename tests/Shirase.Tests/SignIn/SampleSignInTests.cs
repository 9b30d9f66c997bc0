using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.SignIn;

public sealed class SampleSignInTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_sample_When_the_sign_in_is_opened_Then_people_are_offered_and_it_says_what_it_is()
    {
        using var browser = app.Open();

        await browser.GetAsync("/security", Ct);

        Assert.StartsWith("/sign-in", browser.Where, StringComparison.Ordinal);
        Assert.Contains("運用責任者（審査）", browser.Page, StringComparison.Ordinal);
        Assert.Contains("人物は架空です", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_sample_person_When_chosen_Then_signed_in_and_the_journal_knows()
    {
        using var browser = await app.SignInAsync("tamura", Ct);

        var answer = await browser.GetAsync("/security", Ct);

        Assert.Equal((HttpStatusCode.OK, "/security"), (answer.StatusCode, browser.Where));
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "sign-in.succeeded", Ct)));
    }

    [Fact]
    public async Task Given_no_mark_When_a_sample_person_is_posted_Then_refused()
    {
        using var browser = app.Open();

        var answer = await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "tamura" }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Given_an_expired_session_with_a_half_written_form_When_signed_in_again_Then_nothing_is_lost()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/security", Ct);
        app.Clock.Pass(TimeSpan.FromHours(9));
        const string text = "<b>書きかけ</b>\n二行目";

        var answer = await browser.PostAsync("/security?handler=Password", new() { ["Form.New"] = text, ["Form.Now"] = "x" }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var kept = browser.Hidden("Form.Kept");
        Assert.False(string.IsNullOrEmpty(kept));
        await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "tamura", ["Form.Kept"] = kept }, Ct);

        Assert.Contains("action=\"/security?handler=Password\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;書きかけ&lt;/b&gt;", browser.Page, StringComparison.Ordinal);
        var resumed = await browser.PostAsync("/security?handler=Password", new() { ["Form.New"] = text, ["Form.Now"] = "x" }, Ct);
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
    }

    [Fact]
    public async Task Given_an_altered_kept_form_When_signed_in_Then_it_is_dropped()
    {
        using var browser = app.Open();
        await browser.GetAsync("/sign-in", Ct);

        await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "tamura", ["Form.Kept"] = "CfDJ8abc" }, Ct);

        Assert.DoesNotContain("入力を続ける", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_form_from_another_site_When_nobody_is_signed_in_Then_it_is_not_kept()
    {
        using var browser = app.Open();
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        await browser.PostAsync("/security?handler=Password", new() { ["Form.New"] = "他所の文" }, Ct);

        Assert.True(string.IsNullOrEmpty(browser.Hidden("Form.Kept")));
    }

    [Fact]
    public async Task Given_a_foreign_address_to_go_back_to_When_signed_in_Then_it_is_not_followed()
    {
        using var browser = app.Open();
        await browser.GetAsync("/sign-in", Ct);

        await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "mori", ["Form.Back"] = "https://evil.example/" }, Ct);

        Assert.Equal("/", browser.Where);
    }
}

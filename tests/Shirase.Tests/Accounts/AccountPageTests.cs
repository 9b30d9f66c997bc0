using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.TestKit;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>Connecting to X on the account page, its health, its budget; and no secret on any page or in any line of the log.</summary>
public sealed class AccountPageTests(XApp app) : IClassFixture<XApp>
{
    private static readonly BodyId Body = Shirase.Samples.SampleCast.Gunma;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_2_1_b_Given_the_administrator_When_the_account_says_yes_on_the_page_of_X_Then_it_is_connected_and_its_health_is_shown()
    {
        var (id, user) = await AccountAsync();
        app.Server.Consenting = user;
        using var browser = await app.SignInAsync("horiguchi", Ct);

        await ConsentAsync(browser, id);

        Assert.Equal($"/accounts/{id}", browser.Where);
        Assert.Contains("自動で更新", browser.Page, StringComparison.Ordinal);
        var account = await app.Store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, Ct), Body);
        Assert.Equal("x", account.Channel);
        Assert.Single(await app.Store.DbAsync(db => db.AccountTokens.AsNoTracking().Where(t => t.Account == id).ToListAsync(Ct), Body));

        // Once more: the earlier consent is forgotten
        await ConsentAsync(browser, id);
        Assert.Single(await app.Store.DbAsync(db => db.AccountTokens.AsNoTracking().Where(t => t.Account == id).ToListAsync(Ct), Body));
        await browser.GetAsync("/accounts/health", Ct);
        Assert.Contains(user.Handle, browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Registers.", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_2_1_b_Given_another_account_of_X_When_it_says_yes_Then_nothing_is_connected_and_its_tokens_are_forgotten()
    {
        var (id, _) = await AccountAsync();
        app.Server.Consenting = app.Server.AddUser();
        using var browser = await app.SignInAsync("horiguchi", Ct);

        await ConsentAsync(browser, id);

        Assert.Contains("一致しません", browser.Page, StringComparison.Ordinal);
        Assert.Equal("drill", await app.Store.DbAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.Channel).SingleAsync(Ct), Body));
        Assert.Empty(await app.Store.DbAsync(db => db.AccountTokens.AsNoTracking().Where(t => t.Account == id).ToListAsync(Ct), Body));
    }

    [Fact]
    public async Task Given_a_no_on_the_page_of_X_When_coming_back_Then_a_sentence_says_so()
    {
        var (id, _) = await AccountAsync();
        app.Server.Consenting = null;
        using var browser = await app.SignInAsync("horiguchi", Ct);

        await ConsentAsync(browser, id);

        Assert.Contains("許可されませんでした", browser.Page, StringComparison.Ordinal);
        Assert.Contains($"/accounts/{id}", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_answer_that_this_browser_did_not_ask_for_When_it_comes_back_Then_it_is_refused_and_the_code_is_not_used()
    {
        var (id, user) = await AccountAsync();
        app.Server.Consenting = user;
        using var asking = await app.SignInAsync("horiguchi", Ct);
        using var other = await app.SignInAsync("horiguchi", Ct);
        var back = await BackAsync(asking, id);
        var before = app.Server.Requests.Count(r => r.Operation == XServer.Token);

        await other.GetAsync(back, Ct);
        Assert.Contains("この接続の手続は続けられません", other.Page, StringComparison.Ordinal);
        await asking.GetAsync(back.Replace("state=", "state=0", StringComparison.Ordinal), Ct);
        Assert.Contains("この接続の手続は続けられません", asking.Page, StringComparison.Ordinal);
        // The ticket is gone with the first answer, right or wrong
        await asking.GetAsync(back, Ct);
        Assert.Contains("この接続の手続は続けられません", asking.Page, StringComparison.Ordinal);

        Assert.Equal(before, app.Server.Requests.Count(r => r.Operation == XServer.Token));
    }

    [Fact]
    public async Task Given_somebody_who_took_a_quarter_of_an_hour_When_coming_back_Then_it_is_refused()
    {
        var (id, user) = await AccountAsync();
        app.Server.Consenting = user;
        using var browser = await app.SignInAsync("horiguchi", Ct);
        var back = await BackAsync(browser, id);
        app.Clock.Pass(TimeSpan.FromMinutes(15));

        await browser.GetAsync(back, Ct);

        Assert.Contains("この接続の手続は続けられません", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_four_keys_When_entered_Then_connected_and_with_a_missing_one_a_sentence_answers()
    {
        var (id, user) = await AccountAsync();
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync($"/accounts/{id}", Ct);
        Dictionary<string, string?> keys = new()
        {
            ["Keys.ConsumerKey"] = user.Keys.ConsumerKey,
            ["Keys.ConsumerSecret"] = user.Keys.ConsumerSecret,
            ["Keys.Token"] = user.Keys.Token,
            ["Keys.TokenSecret"] = "",
        };
        await browser.PostAsync($"/accounts/{id}?handler=Keys", keys, Ct);
        Assert.Contains("4つの鍵をすべて", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(user.Keys.ConsumerSecret, browser.Page, StringComparison.Ordinal);

        keys["Keys.TokenSecret"] = user.Keys.TokenSecret;
        await browser.PostAsync($"/accounts/{id}?handler=Keys", keys, Ct);

        Assert.Equal($"/accounts/{id}", browser.Where);
        Assert.Contains("期限なし", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一万円", "予算を0以上100万以下")]
    [InlineData("-1", "予算を0以上100万以下")]
    [InlineData("99999999999999999999999999999999", "予算を0以上100万以下")]
    [InlineData("12.5", "予算を変えました")]
    [InlineData("", "予算を変えました")]
    public async Task Given_a_budget_When_entered_Then_it_stands_or_a_sentence_answers_and_what_was_typed_is_kept(string typed, string answer)
    {
        var (id, user) = await AccountAsync();
        app.Server.Consenting = user;
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await ConsentAsync(browser, id);

        await browser.PostAsync($"/accounts/{id}?handler=Budget", new() { ["Budget"] = typed }, Ct);

        Assert.Contains(answer, browser.Page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(typed)}\"", typed.Length == 0 ? "value=\"\"" : WebUtility.HtmlDecode(browser.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_health_of_accounts_When_taken_as_a_file_Then_each_account_has_its_line_and_another_body_sees_none()
    {
        var (id, user) = await AccountAsync();
        app.Server.Consenting = user;
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await ConsentAsync(browser, id);
        using var officer = await app.SignInAsync("kobayashi", Ct);
        using var stranger = await app.SignInAsync("ishikawa-admin", Ct);

        using var file = await officer.GetAsync("/accounts/health?handler=Csv", Ct);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"{user.Handle},x,運用中", officer.Page, StringComparison.Ordinal);
        await stranger.GetAsync("/accounts/health", Ct);
        Assert.DoesNotContain(user.Handle, stranger.Page, StringComparison.Ordinal);
        Assert.Contains("接続したアカウントはありません", stranger.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_secrets_of_all_kinds_When_every_page_and_the_whole_log_are_searched_Then_none_is_found()
    {
        var (id, user) = await AccountAsync();
        var (byKeys, other) = await AccountAsync();
        app.Server.Consenting = user;
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await ConsentAsync(browser, id);
        await browser.GetAsync($"/accounts/{byKeys}", Ct);
        await browser.PostAsync($"/accounts/{byKeys}?handler=Keys", new()
        {
            ["Keys.ConsumerKey"] = other.Keys.ConsumerKey,
            ["Keys.ConsumerSecret"] = other.Keys.ConsumerSecret,
            ["Keys.Token"] = other.Keys.Token,
            ["Keys.TokenSecret"] = other.Keys.TokenSecret,
        }, Ct);
        var pages = new StringBuilder(browser.Page);
        foreach (var address in new[] { $"/accounts/{id}", $"/accounts/{byKeys}", "/accounts", "/accounts?handler=Csv", "/accounts/health", "/accounts/health?handler=Csv", "/settings", "/journal" })
        {
            await browser.GetAsync(address, Ct);
            pages.Append(browser.Page);
        }

        // Also when it goes wrong: a refused renewal is written to the log
        app.Server.EndAccessTokens();
        app.Server.Do(XFault.ErrorBefore, XServer.Token);
        await app.AskAsync(id);
        await app.AskAsync(id);
        var secrets = app.Server.Secrets.Append(XServer.ClientSecret).Append(other.Keys.ConsumerSecret).Append(other.Keys.TokenSecret).Append(other.Keys.Token).ToList();

        Assert.True(secrets.Count >= 7, $"Only {secrets.Count} secrets were planted.");
        Assert.True(app.Said.Length > 100, "Nothing was written to the log.");
        Assert.All(secrets, s => Assert.DoesNotContain(s, pages.ToString(), StringComparison.Ordinal));
        Assert.All(secrets, s => Assert.DoesNotContain(s, app.Said, StringComparison.Ordinal));
    }

    private async Task ConsentAsync(TestBrowser browser, AccountId id) => await browser.GetAsync(await BackAsync(browser, id), Ct);

    /// <summary>Begins on the account page, says yes or no on the platform's, and answers the address that leads back.</summary>
    private async Task<string> BackAsync(TestBrowser browser, AccountId id)
    {
        await browser.GetAsync($"/accounts/{id}", Ct);
        await browser.PostAsync($"/accounts/{id}?handler=Consent", new(), Ct);
        var at = browser.Page.IndexOf(app.Server.Address + "i/oauth2/authorize", StringComparison.Ordinal);
        Assert.True(at > 0, browser.Page);
        var consent = WebUtility.HtmlDecode(browser.Page[at..browser.Page.IndexOf('"', at)]);
        Assert.Contains("code_challenge_method=S256", consent, StringComparison.Ordinal);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, consent);
        using var answer = await http.SendAsync(request, Ct);
        return answer.Headers.Location!.PathAndQuery;
    }

    private async Task<(AccountId Id, XUser User)> AccountAsync()
    {
        var user = app.Server.AddUser();
        var unit = await app.Store.DbAsync(db => db.Units.Where(u => u.Code == "pr-division").Select(u => u.Id).FirstAsync(Ct), Body);
        var account = new OfficialAccount(new(Guid.CreateVersion7()), Body, "gunma-police-x", "drill", user.Handle, "試験", unit, new DateOnly(2026, 1, 1));
        await app.Store.DbAsync(db =>
        {
            db.Add(account);
            return db.SaveChangesAsync(Ct);
        }, Body);
        return (account.Id, user);
    }
}

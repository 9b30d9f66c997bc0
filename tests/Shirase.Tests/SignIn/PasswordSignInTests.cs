using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.SignIn;

/// <summary>An installation that is not the sample: passwords, authenticators, locks.</summary>
public sealed class RealInstallation() : ShiraseApp(new SqliteStore(), sample: false), IAsyncLifetime
{
    public const string Password = "正しい馬の電池とホチキス";

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Store.SeedAsync();
    }
}

public sealed partial class PasswordSignInTests(RealInstallation app) : IClassFixture<RealInstallation>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_real_installation_When_a_sample_person_is_tried_Then_nothing_is_offered()
    {
        using var browser = app.Open();
        await browser.GetAsync("/sign-in", Ct);

        Assert.DoesNotContain("田村", browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "tamura" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Given_a_wrong_password_or_an_unknown_name_When_tried_Then_the_same_sentence_answers()
    {
        await PasswordAsync("mori");
        using var browser = app.Open();

        var known = await TryAsync(browser, "mori", "wrong-wrong-wrong");
        var unknown = await TryAsync(browser, "nobody", "wrong-wrong-wrong");

        Assert.Equal(Bare(known), Bare(unknown));
        Assert.Contains("サインインできませんでした", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_five_wrong_passwords_When_the_right_one_follows_Then_it_is_locked_until_15_minutes_passed()
    {
        await PasswordAsync("hara");
        using var browser = app.Open();
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(browser, "hara", "wrong-wrong-wrong");
        }

        Assert.Contains("サインインできませんでした", await TryAsync(browser, "hara", RealInstallation.Password), StringComparison.Ordinal);
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "sign-in.locked", Ct)));
    }

    [Fact]
    public async Task Given_no_authenticator_When_signed_in_Then_it_is_set_up_first_and_asked_next_time()
    {
        await PasswordAsync("takahashi");
        using var browser = app.Open();
        await TryAsync(browser, "takahashi", RealInstallation.Password);
        await browser.GetAsync("/security", Ct);
        Assert.Equal("/security/authenticator", browser.Where);
        var key = KeyText().Match(browser.Page).Groups["key"].Value;

        await browser.PostAsync("/security/authenticator", new() { ["Code"] = "000000" }, Ct);
        Assert.Contains("コードが違います", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/security/authenticator", new() { ["Code"] = Totp.Now(key) }, Ct);
        Assert.Contains("回復コード", browser.Page, StringComparison.Ordinal);
        await browser.GetAsync("/security", Ct);
        Assert.Equal("/security", browser.Where);

        using var later = app.Open();
        await TryAsync(later, "takahashi", RealInstallation.Password);
        Assert.StartsWith("/sign-in/code", later.Where, StringComparison.Ordinal);
        await later.PostAsync("/sign-in/code", new() { ["Form.Code"] = Totp.Now(key) }, Ct);
        await later.GetAsync("/security", Ct);
        Assert.Equal("/security", later.Where);
    }

    [Fact]
    public async Task Given_30_idle_minutes_or_8_hours_of_work_When_a_page_is_opened_Then_sign_in_is_asked()
    {
        await PasswordAsync("okabe");
        using var browser = app.Open();
        await TryAsync(browser, "okabe", RealInstallation.Password);
        for (var i = 0; i < 19; i++)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(25));
            await browser.GetAsync("/security", Ct);
            Assert.Equal("/security/authenticator", browser.Where);
        }

        app.Clock.Pass(TimeSpan.FromMinutes(25));
        await browser.GetAsync("/security", Ct);
        Assert.StartsWith("/sign-in", browser.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_somebody_who_left_When_a_page_is_opened_Then_he_is_out()
    {
        await PasswordAsync("iizuka");
        using var browser = app.Open();
        await TryAsync(browser, "iizuka", RealInstallation.Password);
        var id = await StaffAsync("iizuka");
        await app.Store.AskAsync<TransferStaff, Refusal?>(t => t.LeaveAsync(
            new Doer(SampleCast.Gunma, null, app.Clock.Now), id, app.Clock.Now.JapanDay().AddDays(-1), Ct));

        await browser.GetAsync("/security", Ct);

        Assert.StartsWith("/sign-in", browser.Where, StringComparison.Ordinal);
    }

    private async Task PasswordAsync(string login)
    {
        var id = await StaffAsync(login);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<Credentials>()
            .SetPasswordAsync(new Doer(SampleCast.Gunma, null, app.Clock.Now), id, RealInstallation.Password, Ct));
    }

    private Task<StaffId> StaffAsync(string login) =>
        app.Store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct));

    private static async Task<string> TryAsync(TestBrowser browser, string login, string password)
    {
        await browser.GetAsync("/sign-in", Ct);
        await browser.PostAsync("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = password }, Ct);
        return browser.Page;
    }

    private static string Bare(string page) => Changing().Replace(page, "");

    [GeneratedRegex("value=\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex("<code>(?<key>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyText();
}

using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Security;

/// <summary>Who tries too often or too fast, and how long a session lasts.</summary>
public sealed class SignInLimitTests
{
    private const string Password = "正しい馬の電池とホチキス";

    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_one_password_tried_with_many_names_When_an_address_failed_too_often_Then_it_waits_and_others_do_not()
    {
        await using var app = await StartAsync(new() { ["SignIn:AddressAttempts"] = "5" });
        using var attacker = app.Open(IPAddress.Loopback);
        foreach (var name in new[] { "tamura", "negishi", "nobody-1", "nobody-2", "hoshino" })
        {
            await TryAsync(attacker, name, "wrong-wrong-wrong");
            Assert.Contains("サインインできませんでした", attacker.Page, StringComparison.Ordinal);
        }

        await TryAsync(attacker, "mori", Password);
        Assert.Contains("15分間サインインできません", attacker.Page, StringComparison.Ordinal);
        using var colleague = app.Open(Elsewhere);
        await TryAsync(colleague, "mori", Password);
        Assert.StartsWith("/security/authenticator", colleague.Where, StringComparison.Ordinal);

        app.Clock.Pass(TimeSpan.FromMinutes(15));
        await TryAsync(attacker, "mori", Password);
        Assert.StartsWith("/security/authenticator", attacker.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_person_whose_password_is_guessed_from_many_places_When_it_failed_five_times_Then_only_the_lock_s_end_lets_him_in()
    {
        await using var app = await StartAsync([]);
        for (var i = 1; i <= 5; i++)
        {
            using var guess = app.Open(IPAddress.Parse($"127.0.1.{i}"));
            await TryAsync(guess, "mori", "wrong-wrong-wrong");
        }

        using var person = app.Open();
        await TryAsync(person, "mori", Password);
        Assert.Contains("サインインできませんでした", person.Page, StringComparison.Ordinal);
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "sign-in.locked", Ct)));

        // The framework's lock goes by the machine's clock, so its end is set as it would have passed
        await app.Store.DbAsync(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, DateTimeOffset.UnixEpoch), Ct));
        await TryAsync(person, "mori", Password);
        Assert.StartsWith("/security/authenticator", person.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits:SignInsPerMinute", "/sign-in", "Form.Login")]
    [InlineData("Limits:PastesPerMinute", "/site/gunma-police", "q")]
    public async Task Given_what_is_open_to_everybody_When_asked_too_fast_Then_a_sentence_says_how_long_to_wait_and_nothing_typed_is_lost(
        string limit, string address, string field)
    {
        await using var app = await StartAsync(new() { [limit] = "3" });
        using var hasty = app.Open(IPAddress.Loopback);
        await hasty.GetAsync(address, Ct);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await hasty.PostAsync(address, new() { [field] = "打った文" }, Ct)).StatusCode);
        }

        var refused = await hasty.PostAsync(address, new() { [field] = "打った文" }, Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var wait = int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 60);
        Assert.Contains($"約{wait}秒待ってから", hasty.Page, StringComparison.Ordinal);
        Assert.Equal("打った文", hasty.Document().QuerySelector("textarea[readonly]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync(address, Ct)).StatusCode);
        using var other = app.Open(Elsewhere);
        await other.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsync(address, new() { [field] = "打った文" }, Ct)).StatusCode);
    }

    [Theory]
    [InlineData(30, 31, false)]
    [InlineData(30, 29, true)]
    public async Task Given_a_session_without_a_request_When_its_idle_time_passed_Then_sign_in_is_asked(int setting, int idle, bool stays)
    {
        await using var app = await StartAsync(new() { ["SignIn:IdleMinutes"] = setting.ToString(CultureInfo.InvariantCulture) });
        using var person = app.Open();
        await TryAsync(person, "mori", Password);

        app.Clock.Pass(TimeSpan.FromMinutes(idle));
        await person.GetAsync("/security/authenticator", Ct);

        Assert.Equal(stays, person.Where == "/security/authenticator");
    }

    [Fact]
    public async Task Given_a_session_that_is_always_used_When_its_longest_time_passed_Then_sign_in_is_asked()
    {
        await using var app = await StartAsync(new() { ["SignIn:SessionHours"] = "1" });
        using var person = app.Open();
        await TryAsync(person, "mori", Password);
        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            await person.GetAsync("/security/authenticator", Ct);
            Assert.Equal("/security/authenticator", person.Where);
            app.Clock.Pass(TimeSpan.FromMinutes(10));
        }

        app.Clock.Pass(TimeSpan.FromMinutes(1));
        await person.GetAsync("/security/authenticator", Ct);

        Assert.StartsWith("/sign-in", person.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_session_that_was_signed_out_When_its_cookie_is_sent_again_Then_it_opens_nothing()
    {
        await using var app = await StartAsync([]);
        using var person = app.Open();
        await TryAsync(person, "mori", Password);
        var stolen = person.Cookies.GetAllCookies().Single(c => c.Name == "shirase-session").Value;
        await person.PostAsync("/sign-out", new Dictionary<string, string?>(), Ct);

        using var thief = app.Open();
        thief.Cookies.Add(app.Address, new Cookie("shirase-session", stolen));
        app.Clock.Pass(TimeSpan.FromSeconds(61));
        await thief.GetAsync("/security/authenticator", Ct);

        Assert.StartsWith("/sign-in", thief.Where, StringComparison.Ordinal);
    }

    private static async Task<ShiraseApp> StartAsync(Dictionary<string, string?> settings)
    {
        var app = new ShiraseApp(new SqliteStore(), sample: false, settings: settings);
        await app.InitializeAsync();
        await app.Store.SeedAsync(Ct);
        var id = await app.Store.DbAsync(db => db.Staff.Where(s => s.LoginName == "mori").Select(s => s.Id).SingleAsync(Ct));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<Credentials>().SetPasswordAsync(new Doer(SampleCast.Gunma, null, app.Clock.Now), id, Password, Ct));
        return app;
    }

    private static async Task TryAsync(TestBrowser browser, string login, string password)
    {
        await browser.GetAsync("/sign-in", Ct);
        await browser.PostAsync("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = password }, Ct);
    }
}

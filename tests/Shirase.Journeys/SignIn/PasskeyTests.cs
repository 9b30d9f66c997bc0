using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shirase.Journeys.Browsing;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Journeys.SignIn;

/// <summary>Passkeys in a real browser with its virtual authenticator, on http://localhost as a newcomer has it.</summary>
public sealed class PasskeyTests(SampleApp app, Chromium chromium) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_passkey_When_signed_out_and_in_with_it_Then_it_is_the_same_person()
    {
        var page = await EnrolledAsync("tamura");

        await page.Locator("form[data-passkey=get] button").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(app.Address, "/").ToString());
        await Assertions.Expect(page.Locator(".site-header__person")).ToContainTextAsync("田村 由美");
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "sign-in.passkey-added", Ct)));
    }

    [Fact]
    public async Task Given_another_persons_passkey_When_used_Then_it_opens_his_own_account_and_no_other()
    {
        await EnrolledAsync("tamura");
        var page = await EnrolledAsync("sekiguchi");
        var handle = Convert.ToBase64String(Encoding.UTF8.GetBytes(await IdAsync("tamura"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var changed = 0;
        await page.RouteAsync("**/sign-in?handler=Passkey", async route =>
        {
            var fields = route.Request.PostData!.Split('&').Select(f => f.Split('=')).ToDictionary(f => Uri.UnescapeDataString(f[0]), f => Uri.UnescapeDataString(f[1].Replace('+', ' ')));
            var credential = JsonNode.Parse(fields["credential"])!;
            credential["response"]!["userHandle"] = handle;
            fields["credential"] = credential.ToJsonString();
            changed++;
            await route.ContinueAsync(new() { PostData = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))) });
        });

        await page.Locator("form[data-passkey=get] button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner--error")).ToBeVisibleAsync();
        Assert.Equal(1, changed);
        Assert.Equal(0, await page.Locator(".site-header__person").CountAsync());

        await page.UnrouteAllAsync();
        await page.GotoAsync(new Uri(app.Address, "/sign-in").ToString());
        await page.Locator("form[data-passkey=get] button").ClickAsync();
        await Assertions.Expect(page.Locator(".site-header__person")).ToContainTextAsync("関口");
    }

    // A device of its own: registered under Security, then signed out, on the sign-in page
    private async Task<IPage> EnrolledAsync(string login)
    {
        var context = await chromium.WindowAsync();
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(app.Address + "sign-in");
        await page.Locator($"button[name=login][value={login}]").ClickAsync();
        await page.GotoAsync(app.Address + "security");
        var form = page.Locator("form[data-passkey=create]");
        await form.Locator("[name=PasskeyName]").FillAsync("執務室の端末");
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("執務室の端末");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await page.GotoAsync(app.Address + "sign-in");
        return page;
    }

    private Task<string> IdAsync(string login) => app.Store.DbAsync(async db =>
    {
        var staff = await db.Staff.IgnoreQueryFilters().Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct);
        return (await db.Set<Shirase.People.SignIn>().IgnoreQueryFilters().SingleAsync(s => s.Staff == staff, Ct)).Id.ToString();
    });
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>栃木's terminals on their pages; 127.0.0.1 is the registered tablet.</summary>
public sealed class TerminalPageTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task to_7_2_ka_Given_sessions_on_a_tablet_When_a_colleague_reports_it_stolen_Then_these_end_and_his_own_on_another_device_goes_on()
    {
        using var tablet = await app.SignInAsync("shinohara", IPAddress.Loopback, Ct);
        using var other = await app.SignInAsync("omori", IPAddress.Parse("127.0.0.2"), Ct);
        using var stranger = await app.SignInAsync("yoshizawa", IPAddress.Parse("127.0.0.2"), Ct);
        var id = await app.Store.DbAsync(db => db.Terminals.Where(t => t.Name == "観光交流課 タブレット01").Select(t => t.Id).SingleAsync(Ct));

        await stranger.GetAsync("/terminals/ours", Ct);
        Assert.DoesNotContain("タブレット01", stranger.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/terminals/{id}/loss", Ct)).StatusCode);

        await other.GetAsync("/", Ct);
        Assert.Contains("href=\"/terminals/ours\"", other.Page, StringComparison.Ordinal);
        await other.GetAsync($"/terminals/{id}/loss", Ct);
        await other.PostAsync($"/terminals/{id}/loss", new() { ["Form.What"] = "駅で置き引きに遭った。" }, Ct);
        Assert.Contains("紛失か盗難かを選んでください", other.Page, StringComparison.Ordinal);
        Assert.Contains("駅で置き引きに遭った。", other.Page, StringComparison.Ordinal);
        await tablet.GetAsync("/duties", Ct);
        Assert.Equal("/duties", tablet.Where);

        await other.PostAsync($"/terminals/{id}/loss", new() { ["Form.Kind"] = "theft", ["Form.What"] = "駅で置き引きに遭った。" }, Ct);
        Assert.Equal("/terminals/ours", other.Where);
        Assert.Contains("盗難", other.Page, StringComparison.Ordinal);

        await tablet.GetAsync("/duties", Ct);
        Assert.StartsWith("/sign-in", tablet.Where, StringComparison.Ordinal);
        await other.GetAsync("/duties", Ct);
        Assert.Equal("/duties", other.Where);
    }

    [Fact]
    public async Task to_7_2_ki_Given_the_page_of_a_terminal_When_its_state_is_entered_Then_the_list_says_until_when_it_counts()
    {
        using var admin = await app.SignInAsync("tochigi-admin", IPAddress.Parse("127.0.0.2"), Ct);
        await admin.GetAsync("/terminals", Ct);
        await admin.PostAsync("/terminals", new() { ["Form.Name"] = "広報課 PC-002", ["Form.Ranges"] = "192.0.2.20/32", ["Form.IsEncrypted"] = "true" }, Ct);
        var id = await app.Store.DbAsync(db => db.Terminals.Where(t => t.Name == "広報課 PC-002" && t.IsEncrypted).Select(t => t.Id).SingleAsync(Ct));
        using var staff = await app.SignInAsync("yoshizawa", IPAddress.Parse("127.0.0.2"), Ct);
        await staff.GetAsync($"/terminals/{id}/state", Ct);

        await staff.PostAsync($"/terminals/{id}/state", new() { ["Form.OperatingSystem"] = "Windows 11 24H2" }, Ct);
        Assert.Contains("サポートの末日", staff.Page, StringComparison.Ordinal);
        Assert.Contains("Windows 11 24H2", staff.Page, StringComparison.Ordinal);
        await staff.PostAsync(
            $"/terminals/{id}/state",
            new()
            {
                ["Form.OperatingSystem"] = "Windows 11 24H2",
                ["Form.SupportedUntil.Year"] = "2027",
                ["Form.SupportedUntil.Month"] = "10",
                ["Form.SupportedUntil.Day"] = "12",
                ["Form.UpdatedOn.Year"] = "2026",
                ["Form.UpdatedOn.Month"] = "6",
                ["Form.UpdatedOn.Day"] = "10",
                ["Form.HasScreenLock"] = "true",
            },
            Ct);

        Assert.Equal("/terminals/ours", staff.Where);
        Assert.Contains("次の確認", staff.Page, StringComparison.Ordinal);
        Assert.Contains("2026年7月10日", staff.Page, StringComparison.Ordinal);
    }
}

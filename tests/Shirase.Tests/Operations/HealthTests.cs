using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shirase.Outbox;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>What a load balancer is told, and what the administrator reads about the same thing.</summary>
public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_well_installation_When_asked_Then_it_is_live_and_ready_and_nothing_else_is_told()
    {
        await using var app = await StartAsync();
        using var browser = app.Open();

        var live = await browser.GetAsync("/health/live", Ct);
        Assert.Equal("""{"status":"ok","checks":{}}""", browser.Page);
        var ready = await browser.GetAsync("/health/ready", Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.Equal("""{"status":"ok","checks":{"node":"ok","database":"ok","keys":"ok","jobs":"ok","queue":"ok","disk":"ok"}}""", browser.Page);
        Assert.Equal("no-store", ready.Headers.CacheControl!.ToString());
        Assert.Empty(browser.Cookies.GetAllCookies());
        using var administrator = await app.SignInAsync("horiguchi", Ct);
        await administrator.GetAsync("/operations", Ct);
        Assert.Contains("すべて正常です", administrator.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_tables_of_an_older_program_When_asked_Then_this_node_gets_no_requests()
    {
        await using var app = await StartAsync();
        using var administrator = await app.SignInAsync("horiguchi", Ct);
        await app.Store.DbAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_Sending'", Ct));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await AskAsync(app, "database"));
        await administrator.GetAsync("/operations", Ct);
        Assert.Contains("データベースを使えません", administrator.Page, StringComparison.Ordinal);
        Assert.Contains("データベースが更新されていません", administrator.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_tables_of_a_newer_program_When_asked_Then_the_old_node_goes_on_while_the_others_are_changed()
    {
        await using var app = await StartAsync();
        await app.Store.DbAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')", Ct));

        Assert.Equal((HttpStatusCode.OK, "degraded"), await AskAsync(app, "database"));
    }

    [Fact]
    public async Task Given_a_folder_of_keys_that_cannot_be_written_When_asked_Then_this_node_gets_no_requests()
    {
        await using var app = await StartAsync();
        var keys = app.Store.Settings["Keys:Folder"]!;
        Directory.Move(keys, keys + "-away");
        await File.WriteAllTextAsync(keys, "no folder", Ct);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await AskAsync(app, "keys"));
    }

    [Fact]
    public async Task Given_little_room_on_the_disk_When_asked_Then_it_is_told_and_the_node_stays_in_service()
    {
        await using var app = await StartAsync(new() { ["Health:DiskMegabytes"] = "10000000" });
        using var administrator = await app.SignInAsync("horiguchi", Ct);

        Assert.Equal((HttpStatusCode.OK, "degraded"), await AskAsync(app, "disk"));
        await administrator.GetAsync("/operations", Ct);
        Assert.Contains("1件の異常があります", administrator.Page, StringComparison.Ordinal);
        Assert.Contains("空きを10000000MB以上に", administrator.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_job_loop_that_died_When_asked_Then_this_node_gets_no_requests()
    {
        await using var app = await StartAsync(
            new() { ["Health:LoopSilence"] = "00:00:01" },
            services => services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(JobLoop))));

        while (await AskAsync(app, "jobs") is (HttpStatusCode.OK, _))
        {
            await Task.Yield();
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await AskAsync(app, "jobs"));
    }

    [Fact]
    public async Task Given_work_that_nobody_does_When_it_is_late_Then_it_is_told_and_no_node_is_taken_away()
    {
        await using var app = await StartAsync(new() { ["Jobs:Work"] = "false" });
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(app, "queue"));

        app.Clock.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal((HttpStatusCode.OK, "degraded"), await AskAsync(app, "queue"));
    }

    private static async Task<(HttpStatusCode Status, string Check)> AskAsync(ShiraseApp app, string check)
    {
        using var browser = app.Open();
        var answer = await browser.GetAsync("/health/ready", Ct);
        using var said = JsonDocument.Parse(browser.Page);
        return (answer.StatusCode, said.RootElement.GetProperty("checks").GetProperty(check).GetString()!);
    }

    private static async Task<ShiraseApp> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? also = null)
    {
        var app = new ShiraseApp(new SqliteStore(), settings: settings, also: also);
        await app.InitializeAsync();
        return app;
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.Samples;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Shirase.Tests.Text;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>The list of jobs on the screen of an administrator and on the command line.</summary>
public sealed class JobsPageTests(JobsPageTests.Idle app) : IClassFixture<JobsPageTests.Idle>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_job_that_was_given_up_When_the_administrator_tries_it_again_Then_it_is_due()
    {
        var id = await GivenUpAsync(SampleCast.Gunma);
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync("/operations/jobs?Filter.State=GivenUp", Ct);
        var row = browser.Document().QuerySelector($"#job-{id}")!;
        Assert.Contains("中止", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("SomeException", row.TextContent, StringComparison.Ordinal);

        await browser.PostAsync("/operations/jobs?handler=replay", new() { ["id"] = id.ToString() }, Ct);

        Assert.Contains("やり直します", browser.Page, StringComparison.Ordinal);
        Assert.Contains("実行待ち", browser.Document().QuerySelector($"#job-{id}")!.TextContent, StringComparison.Ordinal);
        await browser.PostAsync("/operations/jobs?handler=replay", new() { ["id"] = id.ToString() }, Ct);
        Assert.Contains("この処理は失敗していません", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_another_body_s_job_When_listed_or_tried_again_Then_it_does_not_exist()
    {
        var id = await GivenUpAsync(new("ishikawa-pref"));
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync($"/operations/jobs?Filter.Subject={id}", Ct);
        Assert.Contains("当てはまる処理はありません", browser.Page, StringComparison.Ordinal);

        var answer = await browser.PostAsync("/operations/jobs?handler=replay", new() { ["id"] = id.ToString() }, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("この処理は見つかりません", browser.Page, StringComparison.Ordinal);
        Assert.NotNull(await app.Store.DbAsync(db => db.Jobs.Where(j => j.Id == id).Select(j => j.GaveUpAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Given_the_command_line_When_jobs_are_listed_shown_and_replayed_Then_it_speaks_JSON_and_sentences()
    {
        var id = await GivenUpAsync(SampleCast.Gunma);

        using var listed = JsonDocument.Parse(await RunAsync(0, "list", "--state", "given-up", "--body", "gunma-police"));
        Assert.Contains(listed.RootElement.EnumerateArray(), j => j.GetProperty("id").GetGuid() == id && j.GetProperty("state").GetString() == "given-up");
        using var shown = JsonDocument.Parse(await RunAsync(0, "show", id.ToString()));
        Assert.Equal("SomeException", shown.RootElement.GetProperty("last_error").GetString());
        using var replayed = JsonDocument.Parse(await RunAsync(0, "replay", id.ToString()));
        Assert.True(replayed.RootElement.GetProperty("replayed").GetBoolean());

        Assert.Contains("失敗していません", await RunAsync(2, "replay", id.ToString()), StringComparison.Ordinal);
        Assert.Contains("見つかりません", await RunAsync(2, "show", Guid.NewGuid().ToString()), StringComparison.Ordinal);
        await RunAsync(2, "list", "--limit", "0");
        await RunAsync(2, "list", "--state", "lost");
    }

    private async Task<string> RunAsync(int code, params string[] words)
    {
        var (exit, output, error) = await Shell.RunAsync([], "ja_JP.UTF-8", ["jobs", .. words, "--provider", app.Store.Provider, "--connection", app.Store.ConnectionString]);
        Assert.True(exit == code, $"{string.Join(' ', words)}: {exit} {error}");
        Assert.Equal(code != 0, error.Length > 0);
        return code == 0 ? output : error;
    }

    private async Task<Guid> GivenUpAsync(BodyId body)
    {
        var job = new Job(Guid.CreateVersion7(), body, "publish", Guid.NewGuid(), app.Clock.Now.AddMinutes(-5).Truncated(), app.Clock.Now.AddMinutes(-9).Truncated());
        await app.Store.DbAsync(async db =>
        {
            db.Add(job);
            await db.SaveChangesAsync(Ct);
            return await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
                s => s.SetProperty(j => j.GaveUpAt, app.Clock.Now.Truncated()).SetProperty(j => j.LastError, "SomeException").SetProperty(j => j.Failures, 20), Ct);
        });
        return job.Id;
    }

    /// <summary>The sample installation whose jobs nobody does.</summary>
    public sealed class Idle() : ShiraseApp(new SqliteStore(), settings: new Dictionary<string, string?> { ["Jobs:Work"] = "false" });
}

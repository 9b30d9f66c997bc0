using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Api;

public sealed class PostCommandOnSqlite(SqliteOffice store) : PostCommandTests(store), IClassFixture<SqliteOffice>;

public sealed class PostCommandOnPostgres(PostgresOffice store) : PostCommandTests(store), IClassFixture<PostgresOffice>;

/// <summary><c>shirase post</c> and <c>shirase token</c> as scripts call them. The program has the real clock, so what it does is of today.</summary>
public abstract class PostCommandTests(TestStore store) : IAsyncLifetime
{
    private readonly Office office = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        await store.SeedAsync(Ct);
        store.Clock.Set(TimeProvider.System.GetUtcNow());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Given_tokens_When_a_draft_is_made_shown_filed_and_returned_Then_JSON_and_code_0_and_the_course_names_the_persons()
    {
        var author = await TokenAsync("tamura", Scope.PostsDraft, Scope.PostsRead);
        var head = await TokenAsync("negishi", Scope.PostsDecide, Scope.PostsRead);
        var file = Path.Combine(store.Folder, "draft.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            subject = "特殊詐欺に注意",
            body = "不審な電話は110番へ。",
            accounts = new[] { await office.DrillAccountAsync() },
            desiredAt = NextWorkingMorning(),
            contentClass = "own-activity",
            activityOrSource = "特殊詐欺の予防",
            noRelatedDocuments = true,
            extension = "2211",
        }), Ct);

        var begun = await FineAsync(author, "post", "draft", file);
        var id = begun.GetProperty("id").GetString()!;
        Assert.Contains((await FineAsync(author, "post", "list")).EnumerateArray(), c => c.GetProperty("id").GetString() == id);
        var unfinished = await RunAsync(author, "post", "file", id, "--confirm", "rights");
        Assert.Equal(1, unfinished.Code);
        Assert.NotEqual("", unfinished.Error);
        await FineAsync(author, "post", "file", id, "--confirm", "personal-information", "--confirm", "investigation-information", "--confirm", "consistency", "--confirm", "rights", "--confirm", "content-class");
        var shown = await FineAsync(head, "post", "show", id);
        Assert.Equal("in-route", shown.GetProperty("case").GetProperty("state").GetString());
        Assert.Equal(1, (await RunAsync(head, "post", "approve", id, "--hash", new string('0', 64))).Code);
        Assert.Equal("returned", (await FineAsync(head, "post", "return", id, "--why", "日付が違う")).GetProperty("state").GetString());
        var returned = await office.ReadAsync(new(Guid.Parse(id)));
        Assert.Equal((await office.WhoAsync("negishi")).Staff, returned.Decisions[^1].By);
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_token_of_somebody_else_When_publish_and_remove_are_run_Then_refused_with_code_1()
    {
        var id = (await office.BeginAsync(await office.ContentAsync())).Value.ToString();
        var all = await TokenAsync("tamura", [.. Scope.All.Select(s => s.Name)]);

        var ran = await RunAsync(all, "post", "publish", id);
        Assert.Equal(1, ran.Code);
        Assert.Contains("広報係員", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(all, "post", "remove", id, "--why", "x")).Code);
    }

    [Fact]
    public async Task gx_14_1_1_Given_tokens_that_open_nothing_When_run_Then_a_sentence_and_code_2()
    {
        var id = (await office.BeginAsync(await office.ContentAsync())).Value.ToString();
        var reading = await IssueAsync("tamura", [Scope.PostsRead]);
        var elsewhere = await store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == "investigation-1").Select(u => u.Id).SingleAsync(Ct));
        var bound = await IssueAsync("tamura", [Scope.PostsRead], elsewhere);

        Assert.Equal(2, (await RunAsync(null, "post", "list")).Code);
        Assert.Equal(2, (await RunAsync("shirase_nothing", "post", "list")).Code);
        Assert.Contains(Scope.PostsDraft, (await RunAsync(reading.Clear, "post", "file", id)).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(bound.Clear, "post", "show", id)).Code);
        Assert.Empty((await FineAsync(bound.Clear, "post", "list")).EnumerateArray());
        Assert.Equal(2, (await RunAsync(reading.Clear, "post", "show", Guid.NewGuid().ToString())).Code);
        Assert.Equal(2, (await RunAsync(reading.Clear, "post", "show", "not-an-id")).Code);
        Assert.Equal(0, (await RunAsync(null, "token", "revoke", reading.Token.Id.ToString())).Code);
        var revoked = await RunAsync(reading.Clear, "post", "list");
        Assert.Equal(2, revoked.Code);
        Assert.Contains("失効", revoked.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(null, "token", "revoke", Guid.NewGuid().ToString())).Code);
    }

    [Fact]
    public async Task Given_a_file_with_a_token_and_one_with_a_fault_When_run_Then_the_first_opens_and_the_second_is_named()
    {
        var issued = await IssueAsync("tamura", [Scope.PostsDraft, Scope.PostsRead]);
        var token = Path.Combine(store.Folder, "token");
        await File.WriteAllTextAsync(token, issued.Clear + "\n", Ct);
        var draft = Path.Combine(store.Folder, "wrong.json");
        await File.WriteAllTextAsync(draft, """{"subjekt":"x"}""", Ct);

        Assert.Equal(0, (await RunAsync(null, "post", "list", "--token-file", token)).Code);
        var wrong = await RunAsync(issued.Clear, "post", "draft", draft);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("wrong.json", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(issued.Clear, "post", "draft", Path.Combine(store.Folder, "none.json"))).Code);
        var list = await RunAsync(null, "token", "list", "--body", Office.Body.Slug);
        Assert.Equal(0, list.Code);
        Assert.Contains(issued.Token.Id.ToString(), list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Token.Hash, list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Clear, list.Output, StringComparison.Ordinal);
    }

    private static string NextWorkingMorning()
    {
        var day = TimeProvider.System.GetUtcNow().JapanDay().AddDays(14);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Core.Regulations.JapaneseHolidays.IsHoliday(day))
        {
            day = day.AddDays(1);
        }

        return $"{day:yyyy-MM-dd}T10:00:00+09:00";
    }

    private async Task<string> TokenAsync(string login, params string[] scopes) => (await IssueAsync(login, scopes)).Clear;

    private async Task<IssuedToken> IssueAsync(string login, string[] scopes, UnitId? unit = null)
    {
        var who = await office.WhoAsync(login);
        var issued = await store.AskAsync<IssueToken, Result<IssuedToken>>(
            i => i.RunAsync(Office.Body, new(who.Staff, unit, "命令行", scopes, 1), new Act(who.Staff, TimeProvider.System.GetUtcNow().Truncated()), Ct), Office.Body);
        Office.Fine(issued.Refusal);
        return issued.Value!;
    }

    private async Task<JsonElement> FineAsync(string token, params string[] args)
    {
        var ran = await RunAsync(token, args);
        Assert.True(ran.Code == 0, $"{ran.Code}: {ran.Error}");
        return JsonDocument.Parse(ran.Output).RootElement;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string? token, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "shirase.dll"), .. args, "--provider", store.Provider, "--connection", store.ConnectionString, "--content", store.Folder, "--regulations", TestKit.Places.Regulations,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "C", ["Keys__Folder"] = Path.Combine(store.Folder, "keys") },
        };
        start.Environment.Remove("SHIRASE_TOKEN");
        if (token is not null)
        {
            start.Environment["SHIRASE_TOKEN"] = token;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error);
    }
}

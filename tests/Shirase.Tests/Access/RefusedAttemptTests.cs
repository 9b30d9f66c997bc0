using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Records;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Access;

/// <summary>Somebody else at the publisher's verbs: refused at once, and the journal tells who tried what.</summary>
public sealed class RefusedAttemptTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hoshino")]
    [InlineData("kobayashi")]
    [InlineData("tamura")]
    public async Task gx_11_1_Given_somebody_else_When_the_publishing_verbs_are_called_directly_Then_403_and_the_attempt_is_in_the_journal(string login)
    {
        app.Office.Clock.SetJapan(2026, 6, 11);
        var id = await app.Office.ReadyAsync(await app.Office.ContentAsync());
        using var browser = await app.SignInAsync(login, Ct);
        await browser.GetAsync("/public-bodies", Ct);
        string[] verbs = ["publish", "schedule", "cancel", "resend", "remove"];

        foreach (var verb in verbs)
        {
            using var answer = await browser.PostAsync($"/desk?handler={verb}", new() { ["id"] = id.ToString(), ["confirmed"] = "yes", ["why"] = "山田太郎のため" }, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var who = (await app.Office.WhoAsync(login)).Staff;
        var entries = await app.Store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == RefusedAttempts.Verb && j.Actor == who).OrderBy(j => j.Number).ToListAsync(Ct));
        Assert.Equal(verbs.Select(v => $"POST /desk?{v}"), entries.Select(e => System.Text.Json.JsonDocument.Parse(e.Detail).RootElement.GetProperty("endpoint").GetString()));
        Assert.All(entries, e => Assert.Equal($"staff/{who}", e.Subject));
        Assert.All(entries, e => Assert.DoesNotContain("山田", e.Detail, StringComparison.Ordinal));
        Assert.False(await app.Store.DbAsync(db => db.Deliveries.AnyAsync(d => d.Application == id, Ct)));
    }

    [Fact]
    public async Task Given_the_same_attempt_over_and_over_When_refused_Then_the_journal_tells_it_once_and_again_after_ten_minutes()
    {
        using var browser = await app.SignInAsync("sekiguchi", Ct);
        for (var i = 0; i < 30; i++)
        {
            using var answer = await browser.PostAsync("/posts/inbox?handler=assign", new Dictionary<string, string?>(), Ct);
        }

        Assert.Equal(1, await CountAsync());
        app.Clock.Pass(RefusedAttempts.Within);
        using var again = await browser.PostAsync("/posts/inbox?handler=assign", new Dictionary<string, string?>(), Ct);

        Assert.Equal(2, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        var who = (await app.Office.WhoAsync("sekiguchi")).Staff;
        return await app.Store.DbAsync(db => db.Journal.CountAsync(j => j.Verb == RefusedAttempts.Verb && j.Actor == who, Ct));
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A post is counted as the platform counts it that it goes to, while it is written.</summary>
public sealed class PlatformLengthTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_an_account_on_Bluesky_When_a_text_is_typed_for_it_Then_the_form_counts_as_Bluesky_does()
    {
        var account = await app.Store.DbAsync(db => db.Accounts.Where(a => a.Regulation == "gunma-police-x").Select(a => a.Id).FirstAsync(Ct));
        await app.Store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET channel = 'bluesky' WHERE id = {account.Value}", Ct));
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=submit", Fields(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 301))), Ct);

        var counters = browser.Document().QuerySelectorAll("#counters li").Select(CaseApp.Words).ToList();

        Assert.Contains(counters, c => c.StartsWith("Blueskyのバイト数", StringComparison.Ordinal) && c.Contains("3000", StringComparison.Ordinal));
        await browser.PostAsync("/posts/new?handler=submit", Fields(new string('あ', 140)), Ct);
        Assert.Contains(browser.Document().QuerySelectorAll("#counters li").Select(CaseApp.Words), c => c.StartsWith("Blueskyの文字数 150／300", StringComparison.Ordinal));

        List<KeyValuePair<string, string>> Fields(string body) =>
            browser.Fields([.. DraftForm.Complete(body), ("Accounts", account.Value.ToString())]);
    }
}

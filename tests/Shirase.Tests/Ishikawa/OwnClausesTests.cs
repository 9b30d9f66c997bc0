using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>A case in 石川 cites its own document and nobody else's, on every page and in everything that is kept.</summary>
public sealed partial class OwnClausesTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static readonly string[] Pages =
    [
        "/", "/posts", "/posts/new", "/posts/inbox", "/posts/errors", "/desk", "/outgoing", "/incidents", "/out-of-hours", "/precedents",
        "/public-bodies", "/designations", "/standard-forms", "/tokens",
    ];

    private readonly IshikawaOffice _office = new(app.Store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_0_a_Given_a_case_in_Ishikawa_When_it_runs_from_draft_to_removal_Then_no_page_record_or_refusal_cites_another_document()
    {
        app.Clock.SetJapan(2026, 6, 18, 9, 30);
        using var author = await app.SignInAsync("kinoshita", Ct);
        using var head = await app.SignInAsync("nishida", Ct);
        using var sender = await app.SignInAsync("nakamura", Ct);

        await SeeAllAsync(author, head, sender);
        await author.GetAsync("/posts/new", Ct);
        await author.PostAsync("/posts/new?handler=submit", author.Fields(("Subject", "見本"), ("Body", "@taro 見本 https://bit.ly/3abc")), Ct);
        Clean(author);

        var id = await _office.BeginAsync(await _office.ContentAsync());
        await SeeAsync(author, $"/posts/{id}/edit", $"/posts/{id}");
        TestKit.Posts.Office.Fine(await _office.SubmitAsync(id));
        await SeeAsync(head, $"/posts/{id}/decision", $"/posts/{id}", "/");
        TestKit.Posts.Office.Fine(await _office.ReturnAsync(id, "nishida", "日時を確かめること。"));
        await SeeAsync(author, $"/posts/{id}", $"/posts/{id}/edit", "/");
        TestKit.Posts.Office.Fine(await _office.SubmitAsync(id));
        TestKit.Posts.Office.Fine(await _office.ApproveAsync(id));

        // What is refused to him says so under his own document
        await author.GetAsync("/", Ct);
        await author.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        Clean(author);

        await SeeAsync(sender, "/desk");
        await sender.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        Clean(sender);
        await app.Office.RunJobsAsync();
        Assert.Equal(ApplicationState.Published, (await _office.ReadAsync(id)).State);
        await SeeAsync(sender, "/desk", $"/posts/{id}", $"/posts/{id}/error", $"/posts/{id}/print", $"/posts/{id}/evidence", $"/posts/{id}/evidence.json", $"/posts/{id}/versions");
        await sender.GetAsync("/desk", Ct);
        await sender.PostAsync("/desk?handler=remove", new() { ["id"] = id.ToString(), ["confirmed"] = "yes", ["why"] = "日付の誤りのため" }, Ct);
        Clean(sender);
        await app.Office.RunJobsAsync();
        Assert.Equal(ApplicationState.Removed, (await _office.ReadAsync(id)).State);
        await SeeAllAsync(author, head, sender);
        await SeeAsync(head, $"/posts/{id}", $"/posts/{id}/evidence", "/accounts", "/");

        var journal = await app.Store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Body == IshikawaOffice.Body).Select(j => j.Verb + " " + j.Detail).ToListAsync(Ct), IshikawaOffice.Body);
        Assert.Contains(journal, j => j.StartsWith("access.refused", StringComparison.Ordinal));
        Assert.All(journal, j => Assert.DoesNotContain("gx-", j, StringComparison.Ordinal));
        var notices = await app.Store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Body == IshikawaOffice.Body).Select(n => n.Kind + " " + n.Clause).ToListAsync(Ct), IshikawaOffice.Body);
        Assert.NotEmpty(notices);
        Assert.All(notices, n => Assert.DoesNotContain("gx-", n, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gx-11-2", "is-2-3")]
    [InlineData("gx-11-1", "is-2-1-b")]
    [InlineData("gx-10-1", "is-2-4-c")]
    [InlineData("gx-12-1-2", "is-2-4-b")]
    [InlineData("is-2-3", "is-2-3")]
    [InlineData("gx-12-3-1", null)]
    public void is_0_a_Given_a_clause_the_program_names_When_asked_under_Ishikawa_Then_the_one_with_the_same_control_answers(string named, string? own)
    {
        var rules = TestStore.Regulations.InForce("ishikawa-police-sns", new DateOnly(2026, 6, 18))!;

        Assert.Equal(own, TestStore.Regulations.OwnClause(rules, named));
    }

    private static async Task SeeAllAsync(params TestBrowser[] browsers)
    {
        foreach (var browser in browsers)
        {
            await SeeAsync(browser, Pages);
        }
    }

    private static async Task SeeAsync(TestBrowser browser, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await browser.GetAsync(address, Ct);
            Clean(browser);
        }
    }

    // The chip of another document: its id, or a link to its page
    private static void Clean(TestBrowser browser)
    {
        var foreign = Foreign().Match(browser.Page);
        Assert.False(foreign.Success, $"{browser.Where}: {(foreign.Success ? browser.Page[Math.Max(0, foreign.Index - 120)..Math.Min(browser.Page.Length, foreign.Index + 60)] : "")}");
    }

    [GeneratedRegex("(?<![a-z])(gx|ok|to|gm)-[0-9]|gunma-police-x", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();
}

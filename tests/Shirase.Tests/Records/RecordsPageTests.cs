using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>Journal, regulations and the register of public bodies over HTTP.</summary>
public sealed class RecordsPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_journal_When_proved_and_exported_Then_it_is_whole_and_both_acts_stand_in_it()
    {
        using var auditor = await app.SignInAsync("yanagida", Ct);
        await auditor.GetAsync("/records", Ct);

        await auditor.PostAsync("/records?handler=verify", new Dictionary<string, string?>(), Ct);
        Assert.NotNull(auditor.Document().QuerySelector(".banner--success code.hash"));
        using var file = await auditor.PostAsync("/records?handler=export", new Dictionary<string, string?>(), Ct);
        Assert.Equal("application/x-ndjson", file.Content.Headers.ContentType!.MediaType);
        Assert.All(auditor.Page.TrimEnd('\n').Split('\n'), line => System.Text.Json.JsonDocument.Parse(line).Dispose());

        await auditor.GetAsync("/records?Filter.Verb=journal.", Ct);
        var verbs = CaseApp.Words(auditor.Document().QuerySelector("table"));
        Assert.Contains("journal.verified", verbs, StringComparison.Ordinal);
        Assert.Contains("journal.exported", verbs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_filter_that_finds_nothing_When_looked_for_Then_the_page_says_so_and_keeps_the_filter()
    {
        using var auditor = await app.SignInAsync("yanagida", Ct);

        await auditor.GetAsync("/records?Filter.Subject=application%2Fnone&Filter.Day.Year=2026&Filter.Day.Month=13&Filter.Day.Day=1", Ct);

        Assert.Equal("application/none", auditor.Document().QuerySelector("[name='Filter.Subject']")!.GetAttribute("value"));
        Assert.Equal("13", auditor.Document().QuerySelector("[name='Filter.Day.Month']")!.GetAttribute("value"));
        Assert.NotNull(auditor.Document().QuerySelector(".empty"));
    }

    [Fact]
    public async Task gx_8_2_2_Given_a_proposed_body_When_the_officer_registers_it_Then_it_counts_and_nobody_else_could()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/public-bodies", Ct);
        await author.PostAsync("/public-bodies?handler=propose", new() { ["Form.Name"] = "見本町", ["Form.Class"] = "", ["Form.Handle"] = "@mihon_town", ["Form.Why"] = "防災" }, Ct);
        Assert.Contains("区分", CaseApp.Words(author.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal("見本町", author.Document().QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        await author.PostAsync("/public-bodies?handler=propose", new() { ["Form.Name"] = "見本町", ["Form.Class"] = "municipality", ["Form.Handle"] = "@mihon_town", ["Form.Why"] = "防災" }, Ct);
        var id = await app.Store.DbAsync(db => db.PublicBodies.Where(b => b.Handle == "mihon_town").Select(b => b.Id).SingleAsync(Ct));

        using (var refused = await author.PostAsync("/public-bodies?handler=register", Decision(id, "https://www.mihon.lg.jp/"), Ct))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/public-bodies", Ct);
        await officer.PostAsync("/public-bodies?handler=register", Decision(id, ""), Ct);
        Assert.NotEqual("", CaseApp.Words(officer.Document().QuerySelector("#refused")));
        Assert.Equal(PublicBodyState.Proposed, await StateAsync(id));
        await officer.PostAsync("/public-bodies?handler=register", Decision(id, "https://www.mihon.lg.jp/"), Ct);
        Assert.Equal(PublicBodyState.Registered, await StateAsync(id));
        await officer.PostAsync("/public-bodies?handler=suspend", Decision(id, "", why: ""), Ct);
        Assert.Equal(PublicBodyState.Registered, await StateAsync(id));
        await officer.PostAsync("/public-bodies?handler=suspend", Decision(id, "", why: "乗っ取りの疑い"), Ct);

        Assert.Equal(PublicBodyState.Suspended, await StateAsync(id));
    }

    [Fact]
    public async Task Given_the_regulation_When_read_by_anybody_on_the_staff_Then_every_clause_has_its_place_and_a_wrong_address_is_none()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/regulations", Ct);
        Assert.NotNull(author.Document().QuerySelector("main a[href='/regulations/gunma-police-x']"));

        await author.GetAsync("/regulations/gunma-police-x", Ct);
        foreach (var clause in TestKit.Storage.TestStore.Regulations.InForce("gunma-police-x", new DateOnly(2026, 6, 11))!.Clauses)
        {
            Assert.NotNull(author.Document().GetElementById(clause.Id));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/regulations/none", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/regulations/gunma-police-x?version=none", Ct)).StatusCode);
    }

    private Task<PublicBodyState> StateAsync(Guid id) => app.Store.DbAsync(db => db.PublicBodies.AsNoTracking().Where(b => b.Id == id).Select(b => b.State).SingleAsync(Ct));

    private static Dictionary<string, string?> Decision(Guid id, string proof, string? why = null) =>
        new() { ["id"] = id.ToString(), ["Decide.ProofUrl"] = proof, ["Decide.Hosts"] = "www.mihon.lg.jp", ["Decide.Why"] = why };
}

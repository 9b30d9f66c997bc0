using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Tests.Posts;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>通達等の台帳 over HTTP: what is in force, what was repealed, and that nothing repealed can be chosen.</summary>
public sealed class DocumentRegisterTests(CaseApp app) : IClassFixture<CaseApp>
{
    private const string Repealed = "群広第215号";
    private const string Refused = "廃止済みの通達は適用できません";
    private const string Successor = "群馬県警察Ｘ（エックス）運用要領";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_0_3_Given_a_repealed_notice_When_an_administrator_gives_it_to_an_account_or_a_case_begins_under_it_Then_refused_and_the_successor_named()
    {
        using var admin = await app.SignInAsync("horiguchi", Ct);
        await admin.GetAsync("/regulations", Ct);
        var row = CaseApp.Words(admin.Document().QuerySelectorAll("section[aria-labelledby=documents] tr").Single(r => r.TextContent.Contains(Repealed, StringComparison.Ordinal)));
        Assert.Contains("廃止", row, StringComparison.Ordinal);
        Assert.Contains(Successor, row, StringComparison.Ordinal);

        await admin.GetAsync("/accounts", Ct);
        Assert.DoesNotContain(Repealed, CaseApp.Words(admin.Document().QuerySelector("[name='Form.Regulation']")), StringComparison.Ordinal);
        await admin.PostAsync("/accounts", await AccountAsync(Repealed), Ct);
        Refuses(admin);
        Assert.False(await app.Store.DbAsync(db => db.Accounts.AnyAsync(a => a.Handle == "old_notice", Ct)));

        await app.Store.DbAsync(async db =>
        {
            (await db.Bodies.SingleAsync(b => b.Id == Samples.SampleCast.Gunma, Ct)).Adopt(Repealed);
            return await db.SaveChangesAsync(Ct);
        });
        try
        {
            using var author = await app.SignInAsync("tamura", Ct);
            await author.GetAsync("/posts/new", Ct);
            Refuses(author);
        }
        finally
        {
            await app.Store.DbAsync(async db =>
            {
                (await db.Bodies.SingleAsync(b => b.Id == Samples.SampleCast.Gunma, Ct)).Adopt("gunma-police-x");
                return await db.SaveChangesAsync(Ct);
            });
        }
    }

    [Fact]
    public async Task gm_0_1_Given_the_register_When_the_rule_set_is_opened_Then_number_date_issuer_and_retention_stand_there_and_nothing_deletes_it()
    {
        using var admin = await app.SignInAsync("horiguchi", Ct);
        await admin.GetAsync("/regulations/gunma-police-mail", Ct);
        var facts = CaseApp.Words(admin.Document().QuerySelector("main dl"));
        Assert.Contains("[情管]群広第83号", facts, StringComparison.Ordinal);
        Assert.Contains("令和3年3月18日", facts, StringComparison.Ordinal);
        Assert.Contains("群馬県警察本部", facts, StringComparison.Ordinal);
        Assert.Contains("長期", facts, StringComparison.Ordinal);
        Assert.Contains("各所属長", facts, StringComparison.Ordinal);

        // No verb takes a document away, and none is offered
        Assert.All(AccessTable.Rows.Where(r => r.Endpoint.Contains("/regulations", StringComparison.Ordinal) && !r.Endpoint.StartsWith("GET", StringComparison.Ordinal)),
            r => Assert.Equal("POST /regulations/{slug}/amendment", r.Endpoint));
        using var answer = await admin.SendAsync(HttpMethod.Delete, "/regulations/gunma-police-mail", new StringContent(""), Ct);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/regulations/gunma-police-mail", Ct)).StatusCode);
    }

    private static void Refuses(TestKit.TestBrowser browser)
    {
        var said = CaseApp.Words(browser.Document().QuerySelector("#refused"));
        Assert.Contains(Refused, said, StringComparison.Ordinal);
        Assert.Contains(Successor, said, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, string?>> AccountAsync(string regulation) => new()
    {
        ["Form.Handle"] = "old_notice",
        ["Form.DisplayName"] = "旧要領",
        ["Form.Channel"] = "drill",
        ["Form.Regulation"] = regulation,
        ["Form.Owner"] = (await app.Store.DbAsync(db => db.Units.Where(u => u.Code == "pr-division").Select(u => u.Id).FirstAsync(Ct))).ToString(),
    };
}

using System.Net;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>用語集 over HTTP.</summary>
public sealed class GlossaryPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_p_3_2_a_2_Given_a_supervisor_who_wants_to_reply_by_exception_When_looking_for_it_Then_there_is_no_function_and_the_help_says_that_the_rule_has_no_exception()
    {
        using var officer = await app.SignInAsync("kobayashi", Ct);
        foreach (var page in new[] { "/", "/posts/new", "/outgoing", "/accounts" })
        {
            await officer.GetAsync(page, Ct);
            Assert.DoesNotContain(officer.Document().QuerySelectorAll("button, a, option"), e => e.TextContent.Contains("返信", StringComparison.Ordinal) || e.TextContent.Contains("リプライ", StringComparison.Ordinal));
        }

        await officer.GetAsync("/glossary", Ct);
        var reply = CaseApp.Words(officer.Document().GetElementById("word-reply"));
        Assert.Contains("返信する機能はありません", reply, StringComparison.Ordinal);
        Assert.Contains("要領８(1)に例外はなく", reply, StringComparison.Ordinal);
        Assert.Contains("「原則として」も例外を認めるものではありません", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_2_2_Given_the_glossary_When_read_and_changed_Then_each_word_has_wording_source_and_date_and_the_officer_alone_changes_it()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/glossary", Ct);
        foreach (var word in new[] { "post", "repost", "reply", "follow", "block" })
        {
            var panel = author.Document().GetElementById($"word-{word}");
            Assert.StartsWith("https://", panel!.QuerySelector("dd a")!.GetAttribute("href"), StringComparison.Ordinal);
        }

        Assert.Null(author.Document().QuerySelector("main form"));
        using (var refused = await author.PostAsync("/glossary", Form("https://help.x.com/"), Ct))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/glossary", Ct);
        await officer.PostAsync("/glossary", Form("help.x.com"), Ct);
        Assert.Contains("https://", CaseApp.Words(officer.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal("さえずり", officer.Document().QuerySelector("#word-block [name='Form.Wording']")!.GetAttribute("value"));
        await officer.PostAsync("/glossary", Form("https://help.x.com/ja/block"), Ct);
        Assert.Null(officer.Document().QuerySelector("#refused"));
        await author.GetAsync("/glossary", Ct);
        var block = CaseApp.Words(author.Document().GetElementById("word-block"));
        Assert.Contains("さえずり", block, StringComparison.Ordinal);
        Assert.Contains("https://help.x.com/ja/block", block, StringComparison.Ordinal);
        Assert.DoesNotContain("まだ確かめていません", block, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Form(string source) => new()
    {
        ["Form.Regulation"] = "gunma-police-x",
        ["Form.Word"] = "block",
        ["Form.Wording"] = "さえずり",
        ["Form.Means"] = "相手からの返信をできなくすること。",
        ["Form.Source"] = source,
    };
}

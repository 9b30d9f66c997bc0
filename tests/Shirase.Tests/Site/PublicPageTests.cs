using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Accounts;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>The pages that residents read, on a phone first.</summary>
public sealed class PublicPageTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Home = "/site/gunma-police";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "ja")]
    [InlineData("", "en")]
    [InlineData("/accounts", "ja")]
    [InlineData("/accounts", "en")]
    [InlineData("/posts", "ja")]
    [InlineData("/posts", "en")]
    [InlineData("/notices", "ja")]
    [InlineData("/notices", "en")]
    public async Task Given_the_longest_posts_When_a_page_is_loaded_with_its_sheets_Then_it_is_below_50_kB_in_its_language_without_script_or_cookie(string path, string language)
    {
        await FillAsync();

        var answer = await site.AnswerAsync(Home + path, language);
        var page = await site.PageAsync(Home + path, language);
        var total = (await answer.Content.ReadAsByteArrayAsync(Ct)).Length;
        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            total += Encoding.UTF8.GetByteCount(await site.GetAsync(sheet.GetAttribute("href")!));
        }

        Assert.InRange(total, 10_000, 50_000);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script, [style], style"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Value.Contains("Site.", StringComparison.Ordinal)) || e.Children.Length == 0 && e.TextContent.Contains("Site.", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[href], img[src], script[src]"), e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.Contains("Cookie", answer.Headers.Vary);
    }

    [Fact]
    public async Task Given_a_long_post_When_lists_and_its_own_pages_are_read_Then_lists_show_the_beginning_and_the_page_shows_all()
    {
        await FillAsync();
        var list = await site.PageAsync($"{Home}/posts");
        var cut = list.QuerySelectorAll(".public-post").First(p => p.TextContent.Contains("全文を読む", StringComparison.Ordinal));

        var whole = await site.PageAsync(cut.QuerySelector("h3 a")!.GetAttribute("href")!);

        Assert.InRange(cut.QuerySelector(".public-post__text")!.TextContent.Length, 300, 401);
        Assert.InRange(whole.QuerySelector(".public-post__text")!.TextContent.Length, 9_000, 11_000);
        Assert.Contains("\n", whole.QuerySelector(".public-post__text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_account_in_preparation_When_residents_read_the_list_Then_it_is_official_from_its_start_on()
    {
        var unit = await site.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body).Select(u => u.Id).FirstAsync(Ct));
        var account = new OfficialAccount(
            new(Guid.CreateVersion7()), Office.Body, "gunma-police-x", "website", "junbi_sample", "準備中の見本", unit, new(2026, 6, 11));
        account.Prepare();
        await site.Store.DbAsync(db => db.Add(account).Context.SaveChangesAsync(Ct));
        foreach (var page in new[] { "/accounts", "/accounts.json" })
        {
            Assert.DoesNotContain("junbi_sample", await site.GetAsync(Home + page), StringComparison.Ordinal);
        }

        await site.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsPreparing, false), Ct));
        Assert.Contains("junbi_sample", await site.GetAsync(Home + "/accounts"), StringComparison.Ordinal);
        await site.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteDeleteAsync(Ct));
    }

    [Fact]
    public async Task Given_a_pasted_swindle_When_answered_Then_the_difference_is_marked_nothing_may_be_kept_and_the_words_stay_in_the_box()
    {
        var post = await site.PublishAsync("警察官がお金を預かることはありません。カードを渡さないでください。");
        var pasted = post.OutgoingText + "\n口座の確認は0120-000-000へ";
        using var browser = site.Open();

        var answer = await browser.PostAsync(Home, new() { ["q"] = pasted }, Ct);
        var page = browser.Document();

        Assert.Equal("公式の投稿とは違います", CaseApp.Words(page.QuerySelector("#answer .banner__title")));
        Assert.Contains("0120-000-000", page.QuerySelector("#answer .diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("本物", page.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(pasted, page.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("post", page.QuerySelector("form.panel")!.GetAttribute("method"));
        Assert.Equal("It differs from the official post", CaseApp.Words((await site.AskAsync(pasted, "en")).QuerySelector("#answer .banner__title")));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Given_a_body_that_has_nothing_When_its_pages_are_opened_Then_each_says_so_and_nobody_elses_posts_are_there(string language)
    {
        var post = await site.PublishAsync($"山に入るときは登山届を出しましょう（{language}）。家族にも行き先を伝えてください。");

        foreach (var path in new[] { "", "/posts", "/notices", "/accounts" })
        {
            var page = await site.PageAsync($"/site/ishikawa-police{path}", language);
            Assert.NotNull(page.QuerySelector(".empty"));
            Assert.DoesNotContain("登山届", page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"/site/ishikawa-police/posts/{post.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"/site/ishikawa-police/notices/{post.RemoteId}")).StatusCode);
        Assert.NotNull((await site.PageAsync($"{Home}/posts?q=%E9%AD%9A%E9%AD%9A", language)).QuerySelector(".empty"));
    }

    [Theory]
    [InlineData("/site/nowhere")]
    [InlineData("/site/nowhere/accounts")]
    [InlineData("/site/nowhere/posts")]
    [InlineData("/site/nowhere/notices")]
    [InlineData("/site/nowhere/feed.atom")]
    [InlineData("/site/nowhere/accounts.json")]
    [InlineData("/site/gunma%01")]
    [InlineData("/site/gunma-police/notices/%01")]
    [InlineData("/site/gunma-police/posts/00000000-0000-0000-0000-000000000000")]
    [InlineData("/site/gunma-police/posts/1")]
    public async Task Given_an_address_without_a_page_When_opened_Then_a_resident_reads_404_and_what_to_do(string address)
    {
        var answer = await site.AnswerAsync(address);
        var page = await site.PageAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("/site", page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.DoesNotContain("自分の仕事", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%ED%A0%80%25_")]
    [InlineData("page=-5")]
    [InlineData("page=99999999999")]
    public async Task Given_a_search_that_nobody_would_type_When_asked_Then_there_is_a_page(string query) =>
        Assert.InRange((int)(await site.AnswerAsync($"{Home}/posts?{query}")).StatusCode, 200, 200);

    [Fact]
    public async Task Given_a_public_page_When_printed_Then_switches_and_links_stay_away_and_the_words_come()
    {
        await site.PublishAsync("火の用心。寝る前にストーブを消しましょう。");
        var page = await site.PageAsync($"{Home}/posts");

        Assert.Contains(page.QuerySelectorAll("link[rel=stylesheet]"), l => l.GetAttribute("href") == "/css/print.css");
        Assert.All(page.QuerySelectorAll(".switches, .link-list, .public-search"), e => Assert.Contains("no-print", e.ClassList));
        Assert.Null(page.QuerySelector(".public-post .no-print, .public-post.no-print"));
    }

    [Fact]
    public async Task Given_a_search_engine_When_it_reads_robots_txt_Then_only_the_public_pages_are_open()
    {
        var answer = await site.AnswerAsync("/robots.txt");

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("User-agent: *\nAllow: /site\nAllow: /css/\nAllow: /favicon.svg\nDisallow: /\n", await answer.Content.ReadAsStringAsync(Ct));
    }

    // More posts than a page holds, each as long as a notice may be
    private async Task FillAsync()
    {
        if ((await site.PageAsync($"{Home}/posts?q=%E5%A1%AB%E3%82%81%E3%82%8B")).QuerySelectorAll(".public-post").Length > 0)
        {
            return;
        }

        for (var i = 0; i < 11; i++)
        {
            var post = await site.PublishAsync($"填める文その{i}番。長いお知らせの例です。", image: SiteApp.Picture());
            var words = $"填める文その{i}番。\n{new string('あ', 9_990)}";
            await site.AlterAsync($"UPDATE deliveries SET outgoing_text = {words} WHERE id = {post.Id.Value}");
            await site.AlterAsync($"UPDATE website_notices SET text = {words} WHERE id = {post.RemoteId}");
        }
    }
}

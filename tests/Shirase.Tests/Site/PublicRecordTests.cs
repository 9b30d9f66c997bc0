using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>What the public can get at, and what it must not: removed words, images, markup in fields, the list of accounts.</summary>
public sealed class PublicRecordTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Home = "/site/gunma-police";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_13_4_5_Given_a_removed_post_When_every_public_door_is_tried_Then_it_is_named_as_removed_and_no_word_or_image_of_it_is_there()
    {
        var post = await site.PublishAsync("水道の断水は太田市飯塚町で行われます。くみ置きをお願いします。", image: SiteApp.Picture(), subject: "断水のおしらせ");
        var image = await site.ImageOfAsync(post);
        Assert.Equal(HttpStatusCode.OK, (await site.AnswerAsync($"{Home}/media/{image}")).StatusCode);
        Assert.Contains("断水", await site.EverythingAsync(), StringComparison.Ordinal);
        await site.RemoveAsync(post);

        var doors = await site.EverythingAsync() + await site.GetAsync($"{Home}/posts/{post.Id}") + await site.GetAsync($"{Home}/notices/{post.RemoteId}")
            + (await site.AskAsync(post.OutgoingText)).QuerySelector("#answer")!.TextContent + (await site.AskAsync(post.Address)).QuerySelector("#answer")!.TextContent;

        Assert.Empty((await site.PageAsync($"{Home}/posts?q=%E9%A3%AF%E5%A1%9A%E7%94%BA")).QuerySelectorAll(".public-post"));
        Assert.DoesNotContain("断水", doors, StringComparison.Ordinal);
        Assert.DoesNotContain("飯塚町", doors, StringComparison.Ordinal);
        Assert.DoesNotContain("番号の誤り", doors, StringComparison.Ordinal);
        Assert.DoesNotContain($"{image}", doors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"{Home}/media/{image}")).StatusCode);
        Assert.Equal("削除した投稿", CaseApp.Words((await site.PageAsync($"{Home}/notices/{post.RemoteId}")).QuerySelector("h1")));
        Assert.Equal("発信しましたが、削除した投稿です", CaseApp.Words((await site.AskAsync(post.OutgoingText)).QuerySelector("#answer .banner__title")));
    }

    [Fact]
    public async Task Given_images_When_asked_for_Then_only_those_of_standing_posts_of_this_body_come_as_what_they_are()
    {
        var post = await site.PublishAsync("県警の音楽隊が演奏します。入場は無料です。", image: SiteApp.Picture());
        var image = await site.ImageOfAsync(post);
        var draft = await site.Office.BeginAsync(await site.Office.ContentAsync("まだ決裁されていない文面です。"));
        var unpublished = (await site.Office.AskAsync<Shirase.Posts.Attaching, Core.Result<Core.Posts.MediaItem>>(
            "tamura", (a, w) => a.AttachAsync(draft, w, SiteApp.Picture(), Ct))).Value!.Id;

        var answer = await site.AnswerAsync($"{Home}/media/{image}");

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"{Home}/media/{unpublished}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"/site/ishikawa-police/media/{image}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"/site/nowhere/media/{image}")).StatusCode);
        Assert.Equal("署員が立つ写真", (await site.PageAsync($"{Home}/notices/{post.RemoteId}")).QuerySelector("main img")!.GetAttribute("alt"));
    }

    [Fact]
    public async Task Given_script_in_every_field_of_a_post_When_the_public_reads_it_Then_it_is_text_on_pages_in_the_feed_and_in_JSON()
    {
        const string evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        var post = await site.PublishAsync("自転車の鍵は二重に掛けましょう。駐輪場でも油断は禁物です。", image: SiteApp.Picture(), subject: "自転車の鍵");
        var json = JsonSerializer.Serialize(evil)[1..^1];
        await site.AlterAsync($"UPDATE content_versions SET content_json = replace(replace(content_json, '自転車の鍵', {json}), '署員が立つ写真', {json}) WHERE application_id = {post.Application.Value}");
        await site.AlterAsync($"UPDATE deliveries SET outgoing_text = {evil} WHERE id = {post.Id.Value}");
        await site.AlterAsync($"UPDATE website_notices SET text = {evil} WHERE id = {post.RemoteId}");
        await site.AlterAsync($"UPDATE accounts SET display_name = {evil} WHERE handle = 'gunma_police_site'");
        try
        {
            foreach (var path in new[] { "", "/posts", $"/posts/{post.Id}", "/notices", "/accounts", $"/posts?q={Uri.EscapeDataString(evil)}" })
            {
                var page = await site.PageAsync(Home + path);
                Assert.Empty(page.QuerySelectorAll("script, img[src=x], [onerror]"));
                Assert.Contains(evil, page.Body!.TextContent, StringComparison.Ordinal);
            }

            var asked = await site.AskAsync(evil + "。この文は長くして比べます。");
            Assert.Empty(asked.QuerySelectorAll("script, img[src=x], [onerror]"));
            XNamespace atom = "http://www.w3.org/2005/Atom";
            var entry = Assert.Single(XDocument.Parse(await site.GetAsync($"{Home}/feed.atom")).Descendants(atom + "entry"), e => e.Element(atom + "id")!.Value.EndsWith($"{post.Id}", StringComparison.Ordinal));
            Assert.Equal((evil, evil), (entry.Element(atom + "title")!.Value, entry.Element(atom + "content")!.Value));
            Assert.Equal("text", entry.Element(atom + "content")!.Attribute("type")!.Value);
            var list = await site.GetAsync($"{Home}/accounts.json");
            Assert.DoesNotContain("<script", list, StringComparison.Ordinal);
            Assert.Contains(JsonDocument.Parse(list).RootElement.GetProperty("accounts").EnumerateArray(), a => a.GetProperty("name").GetString() == evil);
        }
        finally
        {
            await site.AlterAsync($"UPDATE accounts SET display_name = '県警ホームページ' WHERE handle = 'gunma_police_site'");
        }
    }

    [Fact]
    public async Task gx_4_1_Given_an_account_in_the_register_When_the_official_page_is_opened_Then_operator_name_handle_address_and_start_stand_there_for_people_and_machines()
    {
        var answer = await site.AnswerAsync($"{Home}/accounts.json");
        var account = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("accounts").EnumerateArray().Single();

        foreach (var (language, operatedBy) in new[] { ("ja", "群馬県警察"), ("en", "Gunma Prefectural Police") })
        {
            var entry = Assert.Single((await site.PageAsync($"{Home}/accounts", language)).QuerySelectorAll(".public-accounts > li"));
            var words = CaseApp.Words(entry);
            Assert.All(new[] { operatedBy, "県警ホームページ", "@gunma_police_site", "https://shirase.example.jp/site/gunma-police/notices", "2025" }, w => Assert.Contains(w, words, StringComparison.Ordinal));
        }

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(
            ("群馬県警察", "県警ホームページ", "gunma_police_site", "https://shirase.example.jp/site/gunma-police/notices", "2025-04-01", "active"),
            (Text("operatedBy"), Text("name"), Text("handle"), Text("profile"), Text("since"), Text("state")));

        string? Text(string name) => account.GetProperty(name).GetString();
    }

    [Fact]
    public async Task gx_6_2_Given_a_stopped_account_When_the_official_page_is_opened_Then_it_reads_stopped_with_the_day_instead_of_vanishing()
    {
        var id = await site.Store.DbAsync(db => Task.FromResult(db.Accounts.Single(a => a.Handle == "gunma_police_site").Id));
        site.Clock.SetJapan(2026, 6, 12, 0, 30);
        await site.Store.DbAsync(async db =>
        {
            db.Accounts.Single(a => a.Id == id).Stop(site.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        try
        {
            var words = CaseApp.Words((await site.PageAsync($"{Home}/accounts")).QuerySelector(".public-accounts"));
            Assert.Contains("停止中 停止した日： 2026年6月12日", words, StringComparison.Ordinal);
            Assert.Contains("\"stoppedOn\":\"2026-06-12\"", await site.GetAsync($"{Home}/accounts.json"), StringComparison.Ordinal);
        }
        finally
        {
            site.Clock.SetJapan(2026, 6, 11);
            await site.Store.DbAsync(async db =>
            {
                db.Accounts.Single(a => a.Id == id).Resume();
                return await db.SaveChangesAsync(Ct);
            });
        }
    }
}

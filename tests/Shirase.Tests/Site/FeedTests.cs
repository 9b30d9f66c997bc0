using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>The Atom feed (RFC 4287).</summary>
public sealed class FeedTests(RealSite real, SampleSite sample) : IClassFixture<RealSite>, IClassFixture<SampleSite>
{
    private const string Address = "/site/gunma-police/feed.atom";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_published_and_removed_posts_When_the_feed_is_read_Then_everything_the_standard_asks_for_is_there()
    {
        await real.PublishAsync("チャイルドシートを正しく使いましょう。小さな命を守ります。");
        real.Clock.Pass(TimeSpan.FromMinutes(5));
        var removed = await real.PublishAsync("落とし物の相談は警察署へどうぞ。受付は平日です。");
        real.Clock.Pass(TimeSpan.FromMinutes(5));
        var last = await real.PublishAsync("夜に歩くときは反射材を着けましょう。車から早く見えます。");
        real.Clock.Pass(TimeSpan.FromMinutes(5));
        await real.RemoveAsync(removed);

        var answer = await real.AnswerAsync(Address);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!;

        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal((Atom + "feed", "ja"), (feed.Name, feed.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.All(new[] { "id", "title", "updated" }, name => Assert.NotEqual("", Assert.Single(feed.Elements(Atom + name)).Value));
        Assert.Equal("群馬県警察", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("https://shirase.example.jp" + Address, Href(feed, "self"));
        Assert.Equal("https://shirase.example.jp/site/gunma-police/posts", Href(feed, "alternate"));

        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, e => Assert.All(new[] { "id", "title", "updated", "content" }, name => Assert.NotEqual("", Assert.Single(e.Elements(Atom + name)).Value)));
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, e => Assert.StartsWith("urn:uuid:", e.Element(Atom + "id")!.Value, StringComparison.Ordinal));
        Assert.All(entries, e => Assert.Equal("text/html", Assert.Single(e.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate").Attribute("type")!.Value));
        var times = entries.Select(Updated).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(times[0], Updated(feed));

        // A removal is news: it comes before what was published in the meantime
        Assert.Equal([$"urn:uuid:{removed.Id}", $"urn:uuid:{last.Id}"], entries.Take(2).Select(e => e.Element(Atom + "id")!.Value));
        Assert.Equal(("削除した投稿", "内容に誤りがあったため、この投稿は削除しました。"), (entries[0].Element(Atom + "title")!.Value, entries[0].Element(Atom + "content")!.Value));
    }

    [Fact]
    public async Task Given_no_configured_address_When_asked_by_another_host_Then_links_follow_it_and_no_id_changes()
    {
        await sample.PublishAsync("横断歩道は歩行者が優先です。渡る人がいたら止まりましょう。");

        var (one, other) = (await FeedAsync(null), await FeedAsync("sns.example.jp"));

        Assert.Equal(Ids(one), Ids(other));
        Assert.True(Ids(one).Count >= 2);
        Assert.StartsWith("http://sns.example.jp/site/", Href(other, "self"), StringComparison.Ordinal);
        Assert.NotEqual(Ids(one)[0], (await FeedAsync(null, "/site/ishikawa-police/feed.atom")).Element(Atom + "id")!.Value);
    }

    [Theory]
    [InlineData("\u0001\u000b\u001b")]
    [InlineData("\ufffe\uffff")]
    [InlineData("\u007f\u0085")]
    [InlineData("]]><&\"'")]
    public async Task Given_characters_that_XML_has_no_place_for_When_the_feed_is_read_Then_it_is_well_formed_and_the_rest_is_there(string strange)
    {
        var post = await real.PublishAsync($"交番の電話番号を確かめましょう（{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(strange))}）。");
        var words = $"前{strange}後";
        await real.AlterAsync($"UPDATE deliveries SET outgoing_text = {words} WHERE id = {post.Id.Value}");

        var entry = Assert.Single((await FeedAsync(null, app: real)).Elements(Atom + "entry"), e => e.Element(Atom + "id")!.Value == $"urn:uuid:{post.Id}");

        var read = entry.Element(Atom + "content")!.Value;
        Assert.StartsWith("前", read, StringComparison.Ordinal);
        Assert.EndsWith("後", read, StringComparison.Ordinal);
        Assert.All(read, c => Assert.True(System.Xml.XmlConvert.IsXmlChar(c)));
    }

    [Fact]
    public async Task Given_a_body_that_published_nothing_When_its_feed_is_read_twice_Then_it_is_valid_empty_and_the_same()
    {
        var first = await real.GetAsync("/site/ishikawa-police/feed.atom");
        real.Clock.Pass(TimeSpan.FromMinutes(1));
        var feed = XDocument.Parse(first).Root!;

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal(first, await real.GetAsync("/site/ishikawa-police/feed.atom"));
        Assert.NotEqual(default, Updated(feed));
    }

    [Fact]
    public async Task Given_a_reader_that_has_the_newest_feed_When_it_asks_again_Then_304()
    {
        var first = await real.AnswerAsync(Address);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(real.Address, Address));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = real.Open();

        Assert.Equal(HttpStatusCode.NotModified, (await client.Client.SendAsync(again, Ct)).StatusCode);
        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
    }

    private async Task<XElement> FeedAsync(string? host, string address = Address, SiteApp? app = null)
    {
        app ??= sample;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, address));
        request.Headers.Host = host;
        using var browser = app.Open();
        return XDocument.Parse(await (await browser.Client.SendAsync(request, Ct)).Content.ReadAsStringAsync(Ct)).Root!;
    }

    private static List<string> Ids(XElement feed) => [.. feed.DescendantsAndSelf().Elements(Atom + "id").Select(i => i.Value)];

    private static string Href(XElement feed, string rel) =>
        feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == rel).Attribute("href")!.Value;

    private static DateTimeOffset Updated(XElement element) =>
        DateTimeOffset.Parse(element.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture);
}

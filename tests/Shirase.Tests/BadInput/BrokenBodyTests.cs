using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Shirase.TestKit;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>Requests that no browser would send: broken UTF-8, floods of fields, forms cut off, strange declarations.</summary>
public sealed class BrokenBodyTests(BusyOfficeOnSqlite app) : IClassFixture<BusyOfficeOnSqlite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_broken_UTF_8_in_an_encoded_form_When_saved_Then_what_can_be_read_is_kept()
    {
        using var browser = await WritingAsync();
        var body = $"__RequestVerificationToken={Uri.EscapeDataString(browser.Mark!)}&DraftId={browser.Hidden("DraftId")}&Version=0&Kind=post&Body=%E5%89%8D%FF%FE%C0%80%ED%A0%80%E5%BE%8C&Subject=%E4";

        using var answer = await SendAsync(browser, "/posts/new?handler=save", Encoding.ASCII.GetBytes(body), "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = browser.Document().QuerySelector("#Body")!.TextContent;
        Assert.StartsWith("前", text.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("後", text.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsSurrogate);
    }

    [Fact]
    public async Task Given_broken_UTF_8_in_a_form_with_files_When_saved_Then_what_can_be_read_is_kept()
    {
        using var browser = await WritingAsync();

        using var answer = await SendAsync(browser, "/posts/new?handler=save", Parts(browser, [0xE5, 0x89, 0x8D, 0xFF, 0xED, 0xA0, 0x80, 0xE5, 0xBE, 0x8C]), "multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("前", browser.Document().QuerySelector("#Body")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("後", browser.Document().QuerySelector("#Body")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_U_0000_in_a_form_with_files_When_saved_Then_refused_by_a_sentence()
    {
        using var browser = await WritingAsync();

        using var answer = await SendAsync(browser, "/posts/new?handler=save", Parts(browser, [.. "前の"u8, 0, .. "後の"u8]), "multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("読み取れませんでした", browser.Document().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("前の後の", browser.Document().QuerySelectorAll("textarea[readonly]").Select(t => t.TextContent.Trim()));
    }

    [Fact]
    public async Task Given_ten_thousand_fields_When_sent_Then_refused_by_a_sentence()
    {
        using var browser = await WritingAsync();

        using var answer = await browser.PostAsync(
            "/posts/new?handler=save", Enumerable.Range(0, 10_000).Select(i => KeyValuePair.Create($"Related[{i}].Title", "x")), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("この操作を受け付けられませんでした", browser.Document().QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("Related[{0}].Title")]
    [InlineData("Confirmed")]
    [InlineData("Accounts")]
    [InlineData("Kept[{0}].Reason")]
    [InlineData("Media[{0}].Alt")]
    public async Task Given_nine_hundred_rows_When_saved_Then_no_page_breaks(string name)
    {
        using var browser = await WritingAsync();
        var rows = Enumerable.Range(0, 900).Select(i => KeyValuePair.Create(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, i), "行"));

        using var answer = await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Body", "文面")).Where(f => !f.Key.StartsWith(name[..4], StringComparison.Ordinal)).Concat(rows), Ct);

        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode}");
        Assert.Contains("文面", browser.Shown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=no-such")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=y")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("application/json")]
    [InlineData("text/xml")]
    public async Task Given_a_body_that_is_not_what_it_says_When_sent_Then_refused_by_a_sentence(string type)
    {
        using var browser = await WritingAsync();

        using var answer = await SendAsync(browser, "/posts/new?handler=save", "--x\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\ncut"u8.ToArray(), type);

        Assert.Equal("400 この操作を受け付けられませんでした", $"{(int)answer.StatusCode} {browser.Document().QuerySelector("h1")!.TextContent}");
    }

    [Theory]
    [InlineData("/posts/{0}")]
    [InlineData("/posts/{0}/decision")]
    [InlineData("/posts/{0}/edit")]
    [InlineData("/posts?unit={0}&state={0}&p={0}&From={0}&To={0}")]
    [InlineData("/posts/new?from={0}")]
    [InlineData("/desk?day={0}")]
    [InlineData("/regulations/{0}")]
    [InlineData("/regulations/gunma-police-x?version={0}&standing={0}")]
    [InlineData("/public-bodies?name={0}&handle={0}&class={0}")]
    [InlineData("/drill?p={0}")]
    [InlineData("/drill/{0}/posts/{0}")]
    [InlineData("/search?q={0}")]
    [InlineData("/sign-in?back={0}&left={0}")]
    public async Task Given_absurd_ids_in_the_address_When_opened_Then_no_page_breaks(string address)
    {
        using var browser = await app.SignInAsync("takahashi", Ct);
        foreach (var absurd in new[] { new string('9', 3000), "-1", "00000000-0000-0000-0000-000000000000", "%00", "%ED%A0%80", "%FF", "9999-12-31", "0001-01-01", "..%2F..%2Fetc%2Fpasswd", "😀" + new string('あ', 199), new string('あ', 199) + "😀" })
        {
            using var answer = await browser.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, absurd), Ct);

            Assert.True((int)answer.StatusCode < 500, $"{address} with {absurd[..Math.Min(absurd.Length, 30)]}: {(int)answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Given_a_table_that_is_none_When_imported_Then_each_is_refused_by_its_sentence()
    {
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync("/people/import", Ct);
        const string heading = "ログイン名,所属コード,役職,係,階級,所属長,発令日\n";
        foreach (var (content, word) in new (byte[], string)[]
        {
            ([0xFF, 0xFE, 0x41], "UTF-8"),
            ([.. Encoding.UTF8.GetBytes(heading + "tamura,x"), 0, .. ",y"u8], "U+0000"),
            (Encoding.UTF8.GetBytes(heading + "\"" + new string('あ', 350_000)), "引用符"),
            (Encoding.UTF8.GetBytes(heading + $"tamura,{new string('あ', 350_000)},課長,係,警部,,9999-12-31"), "日付として読めません"),
            (Encoding.UTF8.GetBytes(heading + string.Concat(Enumerable.Repeat("a,b,c,d,e,f,g\n", 50_000))), "200件"),
            (new byte[6 * 1024 * 1024], "5MB"),
            ([], "空"),
        })
        {
            using var form = new MultipartFormDataContent { { new StringContent("transfers"), "Kind" }, { new ByteArrayContent(content), "Table", "../../異動<script>.csv" } };
            using var answer = await browser.PostFilesAsync("/people/import", form, Ct);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(word, browser.Document().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static byte[] Parts(TestBrowser browser, byte[] body) =>
    [
        .. Encoding.UTF8.GetBytes(string.Concat(
            new[] { ("__RequestVerificationToken", browser.Mark), ("DraftId", browser.Hidden("DraftId")), ("Version", "0"), ("Kind", "post") }
                .Select(f => $"--x\r\nContent-Disposition: form-data; name=\"{f.Item1}\"\r\n\r\n{f.Item2}\r\n"))),
        .. "--x\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\n"u8, .. body, .. "\r\n--x--\r\n"u8,
    ];

    private static async Task<HttpResponseMessage> SendAsync(TestBrowser browser, string address, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await browser.SendAsync(HttpMethod.Post, address, content, Ct);
    }

    private async Task<TestBrowser> WritingAsync()
    {
        var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        return browser;
    }
}

using System.Text;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>関連文書をファイルから読み込む, over HTTP and without scripts.</summary>
public sealed class ReadDocumentPageTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_13_4_2_Given_a_press_release_as_a_file_When_it_is_read_Then_its_words_are_compared_and_nothing_typed_is_lost()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        await SendAsync(author, "/posts/new?handler=read", "６月20日（土）午前10時から行います。", "発表資料.txt", ("Subject", "防犯教室"), ("Body", "６月21日（日）に防犯教室を行います。"));

        var page = author.Document();
        Assert.EndsWith("/edit", author.Where, StringComparison.Ordinal);
        Assert.Equal("６月21日（日）に防犯教室を行います。", page.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Equal("発表資料", page.QuerySelector("[name='Related[0].Title']")!.GetAttribute("value"));
        Assert.Contains("６月20日", page.QuerySelector("[name='Related[0].Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("食い違っています", CaseApp.Words(page.QuerySelector("#findings")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_file_or_one_that_cannot_be_read_When_read_Then_a_sentence_says_so_and_the_text_stays()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);

        await SendAsync(author, "/posts/new?handler=read", "", "", ("Body", "書きかけ"));
        Assert.Contains("読み込むファイルを選んでください", author.Page, StringComparison.Ordinal);
        await SendAsync(author, "/posts/new?handler=read", "a\0b", "a.bin", ("Body", "書きかけ"));
        Assert.Contains("この文書を読み取れません", author.Page, StringComparison.Ordinal);
        Assert.Equal("書きかけ", author.Document().QuerySelector("#Body")!.TextContent.Trim());
    }

    private static async Task SendAsync(TestBrowser author, string address, string text, string name, params (string, string)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in author.Fields(fields))
        {
            form.Add(new StringContent(field.Value), field.Key);
        }

        if (name.Length > 0)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "document", name);
        }

        await author.PostFilesAsync(address, form, Ct);
    }
}

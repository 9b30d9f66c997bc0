using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Posts;

public sealed class DraftPageTests(SampleApp app) : IClassFixture<SampleApp>
{
    private const string Plain = "市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "投稿申請を作る", "前橋警察署")]
    [InlineData("en", "New post application", "Maebashi")]
    public async Task gx_f_1_Given_the_author_When_a_new_form_is_opened_Then_what_is_known_is_filled_in(string language, string title, string unit)
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        browser.Cookies.Add(app.Address, new Cookie("shirase-language", language));
        await browser.GetAsync("/posts/new", Ct);

        Assert.Equal(title, browser.Document().QuerySelector("h1")!.TextContent);
        Assert.Contains(unit, browser.Document().QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Drafting.", browser.Page, StringComparison.Ordinal);
        Assert.Null(browser.Document().QuerySelector("#submit[disabled]"));
    }

    [Fact]
    public async Task gx_12_1_1_Given_no_scripts_When_the_form_is_filled_and_filed_Then_it_goes_to_the_head()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        var id = browser.Hidden("DraftId");
        await browser.PostAsync("/posts/new?handler=submit", browser.Fields(DraftForm.Complete(Plain)), Ct);

        Assert.Equal($"/posts/{id}", browser.Where);
        using var head = await app.SignInAsync("negishi", Ct);
        await head.GetAsync("/", Ct);
        Assert.Contains($"/posts/{id}/decision", head.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(130, true)]
    [InlineData(131, false)]
    public async Task gx_13_2_1_Given_a_direct_request_When_the_text_is_filed_Then_the_server_counts_itself(int characters, bool files)
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=submit", browser.Fields(DraftForm.Complete(new string('あ', characters))), Ct);

        Assert.Equal(files, browser.Document().QuerySelector("#missing") is null);
        if (!files)
        {
            Assert.Contains("141", browser.Document().QuerySelector("#counters")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(characters, browser.Document().QuerySelector("#Body")!.TextContent.Trim().Length);
        }
    }

    [Fact]
    public async Task gx_f_6_Given_an_empty_form_When_filed_Then_everything_missing_is_listed_with_its_place()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=submit", browser.Fields(("Extension", "")), Ct);

        var page = browser.Document();
        var places = page.QuerySelectorAll("#missing a[data-jump]").Select(a => a.GetAttribute("data-jump")!).ToList();
        Assert.Contains("Extension", places);
        Assert.Contains("ContentClass", places);
        Assert.Contains("Confirmed-4", places);
        Assert.All(places, place => Assert.NotNull(page.GetElementById(place)));
    }

    [Fact]
    public async Task gx_f_3_Given_an_evening_soon_When_filed_as_ordinary_Then_ground_and_short_notice_are_asked()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync(
            "/posts/new?handler=submit", browser.Fields([.. DraftForm.Complete(Plain).Where(c => !c.Item1.StartsWith("Desired", StringComparison.Ordinal)),
                ("DesiredDate.Year", "2026"), ("DesiredDate.Month", "6"), ("DesiredDate.Day", "12"), ("DesiredTime", "20:00")]), Ct);

        var places = browser.Document().QuerySelectorAll("#missing a[data-jump]").Select(a => a.GetAttribute("data-jump")).ToList();
        Assert.Contains("Ground", places);
        Assert.Contains("ShortNoticeReason", places);
    }

    [Fact]
    public async Task Given_two_windows_When_the_older_saves_Then_both_texts_are_shown_and_nothing_is_lost()
    {
        using var first = await app.SignInAsync("tamura", Ct);
        await first.GetAsync("/posts/new", Ct);
        await first.PostAsync("/posts/new?handler=save", first.Fields(("Subject", "件名"), ("Body", "はじめ")), Ct);
        var address = first.Where;
        using var second = await app.SignInAsync("sekiguchi", Ct);
        await second.GetAsync(address, Ct);
        await second.PostAsync($"{address}?handler=save", second.Fields(("Body", "関口の文面")), Ct);

        await first.PostAsync($"{address}?handler=save", first.Fields(("Body", "田村の文面")), Ct);

        var conflict = first.Document().QuerySelector("#conflict")!;
        Assert.Contains("関口の文面", conflict.TextContent, StringComparison.Ordinal);
        Assert.Contains("田村の文面", conflict.TextContent, StringComparison.Ordinal);
        Assert.Equal("田村の文面", first.Document().QuerySelector("#Body")!.TextContent.Trim());
        await first.PostAsync($"{address}?handler=save", first.Fields(), Ct);
        Assert.Null(first.Document().QuerySelector("#conflict"));
        Assert.Equal("田村の文面", first.Document().QuerySelector("#Body")!.TextContent.Trim());
    }

    [Fact]
    public async Task Given_a_script_When_saving_while_writing_Then_conflict_and_success_have_their_status()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        var saved = await browser.PostAsync("/posts/new?handler=autosave", browser.Fields(("Subject", "自動保存")), Ct);
        Assert.Contains("\"version\":0", browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        await browser.GetAsync("/posts/new", Ct);
        var fields = browser.Fields(("Subject", "別")).ToList();
        await browser.PostAsync("/posts/new?handler=autosave", fields, Ct);
        var stale = await browser.PostAsync("/posts/new?handler=autosave", [.. fields.Where(f => f.Key != "Version"), new("Version", "7")], Ct);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task gx_13_3_1_Given_a_file_that_is_no_image_When_attached_Then_a_sentence_says_so_and_the_text_stays()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in browser.Fields(("Body", "画像の前の文面")))
        {
            content.Add(new StringContent(value), name);
        }

        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("これは文書です"));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Add(file, "Upload", "photo.png");
        var answer = await browser.PostFilesAsync("/posts/new?handler=attach", content, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(browser.Document().QuerySelector("#refused"));
        Assert.Equal("画像の前の文面", browser.Document().QuerySelector("#Body")!.TextContent.Trim());
    }

    [Fact]
    public async Task Given_script_in_every_field_When_the_form_comes_back_Then_it_is_text()
    {
        const string Script = "<script>alert(1)</script>";
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        var fields = browser.Fields().Select(f => f.Key is "DraftId" or "Version" or "FullCheck" or "Kind" or "Accounts" || f.Key.Contains("Date", StringComparison.Ordinal) || f.Key.Contains("Time", StringComparison.Ordinal)
            || f.Key == "PublicBody" ? f : new(f.Key, Script));
        await browser.PostAsync("/posts/new?handler=save", fields, Ct);

        Assert.DoesNotContain(Script, browser.Page, StringComparison.Ordinal);
        Assert.Contains(Script, browser.Document().QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_megabyte_of_text_When_saved_Then_a_sentence_says_so_and_the_text_stays()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Body", new string('あ', 350_000))), Ct);

        Assert.Contains("長すぎます", browser.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(350_000, browser.Document().QuerySelector("#Body")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task gx_12_1_1_Given_another_unit_When_a_draft_is_opened_Then_there_is_no_such_page()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Subject", "=cmd")), Ct);
        using var other = await app.SignInAsync("takahashi", Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(browser.Where, Ct)).StatusCode);
    }

    [Fact]
    public async Task Given_a_subject_like_a_formula_When_the_list_is_saved_as_csv_Then_it_is_a_text()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=save", browser.Fields(("Subject", "=HYPERLINK(\"http://x\")"), ("Body", "式の見本")), Ct);
        await browser.GetAsync("/search?q=" + Uri.EscapeDataString("式の"), Ct);
        Assert.Contains("HYPERLINK", browser.Document().QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var bytes = await browser.Client.GetByteArrayAsync("/posts?handler=csv&q=" + Uri.EscapeDataString("式の"), Ct);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }
}

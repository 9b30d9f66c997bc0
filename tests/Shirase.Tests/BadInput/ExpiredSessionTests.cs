using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Shirase.TestKit.Images;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>A half-written draft whose session ended: the words come back to the person who wrote them, and to nobody else.</summary>
public sealed class ExpiredSessionTests(CaseApp app) : IClassFixture<CaseApp>
{
    private const string Words = "なくしたくない文面です。\n二行目。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_half_written_draft_When_its_author_signs_in_again_Then_the_words_are_there_and_one_press_saves_them()
    {
        using var browser = await WrittenAsync();
        Assert.DoesNotContain("なくしたくない", browser.Page, StringComparison.Ordinal);

        await SignInAgainAsync(browser, "tamura");
        var form = (IHtmlFormElement)browser.Document().QuerySelector("form[action='/posts/new?handler=save']")!;
        Assert.Contains("なくしたくない文面です。", form.TextContent, StringComparison.Ordinal);
        await browser.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("textarea").Cast<IHtmlTextAreaElement>().Select(t => KeyValuePair.Create(t.Name!, t.Value)), Ct);

        Assert.EndsWith("/edit", browser.Where, StringComparison.Ordinal);
        Assert.Equal(Words, browser.Document().QuerySelector("#Body")!.TextContent.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Given_a_half_written_draft_When_somebody_else_signs_in_there_Then_nothing_of_it_is_shown()
    {
        using var browser = await WrittenAsync();

        // Of another unit: colleagues of the same one see each other's saved drafts
        await SignInAgainAsync(browser, "nakajima");

        Assert.Equal("/", browser.Where);
        Assert.DoesNotContain("なくしたくない", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_session_at_all_When_a_form_is_sent_Then_its_words_are_given_back_at_once_and_do_not_travel()
    {
        using var browser = app.Open();
        await browser.GetAsync("/sign-in", Ct);

        var answer = await browser.PostAsync("/posts/new?handler=save", new() { ["Body"] = Words }, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(browser.Hidden("Form.Kept"));
        Assert.Equal(Words, browser.Document().QuerySelector("textarea[readonly]")!.TextContent.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Given_a_draft_with_an_image_When_signed_in_again_Then_the_words_are_there_and_the_image_is_asked_for_again()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in browser.Fields(("Body", Words)))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(PngFile.Of(8, 8)), "Upload", "photo.png");
        app.Clock.Pass(TimeSpan.FromHours(9));
        await browser.PostFilesAsync("/posts/new?handler=attach", content, Ct);

        await SignInAgainAsync(browser, "tamura");

        Assert.Contains("なくしたくない文面です。", browser.Page, StringComparison.Ordinal);
        Assert.Contains("ファイル", browser.Document().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.Store.DbAsync(db => db.Media.AnyAsync(Ct)));
    }

    private async Task<TestBrowser> WrittenAsync()
    {
        var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        var fields = browser.Fields(("Subject", "なくしたくない件名"), ("Body", Words));
        app.Clock.Pass(TimeSpan.FromHours(9));
        var answer = await browser.PostAsync("/posts/new?handler=save", fields, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> SignInAgainAsync(TestBrowser browser, string login) =>
        browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = login, ["Form.Kept"] = browser.Hidden("Form.Kept") }, Ct);
}

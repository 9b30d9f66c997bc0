using System.Net;
using Shirase.Tests.Posts;
using Shirase.Tests.Regulations;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>新旧対照表 and the trial of a draft over HTTP.</summary>
public sealed class AmendmentPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_13_2_1_Given_a_draft_with_a_shorter_limit_When_the_manager_tries_it_Then_the_page_shows_the_figure_twice_and_the_message_it_would_refuse()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = await app.Office.PublishedAsync(await app.Office.ContentAsync(string.Concat(Enumerable.Repeat("不審な電話は110番へ。", 7))));
        var number = (await app.Office.ReadAsync(id)).Number;
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/regulations/gunma-police-x/amendment", Ct);
        Assert.NotNull(manager.Document().QuerySelector(".empty"));

        var draft = DraftFile.Write(app.Store.Folder, ("id: max-characters\n    value: 140", "id: max-characters\n    value: 70"));
        await TryAsync(manager, await File.ReadAllBytesAsync(draft, Ct), "100");

        var row = CaseApp.Words(manager.Document().QuerySelector("#replay tbody"));
        Assert.Contains(number, row, StringComparison.Ordinal);
        Assert.Contains("新たに断られる", row, StringComparison.Ordinal);
        var table = CaseApp.Words(manager.Document().QuerySelector("section[aria-labelledby='table-title']"));
        Assert.Contains("70 characters", table, StringComparison.Ordinal);
        Assert.Contains("140 characters", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_file_with_faults_no_file_or_too_many_messages_When_tried_Then_each_is_said_in_a_sentence()
    {
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/regulations/gunma-police-x/amendment", Ct);

        await TryAsync(manager, "regulation: [\n"u8.ToArray(), "100");
        Assert.NotNull(manager.Document().QuerySelector("[role=alert] .banner--error li"));

        await TryAsync(manager, null, "2001");
        var words = CaseApp.Words(manager.Document().QuerySelector("main"));
        Assert.Contains("規程ファイル（.yaml）を選んでください", words, StringComparison.Ordinal);
        Assert.Contains("1から2000まで", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_somebody_who_decides_nothing_When_a_draft_is_tried_Then_refused_and_an_unknown_regulation_is_not_there()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        using var page = await author.GetAsync("/regulations/gunma-police-x/amendment", Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync(author, "x"u8.ToArray(), "1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/regulations/no-such/amendment", Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> TryAsync(TestKit.TestBrowser browser, byte[]? file, string last)
    {
        var content = new MultipartFormDataContent { { new StringContent(last), "Last" } };
        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "Draft", "draft.yaml");
        }

        return browser.PostFilesAsync("/regulations/gunma-police-x/amendment", content, Ct);
    }
}

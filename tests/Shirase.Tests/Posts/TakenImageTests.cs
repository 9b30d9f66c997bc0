using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Whoever takes an image of a case out of the system says what for, and the record keeps it.</summary>
public sealed class TakenImageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_15_1_4_Given_an_image_of_an_application_When_somebody_saves_it_Then_the_log_shows_person_file_time_terminal_and_purpose()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = await app.Office.BeginAsync(await app.Office.ContentAsync());
        var attached = await app.Office.AskAsync<Attaching, Result<MediaItem>>("tamura", (a, w) => a.AttachAsync(id, w, PngFile.Of(12, 9), Ct));
        var at = $"/posts/{id}/media/{attached.Value!.Id}";
        using var browser = await app.SignInAsync("tamura", Ct);

        await browser.GetAsync(at + "?handler=form", Ct);
        await browser.PostAsync(at + "?handler=save", new Dictionary<string, string?> { ["purpose"] = " " }, Ct);
        Assert.Contains("何に使うために", browser.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(id));
        using var file = await browser.PostAsync(at + "?handler=save", new Dictionary<string, string?> { ["purpose"] = "広報紙の紙面に使う" }, Ct);

        Assert.Equal(("image/png", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        var entry = Assert.Single(await EntriesAsync(id));
        Assert.Equal((await app.Office.WhoAsync("tamura")).Staff, entry.Actor);
        Assert.DoesNotContain("紙面", System.Text.RegularExpressions.Regex.Unescape(entry.Detail), StringComparison.Ordinal);
        Assert.Contains($"{attached.Value.Id}.png", entry.Detail, StringComparison.Ordinal);
        Assert.Contains("\"terminal\":\"", entry.Detail, StringComparison.Ordinal);

        await browser.GetAsync(at + "?handler=form", Ct);
        var row = browser.Document().QuerySelector("table tbody tr")!.TextContent;
        Assert.Contains("田村 由美", row, StringComparison.Ordinal);
        Assert.Contains("広報紙の紙面に使う", row, StringComparison.Ordinal);

        using var stranger = await app.SignInAsync("nakamura", Ct);
        using var hidden = await stranger.PostAsync(at + "?handler=save", new Dictionary<string, string?> { ["purpose"] = "見たい" }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Single(await EntriesAsync(id));
    }

    private Task<List<Core.Records.JournalEntry>> EntriesAsync(PostApplicationId id) => app.Store.DbAsync(
        db => db.Journal.AsNoTracking().Where(j => j.Subject == $"application/{id}" && j.Verb == "media.downloaded").ToListAsync(Ct), Office.Body);
}

using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>
/// S6, post and website: a post names the wrong day. It is reported in the evening, deleted within two presses of the notice, told on
/// the website and corrected by a new application. What the mail has to do joins with its room.
/// </summary>
public sealed class S6Tests(JourneyApp app, Chromium chromium) : ErrorJourney(app, chromium)
{
    private const string Wrong = "6月20日（土）";
    private const string Right = "6月21日（日）";

    [Fact]
    public async Task S6_Given_a_wrong_day_When_reported_at_1930_Then_deleted_at_1932_told_corrected_and_measured()
    {
        var address = await PublishedAsync("防犯教室", $"{Wrong}13時から前橋警察署で防犯教室を開きます。お気軽にお越しください。");
        App.Clock.SetJapan(2026, 6, 18, 19, 30);
        await ReportAsync(address);
        await DeleteAsync(address);
        await OthersReadAsync(address);
        await WriteDownAsync(address);
        var correction = await CorrectAsync(address);
        await AnnounceAsync(address);
        await SeenInPublicAsync(address, correction);
        await OnPaperAsync(address);
    }

    [Fact]
    public async Task S6_Given_a_published_post_When_somebody_edits_it_sends_it_again_or_deletes_it_without_the_right_Then_nothing_of_it_happens()
    {
        var address = await PublishedAsync("横断歩道", "横断歩道は歩行者が優先です。渡る人がいたら止まりましょう。");
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.OpenAsync(address);
            Assert.False(await author.HasAsync("#edit"));
            await author.OpenAsync($"{address}/error");
            Assert.False(await author.HasAsync("#remove"));
        }

        using (var bypassing = await App.SignInAsync("tamura", Ct))
        {
            await bypassing.GetAsync(address, Ct);
            await bypassing.PostAsync($"{address}/edit?handler=save", new() { ["Body"] = "直しました。", ["Version"] = "1" }, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, (await bypassing.PostAsync($"{address}/error?handler=remove", [], Ct)).StatusCode);
        }

        await using (var officer = await Walker.SignInAsync(Browser, App, "takahashi"))
        {
            await officer.OpenAsync($"{address}/error");
            await officer.PressAsync("#remove");
        }

        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Removed));
        using (var bypassing = await App.SignInAsync("takahashi", Ct))
        {
            await bypassing.GetAsync("/desk", Ct);
            await bypassing.PostAsync("/desk?handler=publish", new() { ["id"] = Paths.Id(address), ["confirmed"] = "yes" }, Ct);
        }

        // It went to the practice timeline and to the website, and from both it is gone
        var deliveries = await DeliveriesAsync(address);
        Assert.Equal(["drill", "website"], deliveries.Select(d => d.Channel).Order(StringComparer.Ordinal));
        Assert.All(deliveries, d => Assert.Equal((DeliveryState.Removed, 1), (d.State, d.Version)));
        Assert.All(deliveries, d => Assert.DoesNotContain("直しました", d.OutgoingText, StringComparison.Ordinal));
    }

    private async Task ReportAsync(string address)
    {
        await using var finder = await Walker.SignInAsync(Browser, App, "sekiguchi");
        await finder.PressAsync("#to-errors");
        await finder.PressAsync($"#post-{Paths.Id(address)} a");
        await finder.TypeAsync("#error-text", "曜日と日付が違います。正しくは21日です。");
        await finder.PressAsync("#report-error");
        Assert.Contains("未確認", await finder.ReadAsync(".banner--error"), StringComparison.Ordinal);
    }

    private async Task DeleteAsync(string address)
    {
        await using var officer = await Walker.SignInAsync(Browser, App, "mori");
        Assert.Contains("誤りの申出", await officer.ReadAsync(".emergency"), StringComparison.Ordinal);
        Assert.Contains("【至急】", await officer.ReadAsync("#notices"), StringComparison.Ordinal);
        App.Clock.SetJapan(2026, 6, 18, 19, 32);
        officer.CountFromHere();
        await officer.PressAsync($"#notices a[href='{address}/error']");
        await officer.At("#remove").FocusAsync();
        await officer.KeyAsync("Enter");
        Assert.Equal(2, officer.Interactions);
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Removed));

        await officer.OpenAsync($"{address}/error");
        var sent = await officer.ReadAsync("#sent");
        Assert.Contains("消えたことを確認", sent, StringComparison.Ordinal);
        Assert.Contains("19:32", await officer.ReadAsync("#stage-gone"), StringComparison.Ordinal);
        await officer.OpenUpAsync("#sent li:first-child details > summary");
        Assert.Contains(Wrong, await officer.ReadAsync("#sent li:first-child .as-sent"), StringComparison.Ordinal);
    }

    private async Task OthersReadAsync(string address)
    {
        foreach (var login in new[] { "kobayashi", "hoshino", "tamura", "negishi", "sekiguchi" })
        {
            await using var told = await Walker.SignInAsync(Browser, App, login);
            Assert.Contains("投稿を削除します", await told.ReadAsync("#notices"), StringComparison.Ordinal);
            Assert.True(await told.HasAsync($"#notices a[href='{address}/error']"));
        }
    }

    private async Task WriteDownAsync(string address)
    {
        await using var officer = await Walker.SignInAsync(Browser, App, "mori");
        await officer.OpenAsync($"{address}/error");
        await officer.TypeAsync("#Facts-Wrong", Wrong);
        await officer.PressAsync("#write-facts");
        Assert.Contains("両方", await officer.ReadAsync("#refused"), StringComparison.Ordinal);
        await officer.TypeAsync("#Facts-Right", Right);
        await officer.TypeAsync("#Facts-Cause", "年間計画の変更前の日付を写したため");
        await officer.PressAsync("#write-facts");
        Assert.False(await officer.HasAsync("#announce"));
        Assert.Contains("訂正のお知らせ", await officer.ReadAsync("#notice"), StringComparison.Ordinal);
    }

    private async Task<string> CorrectAsync(string address)
    {
        string correction;
        App.Clock.SetJapan(2026, 6, 19, 9, 0);
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.OpenAsync($"{address}/error");
            await author.PressAsync("#apply");
            Assert.Equal("訂正：防犯教室", await author.At("#Subject").InputValueAsync());
            Assert.Contains($"正しくは「{Right}」です", await author.At("#Body").InputValueAsync(), StringComparison.Ordinal);
            await author.TypeDayAsync("DesiredDate", 6, 19);
            await author.TypeAsync("#DesiredTime", "10:00");
            foreach (var box in new[] { "#Confirmed", "#Confirmed-1", "#Confirmed-2", "#Confirmed-3", "#Confirmed-4" })
            {
                await author.TickAsync(box);
            }

            await author.TypeAsync("#ShortNoticeReason", "誤った日付を訂正するため急ぎます。");
            await author.PressAsync("#submit");
            Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
            correction = author.Where;
        }

        await Browser.ToTheDeskAsync(App, correction);
        App.Clock.SetJapan(2026, 6, 19, 10, 0);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        await publisher.PublishAsync(correction);
        await UntilAsync(async () => (await DeliveriesAsync(correction)).All(d => d.State == DeliveryState.Published));
        await publisher.OpenAsync($"{address}/error");
        Assert.Contains("10:00", await publisher.ReadAsync("#stage-corrected"), StringComparison.Ordinal);
        Assert.Contains("超過", await publisher.ReadAsync("#stage-corrected"), StringComparison.Ordinal);

        // It cannot be fired twice: neither by the button, which is gone, nor around it
        using var bypassing = await App.SignInAsync("tamura", Ct);
        await bypassing.GetAsync($"{address}/error", Ct);
        await bypassing.PostAsync($"{address}/error?handler=apply", [], Ct);
        Assert.Equal(1, await App.BehindAsync(db => db.Applications.CountAsync(a => a.CorrectionOf == Paths.CaseOf(address), Ct)));
        return correction;
    }

    private async Task AnnounceAsync(string address)
    {
        using (var bypassing = await App.SignInAsync("mori", Ct))
        {
            await bypassing.GetAsync($"{address}/error", Ct);
            Assert.Equal(HttpStatusCode.Forbidden, (await bypassing.PostAsync($"{address}/error?handler=announce", [], Ct)).StatusCode);
        }

        await using var officer = await Walker.SignInAsync(Browser, App, "kobayashi");
        Assert.Contains("お知らせの案", await officer.ReadAsync("#notices"), StringComparison.Ordinal);
        await officer.OpenAsync($"{address}/error");
        await officer.PressAsync("#announce");
        Assert.True(await officer.HasAsync("#to-notice"));
    }

    private async Task SeenInPublicAsync(string address, string correction)
    {
        var wrong = Assert.Single(await DeliveriesAsync(address), d => d.Channel == "website");
        await using var resident = await Walker.EnterAsync(Browser, App);
        await resident.OpenAsync($"/site/gunma-police/posts/{wrong.Id}");
        Assert.Contains("内容に誤りがあったため、この投稿は削除しました。", await resident.ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("13時から", await resident.ReadAsync(), StringComparison.Ordinal);
        await resident.PressAsync("a:text-is('この投稿を訂正した投稿')");
        Assert.Contains($"正しくは「{Right}」です", await resident.ReadAsync(), StringComparison.Ordinal);
        await resident.OpenAsync("/site/gunma-police/notices");
        Assert.Contains("【訂正のお知らせ】", await resident.ReadAsync(), StringComparison.Ordinal);
        await resident.PressAsync($"a[href$='/posts/{wrong.Id}']");
        Assert.Contains($"/posts/{wrong.Id}", resident.Where, StringComparison.Ordinal);
        Assert.NotEqual(address, correction);
    }

    private async Task OnPaperAsync(string address)
    {
        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        await author.OpenAsync($"{address}/error");
        var file = Path.Combine(App.Store.Folder, "error.pdf");
        await author.Page.PdfAsync(new() { Path = file, Format = "A4", PreferCSSPageSize = true });
        using var reading = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var words = await reading.StandardOutput.ReadToEndAsync(Ct);
        foreach (var word in new[] { "誤り対応", Right, "森", "消えたことの確認" })
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("広報係へ知らせる", words, StringComparison.Ordinal);
        await author.OpenAsync($"{address}/evidence");
        Assert.Contains("消えたことを確認", await author.ReadAsync(), StringComparison.Ordinal);
    }
}

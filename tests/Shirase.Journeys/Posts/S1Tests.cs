using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Shirase.TestKit.Bluesky;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>
/// S1: an ordinary post from the first words of a colleague to the deletion, on an account of a real server. The mail with which
/// the story begins belongs to the room of mail; here the colleague begins the application itself.
/// </summary>
public sealed class S1Tests(JourneyApp app, Pds pds, Chromium chromium) : Journey(app, chromium), IClassFixture<Pds>
{
    private const string Long =
        "7月4日（土）10時から、県警本部で警察官採用説明会を開きます。現場で働く警察官が、仕事のやりがいや一日の流れ、採用試験の準備について話します。"
        + "質問の時間もあります。参加は無料で、学生の方、転職を考えている方、御家族の方も参加できます。申込みは不要です。お気軽にお越しください。皆さんのお越しをお待ちしています。";

    private const string Short = "7月4日（土）10時から、県警本部で警察官採用説明会を開きます。現場の警察官が仕事のやりがいを話します。申込みは不要です。";

    [Fact]
    public async Task S1_Given_an_ordinary_post_When_it_takes_its_whole_way_Then_it_stands_on_the_server_and_the_public_page_and_goes_again()
    {
        var account = await ConnectAsync();
        await GiveStandingOrderAsync();
        var address = await FileAsync(account.Handle);

        await using (var head = await Walker.SignInAsync(Browser, App, "negishi"))
        {
            Assert.Contains("警察官採用説明会", await head.ReadAsync("section[aria-labelledby=waiting]"), StringComparison.Ordinal);
            await head.DecideByKeyAsync(address);
        }

        await ExamineWithOneWordAsync(address);
        App.Clock.SetJapan(2026, 6, 18);
        await PublishAsync(address);
        var record = await OnTheServerAsync(address);
        Assert.StartsWith("【警察官採用説明会】", record, StringComparison.Ordinal);
        await TheAuthorHasTheAddressAsync(address);
        await SeenInPublicAsync();
        await DeleteAsync(address);
        await PrintAsync(address);
    }

    private Task<List<PostDelivery>> DeliveriesAsync(string address) => App.BehindAsync(db =>
        db.Deliveries.AsNoTracking().Where(d => d.Application == Paths.CaseOf(address)).ToListAsync(Ct));

    private async Task<ChannelAccount> ConnectAsync()
    {
        var account = await pds.NewAccountAsync(Ct);
        await using var administrator = await Walker.SignInAsync(Browser, App, "horiguchi");
        await administrator.OpenAsync("/accounts");
        await administrator.TypeAsync("#Form-Handle", account.Handle);
        await administrator.TypeAsync("#Form-DisplayName", "群馬県警察（Bluesky）");
        await administrator.PressAsync("section[aria-labelledby=add] button[type=submit]");
        await administrator.PressAsync($"a:text-is('@{account.Handle}')");
        await administrator.ChooseAsync("#Form-Channel", "bluesky");
        await administrator.TypeAsync("#Form-Service", account.Service!.ToString());
        await administrator.TypeAsync("#Form-Secret", account.Secret!);
        await administrator.PressAsync("#connect-now");
        Assert.False(await administrator.HasAsync("#refused"), await administrator.ReadAsync());
        await App.AdoptPolicyAsync(account.Handle, Ct);
        return account;
    }

    private async Task GiveStandingOrderAsync()
    {
        await using var manager = await Walker.SignInAsync(Browser, App, "hoshino");
        await manager.OpenAsync("/posts/inbox");
        await manager.TypeAsync("#StandingText", "届いた申請はすぐ検討すること");
        await manager.PressAsync("#standing-give");
        Assert.Contains("届いた申請はすぐ検討すること", await manager.ReadAsync("#standing-now"), StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string handle)
    {
        await using (var colleague = await Walker.SignInAsync(Browser, App, "sekiguchi"))
        {
            await colleague.PressAsync("#new-application");
            await colleague.TypeAsync("#Subject", "警察官採用説明会");
            await colleague.TypeAsync("#Body", Long);
            await Assertions.Expect(colleague.At("#counters .counter--over").First).ToBeVisibleAsync();
            await colleague.PressAsync("#save");
        }

        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        await author.PressAsync("main a:text-is('警察官採用説明会')");
        if (await author.HasAsync("#edit"))
        {
            await author.PressAsync("#edit");
        }

        await Assertions.Expect(author.At("#counters .counter--over").First).ToBeVisibleAsync();
        Assert.Equal(Long, await author.At("#Body").InputValueAsync());
        foreach (var chosen in await author.At("[name=Accounts]:checked").AllAsync())
        {
            await chosen.UncheckAsync();
        }

        await author.At($"[name=Accounts] >> xpath=.. >> text=@{handle}").ClickAsync();
        await author.TickAllAsync();
        await author.TypeInAsync(new("警察官採用説明会", Short, "警察官の採用"));
        await Assertions.Expect(author.At("#counters .counter--over")).ToHaveCountAsync(0);
        Assert.False(await author.At("#ShortNoticeReason").IsVisibleAsync());
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        var address = author.Where;

        await using var second = await Walker.SignInAsync(Browser, App, "tajima");
        await second.CheckAsync(address);
        return address;
    }

    private async Task ExamineWithOneWordAsync(string address)
    {
        await using (var officer = await Walker.SignInAsync(Browser, App, "kobayashi"))
        {
            // The standing order brought it here: nobody assigned it by hand
            Assert.Contains("警察官採用説明会", await officer.ReadAsync("section[aria-labelledby=waiting]"), StringComparison.Ordinal);
            await officer.OpenAsync(address + "/decision");
            await officer.OpenUpAsync("#propose-part > summary");
            await officer.TypeAsync("#Wording-Body", Short.Replace("話します", "お話しします", StringComparison.Ordinal));
            await officer.PressAsync("#propose");
        }

        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.OpenAsync(address);
            await author.PressAsync("#accept-wording");
        }

        await using var again = await Walker.SignInAsync(Browser, App, "kobayashi");
        await again.ExamineAsync(address);
    }

    private async Task PublishAsync(string address)
    {
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.PressAsync("nav a[href='/desk']");
        publisher.CountFromHere();
        await publisher.PublishAsync(address);
        Assert.Equal(2, publisher.Interactions);
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Published && d.ReadBackMatches));
        await publisher.OpenAsync("/desk");
        Assert.Contains("掲載確認", await publisher.ReadAsync("#sent"), StringComparison.Ordinal);
    }

    private async Task<string> OnTheServerAsync(string address)
    {
        var delivery = Assert.Single(await DeliveriesAsync(address));
        var record = await pds.RecordAsync(new RemoteId(delivery.RemoteId!), Ct);
        return record.GetProperty("value").GetProperty("text").GetString()!;
    }

    private async Task TheAuthorHasTheAddressAsync(string address)
    {
        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        Assert.Contains("http", await author.ReadAsync("#notices"), StringComparison.Ordinal);
        await author.OpenAsync(address);
        var published = (await DeliveriesAsync(address)).Single().Address;
        Assert.True(await author.HasAsync($"a[href='{published}']"));
    }

    private async Task SeenInPublicAsync()
    {
        await using var resident = await Walker.EnterAsync(Browser, App);
        await resident.OpenAsync("/site");
        await resident.PressAsync("main a:has-text('群馬県警察')");
        await resident.OpenAsync("/site/gunma-police/posts");
        Assert.Contains("【警察官採用説明会】", await resident.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task DeleteAsync(string address)
    {
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        var delivery = (await DeliveriesAsync(address)).Single();
        publisher.CountFromHere();
        await publisher.OpenUpAsync($"#remove-{delivery.Id}");
        await publisher.PressAsync($"#remove-dialog-{delivery.Id} [data-confirm]");
        Assert.Equal(2, publisher.Interactions);
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Removed));
        await Assert.ThrowsAsync<HttpRequestException>(() => pds.RecordAsync(new RemoteId(delivery.RemoteId!), Ct));
        await using var resident = await Walker.EnterAsync(Browser, App);
        await resident.OpenAsync("/site/gunma-police/posts");
        Assert.DoesNotContain("県警本部で警察官採用説明会を開きます", await resident.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task PrintAsync(string address)
    {
        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        await author.OpenAsync(address);
        await author.PressAsync("#to-print");
        var file = Path.Combine(App.Store.Folder, "case.pdf");
        await author.Page.PdfAsync(new() { Path = file, Format = "A4", PreferCSSPageSize = true });
        using var reading = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var words = await reading.StandardOutput.ReadToEndAsync(Ct);
        Assert.Contains("投稿申請書", words, StringComparison.Ordinal);
        Assert.Contains("根岸 正明", words, StringComparison.Ordinal);
        Assert.Contains("高橋 大輔", words, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "Nothing happened within a minute.");
            await Task.Delay(200, Ct);
        }
    }
}

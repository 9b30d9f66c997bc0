using Shirase.Journeys.Browsing;
using Shirase.Journeys.Posts;
using Shirase.TestKit.Text;
using Xunit;

namespace Shirase.Journeys.Ishikawa;

/// <summary>S4 of 石川: the QR code on the poster, the host that passes readers on, and the page that is gone a week later.</summary>
public sealed class LinkJourney(LinkJourneyApp app, Chromium browser) : IClassFixture<LinkJourneyApp>
{
    private const string Campaign = "http://kotsu.example.com/haru";
    private const string Page = "http://www2.police.pref.ishikawa.lg.jp/koutsuu/";
    private const string Inner = "http://www2.police.pref.ishikawa.lg.jp/koutsuu/index.html";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S4_Ishikawa_Given_a_poster_with_a_short_address_and_a_link_that_is_passed_on_When_filed_Then_both_are_refused_with_their_ends_and_the_full_ones_go_out_and_are_watched()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/zbarimg") && File.Exists("/usr/bin/vipsthumbnail"), "zbarimg or vipsthumbnail is not installed; tests/servers/install.sh installs them.");
        app.Clock.SetJapan(2026, 6, 18, 9, 30);
        app.Sites.PassesOn("https://x.gd/abc", Page);
        app.Sites.PassesOn(Campaign, Page);
        app.Sites.PassesOn(Page, Inner);
        app.Sites.Stands(Inner);
        await using var author = await Walker.SignInAsync(browser, app, "kinoshita");
        await author.OpenAsync("/posts/new");
        await author.TickAsync("#ContentClass-1");
        await author.TickAsync("#CaseInformation");
        await author.TypeAsync("#Subject", "夕暮れ時の交通事故防止");
        await author.TypeAsync("#Body", $"横断歩道では歩行者が優先です。詳しくは {Campaign} を御覧ください。");
        await author.TypeAsync("#DesiredDate-Year", "令和8");
        await author.TypeAsync("#DesiredDate-Month", "6");
        await author.TypeAsync("#DesiredDate-Day", "18");
        await author.TypeAsync("#DesiredTime", "10:00");
        await author.AttachAsync("poster.png", QrPicture.Of("https://x.gd/abc"));
        Assert.Contains("QRコード：https://x.gd/abc", await author.ReadAsync("#images"), StringComparison.Ordinal);
        await DescribeAsync(author);
        await author.PressAsync("#submit");

        var said = await author.ReadAsync("#missing");
        Assert.Contains($"別のサイト（{Inner}）に転送されます", said, StringComparison.Ordinal);
        Assert.Contains("画像1枚目のQRコード：短縮URLは使用できません", said, StringComparison.Ordinal);
        Assert.Contains("is-3-7", await author.At("main").First.InnerHTMLAsync(), StringComparison.Ordinal);

        await author.PressAsync("[formaction*=detach]");
        await author.AttachAsync("poster.png", QrPicture.Of(Page));
        await DescribeAsync(author);
        await author.TypeAsync("#Body", $"横断歩道では歩行者が優先です。詳しくは {Page} を御覧ください。");
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        var address = author.Where;

        await using (var head = await Walker.SignInAsync(browser, app, "nishida"))
        {
            await head.ExamineAsync(address);
        }

        app.Clock.SetJapan(2026, 6, 18, 10);
        await using (var sending = await Walker.SignInAsync(browser, app, "nakamura"))
        {
            await sending.OpenAsync("/desk");
            await sending.PublishAsync(address);
        }

        app.Sites.IsGone(Inner);
        app.Clock.SetJapan(2026, 6, 25, 11, 30);
        await using var sender = await Walker.SignInAsync(browser, app, "nakamura");
        for (var i = 0; i < 25 && !(await DutiesAsync(sender)).Contains(Page, StringComparison.Ordinal); i++)
        {
            // Duties are looked at each minute of the test's clock
            await Task.Delay(1000, Ct);
            app.Clock.SetJapan(2026, 6, 25, 11, 31 + i);
        }

        var task = await DutiesAsync(sender);
        Assert.Contains("つながらないリンクへの対応", task, StringComparison.Ordinal);
        Assert.Contains(Page, task, StringComparison.Ordinal);
        Assert.True(await sender.HasAsync($"main a[href='{address}']"), task);
    }

    private static async Task DescribeAsync(Walker author)
    {
        foreach (var box in await author.At("[name=Confirmed]").AllAsync())
        {
            await box.CheckAsync();
        }

        await author.TypeAsync("[name='Media[0].Alt']", "交通安全運動のポスター");
        await author.TypeAsync("[name='Media[0].Origin']", "自所属で作成");
        await author.TypeAsync("[name='Media[0].RightHolder']", "石川県警察");
        await author.ChooseAsync("[name='Media[0].Basis']", "own-work");
    }

    private static async Task<string> DutiesAsync(Walker sender)
    {
        await sender.OpenAsync("/duties");
        return await sender.ReadAsync();
    }
}

/// <summary>The sample installation with a way to the web sites that links lead to.</summary>
public sealed class LinkJourneyApp : JourneyApp, IAsyncLifetime
{
    public LinkJourneyApp()
        : this(new LinkSites())
    {
    }

    private LinkJourneyApp(LinkSites sites)
        : base(sites.Serve) => Sites = sites;

    public LinkSites Sites { get; }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await Sites.StartAsync(CancellationToken.None);
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Sites.DisposeAsync();
    }
}

using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>The everyday post within its budget of interactions: in English, by keyboard alone, and without JavaScript.</summary>
public sealed class EverydayTests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    private const string Body = "市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。";

    [Fact]
    public async Task Given_English_is_chosen_When_a_post_takes_its_whole_way_Then_every_page_speaks_English()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura", "en"))
        {
            address = await author.FileAsync(new("特殊詐欺に注意", Body));
            await author.SpeaksEnglishAsync();
        }

        await using (var second = await Walker.SignInAsync(Browser, App, "sekiguchi", "en"))
        {
            await second.CheckAsync(address);
        }

        foreach (var login in new[] { "negishi", "hoshino" })
        {
            await using var decider = await Walker.SignInAsync(Browser, App, login, "en");
            await decider.DecideByKeyAsync(address);
            await decider.SpeaksEnglishAsync();
        }

        await using (var officer = await Walker.SignInAsync(Browser, App, "kobayashi", "en"))
        {
            await officer.ExamineAsync(address);
        }

        App.Clock.SetJapan(2026, 6, 18);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi", "en");
        await publisher.OpenAsync("/desk");
        await publisher.SpeaksEnglishAsync();
        await publisher.PublishAsync(address);
        Assert.Contains("read back", await publisher.ReadAsync("#sent"), StringComparison.OrdinalIgnoreCase);
        await publisher.OpenAsync($"{address}/evidence");
        await publisher.SpeaksEnglishAsync();
        await publisher.OpenAsync("/site/gunma-police");
    }

    [Fact]
    public async Task Given_no_mouse_When_the_head_decides_Then_tab_enter_and_two_keys_suffice()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = await author.FileAsync(new("自転車の鍵かけ", "自転車を離れるときは、短い時間でも鍵をかけてください。", "自転車盗の予防"));
        }

        await using (var second = await Walker.SignInAsync(Browser, App, "sekiguchi"))
        {
            await second.CheckAsync(address);
        }

        await using var head = await Walker.SignInAsync(Browser, App, "negishi");
        for (var tabs = 0; await head.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href') ?? ''") != $"{address}/decision"; tabs++)
        {
            Assert.True(tabs < 40, "The case that waits was not reached within 40 tabs.");
            await head.Page.Keyboard.PressAsync("Tab");
        }

        await head.KeyAsync("Enter");
        head.CountFromHere();
        await head.KeyHereAsync("a");
        await head.KeyAsync("Enter");
        Assert.Equal((address, 2), (head.Where, head.Interactions));
    }

    [Fact]
    public async Task Given_a_terminal_without_JavaScript_When_a_post_takes_its_whole_way_Then_nothing_is_missing()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura", scripts: false))
        {
            address = await author.FileAsync(new("特殊詐欺に御注意", Body));
        }

        await using (var second = await Walker.SignInAsync(Browser, App, "sekiguchi", scripts: false))
        {
            await second.CheckAsync(address);
        }

        foreach (var (login, act) in new[] { ("negishi", "approve"), ("hoshino", "assign"), ("kobayashi", "approve") })
        {
            await using var decider = await Walker.SignInAsync(Browser, App, login, scripts: false);
            await decider.OpenAsync(address + "/decision");
            foreach (var line in await decider.At(".checklist input").AllAsync())
            {
                await line.CheckAsync();
            }

            await decider.PressAsync($"#{act}");
            await decider.PressAsync($"#confirm-{act}-now");
            Assert.Equal(address, decider.Where);
        }

        App.Clock.SetJapan(2026, 6, 18);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi", scripts: false);
        await publisher.OpenAsync("/desk");
        await publisher.PressAsync($"#publish-{Paths.Id(address)}");
        await publisher.PressAsync("#confirm");
        Assert.Contains("掲載確認", await publisher.ReadAsync("#sent"), StringComparison.Ordinal);
        await publisher.PressAsync("#sent button[id^=remove-] >> nth=0");
        await publisher.PressAsync("#confirm");
        Assert.Contains("削除済", await publisher.ReadAsync("#sent"), StringComparison.Ordinal);
    }
}

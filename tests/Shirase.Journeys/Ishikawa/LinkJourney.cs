using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Ishikawa;

/// <summary>
/// S4 of 石川, its links: a shortened address is refused by its host and a full one goes out. Codes in images, unknown hosts that redirect and
/// the look at links a week later need rooms that do not stand.
/// </summary>
public sealed class LinkJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S4_Ishikawa_Given_a_shortened_address_When_filed_Then_refused_by_3_7_and_the_full_one_passes()
    {
        App.Clock.SetJapan(2026, 6, 18, 9, 30);
        await using var author = await Walker.SignInAsync(Browser, App, "kinoshita");
        await author.OpenAsync("/posts/new");
        await author.TickAsync("#ContentClass-1");
        await author.TickAsync("#CaseInformation");
        foreach (var box in await author.At("[name=Confirmed]").AllAsync())
        {
            await box.CheckAsync();
        }

        await author.TypeAsync("#Subject", "夕暮れ時の交通事故防止");
        await author.TypeAsync("#Body", "横断歩道では歩行者が優先です。詳しくは https://x.gd/abc を御覧ください。");
        await author.TypeAsync("#DesiredDate-Year", "令和8");
        await author.TypeAsync("#DesiredDate-Month", "6");
        await author.TypeAsync("#DesiredDate-Day", "18");
        await author.TypeAsync("#DesiredTime", "10:00");
        await author.PressAsync("#submit");
        Assert.Contains("短縮URL", await author.ReadAsync("#missing"), StringComparison.Ordinal);
        Assert.Contains("is-3-7", await author.At("main").First.InnerHTMLAsync(), StringComparison.Ordinal);

        await author.TypeAsync("#Body", "横断歩道では歩行者が優先です。詳しくは https://www2.police.pref.ishikawa.lg.jp/koutsuu/ を御覧ください。");
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
    }
}

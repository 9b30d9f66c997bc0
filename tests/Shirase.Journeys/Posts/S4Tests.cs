using Microsoft.EntityFrameworkCore;
using Shirase.Journeys.Browsing;
using Shirase.Samples;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S4: reposts of bodies that are public, and of those that are not.</summary>
public sealed class S4Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    private const string Missing = "国・地方公共団体・公共性の高い機関として登録されていません";
    private const string City = "前橋市（見本）";
    private const string Necessity = "訓練のサイレンを事件と思った通報が増えるため";

    [Fact]
    public async Task S4_Given_a_body_not_yet_public_When_it_is_proposed_and_registered_Then_a_new_application_passes_with_the_rest_still_asked()
    {
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.BeginRepostAsync(App.PartnerPost(SamplePartners.ShopPost), City);
            await author.PressAsync("#submit");
            Assert.Contains(Missing, await author.ReadAsync("#missing"), StringComparison.Ordinal);

            await author.PressAsync("#target a[href^='/public-bodies']");
            await author.TypeAsync("#Form-Name", "交通安全協会");
            await author.ChooseAsync("#Form-Class", "highly-public-body");
            await author.TypeAsync("#Form-Handle", SamplePartners.Association);
            await author.TypeAsync("#Form-Why", "交通安全の活動を県から受託しているため");
            await author.PressAsync("#propose-do");
        }

        var entry = await App.BehindAsync(db => db.PublicBodies.Where(b => b.Name == "交通安全協会").Select(b => b.Id).SingleAsync(Ct));
        await RegisterAsync(entry);

        await using var again = await Walker.SignInAsync(Browser, App, "tamura");
        await again.BeginRepostAsync(App.PartnerPost(SamplePartners.AssociationPost), "交通安全協会", necessity: "");
        await again.TypeDayAsync("DesiredDate", 6, 12);
        await again.TypeAsync("#DesiredTime", "20:00");
        await again.PressAsync("#submit");
        foreach (var place in new[] { "Necessity", "Ground", "ShortNoticeReason" })
        {
            Assert.True(await again.HasAsync($"#missing a[data-jump={place}]"), $"{place}: {await again.ReadAsync("#missing")}");
        }

        await again.TypeAsync("#Necessity", "交通事故が増える時期であり県民に広く知らせるため");
        await again.TypeDayAsync("DesiredDate", 6, 18);
        await again.TypeAsync("#DesiredTime", "10:00");
        await again.PressAsync("#submit");
        Assert.False(await again.HasAsync("#missing"), await again.ReadAsync());
        await using var head = await Walker.SignInAsync(Browser, App, "negishi");
        Assert.True(await head.HasAsync($"a[href='{again.Where}/decision']"));
    }

    [Theory]
    [InlineData("drill/gunma-police/posts/" + SamplePartners.ShopPost, Missing)]
    [InlineData("drill/gunma-police/posts/" + SamplePartners.CityRepost, SamplePartners.Shop)]
    [InlineData("drill/gunma-police", "ポストを特定できるURL")]
    [InlineData("https://x.com/maebashi_city", "ポストを特定できるURL")]
    public async Task S4_Given_a_private_author_or_no_single_post_When_filed_in_the_browser_and_around_it_Then_refused(string target, string why)
    {
        var address = target.StartsWith("https", StringComparison.Ordinal) ? target : App.Address + target;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.BeginRepostAsync(address, City);
            await author.PressAsync("#submit");
            Assert.Contains(why, await author.ReadAsync("#missing"), StringComparison.Ordinal);
        }

        using var bypassing = await App.SignInAsync("tamura", Ct);
        await bypassing.GetAsync("/posts/new", Ct);
        var city = await App.BehindAsync(db => db.PublicBodies.Where(b => b.Name == City).Select(b => b.Id).SingleAsync(Ct));
        await bypassing.PostAsync("/posts/new?handler=submit", bypassing.FilledRepost(address, city.ToString(), Necessity), Ct);
        Assert.Contains("id=\"missing\"", bypassing.Page, StringComparison.Ordinal);
        var answer = System.Net.WebUtility.HtmlDecode(bypassing.Page);
        Assert.True(answer.Contains(why, StringComparison.Ordinal), answer[answer.IndexOf("id=\"missing\"", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task S4_Given_the_target_was_deleted_meanwhile_When_it_should_be_reposted_Then_it_is_locked_until_the_officer_decides_again()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.BeginRepostAsync(App.PartnerPost(SamplePartners.CityPost), City, Necessity);
            await author.PressAsync("#submit");
            address = author.Where;
        }

        await Browser.ToTheDeskAsync(App, address);
        await App.BehindAsync(async db =>
        {
            (await db.PracticePosts.SingleAsync(p => p.Id == SamplePartners.CityPost, Ct)).Remove(App.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        App.Clock.SetJapan(2026, 6, 18);
        await using (var publisher = await Walker.SignInAsync(Browser, App, "takahashi"))
        {
            await publisher.OpenAsync("/desk");
            Assert.Contains("削除されています", await publisher.ReadAsync($"#ready-{Paths.Id(address)}"), StringComparison.Ordinal);
            await publisher.PublishAsync(address);
            Assert.Contains("削除されています", await publisher.ReadAsync("#refused"), StringComparison.Ordinal);
        }

        using (var bypassing = await App.SignInAsync("takahashi", Ct))
        {
            await bypassing.GetAsync("/desk", Ct);
            await bypassing.PostAsync("/desk?handler=publish", new() { ["id"] = Paths.Id(address), ["confirmed"] = "yes" }, Ct);
        }

        var id = Paths.CaseOf(address);
        Assert.False(await App.BehindAsync(db => db.Deliveries.AnyAsync(d => d.Application == id, Ct)));
        await using var officer = await Walker.SignInAsync(Browser, App, "kobayashi");
        await officer.OpenAsync(address + "/decision");
        await officer.OpenUpAsync("#manager-part > summary");
        await officer.TypeAsync("#Manager-Why", "対象のポストが消えたため");
        await officer.PressAsync("#reexamine");
        await officer.OpenAsync(address + "/decision");
        Assert.True(await officer.HasAsync("#approve"));
    }

    [Fact]
    public async Task S4_Given_a_wish_to_reply_or_to_follow_When_looked_for_Then_there_is_no_such_function()
    {
        Assert.DoesNotContain(AccessTable.Rows, r => r.Endpoint.Contains("reply", StringComparison.OrdinalIgnoreCase) || r.Endpoint.Contains("follow", StringComparison.OrdinalIgnoreCase));
        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        await author.PressAsync("#new-application");
        await author.TickAllAsync();
        await author.TypeInAsync(new("お答えします", "@maebashi_city_sample お問い合わせの件にお答えします。"));
        await author.PressAsync("#submit");
        Assert.Contains("要領８(1)", Wide(await author.ReadAsync("#missing")), StringComparison.Ordinal);
    }

    private static string Wide(string words) => words.Replace("要領8", "要領８", StringComparison.Ordinal);

    private async Task RegisterAsync(Guid entry)
    {
        await using var officer = await Walker.SignInAsync(Browser, App, "kobayashi");
        await officer.OpenAsync("/public-bodies");
        await officer.OpenUpAsync($"#decide-open-{entry}");
        await officer.PressAsync($"#register-{entry}");
        Assert.True(await officer.HasAsync("#refused"), "Without proof it must be refused.");
        await officer.TypeAsync($"#proof-{entry}", "https://www.example.or.jp/sns");
        await officer.TypeAsync($"#why-{entry}", "公益を目的とする団体のため");
        await officer.TypeAsync($"#review-{entry}-Year", "2027");
        await officer.TypeAsync($"#review-{entry}-Month", "6");
        await officer.TypeAsync($"#review-{entry}-Day", "1");
        await officer.PressAsync($"#register-{entry}");
        Assert.False(await officer.HasAsync("#refused"), await officer.ReadAsync());
    }
}

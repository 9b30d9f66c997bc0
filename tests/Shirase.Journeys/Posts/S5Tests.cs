using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S5: the reviewer refuses; the author revises; the manager overrules; what is open between the two sides stops the post.</summary>
public sealed class S5Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    private const string Place = "大手町の立体駐車場で夜間の見回りを強めています。";
    private const string Why = "活動の場所が分かるため";

    [Fact]
    public async Task S5_Given_a_text_that_names_the_place_When_the_officer_refuses_for_secrecy_Then_all_are_told_and_version_2_needs_the_head_again()
    {
        var address = await AtTheOfficerAsync("見回りの強化");
        await RefuseAsync(address);
        foreach (var login in new[] { "hoshino", "tamura", "negishi" })
        {
            await using var told = await Walker.SignInAsync(Browser, App, login);
            Assert.Contains(Why, await told.ReadAsync("#notices"), StringComparison.Ordinal);
        }

        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.OpenAsync(address);
            await author.PressAsync("#edit");
            await author.TypeAsync("#Body", "夜間の見回りを強めています。不審な人を見たら110番してください。");
            await author.PressAsync("#submit");
            Assert.Equal(address, author.Where);
        }

        using (var bypassing = await App.SignInAsync("kobayashi", Ct))
        {
            await bypassing.GetAsync($"{address}/decision", Ct);
            await bypassing.PostAsync($"{address}/decision?handler=approve", new() { ["Form.Seen"] = bypassing.Hidden("Form.Seen") }, Ct);
        }

        Assert.Equal("unit-head", (await CaseAsync(address)).Step);
        await using (var second = await Walker.SignInAsync(Browser, App, "sekiguchi"))
        {
            await second.CheckAsync(address);
        }

        await using var head = await Walker.SignInAsync(Browser, App, "negishi");
        await head.DecideByKeyAsync(address);
        await head.PressAsync("a[href*='/versions?']");
        Assert.Contains(Place, await head.ReadAsync("section:has(h2:text-is('版1'))"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S5_Given_the_manager_overrules_and_a_consultation_is_open_When_it_should_go_out_Then_not_before_both_confirmed()
    {
        var address = await AtTheOfficerAsync("夜間の見回り");
        await using (var officer = await Walker.SignInAsync(Browser, App, "kobayashi"))
        {
            await officer.OpenAsync(address + "/decision");
            await officer.OpenUpAsync("#consult-part > summary");
            await officer.TypeAsync("#Consultation-Question", "場所の書き方をどうするか");
            await officer.PressAsync("#consult");
        }

        await RefuseAsync(address);
        await using (var manager = await Walker.SignInAsync(Browser, App, "hoshino"))
        {
            await manager.OpenAsync(address + "/decision");
            await manager.PressAsync("#overrule");
            Assert.True(await manager.HasAsync("#refused"), "Without a reason nothing is overruled.");
            await manager.TypeAsync("#Manager-Why", "既に報道された場所であるため");
            await manager.PressAsync("#overrule");
        }

        App.Clock.SetJapan(2026, 6, 18);
        await RefusedAtTheDeskAsync(address);
        foreach (var login in new[] { "tamura", "kobayashi" })
        {
            await using var side = await Walker.SignInAsync(Browser, App, login);
            await side.OpenAsync(login == "tamura" ? address : address + "/decision");
            await side.TypeAsync("textarea[name$=Outcome]", "町名までとする");
            await side.PressAsync("form:has(textarea[name$=Outcome]) button[type=submit]");
        }

        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        await publisher.PublishAsync(address);
        Assert.False(await publisher.HasAsync("#refused"), await publisher.ReadAsync());
        Assert.Contains("掲載確認", await publisher.ReadAsync("#sent"), StringComparison.Ordinal);
    }

    private async Task RefusedAtTheDeskAsync(string address)
    {
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        await publisher.PublishAsync(address);
        Assert.Contains("協議", await publisher.ReadAsync("#refused"), StringComparison.Ordinal);
        using var bypassing = await App.SignInAsync("takahashi", Ct);
        await bypassing.GetAsync("/desk", Ct);
        await bypassing.PostAsync("/desk?handler=publish", new() { ["id"] = Paths.Id(address), ["confirmed"] = "yes" }, Ct);
        var id = Paths.CaseOf(address);
        Assert.False(await App.BehindAsync(db => db.Deliveries.AnyAsync(d => d.Application == id, Ct)));
    }

    private async Task<string> AtTheOfficerAsync(string subject)
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = await author.FileAsync(new(subject, Place, "防犯の見回り"));
        }

        await Browser.ToTheOfficerAsync(App, address);
        return address;
    }

    private async Task RefuseAsync(string address)
    {
        await using var officer = await Walker.SignInAsync(Browser, App, "kobayashi");
        await officer.OpenAsync(address + "/decision");
        await officer.ChooseAsync("#Form-ReasonCode", "secrecy");
        await officer.OpenUpAsync("#return");
        await officer.PressAsync("#return-now");
        Assert.Contains("理由を書いてください", await officer.ReadAsync("#refused"), StringComparison.Ordinal);
        using (var bypassing = await App.SignInAsync("kobayashi", Ct))
        {
            await bypassing.GetAsync($"{address}/decision", Ct);
            await bypassing.PostAsync($"{address}/decision?handler=return", new() { ["Form.ReasonCode"] = "secrecy", ["Form.Opinion"] = "　" }, Ct);
        }

        Assert.Equal(ApplicationState.InRoute, (await CaseAsync(address)).State);
        await officer.TypeAsync("#Form-Opinion", Why);
        await officer.OpenUpAsync("#return");
        await officer.PressAsync("#return-now");
        Assert.Equal(address, officer.Where);
    }

    private Task<PostApplication> CaseAsync(string address)
    {
        var id = Paths.CaseOf(address);
        return App.BehindAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, Ct));
    }
}

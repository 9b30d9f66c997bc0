using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S8, the post's part: news of an arrest before the press. The gate has no override, for any role.</summary>
public sealed class S8Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S8_Given_an_arrest_before_its_press_release_When_anybody_wants_it_out_Then_refused_until_the_press_desk_records_it_and_differences_come_first()
    {
        var address = await AtTheDeskAsync();
        App.Clock.SetJapan(2026, 6, 18, 10, 55);
        await PlannedAsync(address, "11:00", "県警記者クラブで発表");
        await RefusedForEveryRoleAsync(address);

        // It is put off: at eleven nothing leaves, and the unit and its head know
        await PlannedAsync(address, "13:00", "裏付けのため延期");
        App.Clock.SetJapan(2026, 6, 18, 11, 0);
        Assert.Empty(await DeliveriesAsync(address));
        foreach (var login in new[] { "tamura", "negishi" })
        {
            await using var told = await Walker.SignInAsync(Browser, App, login);
            Assert.Contains("発表が記録されるまで投稿は行われません", await told.ReadAsync("#notices"), StringComparison.Ordinal);
        }

        App.Clock.SetJapan(2026, 6, 18, 13, 5);
        await using (var press = await Walker.SignInAsync(Browser, App, "hara"))
        {
            await press.OpenAsync(address);
            await press.TypeDayAsync("Release-Day", 6, 18);
            await press.TypeAsync("#Release-Time", "13:02");
            await press.TypeAsync("#Release-Document", "広報第30号");
            await press.TypeAsync("#Release-Says", "6月17日、前橋市内の男（34歳）を窃盗の疑いで逮捕した。");
            await press.PressAsync("#record-release");
            Assert.Contains("6月16日", await press.ReadAsync("#press-differences"), StringComparison.Ordinal);
            Assert.Contains("6月17日", await press.ReadAsync("#press-differences"), StringComparison.Ordinal);
            Assert.False(await press.HasAsync("#settle-press"));
        }

        await using (var publisher = await Walker.SignInAsync(Browser, App, "takahashi"))
        {
            await publisher.OpenAsync("/desk");
            await publisher.PublishAsync(address);
            Assert.Contains("報道発表の内容と違う", await publisher.ReadAsync("#refused"), StringComparison.Ordinal);
        }

        await using (var officer = await Walker.SignInAsync(Browser, App, "kobayashi"))
        {
            await officer.OpenAsync(address);
            await officer.PressAsync("#settle-press");
            Assert.True(await officer.HasAsync("#refused"));
            await officer.TypeAsync("#settle-press-why", "逮捕の日は16日、発表の日は17日と確認");
            await officer.PressAsync("#settle-press");
        }

        await using var again = await Walker.SignInAsync(Browser, App, "takahashi");
        await again.OpenAsync("/desk");
        await again.PublishAsync(address);
        Assert.False(await again.HasAsync("#refused"), await again.ReadAsync());
        Assert.Contains("掲載確認", await again.ReadAsync("#sent"), StringComparison.Ordinal);
    }

    private async Task RefusedForEveryRoleAsync(string address)
    {
        await using (var publisher = await Walker.SignInAsync(Browser, App, "takahashi"))
        {
            await publisher.OpenAsync("/desk");
            await publisher.PublishAsync(address);
            Assert.Contains("報道発表が未了です", await publisher.ReadAsync("#refused"), StringComparison.Ordinal);
        }

        foreach (var login in new[] { "takahashi", "mori", "kobayashi", "hoshino", "negishi", "tamura", "hara" })
        {
            using var bypassing = await App.SignInAsync(login, Ct);
            await bypassing.GetAsync("/", Ct);
            await bypassing.PostAsync("/desk?handler=publish", new() { ["id"] = Paths.Id(address), ["confirmed"] = "yes" }, Ct);
            await bypassing.GetAsync("/", Ct);
            await bypassing.PostAsync("/desk?handler=schedule", new()
            {
                ["id"] = Paths.Id(address),
                ["When.Day.Year"] = "2026",
                ["When.Day.Month"] = "6",
                ["When.Day.Day"] = "18",
                ["When.Time"] = "11:00",
            }, Ct);
            await bypassing.GetAsync("/", Ct);
            await bypassing.PostAsync($"{address}/actions?handler=settlepress", new() { ["Why"] = "急ぐ" }, Ct);
        }

        await using (var manager = await Walker.SignInAsync(Browser, App, "hoshino"))
        {
            await manager.OpenAsync(address + "/decision");
            Assert.False(await manager.HasAsync("#overrule"));
        }

        using (var manager = await App.SignInAsync("hoshino", Ct))
        {
            await manager.GetAsync(address + "/decision", Ct);
            await manager.PostAsync(address + "/decision?handler=overrule", new() { ["Manager.Why"] = "急ぐため" }, Ct);
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await manager.GetAsync(address, Ct)).StatusCode);
        }

        Assert.Empty(await DeliveriesAsync(address));
    }

    private async Task PlannedAsync(string address, string time, string why)
    {
        await using var press = await Walker.SignInAsync(Browser, App, "hara");
        await press.OpenAsync(address);
        await press.TypeDayAsync("Release-Day", 6, 18);
        await press.TypeAsync("#Release-Time", time);
        await press.TypeAsync("#Release-Document", why);
        await press.PressAsync("#plan-release");
        Assert.Contains(time, await press.ReadAsync("#press-planned"), StringComparison.Ordinal);
    }

    private async Task<string> AtTheDeskAsync()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            await author.PressAsync("#new-application");
            await author.TickAllAsync();
            await author.TypeInAsync(new("窃盗事件", "6月16日、前橋市内の連続窃盗事件の犯人を逮捕しました。御協力ありがとうございました。", "窃盗事件の検挙"));
            await author.PressAsync("button[formaction$='handler=check']");
            await author.TypeAsync("#ConsentSection", "捜査第一課");
            await author.TypeAsync("#ConsentPerson", "飯塚");
            await author.TypeDayAsync("ConsentDate", 6, 11);
            await author.TypeAsync("#ConsentTime", "9:00");
            await author.TickAsync("[name=PressRelease][value=planned]");
            await author.PressAsync("#submit");
            Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
            address = author.Where;
        }

        await Browser.ToTheDeskAsync(App, address);
        return address;
    }

    private Task<List<PostDelivery>> DeliveriesAsync(string address) => App.BehindAsync(db =>
        db.Deliveries.AsNoTracking().Where(d => d.Application == Paths.CaseOf(address)).ToListAsync(Ct));
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Journeys.Browsing;
using Shirase.Journeys.Posts;
using Xunit;

namespace Shirase.Journeys.Incidents;

/// <summary>S11: the account must be stopped; the public is told; it goes on only by two people with a new password.</summary>
public sealed class S11Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S11_Given_a_foreign_reply_When_the_manager_stops_the_account_Then_nothing_goes_out_and_the_public_is_told_before_it_goes_on()
    {
        var account = await App.BehindAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Channel == DrillDelivery.Channel && a.Handle == "gunma_police", Ct));
        var foreign = await ForeignReplyAsync(account);
        var post = await ScheduledAsync();

        await using (var officer = await Walker.SignInAsync(Browser, App, "kobayashi"))
        {
            Assert.Contains("当方が送っていない投稿", await officer.ReadAsync("section.emergency"), StringComparison.Ordinal);
            await officer.PressAsync("section.emergency a[href='/incidents']");
            Assert.Contains("当選しました", await officer.ReadAsync($"#foreign-{foreign}"), StringComparison.Ordinal);
            Assert.False(await officer.HasAsync($"#to-stop-{foreign}"), "The officer does not stop it.");
        }

        await using var manager = await Walker.SignInAsync(Browser, App, "hoshino");
        await manager.OpenAsync("/incidents");
        await manager.PressAsync($"#to-stop-{foreign}");
        await manager.PressAsync("#stop-now");
        Assert.True(await manager.HasAsync("#refused"), "Without a reason nothing is stopped.");
        await manager.TypeAsync("#Why", "乗っ取りの疑い");
        await manager.PressAsync("#stop-now");
        var stop = await App.BehindAsync(db => db.AccountStops.AsNoTracking().SingleAsync(s => s.Account == account.Id, Ct));
        Assert.Contains("公表 未了", await manager.ReadAsync($"#stop-{stop.Id}"), StringComparison.Ordinal);

        await NothingGoesOutAsync(post, account.Id);
        await using (var resident = await Walker.EnterAsync(Browser, App))
        {
            await resident.OpenAsync("/site/gunma-police/accounts");
            Assert.Contains("停止中", await resident.ReadAsync("main"), StringComparison.Ordinal);
        }

        await manager.OpenAsync("/");
        Assert.Contains("公表 未了", await manager.ReadAsync("section:has(#owed)"), StringComparison.Ordinal);
        App.Clock.SetJapan(2026, 6, 11, 12, 5);
        await using var later = await Walker.SignInAsync(Browser, App, "hoshino");
        await OverdueAsync(later);
        await AnnounceAsync(later, stop, Told.Stop, wrong: App.Address + "site/gunma-police/posts");
        Assert.Contains("公表済み", await later.ReadAsync($"#stop-{stop.Id}"), StringComparison.Ordinal);

        await ResumeAsync(later, stop);
        Assert.Equal(AccountState.Active, await StateAsync(account));
        await later.OpenAsync("/incidents");
        Assert.Contains("乗っ取りの疑い", await later.ReadAsync("#past"), StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Held, await App.BehindAsync(db => db.Deliveries.Where(d => d.Account == account.Id).Select(d => d.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task S11_Given_an_account_that_is_given_up_When_the_manager_types_its_handle_Then_it_is_final_and_residents_read_since_when()
    {
        var account = await App.BehindAsync(async db =>
        {
            var there = await db.Accounts.AsNoTracking().SingleAsync(a => a.Handle == "gunma_police", Ct);
            var old = new OfficialAccount(new(Guid.CreateVersion7()), there.Body, there.Regulation, there.Channel, "gunma_police_old", "旧アカウント", there.Owner, there.Since);
            db.Add(old);
            await db.SaveChangesAsync(Ct);
            return old;
        });
        await using var manager = await Walker.SignInAsync(Browser, App, "hoshino");
        await manager.OpenAsync($"/accounts/{account.Id}");
        await manager.TypeAsync("#EndWhy", "新しいアカウントに統合するため");
        await manager.PressAsync("#end-now");
        Assert.Contains("そのまま入力", await manager.ReadAsync("#refused"), StringComparison.Ordinal);
        Assert.Equal(AccountState.Active, await StateAsync(account));
        await manager.TypeAsync("#TypedHandle", "@gunma_police_old");
        await manager.TypeAsync("#EndWhy", "新しいアカウントに統合するため");
        await manager.PressAsync("#end-now");

        Assert.Contains("旧アカウント", await manager.ReadAsync("#stops"), StringComparison.Ordinal);
        await using var resident = await Walker.EnterAsync(Browser, App);
        await resident.OpenAsync("/site/gunma-police/accounts");
        Assert.Contains("運用終了", await resident.ReadAsync("li:has-text('gunma_police_old')"), StringComparison.Ordinal);
        Assert.Contains("6月11日", await resident.ReadAsync("li:has-text('gunma_police_old')"), StringComparison.Ordinal);
        await manager.OpenAsync($"/accounts/{account.Id}");
        Assert.False(await manager.HasAsync("#end-now"), "An ended account is ended once.");
    }

    // The job that calls it to mind runs behind the pages
    private static async Task OverdueAsync(Walker manager)
    {
        await manager.OpenAsync("/");
        for (var i = 0; i < 20 && !(await manager.ReadAsync("body")).Contains("公表が期限を過ぎています", StringComparison.Ordinal); i++)
        {
            await Task.Delay(500, Ct);
            await manager.OpenAsync("/");
        }

        Assert.Contains("公表が期限を過ぎています", await manager.ReadAsync("body"), StringComparison.Ordinal);
    }

    private async Task ResumeAsync(Walker manager, AccountStop stop)
    {
        await manager.TypeAsync($"#ask-why-{stop.Id}", "安全を確かめた");
        await manager.PressAsync($"#ask-{stop.Id}");
        Assert.Contains("パスワードを変更", await manager.ReadAsync("#refused"), StringComparison.Ordinal);
        await manager.PressAsync($"#password-{stop.Id}");
        await manager.TypeAsync($"#ask-why-{stop.Id}", "安全を確かめた");
        await manager.PressAsync($"#ask-{stop.Id}");
        Assert.Contains("再開のお知らせ", await manager.ReadAsync("#refused"), StringComparison.Ordinal);
        await AnnounceAsync(manager, stop, Told.Resumption, wrong: App.Address + "site/gunma-police/notices/" + StopNotices.NoticeId(stop, Told.Stop));
        await manager.TypeAsync($"#ask-why-{stop.Id}", "安全を確かめた");
        await manager.PressAsync($"#ask-{stop.Id}");
        await manager.PressAsync($"#resume-{stop.Id}");
        Assert.Contains("二人の確認", await manager.ReadAsync("#refused"), StringComparison.Ordinal);
        Assert.Equal(AccountState.Stopped, await App.BehindAsync(db => db.Accounts.Where(a => a.Id == stop.Account).Select(a => a.State).SingleAsync(Ct)));

        await using var officer = await Walker.SignInAsync(Browser, App, "kobayashi");
        await officer.OpenAsync("/incidents");
        await officer.PressAsync($"#resume-{stop.Id}");
        Assert.Contains("再開しました", await officer.ReadAsync("main"), StringComparison.Ordinal);
    }

    // First a page that proves nothing, then the notice that is published in the product and offered at once
    private static async Task AnnounceAsync(Walker manager, AccountStop stop, Told told, string wrong)
    {
        var mark = $"{told}-{stop.Id}";
        await manager.OpenAsync("/incidents");
        await manager.TypeAsync($"#address-{mark}", wrong);
        await manager.PressAsync($"#prove-{mark}");
        Assert.True(await manager.HasAsync("#refused"), "A page that proves nothing was taken.");
        Assert.True(await manager.HasAsync($"#prove-{mark}"), "The duty is closed by a wrong page.");
        await manager.OpenUpAsync($"details:has(#publish-{mark}) > summary");
        await manager.PressAsync($"#publish-{mark}");
        await manager.PressAsync($"#prove-{mark}");
        Assert.False(await manager.HasAsync("#refused"), await manager.ReadAsync());
    }

    private async Task NothingGoesOutAsync(string post, Core.AccountId account)
    {
        App.Clock.SetJapan(2026, 6, 11, 10, 30);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        Assert.Contains("停止", await publisher.ReadAsync("section.emergency"), StringComparison.Ordinal);
        var id = Paths.CaseOf(post);
        for (var i = 0; i < 50 && !await App.BehindAsync(db => db.Deliveries.AnyAsync(d => d.Application == id && d.Account == account && d.State == DeliveryState.Held, Ct)); i++)
        {
            await Task.Delay(200, Ct);
        }

        var delivery = await App.BehindAsync(db => db.Deliveries.AsNoTracking().SingleAsync(d => d.Application == id && d.Account == account, Ct));
        Assert.Equal((DeliveryState.Held, 0), (delivery.State, delivery.Attempts));
        using var bypassing = await App.SignInAsync("takahashi", Ct);
        await bypassing.GetAsync("/desk", Ct);
        await bypassing.PostAsync("/desk?handler=resend", new() { ["id"] = Paths.Id(post), ["delivery"] = delivery.Id.ToString(), ["confirmed"] = "yes" }, Ct);
        Assert.Equal(0, await App.BehindAsync(db => db.Deliveries.Where(d => d.Application == id && d.Account == account).Select(d => d.Attempts).SingleAsync(Ct)));
    }

    private Task<AccountState> StateAsync(OfficialAccount account) => App.BehindAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.State).SingleAsync(Ct));

    // What the watch writes when it finds one on a platform; the practice timeline has no outside
    private Task<Guid> ForeignReplyAsync(OfficialAccount account) => App.BehindAsync(async db =>
    {
        var now = App.Clock.Now.ToUniversalTime();
        var found = new ForeignPost(Guid.CreateVersion7(now), account.Body, account.Id, account.Channel, "foreign-1", "https://example.com/1", "当選しました。こちらへ", false, now, now);
        db.Add(found);
        await db.SaveChangesAsync(Ct);
        return found.Id;
    });

    private async Task<string> ScheduledAsync()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = await author.FileAsync(new("特殊詐欺に注意", "市役所の職員が電話でATMの操作をお願いすることはありません。", "特殊詐欺の予防"));
        }

        await Browser.ToTheDeskAsync(App, address);
        using var publisher = await App.SignInAsync("takahashi", Ct);
        await publisher.GetAsync("/desk", Ct);
        await publisher.PostAsync(
            "/desk?handler=schedule",
            new() { ["id"] = Paths.Id(address), ["When.Day.Year"] = "令和8", ["When.Day.Month"] = "6", ["When.Day.Day"] = "11", ["When.Time"] = "10:20", ["confirmed"] = "yes" },
            Ct);
        Assert.True(await App.BehindAsync(db => db.Deliveries.AnyAsync(d => d.State == DeliveryState.Scheduled, Ct)), "Nothing was scheduled.");
        return address;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S1, what must not happen: others publish, or what was approved changes.</summary>
public sealed class S1NegativeTests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S1_Given_the_case_is_ready_When_manager_or_officer_try_to_publish_Then_neither_screen_nor_server_lets_them()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = await author.FileAsync(new("特殊詐欺に注意", "市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。"));
        }

        await Browser.ToTheDeskAsync(App, address);
        App.Clock.SetJapan(2026, 6, 18);
        foreach (var login in new[] { "hoshino", "kobayashi", "tamura", "negishi" })
        {
            await using var person = await Walker.SignInAsync(Browser, App, login);
            await person.OpenAsync("/desk");
            Assert.False(await person.HasAsync($"#publish-{Paths.Id(address)}"));
            using var bypassing = await App.SignInAsync(login, Ct);
            await bypassing.GetAsync("/", Ct);
            var answer = await bypassing.PostAsync("/desk?handler=publish", new() { ["id"] = Paths.Id(address), ["confirmed"] = "yes" }, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(await DeliveriesAsync(address));
    }

    [Fact]
    public async Task S1_Given_one_character_changed_after_the_decision_When_it_should_go_out_Then_the_sending_is_stopped()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = await author.FileAsync(new("自転車の鍵かけ", "自転車を離れるときは、短い時間でも鍵をかけてください。二つ目の鍵も役に立ちます。", "自転車盗の予防"));
        }

        await Browser.ToTheDeskAsync(App, address);
        using (var bypassing = await App.SignInAsync("tamura", Ct))
        {
            await bypassing.GetAsync(address, Ct);
            await bypassing.PostAsync($"{address}/edit?handler=save", new() { ["Body"] = "別の文", ["Version"] = "0" }, Ct);
        }

        var id = Paths.CaseOf(address);
        Assert.StartsWith("自転車を離れる", (await App.BehindAsync(db => VersionAsync(db, id))).Content.Body, StringComparison.Ordinal);

        // Somebody who can reach the database
        await App.BehindAsync(async db =>
        {
            var version = await VersionAsync(db, id);
            var changed = version.Content with { Body = version.Content.Body.Replace("二つ目", "三つ目", StringComparison.Ordinal) };
            db.Entry(version).Property(v => v.ContentJson).CurrentValue = changed.ToJson();
            return await db.SaveChangesAsync(Ct);
        });
        App.Clock.SetJapan(2026, 6, 18);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        await publisher.PublishAsync(address);

        Assert.True(await publisher.HasAsync("#refused, #held li"), await publisher.ReadAsync());
        Assert.DoesNotContain(await DeliveriesAsync(address), d => d.State == DeliveryState.Published);
    }

    private static Task<ContentVersion> VersionAsync(Storage.ShiraseDb db, PostApplicationId id) =>
        db.Applications.Where(a => a.Id == id).SelectMany(a => a.Versions).SingleAsync(Ct);

    private Task<List<PostDelivery>> DeliveriesAsync(string address) => App.BehindAsync(db =>
        db.Deliveries.AsNoTracking().Where(d => d.Application == Paths.CaseOf(address)).ToListAsync(Ct));
}

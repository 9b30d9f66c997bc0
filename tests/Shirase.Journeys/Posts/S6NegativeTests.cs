using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shirase.Channels.Bluesky;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Shirase.TestKit.Bluesky;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S6, what a platform may do: it does not delete. A real server stands behind a gateway that refuses deletions.</summary>
public sealed class S6NegativeTests(JourneyApp app, Pds pds, Chromium chromium) : ErrorJourney(app, chromium), IClassFixture<Pds>
{
    [Fact]
    public async Task S6_Given_the_platforms_deletion_fails_When_deleted_Then_it_is_repeated_alarmed_entered_by_hand_and_verified()
    {
        var account = await pds.NewAccountAsync(Ct);
        await using var proxy = await ForwardingProxy.StartAsync(pds.Address, "com.atproto.repo.deleteRecord", OnTheWay.Answer503, Ct);
        // Under the name of the server that the settings allow: no other host is called
        var service = new UriBuilder(proxy.Address) { Host = pds.Address.Host }.Uri;
        App.Services.GetRequiredService<IOptions<BlueskyOptions>>().Value.Services.Add(service);
        await ConnectAsync(account, service);
        var address = await PublishedAsync("自転車の鍵", "自転車を離れるときは短い時間でも鍵をかけてください。二つ目の鍵も役に立ちます。", account.Handle);
        var delivery = Assert.Single(await DeliveriesAsync(address));
        Assert.Equal(("bluesky", DeliveryState.Published), (delivery.Channel, delivery.State));

        await using var officer = await Walker.SignInAsync(Browser, App, "mori");
        await officer.OpenAsync($"{address}/error");
        await officer.PressAsync("#remove");
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.Trouble.Length > 0));
        await officer.OpenAsync("/posts");
        Assert.Contains("消えたことを確かめられていません", await officer.ReadAsync(".emergency"), StringComparison.Ordinal);
        await using (var supervisor = await Walker.SignInAsync(Browser, App, "kobayashi"))
        {
            Assert.True(await supervisor.HasAsync(".emergency"));
            Assert.Contains("削除できません", await supervisor.ReadAsync("#notices"), StringComparison.Ordinal);
        }

        Assert.Equal(1, proxy.Met);
        App.Clock.Pass(TimeSpan.FromSeconds(30));
        await UntilAsync(() => Task.FromResult(proxy.Met >= 2));
        await officer.PressAsync(".emergency a");
        await officer.OpenUpAsync($"#by-hand-{delivery.Id} > summary");
        await officer.PressAsync($"#enter-by-hand-{delivery.Id}");
        Assert.True(await officer.HasAsync("#refused"));
        await officer.TypeAsync($"#by-hand-{delivery.Id} [name='Hand.Seen']", "投稿のアドレスを開いて確かめた");
        await officer.PressAsync($"#enter-by-hand-{delivery.Id}");
        Assert.Contains("確認待ち", await officer.ReadAsync("#removal"), StringComparison.Ordinal);

        // It still stands: the next look finds it, and the alarm begins again
        App.Clock.Pass(TimeSpan.FromSeconds(30));
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.IsAlarming));
        await officer.OpenAsync("/posts");
        Assert.True(await officer.HasAsync(".emergency"));
        App.Clock.Pass(TimeSpan.FromMinutes(5));
        await UntilAsync(async () => await App.BehindAsync(db => db.Notices.AnyAsync(n => n.Kind == "reminder.still-standing", Ct)));

        // A try that was under way comes back with the old answer, and the next one waits for its time
        proxy.Do(OnTheWay.Forward);
        await UntilAsync(async () =>
        {
            App.Clock.Pass(TimeSpan.FromSeconds(30));
            await Task.Delay(1000, Ct);
            return (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Removed);
        });
        await officer.OpenAsync($"{address}/error");
        Assert.False(await officer.HasAsync(".emergency"));
        Assert.Contains("消えたことを確認", await officer.ReadAsync("#sent"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => pds.RecordAsync(new RemoteId(delivery.RemoteId!), Ct));
    }

    private async Task ConnectAsync(ChannelAccount account, Uri service)
    {
        await using var administrator = await Walker.SignInAsync(Browser, App, "horiguchi");
        await administrator.OpenAsync("/accounts");
        await administrator.TypeAsync("#Form-Handle", account.Handle);
        await administrator.TypeAsync("#Form-DisplayName", "群馬県警察（Bluesky）");
        await administrator.PressAsync("section[aria-labelledby=add] button[type=submit]");
        await administrator.PressAsync($"a:text-is('@{account.Handle}')");
        await administrator.ChooseAsync("#Form-Channel", "bluesky");
        await administrator.TypeAsync("#Form-Service", service.ToString());
        await administrator.TypeAsync("#Form-Secret", account.Secret!);
        await administrator.PressAsync("#connect-now");
        Assert.False(await administrator.HasAsync("#refused"), await administrator.ReadAsync());
        await App.AdoptPolicyAsync(account.Handle, Ct);
    }
}

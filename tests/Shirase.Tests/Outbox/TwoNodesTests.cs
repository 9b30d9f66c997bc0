using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Outbox;

/// <summary>Two processes on one PostgreSQL: one is killed in the middle of a scheduled publication, the other finishes it, once.</summary>
public sealed class TwoNodesTests(TwoNodesTests.Store store, Pds pds) : IClassFixture<TwoNodesTests.Store>, IClassFixture<Pds>
{
    private readonly Office _office = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OnTheWay.SwallowTheAnswer)]
    [InlineData(OnTheWay.SwallowTheQuestion)]
    public async Task gx_12_4_1_Given_a_node_killed_while_it_publishes_When_another_takes_over_Then_the_post_stands_once(OnTheWay what)
    {
        var proxy = await store.ProxyAsync(pds.Address, Ct);
        proxy.Do(what);
        var (id, handle) = await ScheduleAsync(proxy.Address);
        var settings = new Dictionary<string, string?>
        {
            ["Jobs:Lease"] = "00:00:03",
            ["Jobs:Poll"] = "00:00:00.2",
            ["Channels:Bluesky:Services:0"] = proxy.Address.ToString(),
            ["Channels:Bluesky:Timeout"] = "00:00:50",
        };

        await using (var first = await Node.StartAsync(store, settings, Ct))
        {
            await UntilAsync(() => Task.FromResult(proxy.Met > 0));
            first.Kill();
        }

        Assert.Equal(DeliveryState.Sending, (await _office.DeliveryAsync(id)).State);
        proxy.Do(OnTheWay.Forward);
        await using var second = await Node.StartAsync(store, settings, Ct);
        await UntilAsync(async () => (await _office.DeliveryAsync(id)).State == DeliveryState.Published);

        var delivery = await _office.DeliveryAsync(id);
        // Claimed, looked for, and claimed again only where it had not arrived
        Assert.Equal(what == OnTheWay.SwallowTheAnswer ? (2, 1) : (3, 2), (delivery.Fence, delivery.Attempts));
        Assert.True(delivery.ReadBackMatches);
        var records = (await pds.GetAsync($"com.atproto.repo.listRecords?repo={handle}&collection=app.bsky.feed.post&limit=100", Ct)).GetProperty("records");
        Assert.Equal(1, records.GetArrayLength());
        Assert.Equal(delivery.OutgoingText, records[0].GetProperty("value").GetProperty("text").GetString());
    }

    // Urgent, because the processes live by the real clock and the test may run at any hour
    private async Task<(PostApplicationId Id, string Handle)> ScheduleAsync(Uri service)
    {
        var now = TimeProvider.System.GetUtcNow();
        _office.Clock.Set(now);
        await store.SeedAsync(Ct);
        var opened = await pds.NewAccountAsync(Ct);
        var account = await _office.RegisterAsync(opened.Handle);
        await _office.ConnectAsync(account, service, opened.Secret!);
        var id = await _office.ReadyAsync(await _office.ContentAsync("前橋市内で刃物を持った男が逃走しています。戸締まりをしてください。") with
        {
            Subject = "逃走中の男に注意",
            Accounts = [account.Value],
            DesiredAt = now.InJapan(),
            Ground = "serious-crime",
            Case = new CaseFacts("コンビニ強盗", now.AddMinutes(-10), "刑事課", false),
        });
        Office.Fine(await _office.PublishAsync(id, at: now.AddSeconds(2)));
        return (id, opened.Handle);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>The office on PostgreSQL with the Bluesky channel.</summary>
    public sealed class Store : PostgresStore
    {
        public Store() => Also = services =>
        {
            Office.Equip(services);
            services.AddBluesky().AddOptions<Channels.Bluesky.BlueskyOptions>().Configure(o => o.Services.Add(_proxy!.Address));
        };

        private ForwardingProxy? _proxy;

        /// <summary>The proxy in front of the server; started before the channel is first used.</summary>
        public async Task<ForwardingProxy> ProxyAsync(Uri target, CancellationToken ct) =>
            _proxy ??= await ForwardingProxy.StartAsync(target, "com.atproto.repo.putRecord", OnTheWay.Forward, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;
using Shirase.Channels.Bluesky;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>A real process is told to end (SIGTERM) in the middle of a publication: nothing is lost, nothing is doubled, and it ends in time.</summary>
public abstract class ShutdownTests(TestStore store, Pds pds) : IAsyncLifetime
{
    private readonly Office _office = new(store);
    private readonly EndingProxy _proxy = store.AbsentOr(s => s.GetRequiredService<EndingProxy>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_publication_on_a_slow_platform_When_the_node_is_told_to_end_Then_it_finishes_first()
    {
        var (id, handle, proxy) = await ScheduleAsync(OnTheWay.BeSlow);
        await using var node = await StartAsync(proxy, patience: 30);
        await MetAsync(proxy);

        Assert.Equal(0, await node.TerminateAsync(Ct));

        var delivery = await _office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, 1), (delivery.State, delivery.Fence));
        Assert.Equal(1, await StandingAsync(handle));
        Assert.Equal(0, await store.DbAsync(db => db.Jobs.CountAsync(j => j.Subject == delivery.Id.Value && j.DoneAt == null, Ct)));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_publication_whose_answer_never_comes_When_the_node_is_told_to_end_Then_it_gives_the_work_back_in_time_and_another_does_it_once()
    {
        var (id, handle, proxy) = await ScheduleAsync(OnTheWay.SwallowTheAnswer);
        await using (var first = await StartAsync(proxy, patience: 4))
        {
            await MetAsync(proxy);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);

            // Ten times its patience, for a busy machine; the lease alone would last two minutes
            limit.CancelAfter(TimeSpan.FromSeconds(40));
            await first.TerminateAsync(limit.Token);
        }

        var delivery = await _office.DeliveryAsync(id);
        Assert.NotEqual(DeliveryState.Published, delivery.State);
        var job = await store.DbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Subject == delivery.Id.Value, Ct));
        Assert.Equal((null, null, null), (job.LeasedUntil, job.DoneAt, job.GaveUpAt));

        proxy.Do(OnTheWay.Forward);
        await using var second = await StartAsync(proxy, patience: 30);
        await UntilAsync(async () => (await _office.DeliveryAsync(id)).State == DeliveryState.Published);

        Assert.Equal(1, await StandingAsync(handle));
    }

    private Task<Node> StartAsync(ForwardingProxy proxy, int patience) => Node.StartAsync(store, new Dictionary<string, string?>
    {
        ["Jobs:Poll"] = "00:00:00.2",
        ["Shutdown:Patience"] = $"00:00:{patience:00}",
        ["Channels:Bluesky:Services:0"] = proxy.Address.ToString(),
        ["Channels:Bluesky:Timeout"] = "00:00:50",
    }, Ct);

    private async Task<(PostApplicationId Id, string Handle, ForwardingProxy Proxy)> ScheduleAsync(OnTheWay what)
    {
        store.SkipWhereAbsent();
        var proxy = await _proxy.AtAsync(pds.Address, Ct);
        proxy.Do(what);
        _office.Clock.Set(TimeProvider.System.GetUtcNow());
        await store.SeedAsync(Ct);
        var opened = await pds.NewAccountAsync(Ct);
        var account = await _office.RegisterAsync(opened.Handle);
        await _office.ConnectAsync(account, proxy.Address, opened.Secret!);
        var id = await _office.ReadyAsync(await _office.UrgentOnAsync(account));
        Office.Fine(await _office.PublishAsync(id, at: _office.Clock.Now.AddSeconds(2)));
        return (id, opened.Handle, proxy);
    }

    private async Task<int> StandingAsync(string handle) =>
        (await pds.GetAsync($"com.atproto.repo.listRecords?repo={handle}&collection=app.bsky.feed.post&limit=100", Ct)).GetProperty("records").GetArrayLength();

    private static Task MetAsync(ForwardingProxy proxy) => UntilAsync(() => Task.FromResult(proxy.Met > 0));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}

/// <summary>The proxy before the platform; started when the first test asks for it.</summary>
public sealed class EndingProxy
{
    private ForwardingProxy? _proxy;

    public Uri? Address => _proxy?.Address;

    public async Task<ForwardingProxy> AtAsync(Uri target, CancellationToken ct) =>
        _proxy ??= await ForwardingProxy.StartAsync(target, "com.atproto.repo.putRecord", OnTheWay.Forward, ct);

    internal static void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddSingleton<EndingProxy>().AddBluesky();
        services.AddOptions<BlueskyOptions>().Configure<EndingProxy>((o, proxy) => o.Services.Add(proxy.Address!));
    }
}

internal static class Ending
{
    public static T AbsentOr<T>(this TestStore store, Func<IServiceProvider, T> get)
    {
        store.SkipWhereAbsent();
        return get(store.Services);
    }

    /// <summary>An urgent post to one account, because processes live by the real clock and the test may run at any hour.</summary>
    public static async Task<PostContent> UrgentOnAsync(this Office office, AccountId account, string? body = null) =>
        await office.ContentAsync(body ?? "前橋市内で刃物を持った男が逃走しています。戸締まりをしてください。") with
        {
            Subject = "逃走中の男に注意",
            Accounts = [account.Value],
            DesiredAt = office.Clock.Now.InJapan(),
            Ground = "serious-crime",
            Case = new CaseFacts("コンビニ強盗", office.Clock.Now.AddMinutes(-10), "刑事課", false),
        };
}

public sealed class EndingSqliteStore : SqliteStore
{
    public EndingSqliteStore() => Also = EndingProxy.Equip;
}

public sealed class EndingPostgresStore : PostgresStore
{
    public EndingPostgresStore() => Also = EndingProxy.Equip;
}

public sealed class ShutdownOnSqlite(EndingSqliteStore store, Pds pds) : ShutdownTests(store, pds), IClassFixture<EndingSqliteStore>, IClassFixture<Pds>;

public sealed class ShutdownOnPostgres(EndingPostgresStore store, Pds pds) : ShutdownTests(store, pds), IClassFixture<EndingPostgresStore>, IClassFixture<Pds>;

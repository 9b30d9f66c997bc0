using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>Two nodes on PostgreSQL are changed one after another while people read and posts fall due: no request and no post is lost.</summary>
public sealed class RollingRestartTests(EndingPostgresStore store, Pds pds) : IClassFixture<EndingPostgresStore>, IClassFixture<Pds>
{
    // A tenth in the ordinary run; the whole with SHIRASE_SOAK=1
    private static readonly int Posts = Environment.GetEnvironmentVariable("SHIRASE_SOAK") == "1" ? 30 : 3;

    private readonly Office _office = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_12_4_1_Given_requests_and_due_posts_without_end_When_both_nodes_are_restarted_in_turn_Then_none_is_lost_and_none_is_doubled()
    {
        store.SkipWhereAbsent();
        var proxy = await store.AbsentOr(s => (EndingProxy)s.GetService(typeof(EndingProxy))!).AtAsync(pds.Address, Ct);
        proxy.Do(OnTheWay.Forward);
        var (ids, handle) = await ScheduleAsync(proxy);
        await using var balancer = await Balancer.StartAsync(Ct);
        var nodes = new List<Node> { await StartAsync(proxy, balancer), await StartAsync(proxy, balancer) };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var answers = new ConcurrentBag<string>();
        try
        {
            await UntilAsync(() => Task.FromResult(nodes.TrueForAll(n => balancer.IsReady(n.Address))));
            var readers = Enumerable.Range(0, 3).Select(i => Task.Run(() => ReadAsync(balancer.Address, i, answers, stop.Token), Ct)).ToList();
            for (var i = 0; i < nodes.Count; i++)
            {
                var before = answers.Count;
                await UntilAsync(() => Task.FromResult(answers.Count > before + 20));
                var old = nodes[i];
                Assert.Equal(0, await old.TerminateAsync(Ct));
                balancer.Forget(old.Address);
                await old.DisposeAsync();
                nodes[i] = await StartAsync(proxy, balancer);
                await UntilAsync(() => Task.FromResult(balancer.IsReady(nodes[i].Address)));
            }

            await UntilAsync(async () => await store.DbAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Published && ids.Contains(d.Application), Ct)) == ids.Count);
            await stop.CancelAsync();
            await Task.WhenAll(readers);
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }

        Assert.True(answers.Count > 100, $"Only {answers.Count} requests were sent.");
        Assert.Equal([], answers.Where(a => a != "OK").Distinct());
        var records = (await pds.GetAsync($"com.atproto.repo.listRecords?repo={handle}&collection=app.bsky.feed.post&limit=100", Ct)).GetProperty("records");
        var texts = records.EnumerateArray().Select(r => r.GetProperty("value").GetProperty("text").GetString()).ToList();
        Assert.Equal(ids.Count, texts.Count);
        Assert.Equal(ids.Count, texts.Distinct().Count());
    }

    private Task<Node> StartAsync(ForwardingProxy proxy, Balancer balancer) => AddAsync(balancer, Node.StartAsync(store, new Dictionary<string, string?>
    {
        ["Jobs:Poll"] = "00:00:00.2",
        ["Shutdown:Drain"] = "00:00:02",
        ["Shutdown:Patience"] = "00:00:20",
        ["Installation:Proxies:0"] = "127.0.0.1",
        ["Limits:PastesPerMinute"] = "100000",
        ["Channels:Bluesky:Services:0"] = proxy.Address.ToString(),
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    }, Ct));

    private static async Task<Node> AddAsync(Balancer balancer, Task<Node> starting)
    {
        var node = await starting;
        balancer.Add(node.Address);
        return node;
    }

    private static async Task ReadAsync(Uri address, int which, ConcurrentBag<string> answers, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var form = new FormUrlEncodedContent([new("q", "この投稿は本物ですか")]);
                using var answer = which == 0 ? await client.PostAsync("/site/gunma-police", form, Ct) : await client.GetAsync(which == 1 ? "/sign-in" : "/site/gunma-police", Ct);
                answers.Add(answer.StatusCode.ToString());
            }
            catch (HttpRequestException e)
            {
                answers.Add(e.Message);
            }
        }
    }

    private async Task<(List<PostApplicationId> Ids, string Handle)> ScheduleAsync(ForwardingProxy proxy)
    {
        _office.Clock.Set(TimeProvider.System.GetUtcNow());
        await store.SeedAsync(Ct);
        var opened = await pds.NewAccountAsync(Ct);
        var account = await _office.RegisterAsync(opened.Handle);
        await _office.ConnectAsync(account, proxy.Address, opened.Secret!);
        var ids = new List<PostApplicationId>();
        for (var i = 0; i < Posts; i++)
        {
            ids.Add(await _office.ReadyAsync(await _office.UrgentOnAsync(account, $"前橋市内で刃物を持った男が逃走しています。戸締まりをしてください。第{i + 1}報")));
        }

        // They fall due one after another while the nodes are changed
        for (var i = 0; i < Posts; i++)
        {
            Office.Fine(await _office.PublishAsync(ids[i], at: TimeProvider.System.GetUtcNow().AddSeconds(5 + (i * 20.0 / Posts))));
        }

        return (ids, opened.Handle);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}

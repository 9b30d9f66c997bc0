using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Channels.X;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.Storage;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;

namespace Shirase.Bench;

/// <summary>From the order to the platform: latency, posts a second through the gate, two nodes against one, and 一斉停止 to the last call.</summary>
internal static class SendingBench
{
    private const int Posts = 60;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var x = await XServer.StartAsync();
        var figures = new Dictionary<string, object>();
        await using (var store = new Sqlite(x))
        {
            figures["sqlite"] = await OnAsync(store, x);
        }

        if (PostgresStore.Cluster is null)
        {
            Console.Error.WriteLine("SHIRASE_PG is not set: PostgreSQL is left out.");
            return Figures.Print(figures);
        }

        await using (var store = new Postgres(x))
        {
            figures["postgres"] = await OnAsync(store, x);
        }

        foreach (var nodes in (int[])[1, 2])
        {
            await using var store = new Postgres(x);
            figures[$"postgres, {nodes} process(es), posts a second"] = await WithNodesAsync(store, x, nodes);
        }

        return Figures.Print(figures);
    }

    private static async Task<object> OnAsync(TestStore store, XServer x)
    {
        await store.InitializeAsync();
        var office = await BusyOffice.OpenAsync(store, x);
        var loop = store.Services.GetServices<IHostedService>().OfType<JobLoop>().Single();
        await loop.StartAsync(CancellationToken.None);

        var latencies = new List<double>();
        foreach (var (id, text) in await office.ReadyAsync(Posts / 2))
        {
            var pressed = Now;
            await office.PublishAsync(id, null);
            latencies.Add((await x.HeardAsync(text) - pressed).TotalMilliseconds);
        }

        var second = await office.PostsASecondAsync(x, Posts, () => Task.CompletedTask);
        var stop = await office.StopAsync(x, Posts * 2);
        await loop.StopAsync(CancellationToken.None);
        double[] sorted = [.. latencies.Order()];
        Console.WriteLine($"{store.Provider}: order to first call p50 {sorted.At(0.5)} ms, p99 {sorted.At(0.99)} ms; {second:0.0} posts a second; freeze to last call {stop:0} ms");
        return new { orderToCallP50 = sorted.At(0.5), orderToCallP99 = sorted.At(0.99), postsASecond = Math.Round(second, 1), freezeToLastCall = Math.Round(stop) };
    }

    private static async Task<double> WithNodesAsync(TestStore store, XServer x, int nodes)
    {
        Environment.SetEnvironmentVariable("SHIRASE_CONFIGURATION", "Release");
        await store.InitializeAsync();
        var office = await BusyOffice.OpenAsync(store, x);
        var running = new List<Node>();
        var settings = new Dictionary<string, string?> { ["Channels:X:Service"] = x.Address.ToString(), ["Jobs:Poll"] = "00:00:00.2" };
        var second = await office.PostsASecondAsync(x, Posts, async () =>
        {
            for (var i = 0; i < nodes; i++)
            {
                running.Add(await Node.StartAsync(store, settings, CancellationToken.None));
            }
        });
        foreach (var node in running)
        {
            await node.DisposeAsync();
        }

        Console.WriteLine($"{nodes} process(es): {second:0.0} posts a second");
        return Math.Round(second, 1);
    }

    private static async Task<DateTimeOffset> HeardAsync(this XServer x, string text)
    {
        while (true)
        {
            if (x.Posts.FirstOrDefault(p => p.Text == text) is { } post)
            {
                return post.At;
            }

            await Task.Delay(1);
        }
    }

    private static void Equip(IServiceCollection services, XServer x)
    {
        Office.Equip(services);
        services.AddSingleton(TimeProvider.System).AddSingleton<IHostApplicationLifetime, ApplicationLifetime>().AddX(o => o.Service = x.Address).AddJobs();
    }

    private sealed class Sqlite : SqliteStore
    {
        public Sqlite(XServer x) => Also = s => Equip(s, x);
    }

    private sealed class Postgres : PostgresStore
    {
        public Postgres(XServer x) => Also = s => Equip(s, x);
    }

    /// <summary>The sample office with one account on the server, and approved posts with texts of their own.</summary>
    private sealed class BusyOffice(Office office, AccountId account)
    {
        private static int _number;

        public static async Task<BusyOffice> OpenAsync(TestStore store, XServer x)
        {
            var office = new Office(store);
            office.Clock.Set(Now);
            await store.SeedAsync();
            var user = x.AddUser();
            var id = await office.RegisterAsync(user.Handle);
            await store.InAsync(async s =>
            {
                var db = s.GetRequiredService<ShiraseDb>();
                var row = await db.Accounts.SingleAsync(a => a.Id == id);
                Office.Fine(row.Connect(XChannel.ChannelName, x.Address.ToString(), s.GetRequiredService<SecretVault>().Protect(user.Account.Secret!), user.Handle));
                return await db.SaveChangesAsync();
            }, Office.Body);
            return new(office, id);
        }

        public async Task<IReadOnlyList<(PostApplicationId Id, string Text)>> ReadyAsync(int count)
        {
            var ready = new List<(PostApplicationId, string)>();
            for (var i = 0; i < count; i++)
            {
                var now = SendingBench.Now;
                var id = await office.ReadyAsync(await office.ContentAsync($"前橋市内で刃物を持った男が逃走しています（第{++_number}報）。戸締まりをしてください。") with
                {
                    Subject = "逃走中の男に注意",
                    Accounts = [account.Value],
                    DesiredAt = now.InJapan(),
                    Ground = "serious-crime",
                    Case = new CaseFacts("コンビニ強盗", now.AddMinutes(-10), "刑事課", false),
                });
                var application = await office.ReadAsync(id);
                var regulation = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
                ready.Add((id, ComposedText.Of(application.Current.Content, regulation.Composition)));
            }

            return ready;
        }

        public async Task PublishAsync(PostApplicationId id, DateTimeOffset? at) => Office.Fine(await office.PublishAsync(id, at: at));

        public async Task<double> PostsASecondAsync(XServer x, int count, Func<Task> start)
        {
            var ready = await ReadyAsync(count);
            // Late enough that all nodes wait for it
            var due = Now.AddSeconds(45);
            foreach (var (id, _) in ready)
            {
                await PublishAsync(id, due);
            }

            await start();
            if (Now > due)
            {
                throw new InvalidOperationException("The machine was too slow to prepare the round.");
            }

            var last = DateTimeOffset.MinValue;
            foreach (var (_, text) in ready)
            {
                var heard = await x.HeardAsync(text);
                last = heard > last ? heard : last;
            }

            return count / (last - due).TotalSeconds;
        }

        /// <summary>Milliseconds from the press to the last call the platform heard.</summary>
        public async Task<double> StopAsync(XServer x, int count)
        {
            var ready = await ReadyAsync(count);
            var before = x.Posts.Count;
            var due = Now.AddSeconds(20);
            foreach (var (id, _) in ready)
            {
                await PublishAsync(id, due);
            }

            while (x.Posts.Count < before + (count / 4))
            {
                await Task.Delay(1);
            }

            var pressed = Now;
            Office.Fine(await office.AskAsync<Freezing, Refusal?>("takahashi", (f, w) => f.FreezeAsync(w, account, null, CancellationToken.None)));
            await Task.Delay(TimeSpan.FromSeconds(5));
            return (x.Posts.Max(p => p.At) - pressed).TotalMilliseconds;
        }
    }
}

using Npgsql;
using Shirase.Channels.X;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Outbox;

/// <summary>
/// kill −9 at random moments of publication. A hundred moments in a soak, ten in ./test; the seed stands in the failure.
/// </summary>
public abstract class KillTests(TestStore store, Pds pds)
{
    private static readonly XFault[] Weather =
    [
        XFault.LoseTheAnswer, XFault.Slow, XFault.ErrorAfterSuccess, XFault.CutTheAnswer, XFault.ErrorBefore, XFault.BreakBefore, XFault.Slow, XFault.SwallowTheAnswer,
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_12_4_1_Given_nodes_killed_at_random_moments_When_they_publish_on_Bluesky_Then_no_post_stands_twice_and_none_is_lost()
    {
        store.SkipWhereAbsent();
        var account = await pds.NewAccountAsync(Ct);
        var office = new BurningOffice(store, "bluesky", account, new Dictionary<string, string?> { ["Channels:Bluesky:Services:0"] = pds.Address.ToString() });
        var kills = BurningOffice.Of(50);
        await office.ScheduleAsync(kills * 3);
        await KillAsync(office, kills);
        await office.AssertOnceOnAsync(pds);
    }

    [Fact]
    public async Task gx_12_4_1_Given_nodes_killed_at_random_moments_and_X_with_faults_When_they_publish_Then_no_post_stands_twice_and_the_unknown_is_listed()
    {
        store.SkipWhereAbsent();
        await using var x = await XServer.StartAsync(ct: Ct);
        var user = x.AddUser();
        var office = new BurningOffice(store, XChannel.ChannelName, user.Account, new Dictionary<string, string?>
        {
            ["Channels:X:Service"] = x.Address.ToString(),
            ["Channels:X:Timeout"] = "00:00:02",
        });
        var kills = BurningOffice.Of(50);
        await office.ScheduleAsync(kills * 3);
        var random = new Random();
        await KillAsync(office, kills, () => x.Do(Weather[random.Next(Weather.Length)]));

        var rows = await office.SettleAsync();
        BurningOffice.AssertOnce(rows, x.CountOf);
        Assert.All(x.Posts.Where(p => p.Author == user), p => Assert.Contains(rows, d => d.OutgoingText == p.Text));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_network_that_is_cut_again_and_again_When_a_node_publishes_Then_no_post_stands_twice_and_none_is_lost()
    {
        store.SkipWhereAbsent();
        var account = await pds.NewAccountAsync(Ct);
        await using var network = await ForwardingProxy.StartAsync(pds.Address, "com.atproto.repo.putRecord", OnTheWay.Forward, Ct);
        var office = new BurningOffice(store, "bluesky", account with { Service = network.Address }, new Dictionary<string, string?>
        {
            ["Channels:Bluesky:Services:0"] = network.Address.ToString(),
            ["Channels:Bluesky:Timeout"] = "00:00:02",
        });
        var cuts = BurningOffice.Of(50);
        await office.ScheduleAsync(cuts * 2);
        var random = new Random();
        await using (await office.StartAsync())
        {
            for (var i = 0; i < cuts; i++)
            {
                network.Do(random.Next(2) == 0 ? OnTheWay.DropTheAnswer : OnTheWay.SwallowTheQuestion);
                await Task.Delay(random.Next(100, 600), Ct);
                network.Do(OnTheWay.Forward);
                await Task.Delay(random.Next(100, 600), Ct);
            }
        }

        await office.AssertOnceOnAsync(pds);
    }

    private static async Task KillAsync(BurningOffice office, int kills, Action? before = null)
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < kills; i++)
        {
            before?.Invoke();
            await office.KillOneAsync(random);
        }
    }
}

public sealed class KillOnSqlite(KillOnSqlite.Store store, Pds pds) : KillTests(store, pds), IClassFixture<KillOnSqlite.Store>, IClassFixture<Pds>
{
    public sealed class Store : SqliteStore
    {
        public Store() => Also = BurningOffice.Equip;
    }
}

public sealed class KillOnPostgres(KillOnPostgres.Store store, Pds pds) : KillTests(store, pds), IClassFixture<KillOnPostgres.Store>, IClassFixture<Pds>
{
    private readonly Store _store = store;
    private readonly Pds _pds = pds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_12_4_1_Given_two_nodes_When_one_of_them_is_killed_again_and_again_Then_no_post_stands_twice_and_none_is_lost()
    {
        var office = await OfficeAsync();
        var kills = BurningOffice.Of(50);
        await office.ScheduleAsync(kills * 3);
        var random = new Random();
        await using (await office.StartAsync())
        {
            for (var i = 0; i < kills; i++)
            {
                await office.KillOneAsync(random);
            }
        }

        await office.AssertOnceOnAsync(_pds);
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_database_that_throws_everybody_out_When_nodes_publish_Then_no_post_stands_twice_and_none_is_lost()
    {
        var office = await OfficeAsync();
        var times = BurningOffice.Of(50);
        await office.ScheduleAsync(times * 3);
        var random = new Random();
        await using (await office.StartAsync())
        {
            for (var i = 0; i < times; i++)
            {
                await Task.Delay(random.Next(50, 500), Ct);
                await _store.ThrowOutAsync(Ct);
            }
        }

        await office.AssertOnceOnAsync(_pds);
    }

    private async Task<BurningOffice> OfficeAsync()
    {
        _store.SkipWhereAbsent();
        var account = await _pds.NewAccountAsync(Ct);
        return new(_store, "bluesky", account, new Dictionary<string, string?> { ["Channels:Bluesky:Services:0"] = _pds.Address.ToString() });
    }

    public sealed class Store : PostgresStore
    {
        public Store() => Also = BurningOffice.Equip;

        /// <summary>Ends every connection to this database in the middle of what it does, as a restart of the server would.</summary>
        public async Task ThrowOutAsync(CancellationToken ct)
        {
            await using var cluster = new NpgsqlConnection(Cluster);
            await cluster.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", cluster);
            command.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(ConnectionString).Database!);
            await command.ExecuteNonQueryAsync(ct);
            NpgsqlConnection.ClearAllPools();
        }
    }
}

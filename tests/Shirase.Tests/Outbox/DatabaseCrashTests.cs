using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Outbox;

/// <summary>The database's server crashes and starts again at random moments of publication, under two nodes.</summary>
public sealed class DatabaseCrashTests(DatabaseCrashTests.Store store, Pds pds) : IClassFixture<DatabaseCrashTests.Store>, IClassFixture<Pds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_12_4_1_Given_two_nodes_When_the_database_server_crashes_again_and_again_Then_no_post_stands_twice_and_none_is_lost()
    {
        store.SkipWhereAbsent();
        var account = await pds.NewAccountAsync(Ct);
        var office = new BurningOffice(store, "bluesky", account, new Dictionary<string, string?> { ["Channels:Bluesky:Services:0"] = pds.Address.ToString() });
        var crashes = BurningOffice.Of(30);
        await office.ScheduleAsync(crashes * 4);
        var random = new Random();
        await using (await office.StartAsync())
        await using (await office.StartAsync())
        {
            for (var i = 0; i < crashes; i++)
            {
                await Task.Delay(random.Next(50, 800), Ct);
                await store.CrashAsync();
            }
        }

        await office.AssertOnceOnAsync(pds);
    }

    public sealed class Store : OwnPostgresStore
    {
        public Store() => Also = BurningOffice.Equip;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage.Instances;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Storage;

/// <summary>An installation that may be a copy sends nothing until an administrator opens it; then what is late is held.</summary>
public abstract class InstanceFenceTests(TestStore store) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private InstanceFile File => store.Services.GetRequiredService<InstanceFile>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
        await store.DbAsync(db => db.Instances.ExecuteDeleteAsync(Ct));
        await store.DbAsync(db => db.Jobs.ExecuteDeleteAsync(Ct));
        DeleteMark();
        await StartAsync();
        Assert.Null(await ClosedAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_10_1_Given_ten_due_posts_in_a_copy_that_is_put_back_a_day_later_When_it_starts_Then_nothing_goes_out_until_opened_and_then_all_are_held()
    {
        var ids = new List<PostApplicationId>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add(await Office.ReadyAsync(await Office.ContentAsync()));
            Office.Fine(await Office.PublishAsync(ids[^1], at: Office.Clock.Now.AddHours(1)));
        }

        var mark = File.Read()!;
        File.Write(mark with { Pulse = mark.Pulse.AddMinutes(3) });
        Office.Clock.Pass(TimeSpan.FromDays(1));
        await StartAsync();
        Assert.Equal(ClosedBecause.Older, await ClosedAsync());
        for (var i = 0; i < 3; i++)
        {
            await Office.RunJobsAsync();
            Office.Clock.Pass(new DeliveryOptions().ClosedWait);
        }

        foreach (var id in ids)
        {
            Assert.Equal((DeliveryState.Scheduled, 0), ((await Office.DeliveryAsync(id)).State, (await Office.DeliveryAsync(id)).Attempts));
        }

        Assert.IsType<OnlyAdministratorsOpen>(await OpenAsync("takahashi", "確認済み"));
        Assert.IsType<OpeningNeedsReason>(await OpenAsync("horiguchi", " "));
        Office.Fine(await OpenAsync("horiguchi", "バックアップから戻したもの。予約を一覧で確かめた"));
        Office.Clock.Pass(new DeliveryOptions().ClosedWait);
        await Office.RunJobsAsync();

        foreach (var id in ids)
        {
            var delivery = await Office.DeliveryAsync(id);
            Assert.Equal((DeliveryState.Held, 0), (delivery.State, delivery.Attempts));
            Assert.Contains(GateKeeper.FromJson(delivery.GateJson), l => l is { Gate: "lateness", Passed: false });
        }

        await StartAsync();
        Assert.Null(await ClosedAsync());
    }

    [Fact]
    public async Task Given_a_database_beside_other_keys_When_it_starts_Then_it_is_closed_as_moved_and_publishing_is_refused()
    {
        var ready = await Office.ReadyAsync(await Office.ContentAsync());
        DeleteMark();
        await StartAsync();

        Assert.Equal(ClosedBecause.Moved, await ClosedAsync());
        Assert.Equal("hold", Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready)).Line.Gate);
        Office.Fine(await OpenAsync("horiguchi", "新しい機械に移した"));
        await StartAsync();
        Office.Fine(await Office.PublishAsync(ready));
    }

    [Fact]
    public async Task Given_the_mark_of_another_installation_When_it_starts_Then_it_is_closed()
    {
        File.Write(File.Read()! with { Id = Guid.NewGuid() });
        await StartAsync();
        Assert.Equal(ClosedBecause.Moved, await ClosedAsync());
    }

    [Fact]
    public async Task Given_a_week_of_silence_When_it_starts_Then_it_is_closed_and_a_weekend_is_not_too_long()
    {
        Office.Clock.Pass(TimeSpan.FromDays(3));
        await StartAsync();
        Assert.Null(await ClosedAsync());
        Office.Clock.Pass(TimeSpan.FromDays(8));
        await StartAsync();
        Assert.Equal(ClosedBecause.Silent, await ClosedAsync());
    }

    [Theory]
    [InlineData(+3600)]
    [InlineData(-3600)]
    public void Given_a_clock_that_is_set_When_it_is_looked_at_Then_the_step_is_seen_once(int seconds)
    {
        var clock = new SteppingClock();
        var watch = new ClockWatch(clock, Microsoft.Extensions.Options.Options.Create(new InstanceOptions()));
        Assert.False(watch.HasStepped());
        clock.Pass(TimeSpan.FromHours(5));
        Assert.False(watch.HasStepped());
        clock.Step(TimeSpan.FromSeconds(seconds));
        Assert.True(watch.HasStepped());
        Assert.False(watch.HasStepped());
    }

    [Fact]
    public async Task Given_a_step_of_the_clock_When_the_next_message_falls_due_Then_the_installation_closes_itself_first()
    {
        var clock = new SteppingClock();
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        await store.InAsync(async s =>
        {
            var watched = ActivatorUtilities.CreateInstance<InstanceFence>(s, new ClockWatch(clock, Microsoft.Extensions.Options.Options.Create(new InstanceOptions())));
            Assert.Null(await watched.ClosedAsync(Ct));
            clock.Step(TimeSpan.FromHours(1));
            Assert.Equal(ClosedBecause.Clock, await watched.ClosedAsync(Ct));
            return 0;
        });
        Assert.Equal("hold", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line.Gate);
    }

    private void DeleteMark()
    {
        Directory.CreateDirectory(Path.Combine(store.Folder, "keys"));
        System.IO.File.Delete(Path.Combine(store.Folder, "keys", "instance.json"));
    }

    private Task<int> StartAsync() => store.AskAsync<InstanceFence, int>(async f =>
    {
        await f.StartAsync(Ct);
        return 0;
    });

    private Task<ClosedBecause?> ClosedAsync() => store.AskAsync<InstanceFence, ClosedBecause?>(f => f.ClosedAsync(Ct));

    private Task<Refusal?> OpenAsync(string login, string why) => Office.AskAsync<OpenInstance, Refusal?>(login, (o, w) => o.RunAsync(w, why, Ct));

    /// <summary>A wall clock that can be set beside one that only counts.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _count;
        private DateTimeOffset _wall = new(2026, 6, 11, 1, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _count;

        public void Pass(TimeSpan time) => (_wall, _count) = (_wall + time, _count + time.Ticks);

        public void Step(TimeSpan time) => _wall += time;
    }
}

public sealed class InstanceFenceOnSqlite(SqliteOffice store) : InstanceFenceTests(store), IClassFixture<SqliteOffice>;

public sealed class InstanceFenceOnPostgres(PostgresOffice store) : InstanceFenceTests(store), IClassFixture<PostgresOffice>;

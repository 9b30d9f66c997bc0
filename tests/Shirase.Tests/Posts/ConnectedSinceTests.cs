using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A practice account is connected to a real platform; what was ordered as an exercise remains one.</summary>
public abstract class ConnectedSinceTests(TestStore store, DrillFaults faults, Pds pds) : OfficeTests(store), IClassFixture<Pds>
{
    [Fact]
    public async Task gx_13_4_5_Given_a_drill_When_its_account_is_connected_and_the_drill_deleted_Then_it_is_gone_from_the_practice_timeline()
    {
        var (id, account, connect) = await ReadyAsync();
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.True(await StandsInPracticeAsync(id));
        await connect();

        Office.Fine(await Office.RemoveAsync(id, why: "訓練の終了"));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, "", "drill"), (delivery.State, delivery.Trouble, delivery.Channel));
        Assert.False(await StandsInPracticeAsync(id));
        Assert.Equal(0, await pds.StandingAsync(account));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_scheduled_drill_When_its_account_is_connected_before_the_time_Then_it_is_held_and_only_a_new_application_makes_it_public()
    {
        var (id, account, connect) = await ReadyAsync();
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddHours(1)));
        await connect();
        Office.Clock.Pass(TimeSpan.FromHours(1));
        await Office.RunJobsAsync();

        var held = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Held, held.State);
        Assert.Contains("訓練として指示した後に", held.TroubleText().Ja, StringComparison.Ordinal);
        Assert.Contains("取り消してください", held.TroubleText().Ja, StringComparison.Ordinal);
        Assert.Contains("delivery.held", await Office.KindsAsync("takahashi", id));
        var again = await Office.AskAsync<Rescheduling, Refusal?>("takahashi", (r, w) => r.OrderAsync(id, w, held.Id, Office.Terminal, null, Ct));
        Assert.Equal("platform", Assert.IsType<GateIsClosed>(again).Line.Gate);
        await Office.RunJobsAsync();
        Assert.False(await StandsInPracticeAsync(id));
        Assert.Equal(0, await pds.StandingAsync(account));

        Office.Fine(await Office.AskAsync<Publishing, Refusal?>("takahashi", (p, w) => p.CancelAsync(id, w, held.Id, Ct)));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        var exercise = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line;
        Assert.Equal("platform", exercise.Gate);
        Assert.Contains("訓練用であったときに", exercise.Detail.Ja, StringComparison.Ordinal);
        var anew = await Office.ReadyAsync((await Office.ReadAsync(id)).Current.Content);
        Office.Fine(await Office.PublishAsync(anew));
        await Office.RunJobsAsync();
        var published = await Office.DeliveryAsync(anew);
        Assert.Equal((DeliveryState.Published, "bluesky", true), (published.State, published.Channel, published.ReadBackMatches));
        Assert.Equal(1, await pds.StandingAsync(account));
    }

    [Fact]
    public async Task gx_15_2_2_Given_a_drill_whose_answer_was_lost_When_its_account_is_connected_Then_it_is_looked_for_sent_and_read_back_in_practice()
    {
        var (id, account, connect) = await ReadyAsync();
        faults.PublishBeforeLosing = true;
        faults.Publish.Enqueue(new DeliveryOutcome.Unknown("lost"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Unknown, (await Office.DeliveryAsync(id)).State);
        await connect();

        Office.Clock.Pass(TimeSpan.FromSeconds(20));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, true), (delivery.State, delivery.ReadBackMatches));
        Assert.True(await StandsInPracticeAsync(id));
        Assert.Equal(0, await pds.StandingAsync(account));
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_real_post_When_its_account_is_bound_to_another_platform_Then_the_new_secret_is_not_used_to_remove_it()
    {
        var (exercise, account, connect) = await ReadyAsync();
        await connect();
        var id = await Office.ReadyAsync((await Office.ReadAsync(exercise)).Current.Content);
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(1, await pds.StandingAsync(account));
        await Office.Store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET channel = 'website' WHERE handle = {account.Handle}", Ct));

        Office.Fine(await Office.RemoveAsync(id, why: "日付の誤り"));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Removing, (await Office.DeliveryAsync(id)).State);
        Assert.Contains("手作業で削除", Assert.Single(await Office.NoticesAsync("takahashi", id), n => n.Kind == "delivery.removal-failed").Text, StringComparison.Ordinal);
    }

    /// <summary>An approved case for a practice account of its own, and the act that connects the account.</summary>
    private async Task<(PostApplicationId Id, ChannelAccount Account, Func<Task> Connect)> ReadyAsync()
    {
        var opened = await pds.NewAccountAsync(Ct);
        var content = await Office.ContentAsync();
        var account = await Office.RegisterAsync(opened.Handle);
        var id = await Office.ReadyAsync(content with { Accounts = [account.Value] });
        return (id, opened, ConnectLaterAsync);

        Task ConnectLaterAsync()
        {
            Office.Clock.Pass(TimeSpan.FromMinutes(1));
            return Office.ConnectAsync(account, pds.Address, opened.Secret!);
        }
    }

    private async Task<bool> StandsInPracticeAsync(PostApplicationId id)
    {
        var key = (await Office.DeliveryAsync(id)).Id.Value.ToString("N");
        return await Office.Store.DbAsync(db => db.PracticePosts.AnyAsync(p => p.Id == key && p.RemovedAt == null, Ct));
    }
}

public sealed class ConnectedSinceOnSqlite(ConnectableSqliteOffice store, Pds pds)
    : ConnectedSinceTests(store, store.Faults, pds), IClassFixture<ConnectableSqliteOffice>;

public sealed class ConnectedSinceOnPostgres(ConnectablePostgresOffice store, Pds pds)
    : ConnectedSinceTests(store, store.Faults, pds), IClassFixture<ConnectablePostgresOffice>;

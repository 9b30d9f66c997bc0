using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Answers that are lost: looked for, never blindly repeated, and put before a human where nobody knows.</summary>
public abstract class LostAnswerTests(TestStore store, DrillFaults faults) : IAsyncLifetime
{
    private static readonly DeliveryOptions Ours = new();

    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        Office.Clock.SetJapan(2026, 6, 11);
        faults.Publish.Clear();
        faults.NotFound.Clear();
        (faults.RepeatsSafely, faults.PublishBeforeLosing) = (true, false);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_12_4_1_Given_a_lost_answer_and_the_post_stands_When_it_is_looked_for_Then_it_is_published_without_a_second_call()
    {
        faults.PublishBeforeLosing = true;
        var id = await LoseAsync();
        Office.Clock.Pass(Ours.FirstLook);
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, 1, true), (delivery.State, delivery.Attempts, delivery.ReadBackMatches));
    }

    [Fact]
    public async Task gx_10_1_Given_a_lost_answer_on_a_platform_with_our_key_When_it_comes_back_too_late_Then_it_is_held_and_not_repeated()
    {
        var id = await LoseAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(16));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Held, 1), (delivery.State, delivery.Attempts));
        Assert.Contains(GateKeeper.FromJson(delivery.GateJson), l => l is { Gate: "lateness", Passed: false });
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_lost_answer_on_a_platform_without_our_key_When_four_looks_show_nothing_Then_a_human_is_asked_and_nothing_is_sent()
    {
        faults.RepeatsSafely = false;
        var id = await LoseAsync();
        await LookAsync(Enumerable.Repeat(true, Ours.Looks));

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Unknown, true, 1, Ours.Looks), (delivery.State, delivery.NeedsDecision, delivery.Attempts, delivery.Looks.Count));
        Assert.Contains(await Office.NoticesAsync("takahashi", id), n => n.Kind == "delivery.undecided" && n.Text.StartsWith("【至急】", StringComparison.Ordinal));
        Assert.Equal(0, await Office.RunJobsAsync());
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_slow_timeline_When_the_third_look_shows_it_Then_it_is_published_once()
    {
        (faults.RepeatsSafely, faults.PublishBeforeLosing) = (false, true);
        var id = await LoseAsync();
        await LookAsync([true, false]);
        Assert.Equal(DeliveryState.Unknown, (await Office.DeliveryAsync(id)).State);
        Office.Clock.Pass(TimeSpan.FromMinutes(3));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, 1, 2), (delivery.State, delivery.Attempts, delivery.Looks.Count));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_platform_that_cannot_be_asked_When_half_an_hour_has_passed_Then_a_human_is_asked()
    {
        faults.RepeatsSafely = false;
        var id = await LoseAsync();
        await LookAsync(Enumerable.Repeat(false, 8));

        var delivery = await Office.DeliveryAsync(id);
        Assert.True(delivery.NeedsDecision);
        Assert.All(delivery.Looks, l => Assert.False(l.Asked));
    }

    [Fact]
    public async Task gx_12_4_1_Given_an_undecided_message_When_the_officer_says_it_is_missing_Then_it_is_held_and_goes_out_only_when_ordered_anew()
    {
        var id = await UndecidedAsync();
        var delivery = (await Office.DeliveryAsync(id)).Id;

        Assert.IsType<SettlingNeedsReason>(await SettleAsync("takahashi", (s, w) => s.MissingAsync(id, w, delivery, " ", Ct)));
        Assert.IsType<OnlyPrOfficers>(await SettleAsync("kobayashi", (s, w) => s.MissingAsync(id, w, delivery, "見ました", Ct)));
        Office.Fine(await SettleAsync("takahashi", (s, w) => s.MissingAsync(id, w, delivery, "管理画面の投稿一覧に無いことを確認", Ct)));
        Assert.Equal(0, await Office.RunJobsAsync());
        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);

        Office.Fine(await Office.AskAsync<Rescheduling, Refusal?>("takahashi", (r, w) => r.OrderAsync(id, w, delivery, Office.Terminal, null, Ct)));
        await Office.RunJobsAsync();
        Assert.Equal((DeliveryState.Published, 2), ((await Office.DeliveryAsync(id)).State, (await Office.DeliveryAsync(id)).Attempts));
        Assert.IsType<NothingUndecided>(await SettleAsync("takahashi", (s, w) => s.MissingAsync(id, w, delivery, "もう一度", Ct)));
    }

    [Fact]
    public async Task gx_15_2_2_Given_an_undecided_message_that_stands_When_the_officer_names_it_Then_it_is_published_and_read_back()
    {
        faults.PublishBeforeLosing = true;
        var id = await UndecidedAsync();
        var delivery = await Office.DeliveryAsync(id);

        Assert.IsType<NotOnThePlatform>(await SettleAsync("takahashi", (s, w) => s.StandsAsync(id, w, delivery.Id, "nothing", "見ました", Ct)));
        Office.Fine(await SettleAsync("takahashi", (s, w) => s.StandsAsync(id, w, delivery.Id, delivery.Id.Value.ToString("N"), "管理画面で確認", Ct)));

        var settled = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, true, false), (settled.State, settled.ReadBackMatches, settled.NeedsDecision));
        Assert.Equal((await Office.WhoAsync("takahashi")).Staff, settled.SettledBy);
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_platform_that_puts_off_for_ever_When_ten_attempts_are_made_Then_it_is_held()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        for (var i = 0; i < Ours.MaxAttempts; i++)
        {
            faults.Publish.Enqueue(new DeliveryOutcome.TryLater(TimeSpan.FromSeconds(30), "busy"));
        }

        Office.Fine(await Office.PublishAsync(id));
        for (var i = 0; i < Ours.MaxAttempts; i++)
        {
            await Office.RunJobsAsync();
            Office.Clock.Pass(TimeSpan.FromSeconds(30));
        }

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Held, Ours.MaxAttempts), (delivery.State, delivery.Attempts));
        Assert.Contains("10回続けて", delivery.TroubleText().Ja, StringComparison.Ordinal);
    }

    private Task<Refusal?> SettleAsync(string login, Func<Settling, Who, Task<Refusal?>> act) => Office.AskAsync(login, act);

    private async Task<PostApplicationId> LoseAsync()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        faults.Publish.Enqueue(new DeliveryOutcome.Unknown("lost"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Unknown, (await Office.DeliveryAsync(id)).State);
        return id;
    }

    private async Task<PostApplicationId> UndecidedAsync()
    {
        faults.RepeatsSafely = false;
        var id = await LoseAsync();
        await LookAsync(Enumerable.Repeat(true, Ours.Looks));
        Assert.True((await Office.DeliveryAsync(id)).NeedsDecision);
        return id;
    }

    private async Task LookAsync(IEnumerable<bool> answers)
    {
        foreach (var answer in answers)
        {
            faults.NotFound.Enqueue(answer);
            Office.Clock.Pass(Ours.FirstLook * 16);
            await Office.RunJobsAsync();
        }
    }
}

public sealed class LostAnswerOnSqlite(FaultySqliteOffice store) : LostAnswerTests(store, store.Faults), IClassFixture<FaultySqliteOffice>;

public sealed class LostAnswerOnPostgres(FaultyPostgresOffice store) : LostAnswerTests(store, store.Faults), IClassFixture<FaultyPostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>A declared flare-up under the police document that is silent unless a post is truly needed.</summary>
public abstract class FlareUpTests(TestStore store) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IshikawaOffice Ishikawa { get; } = new(store);

    private FlareUpDesk Room => FlareUpDesk.Of(Ishikawa);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 6, 18, 9, 30);
        await FlareUpDesk.ForgetAsync(store);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task is_3_9_a_Given_a_flare_up_declared_at_13_00_When_14_00_comes_Then_the_post_scheduled_for_it_is_held_and_may_be_dropped()
    {
        var scheduled = await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync());
        Office.Fine(await Ishikawa.PublishAsync(scheduled, at: Japan(14)));
        store.Clock.SetJapan(2026, 6, 18, 13);
        Office.Fine(await Room.DeclareAsync("nakamura"));
        store.Clock.SetJapan(2026, 6, 18, 14);
        await Prefecture.Okayama(store).RunJobsAsync();

        Assert.Equal(DeliveryState.Held, Assert.Single(await Ishikawa.DeliveriesAsync(scheduled)).State);
        Office.Fine(await Room.DropAsync("nakamura", scheduled));
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(await Ishikawa.DeliveriesAsync(scheduled)).State);
    }

    [Fact]
    public async Task is_3_9_a_Given_a_scheduled_post_that_is_held_When_the_head_lets_it_go_on_after_the_minutes_Then_it_goes_out_at_its_time()
    {
        var scheduled = await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync());
        Office.Fine(await Ishikawa.PublishAsync(scheduled, at: Japan(14)));
        Office.Fine(await Room.DeclareAsync("nakamura"));

        Assert.Equal("is-3-9-a", Assert.IsType<MinutesComeFirst>(await Room.GoOnAsync("nishida", scheduled)).Clause);
        Office.Fine(await Room.DecideAsync("nishida", FlareUpRule.Nothing));
        Assert.IsType<NotYoursInFlareUp>(await Room.GoOnAsync("nakamura", scheduled));
        Office.Fine(await Room.GoOnAsync("nishida", scheduled));
        store.Clock.SetJapan(2026, 6, 18, 14);
        await Prefecture.Okayama(store).RunJobsAsync();

        Assert.Equal(DeliveryState.Published, Assert.Single(await Ishikawa.DeliveriesAsync(scheduled)).State);
    }

    [Fact]
    public async Task is_3_9_a_Given_no_minutes_When_a_sender_publishes_anything_Then_refused_in_these_words_And_not_after_the_end()
    {
        var ready = await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync());
        Assert.Equal("is-3-9-a", (await Room.DeclareAsync("nakamura", " "))?.Clause);
        Office.Fine(await Room.DeclareAsync("nakamura"));
        Assert.IsType<FlareUpIsOpen>(await Room.DeclareAsync("nishida"));

        var refusal = Assert.IsType<GateIsClosed>(await Ishikawa.PublishAsync(ready));

        Assert.Equal("is-3-9-a", refusal.Clause);
        Assert.StartsWith("炎上対応中です。検討結果を登録してください", refusal.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Room.EndAsync("nishida"));
        Office.Fine(await Ishikawa.PublishAsync(ready));
    }

    [Fact]
    public async Task is_3_9_b_Given_the_decision_to_send_nothing_When_an_explanation_is_filed_Then_refused_with_the_decision()
    {
        Office.Fine(await Room.DeclareAsync("nakamura"));
        var text = await Room.WrittenAsync("nakamura", "説明", await Ishikawa.ContentAsync());
        Office.Fine(await Room.DecideAsync("nishida", FlareUpRule.Nothing, "個別の事案に触れることになるため。"));

        var refusal = await Ishikawa.SubmitAsync(text, "nakamura");

        Assert.Equal("is-3-9-b", refusal?.Clause);
        Assert.Contains("発信しない", refusal!.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("個別の事案に触れることになるため。", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_3_9_b_Given_the_decision_to_explain_When_the_head_approved_the_text_Then_it_is_published_and_the_file_shows_decision_approval_and_post()
    {
        Office.Fine(await Room.DeclareAsync("nakamura"));
        Assert.Equal("is-3-9-b", (await Room.DecideAsync("nishida", ""))?.Clause);
        Assert.IsType<NotYoursInFlareUp>(await Room.DecideAsync("nakamura", "説明"));
        Office.Fine(await Room.DecideAsync("nishida", "説明"));
        var text = await Room.WrittenAsync("nakamura", "説明", await Ishikawa.ContentAsync());
        Office.Fine(await Ishikawa.SubmitAsync(text, "nakamura"));
        Office.Fine(await Ishikawa.ApproveAsync(text));

        Office.Fine(await Ishikawa.PublishAsync(text));
        await Prefecture.Okayama(store).RunJobsAsync();

        var delivery = Assert.Single(await Ishikawa.DeliveriesAsync(text));
        Assert.Equal(DeliveryState.Published, delivery.State);
        var line = GateKeeper.FromJson(delivery.GateJson).Single(l => l.Gate == "flare-up");
        Assert.Equal("is-3-9-a", line.Clause);
        Assert.Contains("「説明」", line.Detail.Ja, StringComparison.Ordinal);
        Assert.Contains("課長、担当２名", line.Detail.Ja, StringComparison.Ordinal);
        Assert.Equal((await Room.OpenAsync()).Id, (await Ishikawa.ReadAsync(text)).FlareUp);
        Assert.Contains("flare-up.stated", await store.DbAsync(db => db.Journal.Select(j => j.Verb).ToListAsync(Ct), IshikawaOffice.Body));
    }

    [Fact]
    public async Task is_3_9_b_Given_a_text_of_another_kind_than_decided_When_filed_Then_refused()
    {
        Office.Fine(await Room.DeclareAsync("nakamura"));
        var text = await Room.WrittenAsync("nakamura", "訂正", await Ishikawa.ContentAsync());
        Assert.Equal("is-3-9-a", (await Ishikawa.SubmitAsync(text, "nakamura"))?.Clause);

        Office.Fine(await Room.DecideAsync("nishida", "説明"));

        Assert.Equal("is-3-9-b", (await Ishikawa.SubmitAsync(text, "nakamura"))?.Clause);
    }

    private static DateTimeOffset Japan(int hour) => new(2026, 6, 18, hour, 0, 0, JapanTime.Offset);
}

public sealed class FlareUpOnSqlite(OfficeWithDuties store) : FlareUpTests(store), IClassFixture<OfficeWithDuties>;

public sealed class FlareUpOnPostgres(PostgresOfficeWithDuties store) : FlareUpTests(store), IClassFixture<PostgresOfficeWithDuties>;

using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>執務時間.</summary>
public abstract class WindowTests(TestStore store, DrillFaults faults) : OfficeTests(store)
{
    [Fact]
    public async Task gx_10_1_Given_a_routine_post_When_scheduled_for_Saturday_Then_refused_and_Monday_offered()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, at: Japan(2026, 6, 13, 10, 0)));

        Assert.Equal("gx-10-1", refusal.Clause);
        Assert.Contains("執務時間外です", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("2026年6月15日（月）08:30", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_10_1_Given_29_December_When_scheduling_Then_refused_and_4_January_offered_and_taken()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 12, 28, 16, 0);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, at: Japan(2026, 12, 29, 10, 0)));

        Assert.Contains("2027年1月4日（月）08:30", refusal.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Office.PublishAsync(id, at: Japan(2027, 1, 4, 10, 0)));
        Office.Clock.SetJapan(2027, 1, 4, 10, 0);
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task gx_10_1_Given_the_platform_fails_until_1716_When_the_retry_is_due_Then_it_is_held_and_the_officer_asked()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 18, 17, 14);
        Office.Fine(await Office.PublishAsync(id));
        faults.Publish.Enqueue(new DeliveryOutcome.TryLater(TimeSpan.FromMinutes(2), "busy"));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Scheduled, (await Office.DeliveryAsync(id)).State);

        Office.Clock.SetJapan(2026, 6, 18, 17, 16);
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Held, delivery.State);
        Assert.Contains("執務時間外です", delivery.TroubleText().Ja, StringComparison.Ordinal);
        Assert.Contains("delivery.held", await Office.KindsAsync("takahashi", id));
    }

    [Fact]
    public async Task gx_10_1_Given_the_platform_fails_within_the_hours_When_the_retry_is_due_Then_it_is_sent_once()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.PublishAsync(id));
        faults.Publish.Enqueue(new DeliveryOutcome.TryLater(TimeSpan.FromMinutes(2), "busy"));
        await Office.RunJobsAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(2));
        await Office.RunJobsAsync();
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, 2), (delivery.State, delivery.Attempts));
    }

    [Fact]
    public async Task gx_10_1_Given_a_schedule_that_is_over_fifteen_minutes_late_When_the_job_runs_Then_it_is_held()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddHours(1)));
        Office.Clock.Pass(TimeSpan.FromMinutes(76));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);
        Assert.Contains(GateKeeper.FromJson((await Office.DeliveryAsync(id)).GateJson), l => l is { Gate: "lateness", Passed: false, Clause: "gx-10-1" });
    }

    [Fact]
    public async Task gx_10_1_Given_Sunday_night_When_a_post_is_deleted_Then_no_hours_stand_in_the_way()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 14, 23, 0);
        Office.Fine(await Office.RemoveAsync(id, why: "日付の誤り"));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Removed, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task gx_15_2_1_Given_an_approved_item_wished_for_ten_When_unpublished_at_1015_Then_officer_and_supervisor_are_alerted()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 18, 10, 14);
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.unpublished", await Office.KindsAsync("takahashi", id));

        Office.Clock.SetJapan(2026, 6, 18, 10, 15);
        await Office.RemindAsync();

        Assert.Contains("reminder.unpublished", await Office.KindsAsync("takahashi", id));
        Assert.Equal("gx-15-2-1", Assert.Single(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "reminder.unpublished").Clause);
    }

    [Fact]
    public async Task gx_15_2_1_Given_the_event_in_the_text_was_yesterday_When_publishing_Then_it_is_stopped()
    {
        var content = await Office.ContentAsync("６月18日（木）に前橋警察署で防犯教室を開催します。どなたでも参加できます。");
        var id = await Office.ReadyAsync(content with { Subject = "防犯教室", ActivityOrSource = "防犯教室の開催" });
        Office.Clock.SetJapan(2026, 6, 19);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("gx-15-2-1", refusal.Clause);
        Assert.Contains("過ぎた日付", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_15_2_1_Given_the_event_in_the_text_is_past_When_the_section_gives_a_reason_and_all_decide_again_Then_it_goes_out()
    {
        var content = await Office.ContentAsync("６月18日（木）に前橋警察署で防犯教室を開催します。どなたでも参加できます。");
        var id = await Office.ReadyAsync(content with { Subject = "防犯教室", ActivityOrSource = "防犯教室の開催" });
        Office.Clock.SetJapan(2026, 6, 19);
        Assert.Equal("gx-15-2-1", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
        Office.Fine(await Office.ReexamineAsync(id, "開催日を過ぎたため"));
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "開催日を過ぎたため", "timing"));
        Office.Fine(await Office.EditAsync(id, c => c with { DesiredAt = Office.Clock.Now.AddDays(7).InJapan() }));

        var warning = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id));
        Assert.Equal("gx-15-2-1", warning.Clause);
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [warning.Finding.Key] = "来られなかった方にも配布資料を案内するため" };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.AssignAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
    }

    private static DateTimeOffset Japan(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, JapanTime.Offset);
}

public sealed class WindowOnSqlite(FaultySqliteOffice store) : WindowTests(store, store.Faults), IClassFixture<FaultySqliteOffice>;

public sealed class WindowOnPostgres(FaultyPostgresOffice store) : WindowTests(store, store.Faults), IClassFixture<FaultyPostgresOffice>;

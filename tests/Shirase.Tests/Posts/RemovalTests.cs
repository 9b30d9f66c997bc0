using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>誤りの申出, 直ちに削除 and the correction.</summary>
public abstract class RemovalTests(TestStore store, DrillFaults faults) : OfficeTests(store)
{
    [Fact]
    public async Task gx_13_4_1_Given_a_published_post_When_a_change_is_tried_Then_refused_and_the_register_keeps_the_text()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        var before = (await Office.DeliveryAsync(id)).OutgoingText;

        Assert.IsType<NotEditable>(await Office.EditAsync(id, c => c with { Body = "直しました。" }));
        Assert.NotNull(await Office.SubmitAsync(id));
        Assert.Equal(before, (await Office.DeliveryAsync(id)).OutgoingText);
    }

    [Fact]
    public async Task gx_13_4_4_Given_a_published_post_When_a_station_officer_reports_an_error_at_1930_Then_the_PR_officers_are_told_at_once_and_it_is_unconfirmed()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        Assert.IsType<ReasonNeeded>(await Office.ReportErrorAsync(id, " "));
        Office.Fine(await Office.ReportErrorAsync(id, "電話番号が違います"));

        var notice = Assert.Single(await Office.NoticesAsync("mori", id), n => n.Kind == "error.reported");
        Assert.Equal((Office.Clock.Now, "gx-13-4-4"), (notice.At, notice.Clause));
        var report = await ReportAsync(id);
        Assert.True(report.IsOpen);
        Assert.Null(report.AcknowledgedAt);

        Assert.IsType<OnlyPrOfficers>(await AnswerAsync(id, "tajima", false, null));
        Office.Fine(await AnswerAsync(id, "mori", false, null));
        Assert.Equal((await Office.WhoAsync("mori")).Staff, (await ReportAsync(id)).AcknowledgedBy);
        Assert.True((await ReportAsync(id)).IsOpen);
        Assert.IsType<ReasonNeeded>(await AnswerAsync(id, "mori", true, " "));
        Office.Fine(await AnswerAsync(id, "mori", true, "申出の番号が古いため"));
        Assert.Equal("no-error", (await ReportAsync(id)).Outcome);
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_confirmed_error_at_1932_When_the_officer_deletes_Then_it_is_gone_the_register_shows_it_and_all_are_told()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        Office.Fine(await Office.ReportErrorAsync(id, "電話番号が違います"));
        Office.Clock.SetJapan(2026, 6, 11, 19, 32);
        Office.Fine(await Office.RemoveAsync(id, "mori", "電話番号の誤り"));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, Office.Clock.Now, "電話番号の誤り"), (delivery.State, delivery.RemovedAt!.Value, delivery.RemovalReason));
        Assert.Equal((await Office.WhoAsync("mori")).Staff, delivery.RemovalBy);
        Assert.StartsWith("【特殊詐欺に注意】", delivery.OutgoingText, StringComparison.Ordinal);
        Assert.False(await StandsAsync(delivery));
        Assert.Equal(ApplicationState.Removed, (await Office.ReadAsync(id)).State);
        Assert.Equal("removed", (await ReportAsync(id)).Outcome);
        foreach (var login in new[] { "kobayashi", "hoshino", "tamura", "negishi" })
        {
            Assert.Equal("gx-13-4-5", Assert.Single(await Office.NoticesAsync(login, id), n => n.Kind == "delivery.removed").Clause);
        }
    }

    [Fact]
    public async Task gx_13_4_5_Given_the_platform_refuses_When_deleted_Then_it_is_tried_every_30_seconds_by_hand_too_and_the_supervisor_is_alarmed()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        faults.Remove.Enqueue(new DeliveryOutcome.TryLater(null, "busy"));
        faults.Remove.Enqueue(new DeliveryOutcome.Refused(RefusedBecause.Forbidden, "no"));
        // Says that it is gone while it still stands: only reading back tells
        faults.Remove.Enqueue(new DeliveryOutcome.Removed());
        Office.Fine(await Office.RemoveAsync(id, why: "日付の誤り"));
        await Office.RunJobsAsync();
        foreach (var login in new[] { "kobayashi", "takahashi" })
        {
            var notice = Assert.Single(await Office.NoticesAsync(login, id), n => n.Kind == "delivery.removal-failed");
            Assert.Contains("手作業で削除", notice.Text, StringComparison.Ordinal);
        }

        Office.Clock.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await Office.RunJobsAsync());
        Office.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Office.RunJobsAsync());
        Office.Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await Office.RunJobsAsync());
        Assert.Equal(DeliveryState.Removing, (await Office.DeliveryAsync(id)).State);
        Assert.Contains("まだ表示されています", (await Office.DeliveryAsync(id)).TroubleText().Ja, StringComparison.Ordinal);
        Office.Clock.Pass(TimeSpan.FromSeconds(30));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Removed, (await Office.DeliveryAsync(id)).State);
        Assert.Single(await Office.KindsAsync("kobayashi", id), k => k == "delivery.removal-failed");
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_report_or_a_deletion_over_five_minutes_When_the_minute_passes_Then_the_supervisor_is_alarmed_once()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReportErrorAsync(id, "日付が違います"));
        Office.Clock.Pass(TimeSpan.FromMinutes(5));
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.removal", await Office.KindsAsync("kobayashi", id));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await Office.RemindAsync();
        await Office.RemindAsync();

        Assert.Equal("gx-13-4-5", Assert.Single(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "reminder.removal").Clause);
    }

    [Fact]
    public async Task gx_13_4_5_Given_the_answer_of_a_publication_was_lost_When_deleted_Then_it_is_looked_for_removed_when_found_and_never_sent_again()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        faults.Publish.Enqueue(new DeliveryOutcome.Unknown("lost"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        var lost = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Unknown, lost.State);
        await PutOutsideAsync(lost);

        Office.Fine(await Office.RemoveAsync(id, why: "日付の誤り"));
        await Office.RunJobsAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, lost.Id.Value.ToString("N")), (delivery.State, delivery.RemoteId));
        Assert.False(await StandsAsync(delivery));
        Assert.NotNull(delivery.PublishedAt);
        Assert.Equal(ApplicationState.Removed, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_13_4_5_Given_the_answer_was_lost_and_nothing_stands_When_deleted_Then_it_is_looked_for_for_ten_minutes_and_not_offered_again()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        faults.Publish.Enqueue(new DeliveryOutcome.Unknown("lost"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(9));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Removing, (await Office.DeliveryAsync(id)).State);
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, null, ""), (delivery.State, delivery.PublishedAt, delivery.RemoteId));
        Assert.Equal(ApplicationState.Removed, (await Office.ReadAsync(id)).State);
        Assert.NotNull(await Office.PublishAsync(id));
        Assert.IsType<RemovalIsOrdered>(await Office.RemoveAsync(id));
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_post_that_stands_and_one_still_scheduled_When_deleted_Then_nothing_of_it_leaves_any_more()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        var first = await Office.DeliveryAsync(id);
        var later = new PostDelivery(new(Guid.CreateVersion7()), Office.Body, id, first.Version, first.ContentHash, first.Account, first.Channel, first.OrderedBy, Office.Clock.Now, Office.Clock.Now.AddHours(1), first.Terminal, first.OutgoingText);
        await Office.Store.DbAsync(db =>
        {
            db.Add(later);
            return db.SaveChangesAsync(Ct);
        }, Office.Body);

        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();

        var states = await Office.Store.DbAsync(db => db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToDictionaryAsync(d => d.Id, d => d.State, Ct), Office.Body);
        Assert.Equal((DeliveryState.Removed, DeliveryState.Cancelled), (states[first.Id], states[later.Id]));
        Assert.Equal(ApplicationState.Removed, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_text_that_differs_outside_When_deleted_Then_what_stood_there_is_kept_first()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        faults.Read = post => post with { Text = post.Text + "（改ざん）" };
        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();
        faults.Read = null;

        var delivery = await Office.DeliveryAsync(id);
        Assert.EndsWith("（改ざん）", delivery.StoodAs, StringComparison.Ordinal);
        Assert.DoesNotContain("改ざん", delivery.OutgoingText, StringComparison.Ordinal);
        Assert.True(delivery.StoodAt <= delivery.RemovedAt);
    }

    [Fact]
    public async Task gx_13_4_5_Given_it_cannot_be_verified_When_five_minutes_pass_each_time_Then_the_alarm_comes_again_until_somebody_saw_it_gone()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Refuses(100);
        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();
        await MinutesAsync(11);
        Assert.Equal(2, await AlarmsAsync(id));

        var delivery = await Office.DeliveryAsync(id);
        Assert.IsType<OnlyPrOfficers>(await ByHandAsync(id, delivery, "kobayashi", "消えていた"));
        Assert.IsType<ByHandNeedsWhatWasSeen>(await ByHandAsync(id, delivery, "mori", " "));
        Assert.IsType<ByHandAtAnotherTime>(await ByHandAsync(id, delivery, "mori", "消えていた", 5));
        await PutAwayAsync(delivery);
        Office.Fine(await ByHandAsync(id, delivery, "mori", "アドレスを開き「削除されました」の表示を確認"));
        Office.Clock.Pass(TimeSpan.FromSeconds(30));
        await Office.RunJobsAsync();

        var gone = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Removed, (await Office.WhoAsync("mori")).Staff, "アドレスを開き「削除されました」の表示を確認"), (gone.State, gone.ByHandBy!.Value, gone.ByHandSeen));
        await MinutesAsync(11);
        Assert.Equal(2, await AlarmsAsync(id));
        faults.Remove.Clear();
    }

    [Fact]
    public async Task gx_13_4_5_Given_it_was_entered_as_deleted_by_hand_and_stands_When_it_is_read_back_Then_the_alarm_begins_again()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Refuses(100);
        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();
        var delivery = await Office.DeliveryAsync(id);
        Office.Fine(await ByHandAsync(id, delivery, "mori", "画面から消えた"));
        Office.Clock.Pass(TimeSpan.FromSeconds(30));
        await Office.RunJobsAsync();

        var again = await Office.DeliveryAsync(id);
        Assert.True(again.IsAlarming);
        Assert.Equal("画面から消えた", again.ByHandSeen);
        Assert.Contains(await Office.NoticesAsync("mori", id), n => n.Kind == "delivery.removal-failed" && n.Text.Contains("手作業で削除したはず", StringComparison.Ordinal));
        await MinutesAsync(11);
        Assert.Equal(2, await AlarmsAsync(id));
        faults.Remove.Clear();
    }

    private Task<ErrorReport> ReportAsync(PostApplicationId id) =>
        Office.Store.DbAsync(db => db.ErrorReports.AsNoTracking().SingleAsync(r => r.Application == id, Ct));

    private async Task<Refusal?> AnswerAsync(PostApplicationId id, string login, bool noError, string? why)
    {
        var report = await ReportAsync(id);
        return await Office.AskAsync<Removing, Refusal?>(login, (r, w) => r.AnswerErrorAsync(id, w, report.Id, noError, why, Ct));
    }

    private void Refuses(int times)
    {
        for (var i = 0; i < times; i++)
        {
            faults.Remove.Enqueue(new DeliveryOutcome.Refused(RefusedBecause.Forbidden, "no"));
        }
    }

    private async Task MinutesAsync(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            Office.Clock.Pass(TimeSpan.FromMinutes(1));
            await Office.RunJobsAsync();
            await Office.RemindAsync();
        }
    }

    private async Task<int> AlarmsAsync(PostApplicationId id)
    {
        Assert.Equal((await Office.KindsAsync("kobayashi", id)).Count(k => k == "reminder.still-standing"), (await Office.KindsAsync("takahashi", id)).Count(k => k == "reminder.still-standing"));
        return (await Office.KindsAsync("mori", id)).Count(k => k == "reminder.still-standing");
    }

    private Task<Refusal?> ByHandAsync(PostApplicationId id, PostDelivery delivery, string login, string seen, int minutesAhead = 0) =>
        Office.AskAsync<Removing, Refusal?>(login, (r, w) => r.EnterByHandAsync(id, w, delivery.Id, Office.Clock.Now.AddMinutes(minutesAhead), seen, Ct));

    // As the platform would have it after an answer that never arrived
    private Task<PracticePost> PutOutsideAsync(PostDelivery delivery) => Office.Store.AskAsync<IPracticeTimeline, PracticePost>(
        t => t.AddAsync(new(Office.Body, delivery.Id.Value.ToString("N"), "gunma_police", DrillDelivery.Mark + delivery.OutgoingText, [], Office.Clock.Now), Ct), Office.Body);

    // Somebody deletes it on the platform itself
    private Task<bool> PutAwayAsync(PostDelivery delivery) => Office.Store.AskAsync<IPracticeTimeline, bool>(
        async t =>
        {
            await t.RemoveAsync(Office.Body, delivery.RemoteId, Ct);
            return true;
        }, Office.Body);

    private Task<bool> StandsAsync(PostDelivery delivery) =>
        Office.Store.DbAsync(db => db.PracticePosts.AnyAsync(p => p.Id == delivery.RemoteId && p.RemovedAt == null, Ct));
}

public sealed class RemovalOnSqlite(FaultySqliteOffice store) : RemovalTests(store, store.Faults), IClassFixture<FaultySqliteOffice>;

public sealed class RemovalOnPostgres(FaultyPostgresOffice store) : RemovalTests(store, store.Faults), IClassFixture<FaultyPostgresOffice>;

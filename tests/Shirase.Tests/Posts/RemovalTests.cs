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
    public async Task gx_13_4_1_Given_a_deleted_post_When_the_correction_is_prepared_Then_a_new_application_opens_filled_and_linked_and_needs_every_decision()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.RemoveAsync(id, why: "番号の誤り"));
        await Office.RunJobsAsync();

        var correction = (await Office.CorrectAsync(id)).Value;

        var opened = await Office.ReadAsync(correction);
        Assert.Equal(id, opened.CorrectionOf);
        Assert.Equal((await Office.ReadAsync(id)).Current.Content.Body, opened.Current.Content.Body);
        Assert.Equal(ApplicationState.Draft, opened.State);
        Assert.Empty(opened.Decisions);
        Assert.IsType<NotOfThisUnit>((await Office.CorrectAsync(id, "hoshino")).Refusal);
        var draft = await Office.ToExaminationAsync(await Office.ContentAsync());
        Assert.Equal("gx-13-4-1", Assert.IsType<OnlyPublishedIsCorrected>((await Office.CorrectAsync(draft)).Refusal).Clause);
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

    private Task<ErrorReport> ReportAsync(PostApplicationId id) =>
        Office.Store.DbAsync(db => db.ErrorReports.AsNoTracking().SingleAsync(r => r.Application == id, Ct));

    private async Task<Refusal?> AnswerAsync(PostApplicationId id, string login, bool noError, string? why)
    {
        var report = await ReportAsync(id);
        return await Office.AskAsync<Removing, Refusal?>(login, (r, w) => r.AnswerErrorAsync(id, w, report.Id, noError, why, Ct));
    }

    private Task<bool> StandsAsync(PostDelivery delivery) =>
        Office.Store.DbAsync(db => db.PracticePosts.AnyAsync(p => p.Id == delivery.RemoteId && p.RemovedAt == null, Ct));
}

public sealed class RemovalOnSqlite(FaultySqliteOffice store) : RemovalTests(store, store.Faults), IClassFixture<FaultySqliteOffice>;

public sealed class RemovalOnPostgres(FaultyPostgresOffice store) : RemovalTests(store, store.Faults), IClassFixture<FaultyPostgresOffice>;

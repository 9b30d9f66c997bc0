using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>岡山 5(1): duty hours 8:30 to 17:15, policy hours 9:00 to 17:00, and the emergency clause. Thursday 14 May 2026.</summary>
public abstract class OkayamaHoursTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Office { get; } = Prefecture.Okayama(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(TestContext.Current.CancellationToken);
        At(9, 30);
        TestKit.Posts.Office.Fine(await PolicyAsync(p => p with { From = new(9, 0), To = new(17, 0), EmergencyCases = "災害時\n誤情報の訂正", MayRepost = true }));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_5_1_b_Given_20_00_on_a_working_day_without_emergency_When_scheduled_Then_refused_with_both_hours()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, Clock(20, 0)));

        Assert.Equal("ok-5-1-b", refusal.Clause);
        Assert.Contains("勤務時間内かつ運用時間内", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_1_b_Given_a_post_scheduled_within_the_hours_When_it_falls_due_after_them_Then_held_and_not_sent()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id, Clock(16, 55)));
        At(18, 0);

        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task ok_5_1_c_Given_duty_8_30_and_policy_9_00_When_ordered_at_8_45_Then_refused_and_the_message_shows_9_00_to_17_00()
    {
        var id = await Office.ReadyAsync(await Office.RepostAsync());
        At(8, 45);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("ok-5-1-c", refusal.Clause);
        Assert.Contains("9:00～17:00", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_1_c_Given_a_wish_at_17_10_When_filed_Then_refused_with_9_00_to_17_00()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { DesiredAt = Clock(17, 10) });

        var refusal = Assert.IsType<OutsidePolicyHours>(await Office.SubmitAsync(id));

        Assert.Equal("ok-5-1-c", refusal.Clause);
        Assert.Contains("9:00～17:00", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_1_c_Given_9_30_When_ordered_Then_it_goes_out()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());

        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task ok_5_1_d_Given_a_policy_without_emergency_clause_When_filed_at_22_00_Then_refused()
    {
        TestKit.Posts.Office.Fine(await PolicyAsync(p => p with { EmergencyCases = "" }));
        At(22, 0);
        var id = await Office.BeginAsync(await EmergencyAsync("災害時"));

        var refusal = Assert.IsType<PolicyHasNoEmergencyClause>(await Office.SubmitAsync(id));

        Assert.Equal("ok-5-1-d", refusal.Clause);
        Assert.Contains("運用ポリシーに緊急時の定めがありません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_1_d_Given_the_clause_taken_out_after_approval_When_ordered_at_22_00_Then_the_gate_refuses()
    {
        At(22, 0);
        var id = await Office.ReadyAsync(await EmergencyAsync("災害時"));
        TestKit.Posts.Office.Fine(await PolicyAsync(p => p with { EmergencyCases = "" }));

        var lines = await Office.AskAsync<Publishing, IReadOnlyList<(OfficialAccount Account, IReadOnlyList<GateLine> Lines)>>(
            "namba", (p, w) => p.PreviewAsync(id, w, null, null, TestContext.Current.CancellationToken));

        var closed = lines[0].Lines.Where(l => !l.Passed).ToList();
        Assert.Contains(closed, l => l is { Gate: "emergency-clause", Clause: "ok-5-1-d" });
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task ok_5_1_d_Given_a_case_that_the_policy_does_not_name_When_filed_Then_refused_with_the_cases()
    {
        At(22, 0);
        var id = await Office.BeginAsync(await EmergencyAsync("イベントの急な変更"));

        var refusal = Assert.IsType<EmergencyCaseNotChosen>(await Office.SubmitAsync(id));

        Assert.Contains("災害時、誤情報の訂正", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_1_d_Given_case_and_reason_at_22_00_When_the_head_approves_Then_sent_and_case_reason_and_approval_are_on_file()
    {
        At(22, 0);
        var id = await Office.PublishedAsync(await EmergencyAsync("災害時"));

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        Assert.Equal("災害時", application.Current.Content.EmergencyCase);
        Assert.NotEmpty(application.Current.Content.GroundReason);
        var head = await Office.WhoAsync("miyake");
        Assert.Contains(application.StandingApprovals(), d => d.By == head.Staff && d.Clause == "ok-5-1-d");
    }

    [Fact]
    public async Task ok_5_1_d_Given_an_emergency_post_When_a_colleague_tries_to_approve_it_Then_refused_for_want_of_the_heads_seat()
    {
        At(22, 0);
        var id = await Office.BeginAsync(await EmergencyAsync("災害時"));
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        var refusal = await Office.ApproveAsync(id, "fujiwara");

        Assert.IsType<NoSeatInThisStep>(refusal);
    }

    [Fact]
    public async Task ok_g_6_Given_19_30_and_no_emergency_When_a_repost_is_ordered_Then_refused_like_a_post_and_noted()
    {
        var id = await Office.ReadyAsync(await Office.RepostAsync());
        At(19, 30);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("ok-5-1-b", refusal.Clause);
        Assert.Contains("勤務時間内かつ運用時間内", refusal.Text.Ja, StringComparison.Ordinal);
        var attempts = await store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == "access.refused" && j.Detail.Contains(id.ToString())).Select(j => j.Detail).ToListAsync(Ct), Office.Body);
        Assert.Contains("ok-5-1-b", Assert.Single(attempts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_6_1_a_Given_a_wrong_date_was_posted_When_the_correction_is_begun_Then_the_original_is_kept_with_its_time_and_the_draft_holds_old_and_new()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        At(10, 0);
        TestKit.Posts.Office.Fine(await Office.AskAsync<Correcting, Refusal?>("namba", (c, w) => c.WriteAsync(id, w, new("見頃です", "見頃は終わりました", ""), Ct)));

        var begun = await Office.AskAsync<Correcting, Result<PostApplicationId>>("namba", (c, w) => c.ApplyAsync(id, w, Ct));

        var draft = (await Office.ReadAsync(begun.Value)).Current.Content;
        Assert.StartsWith("訂正", draft.Subject, StringComparison.Ordinal);
        Assert.All(["見頃です", "見頃は終わりました"], w => Assert.Contains(w, draft.Body, StringComparison.Ordinal));
        var original = await Office.DeliveryAsync(id);
        Assert.Contains("桃の花", original.OutgoingText, StringComparison.Ordinal);
        Assert.NotNull(original.PublishedAt);
    }

    [Fact]
    public async Task ok_6_1_a_Given_a_wrong_post_at_17_25_When_deleted_Then_it_goes_out_of_hours_too_and_the_copy_stays()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        At(17, 25);

        TestKit.Posts.Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Removed, delivery.State);
        Assert.Contains("桃の花", delivery.OutgoingText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_6_1_a_Given_a_wrong_post_at_17_25_When_corrected_under_the_emergency_clause_Then_it_is_sent_and_linked()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        At(17, 25);
        TestKit.Posts.Office.Fine(await Office.AskAsync<Correcting, Refusal?>("namba", (c, w) => c.WriteAsync(id, w, new("見頃です", "見頃は終わりました", ""), Ct)));
        var begun = await Office.AskAsync<Correcting, Result<PostApplicationId>>("namba", (c, w) => c.ApplyAsync(id, w, Ct));
        var correction = await Office.ReadAsync(begun.Value);
        var content = await EmergencyAsync("誤情報の訂正");
        TestKit.Posts.Office.Fine(await Office.AskAsync<Drafting, Refusal?>("namba", (d, w) => d.SaveAsync(begun.Value, w, correction.Current.Content with
        {
            DesiredAt = Clock(17, 30),
            Ground = content.Ground,
            GroundReason = content.GroundReason,
            EmergencyCase = content.EmergencyCase,
            Release = content.Release,
            Website = content.Website,
        }, correction.Revision, Ct)));

        TestKit.Posts.Office.Fine(await Office.SubmitAsync(begun.Value));
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(begun.Value, "miyake"));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(begun.Value));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(begun.Value)).State);
        Assert.Equal(id, (await Office.ReadAsync(begun.Value)).CorrectionOf);
    }

    [Fact]
    public async Task ok_6_1_b_Given_an_error_reported_at_10_00_When_an_hour_passes_without_correction_Then_the_stopwatch_is_late()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        At(10, 0);
        TestKit.Posts.Office.Fine(await Office.AskAsync<Removing, Refusal?>("fujiwara", (r, w) => r.ReportErrorAsync(id, w, "日付が違う", Ct)));
        TestKit.Posts.Office.Fine(await Office.AskAsync<Correcting, Refusal?>("namba", (c, w) => c.WriteAsync(id, w, new("見頃です", "見頃は終わりました", ""), Ct)));

        var course = await store.DbAsync(async db => new ErrorCourse(
            await db.ErrorReports.Where(r => r.Application == id).ToListAsync(Ct), await db.Deliveries.Where(d => d.Application == id).ToListAsync(Ct),
            await db.Corrections.SingleAsync(c => c.Target == id, Ct), []), Office.Body);
        var regulation = TestStore.Regulations.Versions("okayama-social-media")[0];

        Assert.False(Step(10, 59).IsLate);
        Assert.True(Step(11, 1).IsLate);
        ErrorStep Step(int hour, int minute) => course.Steps(regulation, Clock(hour, minute)).Single(s => s.Stage == ErrorStage.Corrected);
    }

    private Task<Refusal?> PolicyAsync(Func<PolicyFacts, PolicyFacts> change) => Office.PolicyAsync(change);

    private async Task<PostContent> EmergencyAsync(string named) => await Office.ContentAsync("台風のため、本日の観光列車は運休しています。") with
    {
        Ground = "emergency",
        GroundReason = "観光客が駅に集まり始めており、翌朝では間に合わないため。",
        EmergencyCase = named,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private void At(int hour, int minute) => store.Clock.SetJapan(2026, 5, 14, hour, minute);

    private static DateTimeOffset Clock(int hour, int minute) => new(2026, 5, 14, hour, minute, 0, JapanTime.Offset);
}

public sealed class OkayamaHoursOnSqlite(SqlitePrefectures store) : OkayamaHoursTests(store), IClassFixture<SqlitePrefectures>;

public sealed class OkayamaHoursOnPostgres(PostgresPrefectures store) : OkayamaHoursTests(store), IClassFixture<PostgresPrefectures>;

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>訂正 as an object: its facts, its one application, its audience, its notice and its fences.</summary>
public abstract class CorrectionTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_13_4_1_Given_a_deleted_post_When_the_correction_is_applied_for_Then_a_new_application_opens_with_the_right_facts_on_the_same_accounts()
    {
        var id = await RemovedAsync();
        Assert.IsType<NoCorrection>((await Office.CorrectAsync(id)).Refusal);
        Assert.IsType<CorrectionNeedsBoth>(await Office.WriteCorrectionAsync(id, right: " "));
        Office.Fine(await Office.WriteCorrectionAsync(id));

        var correction = (await Office.CorrectAsync(id)).Value;

        var opened = await Office.ReadAsync(correction);
        var content = opened.Current.Content;
        Assert.Equal((id, ApplicationState.Draft, 0), (opened.CorrectionOf, opened.State, opened.Decisions.Count));
        Assert.Equal("訂正：特殊詐欺に注意", content.Subject);
        Assert.Equal("6月11日（木）10:00の投稿で「110番」とお知らせしましたが、正しくは「#9110」です。お詫びして訂正します。元の投稿は削除しました。", content.Body);
        Assert.Equal([await Office.DrillAccountAsync()], content.Accounts);
        Assert.IsType<NotOfThisUnit>((await Office.CorrectAsync(id, "hoshino")).Refusal);
        var draft = await Office.ToExaminationAsync(await Office.ContentAsync());
        Assert.Equal("gx-13-4-1", Assert.IsType<OnlyPublishedIsCorrected>(await Office.WriteCorrectionAsync(draft)).Clause);
    }

    [Fact]
    public async Task gx_13_4_1_Given_a_correction_When_it_takes_the_ordinary_way_Then_it_stands_and_cannot_be_fired_again()
    {
        var id = await RemovedAsync();
        Office.Fine(await Office.WriteCorrectionAsync(id));
        var correction = (await Office.CorrectAsync(id)).Value;
        Assert.Equal(correction, (await Office.CorrectAsync(id, "sekiguchi")).Value);
        Assert.IsType<CorrectionBegun>(await AbandonAsync(id, "要らない"));
        Office.Fine(await Office.EditAsync(correction, c => c with { DesiredAt = new DateTimeOffset(2026, 6, 18, 10, 0, 0, JapanTime.Offset) }));
        Office.Fine(await Office.SubmitAsync(correction));
        Office.Fine(await Office.CheckAsync(correction));
        Office.Fine(await Office.ApproveAsync(correction, "negishi"));
        if ((await Office.ReadAsync(correction)).Step == "assignment")
        {
            Office.Fine(await Office.AssignAsync(correction));
        }

        Office.Fine(await Office.ApproveAsync(correction, "kobayashi"));
        Office.Fine(await Office.PublishAsync(correction));
        await Office.RunJobsAsync();

        Assert.StartsWith("【訂正：特殊詐欺に注意】", (await Office.DeliveryAsync(correction)).OutgoingText, StringComparison.Ordinal);
        Assert.IsType<AlreadyCorrected>((await Office.CorrectAsync(id)).Refusal);
        var before = await CountAsync();
        Office.Clock.Pass(TimeSpan.FromDays(1));
        await Office.RunJobsAsync();
        await Office.RemindAsync();
        Assert.Equal(before, await CountAsync());

        // A correction of a correction is a new one, on the word of a person
        Assert.IsType<NoCorrection>((await Office.CorrectAsync(correction)).Refusal);
        Office.Fine(await Office.WriteCorrectionAsync(correction, wrong: "#9110", right: "#8080"));
        var second = (await Office.CorrectAsync(correction)).Value;
        Assert.NotEqual(correction, second);
        Assert.StartsWith("訂正：特殊詐欺", (await Office.ReadAsync(second)).Current.Content.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_4_1_Given_a_correcting_draft_When_another_account_is_chosen_Then_it_goes_where_the_wrong_words_went()
    {
        var id = await RemovedAsync();
        Office.Fine(await Office.WriteCorrectionAsync(id));
        var correction = (await Office.CorrectAsync(id)).Value;

        Office.Fine(await Office.EditAsync(correction, c => c with { Accounts = [], Extension = "1234" }));

        var content = (await Office.ReadAsync(correction)).Current.Content;
        Assert.Equal(("1234", await Office.DrillAccountAsync()), (content.Extension, Assert.Single(content.Accounts)));
    }

    [Fact]
    public async Task gx_13_4_1_Given_two_corrections_of_one_post_When_both_are_stored_Then_the_database_takes_one()
    {
        var id = await RemovedAsync();
        Office.Fine(await Office.WriteCorrectionAsync(id));
        var staff = (await Office.WhoAsync("mori")).Staff;
        Task<int> AnotherAsync() => Office.Store.DbAsync(db =>
        {
            db.Add(new Correction(Guid.NewGuid(), Office.Body, id, staff, Office.Clock.Now, staff, Office.Clock.Now, null, false));
            return db.SaveChangesAsync(Ct);
        }, Office.Body);

        await Assert.ThrowsAsync<DbUpdateException>(AnotherAsync);
        Assert.IsType<ReasonNeeded>(await AbandonAsync(id, " "));
        Office.Fine(await AbandonAsync(id, "申出が誤りであったため"));
        Assert.Equal(1, await AnotherAsync());
    }

    [Fact]
    public async Task gx_13_4_1_Given_a_withdrawn_correction_When_applied_for_again_Then_a_new_draft_replaces_it()
    {
        var id = await RemovedAsync();
        Office.Fine(await Office.WriteCorrectionAsync(id));
        var first = (await Office.CorrectAsync(id)).Value;
        Office.Fine(await Office.WithdrawAsync(first, "書き直すため"));

        var second = (await Office.CorrectAsync(id)).Value;

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await CorrectionAsync(id)).Application);
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_written_correction_When_it_is_announced_Then_not_by_its_writer_not_by_others_and_only_once()
    {
        var id = await RemovedAsync();
        Assert.IsType<NoCorrection>(await Office.AnnounceAsync(id));
        Office.Fine(await Office.WriteCorrectionAsync(id, "kobayashi"));
        Assert.IsType<WriterDoesNotAnnounce>(await Office.AnnounceAsync(id));
        foreach (var login in new[] { "mori", "tamura", "negishi" })
        {
            Assert.IsType<OnlyOfficersAnnounce>(await Office.AnnounceAsync(id, login));
        }

        Office.Fine(await Office.AnnounceAsync(id, "hoshino"));

        var correction = await CorrectionAsync(id);
        var notice = await Office.Store.DbAsync(db => db.WebsiteNotices.SingleAsync(n => n.Id == correction.NoticeId, Ct), Office.Body);
        Assert.Contains("【訂正のお知らせ】", notice.Text, StringComparison.Ordinal);
        Assert.Contains("（誤）110番\n（正）#9110", notice.Text, StringComparison.Ordinal);
        Assert.StartsWith("【訓練】", notice.Text, StringComparison.Ordinal);
        Assert.IsType<CorrectionIsAnnounced>(await Office.AnnounceAsync(id));
        Assert.IsType<CorrectionIsAnnounced>(await Office.WriteCorrectionAsync(id, right: "ほかの番号"));
        Assert.Contains("correction.announced", await Office.KindsAsync("tamura", id));
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_report_at_1930_When_everything_is_done_Then_the_stopwatch_tells_each_stage_against_its_target()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 11, 19, 30);
        Office.Fine(await Office.ReportErrorAsync(id, "番号が違います"));
        Office.Clock.SetJapan(2026, 6, 11, 19, 32);
        Office.Fine(await Office.RemoveAsync(id, "mori"));
        await Office.RunJobsAsync();
        Office.Clock.SetJapan(2026, 6, 11, 20, 10);
        Office.Fine(await Office.WriteCorrectionAsync(id));
        Office.Fine(await Office.AnnounceAsync(id));

        var course = await CourseAsync(id);
        var steps = course.Steps(TestStore.Regulations.Find("gunma-police-x", (await Office.ReadAsync(id)).RegulationVersion)!, Office.Clock.Now);

        Assert.Equal(
            [(ErrorStage.Reported, false, null), (ErrorStage.RemovalOrdered, false, 2), (ErrorStage.Gone, false, 2), (ErrorStage.Announced, true, 40), (ErrorStage.Corrected, false, 40)],
            steps.Select(s => (s.Stage, s.IsLate, (int?)s.Took?.TotalMinutes)));
        Assert.Equal([null, null, 5, 30, 60], steps.Select(s => s.TargetMinutes));
        Assert.Null(steps[^1].At);
        Assert.Equal((await Office.WhoAsync("tajima")).Staff, course.Correction!.FoundBy);
    }

    private async Task<PostApplicationId> RemovedAsync()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.RemoveAsync(id, why: "番号の誤り"));
        await Office.RunJobsAsync();
        return id;
    }

    private Task<Refusal?> AbandonAsync(PostApplicationId id, string why) =>
        Office.AskAsync<Correcting, Refusal?>("tamura", (c, w) => c.AbandonAsync(id, w, why, Ct));

    private Task<Correction> CorrectionAsync(PostApplicationId id) =>
        Office.Store.DbAsync(db => db.Corrections.AsNoTracking().SingleAsync(c => c.Target == id && c.AbandonedAt == null, Ct), Office.Body);

    private Task<(int, int, int)> CountAsync() => Office.Store.DbAsync(
        async db => (await db.Applications.CountAsync(Ct), await db.Deliveries.CountAsync(Ct), await db.Corrections.CountAsync(Ct)), Office.Body);

    private Task<ErrorCourse> CourseAsync(PostApplicationId id) => Office.Store.DbAsync(async db => new ErrorCourse(
        await db.ErrorReports.AsNoTracking().Where(r => r.Application == id).ToListAsync(Ct),
        await db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(Ct),
        await db.Corrections.AsNoTracking().SingleAsync(c => c.Target == id, Ct),
        []), Office.Body);
}

public sealed class CorrectionOnSqlite(SqliteOffice store) : CorrectionTests(store), IClassFixture<SqliteOffice>;

public sealed class CorrectionOnPostgres(PostgresOffice store) : CorrectionTests(store), IClassFixture<PostgresOffice>;

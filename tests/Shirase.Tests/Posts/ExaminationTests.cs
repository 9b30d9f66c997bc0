using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>審査, 差戻し and 却下 by the operation officer.</summary>
public abstract class ExaminationTests(TestStore store) : OfficeTests(store)
{
    private const string Why = "捜査の場所が分かるため";

    [Theory]
    [InlineData("within-9")]
    [InlineData("not-better-elsewhere")]
    [InlineData("press-release-state")]
    [InlineData("timing")]
    [InlineData("out-of-hours-ground")]
    public Task gx_12_3_2_Given_one_unanswered_line_When_the_officer_approves_Then_refused_and_the_line_is_named(string line) =>
        RefusedWithoutAsync(line, "gx-12-3-2");

    [Theory]
    [InlineData("facts")]
    [InlineData("secrecy")]
    [InlineData("rights-examined")]
    [InlineData("length")]
    [InlineData("consistency-examined")]
    public Task gx_12_3_3_Given_one_unanswered_line_When_the_officer_approves_Then_refused_and_the_line_is_named(string line) =>
        RefusedWithoutAsync(line, "gx-12-3-3");

    [Fact]
    public async Task gx_12_3_3_Given_an_attached_release_When_it_is_examined_Then_its_words_stand_beside_and_the_answer_is_kept()
    {
        var content = await Office.ContentAsync();
        var id = await Office.ToExaminationAsync(content with
        {
            NoRelatedDocuments = false,
            RelatedDocuments = [new("press-release", "広報第12号", "市役所の職員をかたる電話が続いています。")],
        });

        Assert.Equal("広報第12号", Assert.Single((await Office.ReadAsync(id)).Current.Content.RelatedDocuments).Title);
        Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "kobayashi", null, "consistency-examined"));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        var answer = (await Office.ReadAsync(id)).ConfirmationOf("consistency-examined");
        Assert.Equal((await Office.WhoAsync("kobayashi")).Staff, answer?.By);
    }

    [Fact]
    public Task gx_15_1_2_Given_the_line_no_conflict_with_law_unanswered_When_approving_Then_refused() =>
        RefusedWithoutAsync("law", "gx-15-1-2");

    [Fact]
    public Task gx_p_3_1_2_Given_nobody_found_it_necessary_When_approving_Then_refused() =>
        RefusedWithoutAsync("necessity", "gx-8-2-3");

    [Fact]
    public Task gx_13_2_2_Given_the_line_clear_and_easy_unanswered_When_approving_Then_refused() =>
        RefusedWithoutAsync("wording-clear", "gx-13-2-2");

    [Fact]
    public async Task gx_12_4_2_Given_the_officer_returns_it_with_code_and_text_When_saved_Then_the_manager_is_told_at_once_with_number_subject_code_and_text()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", Why));

        var application = await Office.ReadAsync(id);
        var notice = Assert.Single(await Office.NoticesAsync("hoshino", id), n => n.Kind == "application.returned");
        Assert.Equal(Office.Clock.Now, notice.At);
        Assert.Equal("gx-12-4-2", notice.Clause);
        Assert.All([application.Number, "特殊詐欺に注意", "保秘", Why], part => Assert.Contains(part, notice.Text, StringComparison.Ordinal));
        Assert.Equal("secrecy", application.Decisions[^1].ReasonCode);
    }

    [Fact]
    public async Task gx_12_4_2_Given_an_empty_reason_or_an_unknown_code_When_refusing_Then_it_is_not_saved()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());

        Assert.IsType<ReasonNeeded>(await Office.ReturnAsync(id, "kobayashi", "　"));
        Assert.IsType<ReasonNeeded>(await Office.RejectAsync(id, "kobayashi", null));
        Assert.IsType<ReasonCodeNeeded>(await Office.RejectAsync(id, "kobayashi", Why, "no-such-code"));
        Assert.Equal("examination", (await Office.ReadAsync(id)).Step);
        Assert.DoesNotContain("application.rejected", await Office.KindsAsync("hoshino", id));
    }

    [Fact]
    public async Task gx_12_4_2_Given_a_rejection_When_it_is_saved_Then_the_case_ends_and_stays_in_the_register()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.RejectAsync(id, "kobayashi", Why, "other-channel"));

        Assert.Equal(ApplicationState.Rejected, (await Office.ReadAsync(id)).State);
        Assert.Contains("application.rejected", await Office.KindsAsync("hoshino", id));
        Assert.IsType<NotEditable>(await Office.EditAsync(id, c => c with { Extension = "1" }));
    }

    [Fact]
    public async Task gx_12_4_3_Given_a_refusal_When_the_author_revises_Then_version_2_opens_with_the_old_content_and_needs_the_head_again()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", Why));
        Assert.Contains("application.returned", await Office.KindsAsync("tamura", id));
        Assert.Contains("application.returned", await Office.KindsAsync("negishi", id));
        var first = (await Office.ReadAsync(id)).Current;

        Office.Fine(await Office.EditAsync(id, c => c with { Body = c.Body + "御家族にもお知らせください。" }));

        var application = await Office.ReadAsync(id);
        Assert.Equal(2, application.Current.Number);
        Assert.StartsWith(first.Content.Body, application.Current.Content.Body, StringComparison.Ordinal);
        Assert.Equal(first.Hash, application.Versions.Single(v => v.Number == 1).Hash);
        Assert.IsType<HeadHasNotDecided>(await Office.DispatchAsync(id));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("assignment", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_12_4_3_Given_a_refusal_When_nothing_happens_for_a_working_day_Then_the_head_is_reminded()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 12, 16, 0);
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", Why));
        Office.Clock.SetJapan(2026, 6, 15, 17, 0);
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.returned", await Office.KindsAsync("negishi", id));

        Office.Clock.SetJapan(2026, 6, 15, 17, 16);
        await Office.RemindAsync();

        Assert.Equal("gx-12-4-3", Assert.Single(await Office.NoticesAsync("negishi", id), n => n.Kind == "reminder.returned").Clause);
    }

    [Fact]
    public async Task gx_12_4_3_Given_a_refusal_that_the_manager_held_since_When_nothing_happens_Then_the_head_is_reminded_all_the_same()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 12, 16, 0);
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", Why));
        Office.Fine(await Office.HoldAsync(id, "確かめる間"));
        Office.Clock.SetJapan(2026, 6, 15, 17, 16);
        await Office.RemindAsync();

        Assert.Contains("reminder.returned", await Office.KindsAsync("negishi", id));
    }

    [Fact]
    public async Task gx_9_1_Given_neither_class_fits_When_the_officer_refuses_as_outside_9_Then_the_reason_reaches_the_section()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.RejectAsync(id, "kobayashi", "民間の商品の宣伝であるため", "outside-9"));

        var notice = Assert.Single(await Office.NoticesAsync("tamura", id), n => n.Kind == "application.rejected");
        Assert.Contains("発信できる情報に当たらない", notice.Text, StringComparison.Ordinal);
        Assert.Contains("民間の商品の宣伝であるため", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_3_1_2_Given_a_correct_application_that_is_not_needed_When_the_officer_refuses_it_Then_the_code_and_the_reason_reach_the_applicant()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.RejectAsync(id, "kobayashi", "同じ週に同じ注意を既に伝えたため", "not-necessary"));

        var notice = Assert.Single(await Office.NoticesAsync("tamura", id), n => n.Kind == "application.rejected");
        Assert.Contains("必要と認められない", notice.Text, StringComparison.Ordinal);
        Assert.Contains("同じ週に同じ注意を既に伝えたため", notice.Text, StringComparison.Ordinal);
    }

    private async Task RefusedWithoutAsync(string line, string clause)
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "kobayashi", null, line));

        Assert.Equal((line, clause), (refusal.Attestation.Id, refusal.Clause));
        Assert.Equal("examination", (await Office.ReadAsync(id)).Step);
    }
}

public sealed class ExaminationOnSqlite(SqliteOffice store) : ExaminationTests(store), IClassFixture<SqliteOffice>;

public sealed class ExaminationOnPostgres(PostgresOffice store) : ExaminationTests(store), IClassFixture<PostgresOffice>;

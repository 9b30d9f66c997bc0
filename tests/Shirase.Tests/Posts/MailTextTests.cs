using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What a mail may say under the guidelines for mail, and who confirms it.</summary>
public abstract class MailTextTests(TestStore store) : MailCases(store)
{
    [Fact]
    public Task gm_t_8_2_Given_a_mail_without_a_look_at_the_table_When_filed_Then_refused() => OpenBoxAsync("table-checked", "gm-t-8-2");

    [Fact]
    public Task gm_4_1_Given_a_mail_of_no_category_When_filed_Then_refused() => OpenBoxAsync("category", "gm-4-1");

    [Fact]
    public Task gm_4_4_a_1_Given_a_mail_outside_the_table_When_filed_Then_refused() => OpenBoxAsync("not-outside", "gm-4-4-a-1");

    [Fact]
    public Task gm_5_4_2_Given_a_mail_that_may_betray_its_informant_When_filed_Then_refused() => OpenBoxAsync("informant", "gm-5-4-2");

    [Fact]
    public Task gm_5_5_1_Given_rights_that_nobody_cleared_When_filed_Then_refused() => OpenBoxAsync("rights", "gm-5-5-1");

    [Fact]
    public Task gm_5_4_1_Given_personal_information_that_nobody_looked_for_When_filed_Then_refused() => OpenBoxAsync("personal-information", "gm-5-4-1");

    [Fact]
    public async Task gm_5_3_1_Given_no_second_reader_or_the_author_himself_When_checked_Then_refused()
    {
        var id = await Office.BeginAsync(await MailAsync());
        Office.Fine(await SubmitAsync(id));

        Assert.NotNull(await Office.ApproveAsync(id, "shimizu"));
        Assert.Equal("gm-5-3-1", Assert.IsType<SecondCheckerIsAnother>(await Office.CheckAsync(id, "tamura")).Clause);
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));
    }

    [Theory]
    [InlineData("consulted", "gm-3-3-b-2")]
    public Task gm_3_3_b_2_Given_sections_that_were_not_asked_When_the_supervisor_checks_Then_refused(string box, string clause) => OpenLineAsync("shimizu", box, clause);

    [Theory]
    [InlineData("press-considered", "gm-5-2-1")]
    public Task gm_5_2_1_Given_a_press_release_that_nobody_considered_When_the_supervisor_checks_Then_refused(string box, string clause) => OpenLineAsync("shimizu", box, clause);

    [Theory]
    [InlineData("consistent", "gm-5-2-2")]
    public Task gm_5_2_2_Given_a_release_that_was_not_compared_When_the_supervisor_checks_Then_refused(string box, string clause) => OpenLineAsync("shimizu", box, clause);

    [Theory]
    [InlineData("wording", "gm-5-5-2")]
    public Task gm_5_5_2_Given_wording_that_was_not_looked_at_When_the_supervisor_checks_Then_refused(string box, string clause) => OpenLineAsync("shimizu", box, clause);

    [Theory]
    [InlineData("suitable", "gm-3-2-b-1")]
    public Task gm_3_2_b_1_Given_information_of_doubtful_fitness_When_the_manager_approves_Then_refused(string box, string clause) => OpenLineAsync("negishi", box, clause);

    [Theory]
    [InlineData("manner", "gm-3-2-b-2")]
    public Task gm_3_2_b_2_Given_a_manner_that_was_not_looked_at_When_the_manager_approves_Then_refused(string box, string clause) => OpenLineAsync("negishi", box, clause);

    [Theory]
    [InlineData("consultation-need", "gm-4-4-c-1")]
    public Task gm_4_4_c_1_Given_an_unanswered_question_of_consultation_When_the_manager_approves_Then_refused(string box, string clause) => OpenLineAsync("negishi", box, clause);

    [Fact]
    public Task gm_t_2_5_Given_an_arrest_before_the_press_is_told_When_dispatched_Then_refused_and_after_it_goes_out() =>
        AfterThePressAsync("前橋市内の強盗事件の容疑者を逮捕しました。ご協力ありがとうございました。");

    [Fact]
    public Task gm_t_5_5_Given_an_arrest_for_hit_and_run_before_the_press_is_told_When_dispatched_Then_refused_and_after_it_goes_out() =>
        AfterThePressAsync("前橋市内の死亡ひき逃げ事件は、容疑者を検挙しました。ご協力ありがとうございました。");

    [Fact]
    public Task gm_t_7_2_a_Given_a_mail_that_seeks_recruits_When_filed_as_a_notice_Then_refused_or_rejected() => OutsideAsync("警察官採用試験のお知らせ");

    [Fact]
    public Task gm_t_7_2_b_Given_a_mail_that_presents_a_counter_When_filed_as_a_notice_Then_refused_or_rejected() => OutsideAsync("運転免許窓口のご紹介");

    [Fact]
    public Task gm_t_7_2_c_Given_a_mail_that_announces_a_course_When_filed_as_a_notice_Then_refused_or_rejected() => OutsideAsync("自転車安全教室の開催について");

    [Fact]
    public async Task gm_5_3_2_Given_an_error_in_a_mail_that_went_out_When_it_is_reported_Then_one_correction_with_the_right_words_follows()
    {
        var id = await ApprovedAsync(await MailAsync());
        Office.Fine(await DispatchAsync(id));
        await Office.RunJobsAsync();

        Office.Fine(await Office.ReportErrorAsync(id, "電話番号が違います。", "sekiguchi"));
        Office.Fine(await Office.WriteCorrectionAsync(id, "tajima"));
        var correction = await Office.CorrectAsync(id);

        Assert.True(correction.IsDone, correction.Refusal?.Text.Ja);
        var opened = await Office.ReadAsync(correction.Value);
        Assert.Equal((Mail, id), (opened.Regulation, opened.CorrectionOf));
    }

    [Fact]
    public async Task gm_t_2_5_Given_an_arrest_planned_for_eleven_When_it_is_early_recorded_or_put_off_Then_refused_sent_with_the_record_and_told()
    {
        const string Text = "前橋市内の窃盗事件の容疑者を逮捕しました。ご協力ありがとうございました。";
        Office.Clock.SetJapan(2026, 6, 18, 9);
        var id = await ApprovedAsync(await MailAsync(Text) with { PressRelease = "planned" });
        Office.Fine(await PlanAsync(id, 11, 0));
        Office.Clock.SetJapan(2026, 6, 18, 10, 55);
        var refusal = Assert.IsType<GateIsClosed>(await DispatchAsync(id));
        Assert.Equal(("press-release", "gm-t-2-5"), (refusal.Line.Gate, refusal.Clause));
        Assert.Contains("報道", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<OnlyPrOfficers>(await DispatchAsync(id, "hoshino"));

        Office.Fine(await PlanAsync(id, 13, 0));
        foreach (var login in new[] { "negishi", "tajima" })
        {
            Assert.Contains(await Office.NoticesAsync(login, id), n => n.Kind == "press-release.planned" && n.Text.Contains("13:00", StringComparison.Ordinal));
        }

        Office.Clock.SetJapan(2026, 6, 18, 13, 3);
        Office.Fine(await Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.RecordAsync(id, w, At(13, 2), "広報文第12号", Ct, Text)));
        Office.Fine(await DispatchAsync(id));
        await Office.RunJobsAsync();

        var sent = await Office.ReadAsync(id);
        Assert.Equal((ApplicationState.Published, At(13, 2)), (sent.State, sent.PressReleasedAt));
        Assert.Contains(sent.Decisions, d => d.Verb == Verb.RecordRelease && d.Opinion.Contains("広報文第12号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gm_5_2_2_Given_a_release_that_says_otherwise_When_dispatched_Then_the_difference_is_listed_and_needs_a_correction_or_a_reason_and_those_who_answer_are_told()
    {
        Office.Clock.SetJapan(2026, 6, 18, 9);
        var id = await ApprovedAsync(await MailAsync("6月16日、前橋市内の窃盗事件の犯人を逮捕しました。") with { PressRelease = "planned" });
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        Office.Fine(await RecordAsync(id, "6月17日に逮捕した。"));

        var refusal = Assert.IsType<GateIsClosed>(await DispatchAsync(id));
        Assert.All(["6月16日", "6月17日"], w => Assert.Contains(w, refusal.Text.Ja, StringComparison.Ordinal));
        Assert.Contains(await Office.NoticesAsync("negishi", id), n => n.Kind == "press-release.recorded");
        Office.Fine(await Office.AskAsync<PressReleases, Refusal?>("shimizu", (p, w) => p.SettleAsync(id, w, "発表後に訂正された広報文による", Ct)));
        Office.Fine(await DispatchAsync(id));
    }

    [Fact]
    public async Task gm_5_5_1_Given_a_link_to_a_site_that_is_not_known_When_filed_Then_a_reason_is_asked()
    {
        var id = await Office.BeginAsync(await MailAsync("不審な電話に注意してください。地図は https://maps.example.com/shot/1 です。"));

        var refusal = Assert.IsType<ReasonIsMissing>(await SubmitAsync(id));

        Assert.Equal("gm-5-5-1", refusal.Clause);
        Assert.Contains("maps.example.com", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gm_t_5_5_Given_an_arrest_filed_as_a_notice_When_its_gate_is_asked_Then_the_words_alone_put_it_behind_the_press()
    {
        var id = await ApprovedAsync(Alone(await MailAsync("前橋市内のひき逃げ事件で、容疑者を検挙しました。")) with { Subject = "お知らせ" });

        Assert.Contains((await Office.GateAsync(id, "tajima")).Where(l => !l.Passed), l => l is { Gate: "press-release", Clause: "gm-t-2-5" });
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 6, 18, hour, minute, 0, JapanTime.Offset);

    private Task<Refusal?> PlanAsync(PostApplicationId id, int hour, int minute) =>
        Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.PlanAsync(id, w, At(hour, minute), "裏付けのため", Ct));

    private Task<Refusal?> RecordAsync(PostApplicationId id, string says) =>
        Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.RecordAsync(id, w, At(11, 2), "広報第30号", Ct, says));

    // The author does not say that it is inside the table; if he does, the manager turns it down for that reason
    private async Task OutsideAsync(string subject)
    {
        var id = await Office.BeginAsync(await MailAsync() with { Subject = subject });
        var outside = Assert.IsType<ReasonIsMissing>(await SubmitAsync(id));
        Assert.Equal("gm-4-4-a-1", outside.Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [outside.Finding.Key] = "所属の判断による" } }));
        Assert.Equal("gm-4-4-a-1", Assert.IsType<AttestationIsOpen>(await SubmitAsync(id, "not-outside")).Clause);
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));

        Assert.IsType<ReasonCodeNeeded>(await Office.RejectAsync(id, "negishi", "別表にない内容のため", "outside-9"));
        Office.Fine(await Office.RejectAsync(id, "negishi", "別表にない内容のため", "outside-table"));
        Assert.Equal(ApplicationState.Rejected, (await Office.ReadAsync(id)).State);
    }

    // The section concerned is not asked, for a reason
    private static PostContent Alone(PostContent content) =>
        content with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["concerned-units|"] = "担当課から受けた情報のとおりのため。" } };

    private async Task AfterThePressAsync(string text)
    {
        var id = await ApprovedAsync(Alone(await MailAsync(text)));
        Assert.IsType<GateIsClosed>(await DispatchAsync(id));
        Assert.Contains((await Office.GateAsync(id, "tajima")).Where(l => !l.Passed), l => l is { Gate: "press-release", Clause: "gm-t-2-5" });

        Office.Fine(await Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.RecordAsync(id, w, Office.Clock.Now, "広報文第12号", Ct, text)));
        Office.Fine(await DispatchAsync(id));
    }

    private async Task OpenBoxAsync(string box, string clause)
    {
        var id = await Office.BeginAsync(await MailAsync());

        Assert.Equal(clause, Assert.IsType<AttestationIsOpen>(await SubmitAsync(id, box)).Clause);
        Office.Fine(await SubmitAsync(id));
    }

    private async Task OpenLineAsync(string login, string box, string clause)
    {
        var id = await FiledAsync(await MailAsync());
        if (login != "shimizu")
        {
            Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        }

        Assert.Equal(clause, Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, login, null, box)).Clause);
        Office.Fine(await Office.ApproveAsync(id, login));
    }
}

public sealed class MailTextOnSqlite(SqliteOffice store) : MailTextTests(store), IClassFixture<SqliteOffice>;

public sealed class MailTextOnPostgres(PostgresOffice store) : MailTextTests(store), IClassFixture<PostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

// Accounts without a post, and those that rest
public abstract partial class PrefectureDutyTests
{
    [Fact]
    public async Task to_5_4_a_Given_an_account_without_a_post_When_14_days_have_passed_Then_the_sender_has_to_prepare_one_and_is_asked_once()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await LookAsync(at, Japan(6, 24));
        Assert.Empty(await OfAsync(at, "regular-post"));
        await LookAsync(at, Japan(6, 25));
        await LookAsync(at, Japan(7, 20));

        Assert.Equal(Japan(6, 27, 23, 59), Assert.Single(await OfAsync(at, "regular-post")).Due);
    }

    [Fact]
    public async Task to_5_4_a_Given_the_task_to_prepare_a_post_When_one_is_published_Then_it_is_done_by_itself()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await LookAsync(at, Japan(6, 25));
        await PublishedAsync(at, Japan(6, 26));

        Assert.Equal("delivery.published", Assert.Single(await OfAsync(at, "regular-post")).Outcome);
    }

    [Fact]
    public async Task gm_4_3_2_Given_a_mail_that_went_out_When_a_day_passes_Then_the_head_has_to_decide_on_a_follow_up_and_what_was_decided_is_kept()
    {
        var at = await BeginAsync(SampleCast.Gunma, Mail);
        await PublishedAsync(at, Japan(6, 11, 11));

        var duty = Assert.Single(await OfAsync(at, "follow-up-decision"));
        Assert.Equal((Japan(6, 12, 11), "unit-head"), (duty.Due, duty.Owner));
        Assert.IsType<OutcomeIsMissing>(await CloseAsync(at, duty, " "));
        Assert.Null(await CloseAsync(at, duty, "続報は不要。"));
    }

    [Fact]
    public async Task to_5_4_i_Given_an_account_without_a_post_for_60_days_When_the_head_decides_Then_who_decided_what_is_on_record()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await LookAsync(at, Japan(8, 9));
        Assert.Empty(await OfAsync(at, "dormant-decision"));
        await LookAsync(at, Japan(8, 10));

        var duty = Assert.Single(await OfAsync(at, "dormant-decision"));
        Assert.Equal("operation-manager", duty.Owner);
        Assert.IsType<ChoiceIsMissing>(await CloseAsync(at, duty, "８月末まで"));
        Assert.IsType<ChoiceIsMissing>(await CloseAsync(at, duty, "８月末まで", null, new(3, [])));
        Assert.IsType<OutcomeIsMissing>(await CloseAsync(at, duty, " ", null, new(1, [])));
        Assert.Null(await CloseAsync(at, duty, "８月末まで", null, new(1, [])));
        var done = Assert.Single(await OfAsync(at, "dormant-decision"));
        Assert.Equal((at.Person, "廃止する：８月末まで"), (done.ClosedBy!.Value, done.Outcome));
    }

    [Fact]
    public async Task to_8_2_a_Given_somebody_who_does_not_answer_for_the_account_When_he_leaves_it_unused_Then_refused_and_the_head_needs_a_reason_and_a_last_day()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        var other = await store.DbAsync(db => db.Staff.Where(s => s.Body == at.Body && s.Id != at.Person && !db.Appointments.Any(a => a.Staff == s.Id && a.Role == "operation-manager")).Select(s => s.Id).FirstAsync(Ct), at.Body);

        Assert.Equal("to-8-2-a", Assert.IsType<OnlyWhoAnswersRests>(await RestAsync(at with { Person = other }, new(2027, 3, 31), "忙しいため")).Clause);
        var refusal = Assert.IsType<RestNeedsReason>(await RestAsync(at, new(2027, 3, 31), " "));
        Assert.Equal("to-8-2-a", refusal.Clause);
        Assert.Contains("休止は原則としてできません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<RestNeedsEnd>(await RestAsync(at, null, "祭りは８月だけのため"));
        Assert.IsType<RestNeedsEnd>(await RestAsync(at, new(2026, 6, 11), "祭りは８月だけのため"));
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        Assert.IsType<RestsAlready>(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
    }

    [Fact]
    public async Task to_8_2_a_Given_a_document_that_knows_no_rest_When_one_is_declared_Then_refused()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);

        Assert.IsType<NoSuchAccount>(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
    }

    [Fact]
    public async Task to_8_2_b_Given_a_rest_When_each_14_days_pass_Then_a_log_in_is_due_that_day_and_when_missed_head_and_holders_are_alerted()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        await LookAsync(at, Japan(6, 24, 23, 59));
        Assert.Empty(await OfAsync(at, "dormant-login"));
        await LookAsync(at, Japan(6, 25, 0, 1));
        Assert.Equal(Japan(6, 25, 23, 59), Assert.Single(await OfAsync(at, "dormant-login")).Due);
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at, "to-8-2-b"));
        await LookAsync(at, Japan(6, 26, 0, 1));
        Assert.Contains("duty.escalation", await ToldAsync(at, "to-8-2-b"));
        await LookAsync(at, Japan(7, 9, 0, 1));

        Assert.Equal(2, (await OfAsync(at, "dormant-login")).Count);
        Assert.Empty(await OfAsync(at, "regular-post"));
    }

    [Fact]
    public async Task to_8_2_b_Given_a_rest_When_its_last_day_is_over_Then_the_head_has_to_resume_or_delete_and_resuming_ends_the_log_ins()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        Assert.Null(await RestAsync(at, new(2026, 7, 20), "祭りは８月だけのため"));
        await LookAsync(at, Japan(7, 20, 23, 58));
        Assert.Empty(await OfAsync(at, "dormancy-over"));
        await LookAsync(at, Japan(7, 21, 0, 1));
        await LookAsync(at, Japan(7, 21, 0, 2));
        await LookAsync(at, Japan(7, 21, 0, 3));
        Assert.Equal("operation-manager", Assert.Single(await OfAsync(at, "dormancy-over")).Owner);

        Assert.Null(await store.AskAsync<KeepDormancy, Refusal?>(k => k.ResumeAsync(new Who(at.Person, at.Body), at.Account, Ct), at.Body));
        await LookAsync(at, Japan(7, 21, 0, 4));
        Assert.False(Assert.Single(await OfAsync(at, "dormancy-over")).IsOpen);
        Assert.All(await OfAsync(at, "dormant-login"), d => Assert.False(d.IsOpen));
        await LookAsync(at, Japan(8, 4, 0, 1));
        Assert.Single(await OfAsync(at, "regular-post"), d => d.From > Japan(7, 21));
    }

    [Fact]
    public async Task to_8_2_c_Given_the_log_in_to_a_resting_account_When_not_every_item_is_answered_Then_refused_and_an_unknown_log_in_opens_the_case_of_a_takeover()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        await LookAsync(at, Japan(6, 25));
        var duty = Assert.Single(await OfAsync(at, "dormant-login"));
        var terminal = await TerminalAsync(at, Japan(6, 24));

        Assert.IsType<ItemIsUnanswered>(await CloseAsync(at, duty, "異常なし", null, new(null, []) { Terminal = terminal }));
        Assert.IsType<ItemIsUnanswered>(await CloseAsync(at, duty, "異常なし", null, new(null, ["fine", "fine", "fine", "fine", "fine"]) { Terminal = terminal }));
        Assert.Null(await CloseAsync(at, duty, "", null, new(null, ["fine", "fine", "fine", "trouble", "fine", "fine"]) { Terminal = terminal }));

        Assert.Contains("不明なログイン・連携アプリ：異常あり", Assert.Single(await OfAsync(at, "dormant-login")).Outcome, StringComparison.Ordinal);
        var takeover = Assert.Single(await OfAsync(at, "takeover-password"));
        Assert.Contains("異常あり", takeover.Why, StringComparison.Ordinal);
        Assert.True(takeover.IsSuspending(store.Clock.Now));
    }

    [Fact]
    public async Task to_7_2_ki_Given_the_terminal_was_not_looked_at_for_40_days_When_the_log_in_to_a_resting_account_is_entered_at_it_Then_refused_until_it_is()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        await LookAsync(at, Japan(6, 25));
        var duty = Assert.Single(await OfAsync(at, "dormant-login"));
        DutyAnswers Fine(string? terminal) => new(null, ["fine", "fine", "fine", "fine", "fine", "fine"]) { Terminal = terminal };

        var stale = Assert.IsType<TerminalIsNotSafe>(await CloseAsync(at, duty, null, null, Fine(await TerminalAsync(at, Japan(5, 16)))));
        Assert.Equal("to-7-2-ki", stale.Clause);
        Assert.StartsWith("端末のセキュリティ対策の確認が必要です（最後の確認は2026年5月16日です）", stale.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("登録された端末ではありません", Assert.IsType<TerminalIsNotSafe>(await CloseAsync(at, duty, null, null, Fine(null))).Text.Ja, StringComparison.Ordinal);
        Assert.True(Assert.Single(await OfAsync(at, "dormant-login")).IsOpen);

        Assert.Null(await CloseAsync(at, duty, null, null, Fine(await TerminalAsync(at, Japan(6, 25)))));
    }

    [Fact]
    public async Task to_8_2_c_Given_the_log_in_to_a_resting_account_When_all_is_in_order_Then_it_is_kept_with_name_and_time_and_opens_nothing()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        await LookAsync(at, Japan(6, 25));

        Assert.Null(await CloseAsync(at, Assert.Single(await OfAsync(at, "dormant-login")), null, null, new(null, ["fine", "fine", "fine", "fine", "fine", "fine"]) { Terminal = await TerminalAsync(at, Japan(6, 24)) }));

        var done = Assert.Single(await OfAsync(at, "dormant-login"));
        Assert.Equal((at.Person, Japan(6, 25)), (done.ClosedBy!.Value, done.ClosedAt!.Value));
        Assert.Empty(await OfAsync(at, "takeover-password"));
    }

    [Fact]
    public async Task gm_4_3_3_Given_a_follow_up_found_needed_When_entered_Then_the_sender_has_an_hour()
    {
        var at = await BeginAsync(SampleCast.Gunma, Mail);
        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(at.Person, at.Body), Mail, "follow-up", at.Account.Value, "容疑者が確保された。", Ct), at.Body));

        var duty = Assert.Single(await OfAsync(at, "follow-up"));
        Assert.Equal((Japan(6, 11, 11), true), (duty.Due, duty.IsUrgent));
    }

    // A terminal of its own that was looked at on a day
    private Task<string> TerminalAsync(Place at, DateTimeOffset lookedAt) => store.DbAsync(
        async db =>
        {
            var terminal = new Terminal(new(Guid.CreateVersion7()), at.Body, $"タブレット{Guid.NewGuid():N}", "観光交流課", "203.0.113.9/32", "");
            var day = lookedAt.JapanDay();
            db.AddRange(terminal, new TerminalState(Guid.CreateVersion7(), at.Body, terminal.Id, "Android 16", new(2028, 3, 31), day, null, hasScreenLock: true, at.Person, lookedAt));
            await db.SaveChangesAsync(Ct);
            return TerminalIdentity.NameOf(terminal);
        },
        at.Body);

    private Task<Refusal?> RestAsync(Place at, DateOnly? until, string why) =>
        store.AskAsync<KeepDormancy, Refusal?>(k => k.DeclareAsync(new Who(at.Person, at.Body), at.Account, until, why, Ct), at.Body);
}

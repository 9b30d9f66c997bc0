using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.Storage;
using Shirase.TestKit.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>Duties of the prefectures: each test has an account of its own under the guideline, in its own body.</summary>
public abstract class PrefectureDutyTests(TestStore store) : IAsyncLifetime
{
    private const string Tochigi = "tochigi-social-media";
    private const string Ishikawa = "ishikawa-police-sns";
    private const string Mail = "gunma-police-mail";
    private const string Okayama = "okayama-social-media";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.Set(Japan(6, 11));
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_7_2_e_Given_a_sender_who_is_replaced_When_the_password_is_not_changed_Then_the_account_is_suspended_from_that_day_until_it_is()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        var seat = await AppointAsync(at, "pr-officer");
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(6, 11, 10, 1));

        var duty = Assert.Single(await OfAsync(at, "password-on-change"));
        Assert.Equal((Japan(7, 1, 0), Japan(7, 2, 0), DutySuspends.AtOnce), (duty.From, duty.Due, duty.Suspends));
        Assert.False(duty.IsSuspending(Japan(6, 30, 23, 59)));
        Assert.True(duty.IsSuspending(Japan(7, 1, 0)));
        store.Clock.Set(Japan(7, 1, 9));
        Assert.Null(await CloseAsync(at, duty, "9時に変更した。"));
        Assert.False(Assert.Single(await OfAsync(at, "password-on-change")).IsSuspending(Japan(7, 1, 9, 1)));
    }

    [Fact]
    public Task is_3_3_Given_a_sender_who_leaves_the_unit_When_the_day_comes_Then_nothing_goes_out_until_the_password_is_changed() =>
        PasswordAsync(Ishikawa, "information-sender", DutySuspends.AtOnce);

    [Fact]
    public Task ok_4_7_a_Given_a_member_of_staff_who_leaves_the_unit_When_the_day_comes_Then_the_change_of_the_password_is_open_until_confirmed() =>
        PasswordAsync(Okayama, "pr-officer", DutySuspends.Never);

    private async Task PasswordAsync(string document, string role, DutySuspends suspends)
    {
        var at = await BeginAsync(document == Ishikawa ? SampleCast.Ishikawa : SampleCast.Okayama, document);
        if (document == Ishikawa)
        {
            await AppointAsync(at, "operating-unit-head");
        }

        var seat = await AppointAsync(at, role);
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(6, 11, 10, 1));

        var duty = Assert.Single(await OfAsync(at, "password-on-change"));
        Assert.Equal((Japan(7, 1, 0), suspends, document == Ishikawa ? "is-3-3" : "ok-4-7-a"), (duty.From, duty.Suspends, duty.Clause));
        Assert.Equal(suspends == DutySuspends.AtOnce, duty.IsSuspending(Japan(7, 1, 0)));
        store.Clock.Set(Japan(7, 1, 9));
        Assert.Null(await CloseAsync(at, duty, "9時に変更した。"));
        Assert.False(Assert.Single(await OfAsync(at, "password-on-change")).IsOpen);
    }

    [Fact]
    public async Task is_2_1_a_Given_the_only_sender_of_a_unit_who_leaves_When_the_day_starts_Then_the_head_has_to_designate_another_that_day_and_it_ends_when_he_does()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await AloneAsync(at, "information-sender");
        var seat = await AppointAsync(at, "information-sender");
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(6, 11, 10, 1));

        var duty = Assert.Single(await OfSeatAsync(at, "designation", seat));
        Assert.Equal((Japan(7, 1, 0), Japan(7, 1, 23, 59), "operating-unit-head", "is-2-1-a"), (duty.From, duty.Due, duty.Owner, duty.Clause));
        await LookAsync(at, Japan(7, 1, 9));
        Assert.True(Assert.Single(await OfSeatAsync(at, "designation", seat)).IsOpen);
        await AnotherAsync(at, "information-sender");
        await LookAsync(at, Japan(7, 1, 9, 5));
        Assert.Equal("appointment.made", Assert.Single(await OfSeatAsync(at, "designation", seat)).Outcome);
    }

    [Fact]
    public async Task is_2_1_a_Given_a_sender_who_leaves_while_another_stays_When_the_day_starts_Then_nobody_has_to_be_designated()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await AloneAsync(at, "information-sender");
        var seat = await AppointAsync(at, "information-sender");
        await AnotherAsync(at, "information-sender");
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(7, 1, 9));

        Assert.Empty(await OfSeatAsync(at, "designation", seat));
    }

    [Fact]
    public async Task ok_4_3_i_4_Given_the_person_responsible_who_is_transferred_When_the_day_comes_Then_nothing_goes_out_until_the_head_confirms_or_a_successor_is_entered()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await AloneAsync(at, "operation-manager");
        var seat = await AppointAsync(at, "operation-manager");
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(7, 1, 9));

        var duty = Assert.Single(await OfAsync(at, "responsible-successor"));
        Assert.True(duty.IsSuspending(Japan(7, 1, 9)));
        Assert.Null(await CloseAsync(at, duty, "所属長がそれまでの発信を確かめる。"));
        Assert.False(Assert.Single(await OfAsync(at, "responsible-successor")).IsSuspending(Japan(7, 1, 10)));
    }

    [Fact]
    public async Task to_7_2_o_Given_no_second_step_with_a_reason_and_a_day_of_review_When_that_day_comes_Then_it_is_asked_again()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await FactsAsync(at, new() { Authentication = "off", AuthenticationReason = "共用の端末で使えない", AuthenticationReview = new(2026, 7, 1) });
        await LookAsync(at, Japan(6, 30, 9));
        Assert.Empty(await OfAsync(at, "authentication-review"));
        await LookAsync(at, Japan(7, 1, 9));

        Assert.Equal(("operation-manager", "to-7-2-o"), (await OfAsync(at, "authentication-review")).Select(d => (d.Owner, d.Clause)).Single());
    }

    [Fact]
    public async Task to_7_1_i_Given_a_platform_that_begins_to_prove_accounts_When_it_is_noted_Then_every_account_on_it_has_to_apply_and_one_that_did_is_done()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        var (who, other) = (new Who(at.Person, at.Body), await PersonAsync("yoshizawa"));
        Assert.Equal("to-7-1-i", (await OfferAsync(other, true)).Refusal?.Clause);
        Assert.Null((await OfferAsync(await AdminAsync(), true)).Refusal);
        await LookAsync(at, Japan(6, 11, 10, 1));

        var all = await store.DbAsync(db => db.Accounts.AsNoTracking().Where(a => a.Body == at.Body && a.Channel == "drill").Select(a => a.Id).ToListAsync(Ct), at.Body);
        var open = await store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Body == at.Body && d.Rule == "verification-application" && d.ClosedAt == null).ToListAsync(Ct), at.Body);
        Assert.Equal(all.Select(a => a.Value).Order(), open.Select(d => d.Account!.Value.Value).Order());
        Assert.Equal((Japan(6, 25, 23, 59), "operation-manager"), (open[0].Due, open[0].Owner));

        Assert.IsType<VerificationIsIncomplete>(await VerifyAsync(who, at.Account, new(VerificationState.Applied, new(2026, 6, 12), null, "")));
        Assert.Null(await VerifyAsync(who, at.Account, new(VerificationState.Applied, new(2026, 6, 11), null, "受付番号 42")));
        await LookAsync(at, Japan(6, 11, 10, 2));
        Assert.Equal("account.verification-applied", Assert.Single(await OfAsync(at, "verification-application")).Outcome);

        Assert.Null(await VerifyAsync(who, at.Account, new(VerificationState.Granted, new(2026, 6, 11), new(2026, 8, 1), "")));
        await LookAsync(at, Japan(7, 1, 9));
        Assert.Empty(await OfAsync(at, "verification-end"));
        await LookAsync(at, Japan(7, 2, 9));
        Assert.Equal("to-7-1-i", Assert.Single(await OfAsync(at, "verification-end")).Clause);
        store.Clock.Set(Japan(7, 2, 10));
        Assert.Null((await OfferAsync(await AdminAsync(), false)).Refusal);
        await LookAsync(at, Japan(7, 2, 10, 1));
        Assert.DoesNotContain(await store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Body == at.Body && d.Rule == "verification-application").ToListAsync(Ct), at.Body), d => d.IsOpen);
    }

    private async Task<(Refusal? Refusal, Who Who)> OfferAsync(Who who, bool offers) =>
        (await store.AskAsync<KeepVerification, Refusal?>(k => k.OfferAsync(who, "drill", offers, Ct), who.Body), who);

    private Task<Refusal?> VerifyAsync(Who who, AccountId account, VerificationFacts facts) =>
        store.AskAsync<KeepVerification, Refusal?>(k => k.EnterAsync(who, account, facts, Ct), who.Body);

    private Task<Who> AdminAsync() => PersonAsync("tochigi-admin");

    private async Task<Who> PersonAsync(string login) =>
        new(await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct)), SampleCast.Tochigi);

    // Nobody else of the unit holds the role
    private Task<int> AloneAsync(Place at, string role) =>
        store.DbAsync(db => db.Appointments.Where(a => a.Body == at.Body && a.Role == role && a.Unit == at.Unit).ExecuteDeleteAsync(Ct), at.Body);

    private Task<int> AnotherAsync(Place at, string role) => store.DbAsync(
        async db =>
        {
            var other = await db.Staff.Where(s => s.Body == at.Body && s.Id != at.Person).Select(s => s.Id).FirstAsync(Ct);
            db.Add(new Appointment(Guid.CreateVersion7(), at.Body, at.Regulation, role, other, at.Unit, new(2026, 4, 1), null, "指定"));
            return await db.SaveChangesAsync(Ct);
        },
        at.Body);

    private Task<int> FactsAsync(Place at, PolicyFacts facts) => store.DbAsync(
        async db =>
        {
            db.Add(new PublishedPolicy(Guid.CreateVersion7(), at.Body, at.Account, 1, facts.ToJson(), at.Person, store.Clock.Now, ""));
            return await db.SaveChangesAsync(Ct);
        },
        at.Body);

    private Task<List<Duty>> OfSeatAsync(Place at, string rule, Guid seat)
    {
        var occasion = $"appointment/{seat}";
        return store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Occasion == occasion).ToListAsync(Ct), at.Body);
    }

    [Fact]
    public async Task to_2_4_b_Given_a_look_at_the_terms_that_is_overdue_When_asked_Then_the_account_is_suspended_until_it_was_taken()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await LookAsync(at, Japan(7, 1, 9));

        var duty = Assert.Single(await OfAsync(at, "terms-review"));
        Assert.False(duty.IsSuspending(duty.Due));
        Assert.True(duty.IsSuspending(duty.Due.AddMinutes(1)));
    }

    [Fact]
    public async Task is_t_1_1_Given_a_unit_that_is_renamed_When_it_is_entered_Then_the_policy_of_its_account_is_to_be_revised_and_no_other_units()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        var other = await store.DbAsync(db => db.Units.AsNoTracking().Where(u => u.Body == at.Body && u.Id != at.Unit).Select(u => u.Id).FirstAsync(Ct), at.Body);
        await RenameAsync(at, other);
        await LookAsync(at, Japan(6, 11, 10, 1));
        Assert.Empty(await OfAsync(at, "unit-renamed"));

        await RenameAsync(at, at.Unit);
        await LookAsync(at, Japan(6, 11, 10, 2));

        Assert.Equal(("is-t-1-1", "operating-unit-head"), (await OfAsync(at, "unit-renamed")).Select(d => (d.Clause, d.Owner)).Single());
    }

    private Task<Refusal?> RenameAsync(Place at, UnitId id) => store.InAsync(
        async s =>
        {
            var unit = await s.GetRequiredService<ShiraseDb>().Units.AsNoTracking().SingleAsync(u => u.Id == id, Ct);
            return await s.GetRequiredService<RegisterUnit>().ChangeAsync(
                new Doer(at.Body, at.Person, store.Clock.Now), id, new(unit.Code, $"新{unit.Name}", unit.NameEn, unit.Parent, unit.Mark, unit.Telephone), Ct);
        },
        at.Body);

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

        Assert.IsType<ItemIsUnanswered>(await CloseAsync(at, duty, "異常なし"));
        Assert.IsType<ItemIsUnanswered>(await CloseAsync(at, duty, "異常なし", null, new(null, ["fine", "fine", "fine", "fine", "fine"])));
        Assert.Null(await CloseAsync(at, duty, "", null, new(null, ["fine", "fine", "fine", "trouble", "fine", "fine"])));

        Assert.Contains("不明なログイン・連携アプリ：異常あり", Assert.Single(await OfAsync(at, "dormant-login")).Outcome, StringComparison.Ordinal);
        var takeover = Assert.Single(await OfAsync(at, "takeover-password"));
        Assert.Contains("異常あり", takeover.Why, StringComparison.Ordinal);
        Assert.True(takeover.IsSuspending(store.Clock.Now));
    }

    [Fact]
    public async Task to_8_2_c_Given_the_log_in_to_a_resting_account_When_all_is_in_order_Then_it_is_kept_with_name_and_time_and_opens_nothing()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        Assert.Null(await RestAsync(at, new(2027, 3, 31), "祭りは８月だけのため"));
        await LookAsync(at, Japan(6, 25));

        Assert.Null(await CloseAsync(at, Assert.Single(await OfAsync(at, "dormant-login")), null, null, new(null, ["fine", "fine", "fine", "fine", "fine", "fine"])));

        var done = Assert.Single(await OfAsync(at, "dormant-login"));
        Assert.Equal((at.Person, Japan(6, 25)), (done.ClosedBy!.Value, done.ClosedAt!.Value));
        Assert.Empty(await OfAsync(at, "takeover-password"));
    }

    [Fact]
    public Task to_2_4_b_Given_the_first_of_a_month_When_it_comes_Then_the_terms_are_to_be_looked_at_and_the_page_noted() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "terms-review", 7, 1, "2026-07-05T23:59", true);

    [Fact]
    public Task to_7_2_ka_Given_half_a_year_When_it_has_passed_Then_the_terminals_are_to_be_looked_for() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "terminal-look", 10, 1, "2026-10-15T23:59", false);

    [Fact]
    public Task to_2_5_Given_a_year_When_it_has_passed_Then_a_drill_is_due() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "drill", 5, 1, "2027-06-29T23:59", true);

    [Fact]
    public async Task to_0_3_a_Given_new_standards_When_somebody_enters_them_Then_the_review_is_due_and_is_done_only_with_its_document()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(at.Person, at.Body), Tochigi, "standards-review", at.Account.Value, "対策基準の改定（６月１日）", Ct), at.Body));

        var duty = Assert.Single(await OfAsync(at, "standards-review"));
        Assert.Equal((Japan(7, 11, 23, 59), "対策基準の改定（６月１日）"), (duty.Due, duty.Why));
        Assert.IsType<EvidenceIsMissing>(await CloseAsync(at, duty, "変更なし。"));
        Assert.Null(await CloseAsync(at, duty, "変更なし。", "広第3号"));
    }

    [Fact]
    public Task ok_4_6_c_Given_the_first_of_april_When_it_comes_Then_measures_against_impersonation_are_to_be_looked_at() =>
        DueAsync(SampleCast.Okayama, Okayama, "impersonation-look", 4, 1, "2027-04-30T23:59", false);

    [Fact]
    public Task ok_4_7_c_Given_the_first_of_a_month_When_it_comes_Then_sign_ins_and_linked_apps_are_to_be_looked_at() =>
        DueAsync(SampleCast.Okayama, Okayama, "access-look", 7, 1, "2026-07-07T23:59", false);

    [Fact]
    public Task ok_5_2_e_2_Given_the_first_of_a_month_When_it_comes_Then_links_to_others_are_to_be_opened_again() =>
        DueAsync(SampleCast.Okayama, Okayama, "link-look", 7, 1, "2026-07-07T23:59", false);

    [Fact]
    public Task ok_5_3_Given_the_end_of_a_month_When_it_passed_Then_the_head_has_to_fill_in_the_sheet_by_the_fifth() =>
        DueAsync(SampleCast.Okayama, Okayama, "supervision", 7, 1, "2026-07-05T23:59", false);

    [Fact]
    public Task is_3_6_Given_the_first_of_a_month_When_it_comes_Then_the_sender_has_to_see_that_messages_are_closed() =>
        DueAsync(SampleCast.Ishikawa, Ishikawa, "inbound-look", 7, 1, "2026-07-07T23:59", false);

    [Fact]
    public Task is_3_11_a_Given_the_first_of_april_When_it_comes_Then_the_measures_of_the_order_are_to_be_confirmed_with_the_document() =>
        DueAsync(SampleCast.Ishikawa, Ishikawa, "security-order", 4, 1, "2027-04-30T23:59", true);

    [Fact]
    public Task to_6_1_u_Given_a_monday_When_it_comes_Then_what_was_quoted_is_to_be_looked_at_again() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "quote-look", 6, 15, "2026-06-17T23:59", false);

    [Fact]
    public async Task to_6_1_u_Given_a_weekly_look_that_was_not_taken_When_the_next_monday_comes_Then_it_is_asked_for_once_and_anew_after_it_was_done()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        await LookAsync(at, Japan(6, 15, 0, 5));
        await LookAsync(at, Japan(6, 22, 0, 5));
        Assert.Null(await CloseAsync(at, Assert.Single(await OfAsync(at, "quote-look")), "変わりなし。", null, new(null, ["fine"])));
        await LookAsync(at, Japan(6, 29, 0, 5));

        Assert.Equal(2, (await OfAsync(at, "quote-look")).Count);
    }

    [Fact]
    public Task ok_5_2_e_1_Given_a_monday_When_it_comes_Then_what_was_quoted_is_to_be_looked_at_again() =>
        DueAsync(SampleCast.Okayama, Okayama, "quote-look", 6, 15, "2026-06-17T23:59", false);

    [Fact]
    public async Task gm_4_3_3_Given_a_follow_up_found_needed_When_entered_Then_the_sender_has_an_hour()
    {
        var at = await BeginAsync(SampleCast.Gunma, Mail);
        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(at.Person, at.Body), Mail, "follow-up", at.Account.Value, "容疑者が確保された。", Ct), at.Body));

        var duty = Assert.Single(await OfAsync(at, "follow-up"));
        Assert.Equal((Japan(6, 11, 11), true), (duty.Due, duty.IsUrgent));
    }

    [Fact]
    public async Task is_3_11_b_Given_a_new_notice_When_it_is_entered_Then_the_head_has_its_measures_on_the_list()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(at.Person, at.Body), Ishikawa, "security-notice", at.Account.Value, "例規第7号", Ct), at.Body));

        var duty = Assert.Single(await OfAsync(at, "security-notice"));
        Assert.Equal((Japan(7, 11, 23, 59), "is-3-11-b"), (duty.Due, duty.Clause));
        Assert.IsType<EvidenceIsMissing>(await CloseAsync(at, duty, "措置済み。"));
        Assert.Null(await CloseAsync(at, duty, "措置済み。", "例規第7号"));
    }

    [Fact]
    public async Task is_3_2_Given_a_post_that_was_not_sent_from_here_When_it_is_found_Then_head_and_senders_of_that_unit_hear_of_it_and_nothing_goes_out_until_it_is_explained()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await AppointAsync(at, "information-sender");
        await ToldOfAsync(at, "account.foreign-post");

        var duty = Assert.Single(await OfAsync(at, "unsent-post"));
        Assert.Equal(("is-3-2", true, true), (duty.Clause, duty.IsUrgent, duty.IsSuspending(duty.From)));
        var told = await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Kind == IncidentNotices.Foreign && n.Clause == "is-3-2").Select(n => n.To).ToListAsync(Ct), at.Body);
        var ofUnit = await store.DbAsync(db => db.Postings.AsNoTracking().Where(p => p.Unit == at.Unit).Select(p => p.Staff).ToListAsync(Ct), at.Body);
        Assert.Contains(at.Person, told);
        Assert.All(told, t => Assert.Contains(t, ofUnit));

        await ToldOfAsync(at, "account.foreign-post-owned");
        Assert.Equal("account.foreign-post-owned", Assert.Single(await OfAsync(at, "unsent-post")).Outcome);
    }

    [Fact]
    public async Task to_7_3_i_0_Given_a_suspicion_of_a_takeover_When_it_stands_Then_nothing_goes_out_and_the_head_has_it_urgently()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await ToldOfAsync(at, "account.foreign-post");

        var duty = Assert.Single(await OfAsync(at, "unsent-post"));
        Assert.Equal(("operation-manager", DutySuspends.AtOnce, true), (duty.Owner, duty.Suspends, duty.IsSuspending(duty.From)));
        await ToldOfAsync(at, "account.stopped");
        Assert.False(Assert.Single(await OfAsync(at, "unsent-post")).IsOpen);
    }

    [Fact]
    public async Task to_7_3_i_1_a_Given_a_takeover_at_eight_When_no_change_of_the_password_is_recorded_by_a_quarter_past_Then_the_head_is_alerted_and_nothing_goes_out()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await LookAsync(at, Japan(6, 11, 20));
        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(at.Person, at.Body), Tochigi, "takeover-password", at.Account.Value, "知らない投稿があり、乗っ取りと確認した。", Ct), at.Body));
        await LookAsync(at, Japan(6, 11, 20, 15));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at));
        await LookAsync(at, Japan(6, 11, 20, 16));

        Assert.Contains("duty.escalation", await ToldAsync(at));
        Assert.True(Assert.Single(await OfAsync(at, "takeover-password")).IsSuspending(store.Clock.Now));
    }

    [Fact]
    public async Task ok_4_2_c_Given_a_new_version_of_the_policy_When_it_is_entered_Then_it_is_to_be_reported_anew()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await ToldOfAsync(at, "policy.entered");

        Assert.Equal(Japan(6, 14, 23, 59), Assert.Single(await OfAsync(at, "policy-report")).Due);
    }

    [Fact]
    public async Task is_0_b_Given_a_new_account_When_it_is_registered_Then_its_paperwork_is_due_in_three_days_and_closed_only_with_the_document()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await RegisteredAsync(at);

        var duty = Assert.Single(await OfAsync(at, "paperwork"));
        Assert.Equal(Japan(6, 14, 23, 59), duty.Due);
        Assert.IsType<EvidenceIsMissing>(await CloseAsync(at, duty, "済ませた。"));
        Assert.Null(await CloseAsync(at, duty, "済ませた。", "石警発第1号"));
    }

    [Fact]
    public async Task ok_4_2_c_Given_a_new_account_When_it_is_registered_Then_its_policy_is_to_be_reported_within_three_days_with_the_document()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await RegisteredAsync(at);

        var duty = Assert.Single(await OfAsync(at, "policy-report-first"));
        Assert.Equal((Japan(6, 14, 23, 59), "unit-head"), (duty.Due, duty.Owner));
    }

    [Fact]
    public async Task is_0_b_Given_no_report_three_days_after_it_was_due_When_looked_at_Then_it_is_overdue_and_head_and_public_relations_office_are_told_once()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await RegisteredAsync(at);
        await LookAsync(at, Japan(6, 17, 23, 59));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at, "is-0-b", "okada"));

        await LookAsync(at, Japan(6, 18, 0, 1));
        await LookAsync(at, Japan(6, 18, 0, 2));

        Assert.Single(await ToldAsync(at, "is-0-b", "okada"), k => k == "duty.escalation");
        Assert.Single(await ToldAsync(at, "is-0-b"), k => k == "duty.escalation");
        Assert.True(Assert.Single(await OfAsync(at, "paperwork")).IsOverdue(store.Clock.Now));
    }

    [Fact]
    public async Task is_3_6_Given_the_monthly_look_When_nobody_confirms_it_within_five_working_days_Then_the_head_is_alerted()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "operating-unit-head");
        await LookAsync(at, Japan(6, 30, 23, 59));
        await LookAsync(at, Japan(7, 1, 0, 5));
        await LookAsync(at, Japan(7, 7, 23, 59));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at, "is-3-6"));

        await LookAsync(at, Japan(7, 8, 0, 1));

        Assert.Contains("duty.escalation", await ToldAsync(at, "is-3-6"));
    }

    [Fact]
    public async Task is_3_11_a_Given_the_yearly_confirmation_When_it_is_not_given_within_30_days_Then_the_information_management_division_is_told()
    {
        var at = await BeginAsync(SampleCast.Ishikawa, Ishikawa);
        await AppointAsync(at, "information-management");
        await LookAsync(at, Japan(3, 31, 23, 59, 2027));
        await LookAsync(at, Japan(4, 1, 0, 5, 2027));
        await LookAsync(at, Japan(4, 30, 23, 59, 2027));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at, "is-3-11-a"));

        await LookAsync(at, Japan(5, 1, 0, 1, 2027));

        Assert.Contains("duty.escalation", await ToldAsync(at, "is-3-11-a"));
    }

    [Fact]
    public async Task to_0_3_a_Given_new_standards_entered_for_all_When_saved_Then_every_account_has_its_task()
    {
        var first = await BeginAsync(SampleCast.Tochigi, Tochigi);
        var second = await BeginAsync(SampleCast.Tochigi, Tochigi);

        Assert.Null(await store.AskAsync<KeepDuties, Refusal?>(
            k => k.OpenAsync(new Who(first.Person, first.Body), Tochigi, "standards-review", KeepDuties.Every, "対策基準の改定（７月１日）", Ct), first.Body));

        Assert.Single(await OfAsync(first, "standards-review"));
        Assert.Single(await OfAsync(second, "standards-review"));
    }

    [Fact]
    public async Task ok_4_2_c_Given_no_report_within_three_days_When_looked_at_Then_the_head_is_reminded_and_the_division_sees_it_as_open()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await ToldOfAsync(at, "policy.entered");
        await LookAsync(at, Japan(6, 15, 0, 1));

        Assert.Contains("duty.overdue", await ToldAsync(at, "ok-4-2-c"));
        Assert.Contains("duty.escalation", await ToldAsync(at, "ok-4-2-c", "ono"));
    }

    [Fact]
    public async Task ok_4_2_c_Given_a_report_When_the_register_is_opened_Then_account_both_versions_and_date_stand_there()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await EnteredAsync(at, 1, f => f with { Purpose = "観光の案内", UserRules = "誹謗中傷をしない。" });
        await ToldOfAsync(at, "policy.entered");
        Assert.Equal((false, 1, 1), (await ReportsAsync(at)).Select(r => (r.IsReported, r.Policy, r.Terms)).Single());

        // Only the terms change: the second report names the first version of the policy and the second of the terms
        var first = Assert.Single(await OfAsync(at, "policy-report"));
        Assert.IsType<EvidenceIsMissing>(await CloseAsync(at, first, "報告した。"));
        Assert.Null(await CloseAsync(at, first, "報告した。", "観光第12号"));
        store.Clock.Pass(TimeSpan.FromHours(1));
        await EnteredAsync(at, 2, f => f with { Purpose = "観光の案内", UserRules = "誹謗中傷をしない。\n宣伝をしない。" });
        await ToldOfAsync(at, "policy.entered");

        var reports = await ReportsAsync(at);
        Assert.Equal([(false, 1, 2), (true, 1, 1)], reports.Select(r => (r.IsReported, r.Policy, r.Terms)));
        Assert.Equal(("観光第12号", new DateOnly(2026, 6, 11), at.Person), (reports[1].Duty.Evidence, reports[1].Duty.ClosedAt!.Value.JapanDay(), reports[1].Duty.ClosedBy!.Value));
    }

    private Task<int> EnteredAsync(Place at, int number, Func<PolicyFacts, PolicyFacts> facts) => store.DbAsync(
        async db =>
        {
            db.Add(new PublishedPolicy(Guid.CreateVersion7(), at.Body, at.Account, number, facts(new()).ToJson(), at.Person, store.Clock.Now.Truncated(), "改正"));
            return await db.SaveChangesAsync(Ct);
        },
        at.Body);

    private async Task<IReadOnlyList<PolicyReport>> ReportsAsync(Place at) =>
        [.. (await store.AskAsync<PolicyReports, IReadOnlyList<PolicyReport>>(r => r.ReadAsync(Ct), at.Body)).Where(r => r.Account.Id == at.Account)];

    [Fact]
    public async Task ok_4_7_c_Given_an_unknown_device_in_the_monthly_look_When_saved_Then_a_suspected_takeover_is_open_and_nothing_goes_out()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await LookAsync(at, Japan(6, 30, 23, 59));
        await LookAsync(at, Japan(7, 1, 0, 5));
        var look = Assert.Single(await OfAsync(at, "access-look"));

        Assert.Null(await CloseAsync(at, look, "知らない端末があった。", null, new(null, ["trouble", "fine"])));

        var suspicion = Assert.Single(await OfAsync(at, "takeover-suspected"));
        Assert.Equal(("ok-4-7-c", true, true), (suspicion.Clause, suspicion.IsUrgent, suspicion.IsSuspending(store.Clock.Now)));
        Assert.Contains("不明なサインイン・端末：異常あり", Assert.Single(await OfAsync(at, "access-look")).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public Task ok_5_2_e_1_Given_a_quoted_post_that_was_edited_When_the_weekly_look_finds_it_Then_a_task_is_open() =>
        QuoteChangedAsync(SampleCast.Okayama, Okayama, "ok-5-2-e-1");

    [Fact]
    public Task to_6_1_u_Given_a_quoted_post_that_was_deleted_When_the_weekly_look_finds_it_Then_the_unit_is_told_and_has_a_task() =>
        QuoteChangedAsync(SampleCast.Tochigi, Tochigi, "to-6-1-u");

    [Fact]
    public async Task ok_5_3_Given_the_sheet_is_not_signed_by_the_fifth_When_looked_at_Then_it_is_overdue_and_the_head_is_told()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await LookAsync(at, Japan(6, 30, 23, 59));
        await LookAsync(at, Japan(7, 1, 0, 5));
        await LookAsync(at, Japan(7, 6, 0, 1));

        Assert.Contains("duty.overdue", await ToldAsync(at, "ok-5-3"));
        Assert.True(Assert.Single(await OfAsync(at, "supervision")).IsOverdue(store.Clock.Now));
    }

    [Fact]
    public async Task to_7_2_e_Given_the_change_is_still_not_confirmed_a_day_later_When_the_deadline_passes_Then_head_and_division_are_alerted_once()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        var seat = await AppointAsync(at, "pr-officer");
        Assert.Null(await store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(new Doer(at.Body, at.Person, store.Clock.Now), seat, new(2026, 6, 30), Ct), at.Body));
        await LookAsync(at, Japan(6, 11, 10, 1));
        await LookAsync(at, Japan(7, 2, 0, 0));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(at, "to-7-2-e"));

        await LookAsync(at, Japan(7, 2, 0, 1));
        await LookAsync(at, Japan(7, 2, 0, 2));

        Assert.Single(await ToldAsync(at, "to-7-2-e"), k => k == "duty.escalation");
        Assert.Single(await ToldAsync(at, "to-7-2-e", "yoshizawa"), k => k == "duty.escalation");
    }

    [Fact]
    public async Task to_7_1_u_1_Given_a_list_that_is_wrong_When_it_is_found_Then_unit_and_division_each_have_a_task()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await ToldOfAsync(at, "account.listing-differs");

        Assert.Equal("pr-officer", Assert.Single(await OfAsync(at, "official-listing")).Owner);
        Assert.Equal("pr-division", Assert.Single(await OfAsync(at, "official-listing-pr")).Owner);
        Assert.Contains("duty.opened", await ToldAsync(at, "to-7-1-u-1", "yoshizawa"));
        await ToldOfAsync(at, "account.listing-restored");
        Assert.All(await OfAsync(at, "official-listing-pr"), d => Assert.False(d.IsOpen));
    }

    [Fact]
    public async Task to_7_3_i_0_Given_a_suspicion_When_it_is_found_Then_head_and_those_who_hold_the_password_are_alerted()
    {
        var at = await BeginAsync(SampleCast.Tochigi, Tochigi);
        await AppointAsync(at, "pr-officer");
        await ToldOfAsync(at, "account.foreign-post");

        var told = await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Kind == IncidentNotices.Foreign && n.Clause == "to-7-3-i-0").Select(n => n.To).ToListAsync(Ct), at.Body);
        var head = await store.DbAsync(db => db.Staff.Where(s => s.LoginName == "shinohara").Select(s => s.Id).SingleAsync(Ct), at.Body);
        Assert.Contains(at.Person, told);
        Assert.Contains(head, told);
    }

    private async Task QuoteChangedAsync(BodyId body, string regulation, string clause)
    {
        var at = await BeginAsync(body, regulation);
        await AppointAsync(at, "pr-officer");
        await LookAsync(at, Japan(6, 14, 23, 59));
        await LookAsync(at, Japan(6, 15, 0, 5));

        Assert.Null(await CloseAsync(at, Assert.Single(await OfAsync(at, "quote-look")), "引用元の投稿が変わっていた。", null, new(null, ["trouble"])));

        var task = Assert.Single(await OfAsync(at, "quote-changed"));
        Assert.Equal((clause, "pr-officer", true), (task.Clause, task.Owner, task.IsOpen));
        Assert.Contains("引用元の投稿が変わっていた。", task.Why, StringComparison.Ordinal);
    }

    private async Task RegisteredAsync(Place at)
    {
        await store.DbAsync(
            async db =>
            {
                db.Record(at.Body, store.Clock.Now, "account.registered", $"account/{at.Account}");
                return await db.SaveChangesAsync(Ct);
            },
            at.Body);
        await LookAsync(at, Japan(6, 11, 10, 1));
    }

    // What the watch of the timeline and the people behind it write down
    private async Task ToldOfAsync(Place at, string verb)
    {
        await store.InAsync(
            async services =>
            {
                var db = services.GetRequiredService<ShiraseDb>();
                db.Record(at.Body, store.Clock.Now, verb, $"account/{at.Account}");
                if (verb == "account.foreign-post")
                {
                    await services.GetRequiredService<IncidentNotices>().TellAsync(await db.Accounts.SingleAsync(a => a.Id == at.Account, Ct), IncidentNotices.Foreign, store.Clock.Now, Ct);
                }

                return await db.SaveChangesAsync(Ct);
            },
            at.Body);
        await LookAsync(at, store.Clock.Now);
    }

    // The same person answers for the accounts of other tests too
    private Task<List<string>> ToldAsync(Place at, string clause = "to-7-3-i-1-a", string? login = null) => store.DbAsync(
        async db =>
        {
            var name = (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == at.Account, Ct)).DisplayName;
            var person = login is null ? at.Person : (await db.Staff.AsNoTracking().SingleAsync(s => s.LoginName == login, Ct)).Id;
            return await db.Notices.AsNoTracking().Where(n => n.To == person && n.Clause == clause && n.Text.Contains(name)).Select(n => n.Kind).ToListAsync(Ct);
        },
        at.Body);

    private async Task PublishedAsync(Place at, DateTimeOffset when)
    {
        await store.DbAsync(
            async db =>
            {
                var id = new DeliveryId(Guid.CreateVersion7());
                db.Add(new PostDelivery(id, at.Body, new(Guid.CreateVersion7()), 1, "", at.Account, "drill", at.Person, when.ToUniversalTime(), when.ToUniversalTime(), "", "見本"));
                db.Record(at.Body, when.ToUniversalTime(), "delivery.published", $"delivery/{id}");
                return await db.SaveChangesAsync(Ct);
            },
            at.Body);
        await LookAsync(at, when);
    }

    private async Task DueAsync(BodyId body, string regulation, string rule, int month, int day, string due, bool needsEvidence)
    {
        var at = await BeginAsync(body, regulation);
        var year = int.Parse(due[..4], System.Globalization.CultureInfo.InvariantCulture);
        await LookAsync(at, Japan(month, day, 0, 0, year).AddMinutes(-1));
        Assert.DoesNotContain(await OfAsync(at, rule), d => d.From >= Japan(month, day, 0, 0, year));
        await LookAsync(at, Japan(month, day, 0, 5, year));

        var opened = Assert.Single(await OfAsync(at, rule), d => d.From == Japan(month, day, 0, 0, year));
        Assert.Equal(new DateTimeOffset(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), JapanTime.Offset), opened.Due);
        Assert.Equal(needsEvidence, TestStore.Regulations.Find(regulation, opened.Version)!.Duty(rule)!.NeedsEvidence);
    }

    // Head, manager and account of a unit of the body under the guideline; the first look comes at once
    private async Task<Place> BeginAsync(BodyId body, string regulation)
    {
        var place = await store.DbAsync(
            async db =>
            {
                (await db.Bodies.SingleAsync(b => b.Id == body, Ct)).Adopt(regulation);
                var posting = await db.Postings.Where(p => p.Body == body).OrderBy(p => p.Id).FirstAsync(Ct);
                var account = new OfficialAccount(new(Guid.CreateVersion7()), body, regulation, "drill", $"a{Guid.NewGuid():N}"[..20], $"見本{Guid.NewGuid():N}", posting.Unit, new(2026, 6, 11));
                db.Add(account);
                await db.SaveChangesAsync(Ct);
                return new Place(body, regulation, account.Id, posting.Unit, posting.Staff);
            },
            body);
        await AppointAsync(place, "operation-manager");
        await AppointAsync(place, "unit-head");
        await store.DbAsync(db => db.JobMarks.Where(m => m.Body == body).ExecuteDeleteAsync(Ct), body);
        await LookAsync(place, store.Clock.Now);
        return place;
    }

    private Task<Guid> AppointAsync(Place at, string role) => store.DbAsync(
        async db =>
        {
            var seat = new Appointment(Guid.CreateVersion7(), at.Body, at.Regulation, role, at.Person, at.Unit, new(2026, 4, 1), null, "発令");
            foreach (var old in await db.Appointments.Where(a => a.Staff == at.Person && a.Role == role).ToListAsync(Ct))
            {
                db.Remove(old);
            }

            db.Add(seat);
            await db.SaveChangesAsync(Ct);
            return seat.Id;
        },
        at.Body);

    private async Task LookAsync(Place at, DateTimeOffset now)
    {
        store.Clock.Set(now);
        await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), at.Body, DutyJob.Kind, Guid.Empty, now, now), Ct), at.Body);
    }

    private Task<List<Duty>> OfAsync(Place at, string rule) => store.DbAsync(
        db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Account == at.Account).OrderBy(d => d.From).ToListAsync(Ct), at.Body);

    private Task<Refusal?> CloseAsync(Place at, Duty duty, string? outcome, string? evidence = null, DutyAnswers? answers = null) =>
        store.AskAsync<KeepDuties, Refusal?>(k => k.CloseAsync(new Who(at.Person, at.Body), duty.Id, outcome, evidence, Ct, answers), at.Body);

    private Task<Refusal?> RestAsync(Place at, DateOnly? until, string why) =>
        store.AskAsync<KeepDormancy, Refusal?>(k => k.DeclareAsync(new Who(at.Person, at.Body), at.Account, until, why, Ct), at.Body);

    private sealed record Place(BodyId Body, string Regulation, AccountId Account, UnitId Unit, StaffId Person);
}

public sealed class PrefectureDutyOnSqlite(SqliteDutyOffice store) : PrefectureDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class PrefectureDutyOnPostgres(PostgresDutyOffice store) : PrefectureDutyTests(store), IClassFixture<PostgresDutyOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

// People who come and go, and what an account needs of them
public abstract partial class PrefectureDutyTests
{
    [Fact]
    public Task is_3_3_Given_a_sender_who_leaves_the_unit_When_the_day_comes_Then_nothing_goes_out_until_the_password_is_changed() =>
        PasswordAsync(Ishikawa, "information-sender", DutySuspends.AtOnce);

    [Fact]
    public Task ok_4_7_a_Given_a_member_of_staff_who_leaves_the_unit_When_the_day_comes_Then_the_change_of_the_password_is_open_until_confirmed() =>
        PasswordAsync(Okayama, "pr-officer", DutySuspends.Never);

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
    public Task ok_5_2_e_2_Given_the_first_of_a_month_When_it_comes_Then_links_to_others_are_to_be_opened_again() =>
        DueAsync(SampleCast.Okayama, Okayama, "link-look", 7, 1, "2026-07-07T23:59", false);

    [Fact]
    public Task ok_5_2_e_1_Given_a_monday_When_it_comes_Then_what_was_quoted_is_to_be_looked_at_again() =>
        DueAsync(SampleCast.Okayama, Okayama, "quote-look", 6, 15, "2026-06-17T23:59", false);

    [Fact]
    public Task ok_5_2_e_1_Given_a_quoted_post_that_was_edited_When_the_weekly_look_finds_it_Then_a_task_is_open() =>
        QuoteChangedAsync(SampleCast.Okayama, Okayama, "ok-5-2-e-1");

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
}

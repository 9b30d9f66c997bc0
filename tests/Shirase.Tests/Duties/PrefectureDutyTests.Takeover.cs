using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

// What the watch finds
public abstract partial class PrefectureDutyTests
{
    [Fact]
    public Task ok_4_7_c_Given_the_first_of_a_month_When_it_comes_Then_sign_ins_and_linked_apps_are_to_be_looked_at() =>
        DueAsync(SampleCast.Okayama, Okayama, "access-look", 7, 1, "2026-07-07T23:59", false);

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
    public Task to_6_1_u_Given_a_quoted_post_that_was_deleted_When_the_weekly_look_finds_it_Then_the_unit_is_told_and_has_a_task() =>
        QuoteChangedAsync(SampleCast.Tochigi, Tochigi, "to-6-1-u");

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
}

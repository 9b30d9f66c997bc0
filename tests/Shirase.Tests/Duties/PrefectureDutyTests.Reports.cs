using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.Storage;
using Shirase.TestKit.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

// What is reported, confirmed and looked at on a day
public abstract partial class PrefectureDutyTests
{
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
    public Task to_2_4_b_Given_the_first_of_a_month_When_it_comes_Then_the_terms_are_to_be_looked_at_and_the_page_noted() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "terms-review", 7, 1, "2026-07-05T23:59", true);

    [Fact]
    public Task to_7_2_ka_Given_half_a_year_When_it_has_passed_Then_the_terminals_are_to_be_looked_for() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "terminal-look", 10, 1, "2026-10-15T23:59", false);

    [Fact]
    public Task to_2_5_Given_a_year_When_it_has_passed_Then_a_drill_is_due() =>
        DueAsync(SampleCast.Tochigi, Tochigi, "drill", 5, 1, "2027-06-29T23:59", true);

    [Fact]
    public Task ok_4_6_c_Given_the_first_of_april_When_it_comes_Then_measures_against_impersonation_are_to_be_looked_at() =>
        DueAsync(SampleCast.Okayama, Okayama, "impersonation-look", 4, 1, "2027-04-30T23:59", false);

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
    public Task ok_5_3_Given_the_end_of_a_month_When_it_passed_Then_the_head_has_to_fill_in_the_sheet_by_the_fifth() =>
        DueAsync(SampleCast.Okayama, Okayama, "supervision", 7, 1, "2026-07-05T23:59", false);

    [Fact]
    public Task is_3_6_Given_the_first_of_a_month_When_it_comes_Then_the_sender_has_to_see_that_messages_are_closed() =>
        DueAsync(SampleCast.Ishikawa, Ishikawa, "inbound-look", 7, 1, "2026-07-07T23:59", false);

    [Fact]
    public Task is_3_11_a_Given_the_first_of_april_When_it_comes_Then_the_measures_of_the_order_are_to_be_confirmed_with_the_document() =>
        DueAsync(SampleCast.Ishikawa, Ishikawa, "security-order", 4, 1, "2027-04-30T23:59", true);

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
    public async Task ok_5_3_Given_the_sheet_is_not_signed_by_the_fifth_When_looked_at_Then_it_is_overdue_and_the_head_is_told()
    {
        var at = await BeginAsync(SampleCast.Okayama, Okayama);
        await LookAsync(at, Japan(6, 30, 23, 59));
        await LookAsync(at, Japan(7, 1, 0, 5));
        await LookAsync(at, Japan(7, 6, 0, 1));

        Assert.Contains("duty.overdue", await ToldAsync(at, "ok-5-3"));
        Assert.True(Assert.Single(await OfAsync(at, "supervision")).IsOverdue(store.Clock.Now));
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
}

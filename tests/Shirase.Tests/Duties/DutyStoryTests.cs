using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>Duties that events and people open, and what they do to the publication.</summary>
public abstract class DutyStoryTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_13_4_4_Given_the_report_of_an_error_When_nobody_looks_for_five_minutes_Then_officer_and_manager_hear_of_it_and_the_acknowledgement_closes_it()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        await Office.LookAsync();
        Office.Fine(await Office.ReportErrorAsync(id, "曜日が違います。"));
        await Office.LookAtAsync(Office.Clock.Now.AddMinutes(1));

        var duty = await OfAsync("error-response", id);
        Assert.True(duty.IsUrgent);
        Assert.Equal(duty.From.AddMinutes(5), duty.Due);
        Assert.Contains((await Office.NoticesAsync("takahashi")), n => n.Kind == "duty.opened" && n.Text.StartsWith("【至急】誤りの申出への対応", StringComparison.Ordinal));
        await Office.LookAtAsync(Office.Clock.Now.AddMinutes(5));
        Assert.Contains("duty.escalation", await Office.ToldAsync("kobayashi", "誤りの申出への対応"));
        Assert.Contains("duty.escalation", await Office.ToldAsync("hoshino", "誤りの申出への対応"));

        var report = await Office.Store.DbAsync(db => db.ErrorReports.Where(r => r.Application == id).Select(r => r.Id).SingleAsync(Ct), Office.Body);
        Office.Fine(await Office.AskAsync<Removing, Refusal?>("takahashi", (r, w) => r.AnswerErrorAsync(id, w, report, noError: false, null, Ct)));
        await Office.LookAtAsync(Office.Clock.Now.AddMinutes(1));
        Assert.Equal("error.acknowledged", (await OfAsync("error-response", id)).Outcome);
    }

    [Fact]
    public async Task gx_10_2_1_Given_an_urgent_application_at_night_When_filed_Then_the_PR_officer_has_it_urgently_and_ordering_the_post_closes_it_and_an_ordinary_one_opens_nothing()
    {
        await Office.LookAsync();
        Office.Clock.SetJapan(2026, 6, 11, 22, 15);
        var id = await Office.UrgentFiledAsync();
        await Office.LookAtAsync(Japan(6, 11, 22, 16));

        Assert.Equal(Japan(6, 11, 22, 45), (await OfAsync("urgent-application", id)).Due);
        Assert.Contains("duty.opened", await Office.ToldAsync("takahashi", "緊急の申請への対応"));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.LookAtAsync(Japan(6, 11, 22, 20));
        Assert.Equal("delivery.ordered", (await OfAsync("urgent-application", id)).Outcome);

        Office.Clock.SetJapan(2026, 6, 11, 10);
        var ordinary = await Office.ReadyAsync(await Office.ContentAsync());
        await Office.LookAsync();
        Assert.DoesNotContain(await Office.DutiesAsync("urgent-application"), d => d.Subject == $"application/{ordinary}");
    }

    [Fact]
    public async Task gx_15_2_1_Given_an_assigned_application_When_not_examined_within_three_working_days_Then_the_manager_is_told_and_the_examination_closes_it()
    {
        await Office.LookAsync();
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        await Office.LookAtAsync(Japan(6, 11, 10, 1));

        var duty = await OfAsync("examination", id);
        Assert.Equal(Japan(6, 16, 23, 59), duty.Due);
        await Office.LookAtAsync(Japan(6, 16, 23, 59));
        Assert.DoesNotContain("duty.escalation", await Office.ToldAsync("hoshino", "申請の審査"));
        await Office.LookAtAsync(Japan(6, 17, 0, 1));
        Assert.Contains("duty.escalation", await Office.ToldAsync("hoshino", "申請の審査"));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        await Office.LookAtAsync(Japan(6, 17, 0, 2));
        Assert.False((await OfAsync("examination", id)).IsOpen);
    }

    [Fact]
    public async Task gx_14_1_3_Given_a_suspected_leak_When_the_password_is_not_changed_in_time_Then_the_gate_refuses_with_the_clause_until_it_is_done()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        var account = await Office.DrillAccountAsync();
        Assert.IsType<WhyIsMissing>(await OpenAsync("kobayashi", account, " "));
        Assert.IsType<SubjectIsMissing>(await OpenAsync("kobayashi", null, "不審なサインインの通知"));
        Assert.IsType<NotYourDuty>(await OpenAsync("tamura", account, "不審なサインインの通知"));
        Office.Fine(await OpenAsync("kobayashi", account, "不審なサインインの通知"));
        Assert.True((await LineAsync(id)).Passed);

        Office.Clock.Pass(TimeSpan.FromMinutes(61));
        var line = await LineAsync(id);
        Assert.Equal((false, "gx-14-1-3"), (line.Passed, line.Clause));
        Assert.Contains("漏えいが疑われるパスワードの変更", line.Detail.Ja, StringComparison.Ordinal);
        Assert.StartsWith("広報係員が行ってください。", line.Mend!.Ja, StringComparison.Ordinal);
        Assert.Equal("duties", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line.Gate);

        var duty = Assert.Single(await Office.DutiesAsync("password-at-once"), d => d.IsOpen);
        Office.Fine(await Office.CloseAsync(duty.Id, "takahashi", "変更した。"));
        Assert.True((await LineAsync(id)).Passed);
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task Given_two_nodes_that_look_at_the_same_moment_When_an_error_is_reported_Then_one_duty_is_opened()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        await Office.LookAsync();
        Office.Fine(await Office.ReportErrorAsync(id, "曜日が違います。"));

        await Task.WhenAll(Office.LookAsync(), Office.LookAsync(), Office.LookAsync());

        Assert.Single(await Office.DutiesAsync("error-response"), d => d.Subject == $"application/{id}");
    }

    private async Task<Duty> OfAsync(string rule, PostApplicationId id) => Assert.Single(await Office.DutiesAsync(rule), d => d.Subject == $"application/{id}");

    private async Task<GateLine> LineAsync(PostApplicationId id) => (await Office.GateAsync(id)).Single(l => l.Gate == "duties");

    private Task<Refusal?> OpenAsync(string login, Guid? account, string why) =>
        Office.AskAsync<KeepDuties, Refusal?>(login, (k, w) => k.OpenAsync(w, "gunma-police-x", "password-at-once", account, why, Ct));
}

public sealed class DutyStoryOnSqlite(SqliteDutyOffice store) : DutyStoryTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class DutyStoryOnPostgres(PostgresDutyOffice store) : DutyStoryTests(store), IClassFixture<PostgresDutyOffice>;

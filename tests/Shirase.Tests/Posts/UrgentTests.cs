using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>時間外の緊急の投稿, on Friday night.</summary>
public abstract class UrgentTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_10_2_0_Given_2230_and_a_telephone_decision_of_2228_When_the_PR_officer_publishes_Then_it_goes_out_and_waits_to_be_confirmed()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 28)));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        var decision = Assert.Single(application.Decisions, d => d.IsUnsettled);
        Assert.Equal((await Office.WhoAsync("kobayashi")).Staff, decision.By);
        Assert.Equal((await Office.WhoAsync("takahashi")).Staff, decision.RecordedBy);
        Assert.Equal(Friday(22, 28), decision.At);
        Assert.Equal(new DateOnly(2026, 6, 15), decision.CountersignDue!.Value.JapanDay());
        Assert.Contains("decision.to-countersign", await Office.KindsAsync("kobayashi", id));
    }

    [Fact]
    public async Task gx_10_2_0_Given_no_confirmation_When_the_next_working_day_has_ended_Then_manager_and_supervisor_are_told_every_morning_until_it_is_confirmed()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.TelephoneAsync(id, "hoshino", Friday(22, 28)));
        await At(15, 23, 0);
        Assert.Equal(0, await CountAsync(id));

        await At(16, 7, 0);
        Assert.Equal(0, await CountAsync(id));
        await At(16, 8, 0);
        await At(16, 11, 0);
        Assert.Equal(1, await CountAsync(id));
        await At(17, 8, 0);
        Assert.Equal(2, await CountAsync(id));
        Assert.Contains("reminder.countersign", await Office.KindsAsync("kobayashi", id));
        Office.Fine(await Office.SettleAsync(id, "hoshino"));
        await At(18, 8, 0);
        Assert.Equal(2, await CountAsync(id));

        async Task<int> CountAsync(PostApplicationId of) => (await Office.KindsAsync("hoshino", of)).Count(k => k == "reminder.countersign");
    }

    [Fact]
    public async Task gx_10_2_0_Given_a_ground_but_no_decider_When_publishing_Then_refused()
    {
        var id = await FiledAsync();

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Contains("時間外に投稿する必要を認める決定がありません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.InRoute, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_10_2_0_Given_a_decider_who_disowns_the_call_When_no_reason_is_given_Then_refused_and_with_one_it_cannot_go_out()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 28)));

        Assert.IsType<NotYoursToSettle>(await Office.SettleAsync(id, "hoshino"));
        Assert.IsType<ReasonNeeded>(await Office.SettleAsync(id, "kobayashi", agrees: false));
        Office.Fine(await Office.SettleAsync(id, "kobayashi", agrees: false, "電話を受けていないため"));

        var application = await Office.ReadAsync(id);
        Assert.Equal(Verb.Disown, application.Decisions[^1].Verb);
        Assert.Equal("examination", application.Step);
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_10_2_0_Given_a_call_nobody_may_record_When_recorded_Then_refused()
    {
        var id = await FiledAsync();

        Assert.IsType<OnlyPrOfficers>(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 28), login: "tajima"));
        Assert.IsType<NoSeatInThisStep>(await Office.TelephoneAsync(id, "negishi", Friday(22, 28)));
        Assert.IsType<TelephoneCallLiesAhead>(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 31)));
        Assert.IsType<ReasonNeeded>(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 28), " "));
        Office.Clock.SetJapan(2026, 6, 11);
        var ordinary = await Office.ToExaminationAsync(await Office.ContentAsync());
        Assert.IsType<NoTelephoneDecisionHere>(await Office.TelephoneAsync(ordinary, "kobayashi", Office.Clock.Now));
    }

    [Fact]
    public async Task gx_10_2_0_Given_the_decision_is_made_on_screen_When_published_at_night_Then_it_goes_out_without_anything_to_confirm()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.ApproveAsync(id, "hoshino"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        Assert.DoesNotContain(application.Decisions, d => d.IsUnsettled);
    }

    [Fact]
    public async Task gx_10_2_1_Given_the_duty_officer_files_on_ground_1_When_the_chief_approves_Then_PR_officer_and_supervisor_are_told_at_once_and_no_lead_time_is_asked()
    {
        var id = await FiledAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(("urgent", "examination"), (application.Route, application.Step));
        Assert.Empty(application.ShortNoticeReason);
        Assert.Contains(await Office.NoticesAsync("mori", id), n => n.Kind == "application.urgent" && n.At == application.DispatchedAt);
        Assert.Contains(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "application.waiting" && n.Text.StartsWith("【緊急】", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_10_2_1_Given_ground_1_without_the_facts_When_filed_Then_refused()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 15);
        var id = await Office.BeginAsync(await Office.UrgentAsync() with { Case = null }, "tajima");

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id, "tajima"));
        Assert.Equal("gx-10-2-1", refusal.Clause);
        Assert.Contains("事案の概要", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_10_2_2_Given_ground_2_with_two_characters_When_filed_Then_twenty_are_asked_for()
    {
        Office.Clock.SetJapan(2026, 6, 12, 17, 30);
        var content = await Office.UrgentAsync() with { Ground = "other-immediate", Case = null, GroundReason = "急ぎ" };
        var id = await Office.BeginAsync(content, "tajima");

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id, "tajima"));
        Assert.Equal("gx-10-2-2", refusal.Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { GroundReason = "夜間に帰宅する人が多く、月曜の朝では被害を防げないため" }, "tajima"));
        Office.Fine(await Office.SubmitAsync(id, "tajima"));
        Assert.Equal("urgent", (await Office.ReadAsync(id)).Route);
    }

    [Fact]
    public async Task gx_10_2_2_Given_Friday_1730_When_the_next_office_hour_is_asked_Then_it_is_Monday_0830()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 12, 17, 30);

        var window = (await Office.GateAsync(id)).Single(l => l.Gate == "window");

        Assert.False(window.Passed);
        Assert.Contains("2026年6月15日（月）08:30", window.Detail.Ja, StringComparison.Ordinal);
    }

    private async Task<PostApplicationId> FiledAsync()
    {
        Office.Clock.Set(Friday(22, 20));
        var id = await Office.UrgentFiledAsync();
        Office.Clock.Set(Friday(22, 30));
        return id;
    }

    private Task At(int day, int hour, int minute)
    {
        Office.Clock.SetJapan(2026, 6, day, hour, minute);
        return Office.RemindAsync();
    }

    private static DateTimeOffset Friday(int hour, int minute) => new(2026, 6, 12, hour, minute, 0, JapanTime.Offset);
}

public sealed class UrgentOnSqlite(SqliteOffice store) : UrgentTests(store), IClassFixture<SqliteOffice>;

public sealed class UrgentOnPostgres(PostgresOffice store) : UrgentTests(store), IClassFixture<PostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations.Local;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A mail's way under the guidelines for mail: who acts, when, from where.</summary>
public abstract class MailRouteTests(TestStore store) : MailCases(store)
{
    [Theory]
    [InlineData("2026-06-13T20:00:00+09:00", true)]
    [InlineData("2026-06-13T07:00:00+09:00", true)]
    [InlineData("2026-07-20T12:00:00+09:00", true)]
    [InlineData("2027-01-01T07:00:00+09:00", true)]
    [InlineData("2026-06-13T20:00:01+09:00", false)]
    [InlineData("2026-06-13T06:59:59+09:00", false)]
    public async Task gm_4_2_Given_Saturdays_holidays_and_the_new_year_When_dispatched_Then_only_seven_to_eight_counts(string moment, bool goes)
    {
        Office.Clock.SetJapan(2026, 6, 12, 15);
        var id = await ApprovedAsync(await MailAsync());

        Office.Clock.Set(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        var refusal = await DispatchAsync(id);

        if (goes)
        {
            Office.Fine(refusal);
        }
        else
        {
            Closed("window", "gm-4-2", refusal);
        }
    }

    [Fact]
    public async Task gm_4_2_Given_2310_When_the_manager_finds_it_necessary_with_a_reason_Then_it_goes_out_and_without_him_or_a_reason_it_does_not()
    {
        Office.Clock.SetJapan(2026, 6, 13, 23, 10);
        var content = await MailAsync("小学生が帰宅していません。見掛けた方は110番してください。") with { Ground = "cannot-wait", DesiredAt = Office.Clock.Now.InJapan() };
        var id = await Office.BeginAsync(content with { GroundReason = "短い" });

        Assert.Equal("gm-4-2", Assert.IsType<FindingRefuses>(await SubmitAsync(id)).Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { GroundReason = "行方の分からない児童を夜のうちに捜すため" }));
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        Closed("window", "gm-4-2", await DispatchAsync(id));

        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await DispatchAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task gm_3_2_b_1_Given_a_mail_that_nobody_approved_When_dispatched_Then_refused()
    {
        var id = await FiledAsync(await MailAsync());

        Closed("approval", "gm-3-2-b-1", await DispatchAsync(id));
    }

    [Fact]
    public async Task gm_3_3_b_1_Given_the_supervisors_check_When_dispatched_without_the_managers_approval_Then_refused_and_he_approves_only_as_a_deputy()
    {
        var id = await FiledAsync(await MailAsync());
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));

        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "shimizu"));
        Closed("approval", "gm-3-2-b-1", await DispatchAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await DispatchAsync(id));
    }

    [Fact]
    public async Task gm_2_Given_a_device_that_is_not_registered_When_dispatched_Then_refused_while_drafting_and_approving_work()
    {
        var id = await ApprovedAsync(await MailAsync());

        var refusal = await DispatchAsync(id, terminal: null);
        Closed("terminal", "gm-2", refusal);
        Assert.Contains("登録された端末ではありません", refusal!.Text.Ja, StringComparison.Ordinal);
        Assert.Contains(await AttemptsAsync(id), d => d.Contains(" terminal", StringComparison.Ordinal) && d.Contains("gm-2", StringComparison.Ordinal));
        Office.Fine(await DispatchAsync(id));
        var sent = await Office.DeliveryAsync(id);
        Assert.Equal((Office.Terminal, (await Office.WhoAsync("tajima")).Staff), (sent.Terminal, sent.OrderedBy));
    }

    [Fact]
    public async Task gm_4_4_c_2_Given_an_approved_mail_When_anybody_but_the_units_operator_dispatches_it_Then_refused()
    {
        var id = await ApprovedAsync(await MailAsync());

        Assert.Equal("gm-4-4-c-2", Assert.IsType<OnlyPrOfficers>(await DispatchAsync(id, "tamura")).Clause);
        Office.Fine(await AppointAsync("pr-officer", "takahashi"));
        Assert.IsType<CaseNotFound>(await DispatchAsync(id, "takahashi"));
        Office.Fine(await DispatchAsync(id));
    }

    [Fact]
    public async Task gm_3_1_b_Given_a_mail_that_the_general_manager_holds_When_dispatched_Then_refused_until_he_releases_it()
    {
        var id = await ApprovedAsync(await MailAsync());
        Office.Fine(await Office.HoldAsync(id, "内容を確かめるため"));

        Closed("hold", "gm-3-1-b", await DispatchAsync(id));
        Assert.IsType<OnlyTheManagerHolds>(await Office.HoldAsync(await ApprovedAsync(await MailAsync("高崎市内で不審な電話が増えています。")), "署長が保留", "negishi"));
    }

    [Theory]
    [InlineData("operation-manager", "okabe", "gm-3-1-a")]
    [InlineData("operation-manager", "kobayashi", "gm-3-1-a")]
    public Task gm_3_1_a_Given_another_post_When_appointed_general_manager_Then_refused(string role, string login, string clause) => UnfitAsync(role, login, clause);

    [Theory]
    [InlineData("unit-head", "shimizu", "gm-3-2-a")]
    [InlineData("unit-head", "takahashi", "gm-3-2-a")]
    public Task gm_3_2_a_Given_somebody_who_heads_no_unit_When_appointed_manager_Then_refused(string role, string login, string clause) => UnfitAsync(role, login, clause);

    [Theory]
    [InlineData("hq-supervisor", "kobayashi", "gm-3-3-a-1")]
    [InlineData("hq-supervisor", "shimizu", "gm-3-3-a-1")]
    public Task gm_3_3_a_1_Given_another_post_When_appointed_supervisor_of_headquarters_Then_refused(string role, string login, string clause) => UnfitAsync(role, login, clause);

    [Theory]
    [InlineData("operation-officer", "sekiguchi", "gm-3-3-a-2")]
    [InlineData("operation-officer", "iizuka", "gm-3-3-a-2")]
    public Task gm_3_3_a_2_Given_another_post_When_appointed_supervisor_of_a_station_Then_refused(string role, string login, string clause) => UnfitAsync(role, login, clause);

    [Fact]
    public async Task gm_0_2_1_Given_a_mail_When_its_record_is_read_Then_it_names_the_version_it_was_judged_by()
    {
        var id = await ApprovedAsync(await MailAsync());

        var application = await Office.ReadAsync(id);

        Assert.Equal((Mail, "2021"), (application.Regulation, application.RegulationVersion));
    }

    [Fact]
    public async Task gm_4_2_Given_an_early_mail_held_until_seven_When_the_hour_comes_Then_it_leaves_then_and_a_withdrawn_one_does_not()
    {
        Office.Clock.SetJapan(2026, 6, 12, 19);
        var (goes, stays) = (await ApprovedAsync(await MailAsync("高崎市内で不審な電話が増えています。お金の話が出たら110番してください。")), await ApprovedAsync(await MailAsync("太田市内で不審な電話が増えています。お金の話が出たら110番してください。")));
        Office.Clock.SetJapan(2026, 6, 13, 6, 59);
        Closed("window", "gm-4-2", await DispatchAsync(goes));
        var seven = new DateTimeOffset(2026, 6, 13, 7, 0, 0, JapanTime.Offset);
        foreach (var id in new[] { goes, stays })
        {
            Office.Fine(await Office.PublishAsync(id, "tajima", at: seven));
        }

        var waiting = (await Office.DeliveryAsync(stays)).Id;
        Office.Fine(await Office.AskAsync<Publishing, Refusal?>("tajima", (p, w) => p.CancelAsync(stays, w, waiting, Ct)));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Scheduled, (await Office.DeliveryAsync(goes)).State);
        Office.Clock.Set(seven);
        await Office.RunJobsAsync();

        var sent = await Office.DeliveryAsync(goes);
        Assert.Equal((DeliveryState.Published, seven), (sent.State, sent.PublishedAt));
        Assert.Equal(DeliveryState.Cancelled, (await Office.DeliveryAsync(stays)).State);
    }

    [Fact]
    public async Task gm_4_2_Given_a_mail_sent_at_night_When_the_list_is_read_the_next_morning_Then_it_stands_there_with_the_managers_reason()
    {
        Office.Clock.SetJapan(2026, 6, 14, 23, 10);
        var id = await Office.BeginAsync(await MailAsync("伊勢崎市内の小学生が帰宅していません。見掛けた方は110番してください。") with
        {
            Ground = "cannot-wait",
            GroundReason = "行方の分からない児童を夜のうちに捜すため",
            DesiredAt = Office.Clock.Now.InJapan(),
        });
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await DispatchAsync(id));
        await Office.RunJobsAsync();

        Office.Clock.SetJapan(2026, 6, 15, 8);
        var listed = await Office.Store.AskAsync<OutOfHoursPosts, IReadOnlyList<OutOfHoursPost>>(p => p.ReadAsync(Office.Body, new DateOnly(2026, 6, 14), new DateOnly(2026, 6, 14), Ct), Office.Body);
        var line = Assert.Single(listed, l => l.Application.Id == id);
        Assert.True(line.IsOutside);
        Assert.Equal("行方の分からない児童を夜のうちに捜すため", line.Application.Current.Content.GroundReason);
        Assert.NotNull(line.Published);
    }

    [Fact]
    public async Task gm_3_1_b_Given_a_station_chief_When_he_changes_a_setting_of_the_document_Then_refused()
    {
        await MailAsync();

        Assert.IsType<OnlyManagersDecideLocally>(await Office.AskAsync<KeepLocalRules, Refusal?>(
            "negishi", (k, w) => k.SetAsync(w, Mail, null, new SettingValue("out-of-hours-reason-min", "30"), "試行のため", Ct)));
        Office.Fine(await Office.AskAsync<KeepLocalRules, Refusal?>(
            "hoshino", (k, w) => k.SetAsync(w, Mail, null, new SettingValue("out-of-hours-reason-min", "11"), "試行のため", Ct)));
        await Office.Store.DbAsync(db => db.LocalRules.ExecuteDeleteAsync(Ct), Office.Body);
    }

    [Fact]
    public async Task gm_3_2_a_Given_a_station_without_chief_and_deputy_When_its_operator_dispatches_Then_refused_under_this_clause()
    {
        var id = await ApprovedAsync(await MailAsync("藤岡市内で不審な電話が増えています。お金の話が出たら110番してください。"));
        var seat = await Office.Store.DbAsync(
            async db => await db.Appointments.Where(a => a.Regulation == Mail && a.Role == "unit-head").SingleAsync(Ct), Office.Body);
        await Office.Store.DbAsync(db => db.Appointments.Where(a => a.Id == seat.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.To, new DateOnly(2026, 6, 1)), Ct), Office.Body);

        var refusal = await DispatchAsync(id);
        await Office.Store.DbAsync(db => db.Appointments.Where(a => a.Id == seat.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.To, (DateOnly?)null), Ct), Office.Body);

        Closed("roles-filled", "gm-3-2-a", refusal);
        Assert.Contains("運用管理者（所属長）が未登録", refusal!.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await DispatchAsync(id));
    }

    private Task<List<string>> AttemptsAsync(PostApplicationId id) => Office.Store.DbAsync(
        db => db.Journal.AsNoTracking().Where(j => j.Verb == "access.refused" && j.Detail.Contains(id.ToString())).Select(j => j.Detail).ToListAsync(Ct), Office.Body);

    private async Task UnfitAsync(string role, string login, string clause)
    {
        await MailAsync();

        Assert.Equal(clause, (await AppointAsync(role, login))?.Clause);
    }
}

public sealed class MailRouteOnSqlite(SqliteOffice store) : MailRouteTests(store), IClassFixture<SqliteOffice>;

public sealed class MailRouteOnPostgres(PostgresOffice store) : MailRouteTests(store), IClassFixture<PostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>運用管理者の指揮: holding, overruling, and roles that must be filled.</summary>
public abstract class ManagerTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_3_2_b_1_Given_it_is_scheduled_for_1500_When_the_manager_holds_it_at_1450_Then_it_is_not_sent_and_all_are_told()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 18, 9, 0);
        Office.Fine(await Office.PublishAsync(id, at: new DateTimeOffset(2026, 6, 18, 15, 0, 0, JapanTime.Offset)));
        Office.Clock.SetJapan(2026, 6, 18, 14, 50);
        Assert.IsType<ReasonNeeded>(await Office.HoldAsync(id, null));
        Office.Fine(await Office.HoldAsync(id, "関係先と調整中のため"));

        Office.Clock.SetJapan(2026, 6, 18, 15, 0);
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Held, delivery.State);
        Assert.Null(delivery.PublishedAt);
        foreach (var login in new[] { "kobayashi", "takahashi", "tamura" })
        {
            var notice = Assert.Single(await Office.NoticesAsync(login, id), n => n.Kind == "application.held");
            Assert.Contains("関係先と調整中のため", notice.Text, StringComparison.Ordinal);
            Assert.Equal("gx-3-2-b-1", notice.Clause);
        }
    }

    [Fact]
    public async Task gx_3_2_b_1_Given_a_held_case_When_released_Then_it_can_be_sent_again()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.HoldAsync(id, "関係先と調整中のため"));
        Assert.Equal("gx-3-2-b-1", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);

        Office.Fine(await Office.HoldAsync(id, null));
        Office.Fine(await Office.PublishAsync(id));

        Assert.Equal([Verb.Hold, Verb.Release], (await Office.ReadAsync(id)).Decisions.Select(d => d.Verb).Where(v => v is Verb.Hold or Verb.Release));
    }

    [Fact]
    public async Task gx_3_2_b_1_Given_anybody_but_the_manager_When_holding_or_overruling_Then_refused()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Assert.IsType<OnlyTheManagerHolds>(await Office.HoldAsync(id, "念のため", "kobayashi"));
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "時機が早いため", "timing"));

        Assert.IsType<NoSeatInThisStep>(await Office.OverruleAsync(id, "出すべきため", "kobayashi"));
        Assert.Equal(ApplicationState.Returned, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_3_2_b_1_Given_the_officer_found_it_unsuitable_When_the_manager_overrules_with_a_reason_Then_it_waits_for_publication()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Assert.IsType<NothingToOverrule>(await Office.OverruleAsync(id, "出すべきため"));
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "時機が早いため", "timing"));
        Assert.IsType<ReasonNeeded>(await Office.OverruleAsync(id, " "));
        Office.Fine(await Office.OverruleAsync(id, "被害が続いており、今出すべきため"));

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.ReadyToPublish, application.State);
        Assert.Equal("被害が続いており、今出すべきため", application.Decisions.Single(d => d.Verb == Verb.Overrule).Opinion);
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_3_2_b_1_Given_a_returned_case_When_the_manager_holds_and_releases_it_Then_it_can_still_be_overruled_but_not_while_held()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "時機が早いため", "timing"));
        Office.Fine(await Office.HoldAsync(id, "確かめる間"));
        Assert.IsType<IsHeld>(await Office.OverruleAsync(id, "被害が続いており、今出すべきため"));

        Office.Fine(await Office.HoldAsync(id, null));
        Office.Fine(await Office.OverruleAsync(id, "被害が続いており、今出すべきため"));

        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_6_1_Given_a_stopped_account_When_anybody_publishes_or_a_schedule_is_due_Then_nothing_goes_out()
    {
        var (scheduled, ready) = (await Office.ReadyAsync(await Office.ContentAsync()), await Office.ReadyAsync(await Office.ContentAsync()));
        Office.Fine(await Office.PublishAsync(scheduled, at: Office.Clock.Now.AddHours(1)));
        var account = new AccountId(await Office.DrillAccountAsync());
        Assert.NotNull(await Office.AskAsync<StopAccount, Refusal?>("takahashi", (s, w) => s.StopAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "疑い"), Ct)));
        Office.Fine(await Office.AskAsync<StopAccount, Refusal?>("hoshino", (s, w) => s.StopAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "乗っ取りの疑い"), Ct)));

        Office.Clock.Pass(TimeSpan.FromHours(1));
        await Office.RunJobsAsync();
        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready));

        Assert.Equal("gx-6-1", refusal.Clause);
        Assert.Contains("アカウント停止中", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(scheduled)).State);
        await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, AccountState.Active), Ct));
    }

    [Fact]
    public async Task gx_3_0_2_Given_the_officers_appointment_ended_yesterday_When_a_PR_officer_publishes_Then_refused_but_a_deletion_is_possible()
    {
        var standing = await Office.PublishedAsync(await Office.ContentAsync());
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        var admin = new Doer(Office.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        var appointment = await Office.Store.DbAsync(db => db.Appointments.Where(a => a.Role == "operation-officer").Select(a => a.Id).SingleAsync(Ct), Office.Body);
        Office.Fine(await Office.Store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(admin, appointment, new(2026, 6, 30), Ct)));
        Office.Clock.SetJapan(2026, 7, 1);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("gx-3-0-2", refusal.Clause);
        Assert.Contains("運用責任者が未登録のため投稿できません", refusal.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Office.RemoveAsync(standing, why: "誤りのため"));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Removed, (await Office.DeliveryAsync(standing)).State);
    }
}

public sealed class ManagerOnSqlite(SqliteOffice store) : ManagerTests(store), IClassFixture<SqliteOffice>;

public sealed class ManagerOnPostgres(PostgresOffice store) : ManagerTests(store), IClassFixture<PostgresOffice>;

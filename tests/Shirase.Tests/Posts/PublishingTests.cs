using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Who publishes, from where, and exactly what.</summary>
public abstract class PublishingTests(TestStore store, DrillFaults faults) : OfficeTests(store)
{
    [Theory]
    [InlineData("hoshino")]
    [InlineData("kobayashi")]
    [InlineData("tamura")]
    [InlineData("negishi")]
    public async Task gx_11_1_Given_anybody_but_a_PR_officer_When_he_publishes_removes_or_schedules_Then_refused(string login)
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        Assert.Equal("gx-11-1", Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(id, login)).Clause);
        Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(id, login, Office.Clock.Now.AddHours(1)));
        Assert.IsType<OnlyPrOfficers>(await Office.RemoveAsync(id, login));
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_11_2_Given_an_unregistered_notebook_When_publishing_Then_locked()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, terminal: await TerminalAsync("takahashi", "192.0.2.7")));

        Assert.Equal("gx-11-2", refusal.Clause);
        Assert.Contains("管理用端末から操作してください", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_11_2_Given_an_override_at_2220_When_published_at_2225_Then_device_and_override_stand_on_record_and_at_0221_it_is_refused()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 15);
        var (first, second) = (await Office.UrgentFiledAsync(), await Office.UrgentFiledAsync());
        Office.Fine(await Office.ApproveAsync(first, "kobayashi"));
        Office.Fine(await Office.ApproveAsync(second, "kobayashi"));
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var (mori, officer) = (await Office.WhoAsync("mori"), await Office.WhoAsync("kobayashi"));
        var granted = await Office.Store.AskAsync<GrantTerminalOverride, Entered<Guid>>(g =>
            g.RunAsync(Office.Body, "gunma-police-x", mori.Staff, new Act(officer.Staff, Office.Clock.Now, "管理用端末の故障"), Ct));
        Assert.Null(granted.Refusal);

        Office.Clock.SetJapan(2026, 6, 12, 22, 25);
        Assert.Null(await TerminalAsync("takahashi", "192.0.2.7"));
        Office.Fine(await Office.PublishAsync(first, "mori", terminal: await TerminalAsync("mori", "192.0.2.7")));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(first);
        Assert.Equal(DeliveryState.Published, delivery.State);
        Assert.Contains("管理用端末の故障", delivery.Terminal, StringComparison.Ordinal);
        Assert.Contains("192.0.2.7", delivery.Terminal, StringComparison.Ordinal);
        Office.Clock.SetJapan(2026, 6, 13, 2, 21);
        Assert.Equal("gx-11-2", Assert.IsType<GateIsClosed>(await Office.PublishAsync(second, "mori", terminal: await TerminalAsync("mori", "192.0.2.7"))).Clause);
    }

    [Fact]
    public async Task gx_12_4_1_Given_an_item_that_is_not_approved_When_a_PR_officer_publishes_Then_refused()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());

        Assert.Equal("approval", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line.Gate);
        Assert.Equal("examination", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_published_item_When_ordered_again_Then_refused_and_it_stands_once()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Assert.NotNull(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        Assert.Equal(1, await Office.Store.DbAsync(db => db.Deliveries.CountAsync(d => d.Application == id, Ct)));
    }

    [Fact]
    public async Task gx_13_1_2_Given_a_published_post_When_its_stored_text_is_read_Then_it_starts_with_the_bracketed_subject_exactly_once()
    {
        var text = (await Office.DeliveryAsync(await Office.PublishedAsync(await Office.ContentAsync()))).OutgoingText;

        Assert.StartsWith("【特殊詐欺に注意】\n市役所", text, StringComparison.Ordinal);
        Assert.Equal(text.IndexOf('【', StringComparison.Ordinal), text.LastIndexOf('【'));
    }

    [Fact]
    public async Task gx_15_2_2_Given_the_stored_approved_text_was_altered_in_the_database_When_publishing_Then_refused()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        await AlterAsync($"UPDATE content_versions SET content_json = replace(content_json, '110番', '119番') WHERE application_id = {id.Value}");

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Contains("書き換えられています", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_15_2_2_Given_the_row_that_waits_to_be_sent_was_altered_When_it_is_due_Then_it_is_held_and_the_officer_is_alarmed()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddHours(1)));
        await AlterAsync($"UPDATE deliveries SET outgoing_text = replace(outgoing_text, '110番', '119番') WHERE application = {id.Value}");
        Office.Clock.Pass(TimeSpan.FromHours(1));
        await Office.RunJobsAsync();

        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);
        Assert.Equal("gx-15-2-2", Assert.Single(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "delivery.held").Clause);
    }

    [Fact]
    public async Task gx_15_2_2_Given_the_text_read_back_differs_When_compared_Then_the_alarm_is_raised_at_once()
    {
        faults.Read = post => post with { Text = post.Text.Replace("110番", "119番", StringComparison.Ordinal) };
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        faults.Read = null;

        Assert.False((await Office.DeliveryAsync(id)).ReadBackMatches);
        Assert.Contains(await Office.NoticesAsync("takahashi", id), n => n.Kind == "delivery.differs" && n.At == Office.Clock.Now);
        Assert.Contains("delivery.differs", await Office.KindsAsync("kobayashi", id));
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_PR_officer_transferred_on_1_July_When_midnight_has_passed_Then_he_cannot_publish_nor_does_what_he_scheduled_go_out()
    {
        var (ready, scheduled) = (await Office.ReadyAsync(await Office.ContentAsync()), await Office.ReadyAsync(await Office.ContentAsync()));
        var mori = await Office.WhoAsync("mori");
        var traffic = await Office.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == "maebashi").Select(u => u.Id).SingleAsync(Ct));
        var admin = new Doer(Office.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        Office.Fine(await Office.Store.AskAsync<TransferStaff, Refusal?>(t =>
            t.RunAsync(admin, mori.Staff, new(traffic, "主任", "地域係", Rank.JunsaBucho, false, new(2026, 7, 1)), Ct)));
        Office.Clock.SetJapan(2026, 6, 30, 16, 0);
        Assert.Contains(await Office.GateAsync(ready, "mori"), l => l is { Gate: "publisher", Passed: true });
        Office.Fine(await Office.PublishAsync(scheduled, "mori", new DateTimeOffset(2026, 7, 1, 9, 0, 0, JapanTime.Offset)));

        Office.Clock.SetJapan(2026, 7, 1, 9, 0);
        await Office.RunJobsAsync();

        Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(ready, "mori"));
        var delivery = await Office.DeliveryAsync(scheduled);
        Assert.Equal(DeliveryState.Held, delivery.State);
        Assert.Contains(GateKeeper.FromJson(delivery.GateJson), l => l is { Gate: "publisher", Passed: false, Clause: "gx-11-1" });
    }

    private async Task<string?> TerminalAsync(string login, string address)
    {
        var who = await Office.WhoAsync(login);
        return await Office.Store.AskAsync<TerminalIdentity, string?>(t =>
            t.IdentifyAsync(Office.Body, who.Staff, IPAddress.Parse(address), null, Office.Clock.Now, Ct), Office.Body);
    }

    private async Task AlterAsync(FormattableString sql) =>
        Assert.True(await Office.Store.DbAsync(db => db.Database.ExecuteSqlAsync(sql, Ct)) > 0);
}

public sealed class PublishingOnSqlite(FaultySqliteOffice store) : PublishingTests(store, store.Faults), IClassFixture<FaultySqliteOffice>;

public sealed class PublishingOnPostgres(FaultyPostgresOffice store) : PublishingTests(store, store.Faults), IClassFixture<FaultyPostgresOffice>;

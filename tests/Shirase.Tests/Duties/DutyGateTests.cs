using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>Duties of the prefectures that meet a post: those that stop it, and those that an error in it opens. Thursday, 14 May 2026.</summary>
public abstract class DutyGateTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 9, 30);
    }

    // Tests of the class share the store: nobody inherits what stops a post
    public async ValueTask DisposeAsync()
    {
        foreach (var body in new[] { Tochigi.Body, Okayama.Body })
        {
            await store.DbAsync(db => db.Duties.Where(d => d.ClosedAt == null).ExecuteDeleteAsync(Ct), body);
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task to_7_2_e_Given_a_password_that_was_not_changed_When_a_post_is_sent_Then_refused_naming_the_task_and_once_recorded_it_goes_out()
    {
        var id = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());
        var duty = await OpenAsync("password-on-change", store.Clock.Now.AddHours(-1));
        var refusal = Assert.IsType<GateIsClosed>(await Tochigi.PublishAsync(id));
        Assert.Equal("to-7-2-e", refusal.Clause);
        Assert.Contains("担当者の交代に伴うパスワードの変更", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("済むまで投稿できません", refusal.Text.Ja, StringComparison.Ordinal);

        Office.Fine(await Tochigi.AskAsync<KeepDuties, Refusal?>("shinohara", (k, w) => k.CloseAsync(w, duty, "9時40分に変更した。", null, Ct)));

        var done = await store.DbAsync(db => db.Duties.AsNoTracking().SingleAsync(d => d.Id == duty, Ct), Tochigi.Body);
        Assert.Equal(((await Tochigi.WhoAsync("shinohara")).Staff, store.Clock.Now), (done.ClosedBy!.Value, done.ClosedAt!.Value));
        Office.Fine(await Tochigi.PublishAsync(id));
    }

    [Fact]
    public async Task to_2_4_b_Given_no_result_when_the_look_at_the_terms_was_due_When_a_post_is_sent_Then_refused_with_the_open_review_named()
    {
        var id = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());
        await OpenAsync("terms-review", store.Clock.Now.AddDays(-40));

        var refusal = Assert.IsType<GateIsClosed>(await Tochigi.PublishAsync(id));

        Assert.Equal("to-2-4-b", refusal.Clause);
        Assert.Contains("約款の変更の確認", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public Task to_7_3_i_1_a_Given_three_scheduled_posts_When_a_takeover_is_on_record_Then_none_is_sent_and_all_are_held() => HeldAsync("takeover-password", "to-7-3-i-1-a");

    [Fact]
    public Task to_7_3_i_0_Given_scheduled_posts_When_a_post_appears_that_was_not_sent_from_here_Then_they_are_held() => HeldAsync("unsent-post", "to-7-3-i-0");

    [Fact]
    public async Task to_6_1_e_2_Given_an_error_found_at_14_00_When_half_the_hour_and_the_hour_pass_Then_the_approver_is_reminded_and_the_head_alerted()
    {
        var id = await Tochigi.PublishedAsync(await Tochigi.ContentAsync());
        store.Clock.SetJapan(2026, 5, 14, 14);
        await LookAsync(store, Tochigi.Body);
        Office.Fine(await Tochigi.AskAsync<Removing, Refusal?>("omori", (r, w) => r.ReportErrorAsync(id, w, "日付が違う", Ct)));
        await LookAsync(store, Tochigi.Body);
        await LookAtAsync(Tochigi, 14, 29);
        Assert.DoesNotContain("duty.reminder", await ToldAsync(Tochigi, "omori", "to-6-1-e-2"));
        await LookAtAsync(Tochigi, 14, 30);
        Assert.Contains("duty.reminder", await ToldAsync(Tochigi, "omori", "to-6-1-e-2"));
        Assert.DoesNotContain("duty.escalation", await ToldAsync(Tochigi, "shinohara", "to-6-1-e-2"));

        await LookAtAsync(Tochigi, 15, 1);

        Assert.Contains("duty.escalation", await ToldAsync(Tochigi, "shinohara", "to-6-1-e-2"));
    }

    [Fact]
    public async Task ok_6_1_b_Given_an_error_found_at_10_00_When_nothing_is_corrected_at_11_00_Then_head_and_person_responsible_are_alerted()
    {
        var id = await Okayama.PublishedAsync(await Okayama.ContentAsync());
        store.Clock.SetJapan(2026, 5, 14, 10);
        await LookAsync(store, Okayama.Body);
        Office.Fine(await Okayama.AskAsync<Removing, Refusal?>("fujiwara", (r, w) => r.ReportErrorAsync(id, w, "日付が違う", Ct)));
        await LookAsync(store, Okayama.Body);
        await LookAtAsync(Okayama, 10, 30);
        Assert.Contains("duty.reminder", await ToldAsync(Okayama, "miyake", "ok-6-1-b"));
        Assert.DoesNotContain("duty.overdue", await ToldAsync(Okayama, "miyake", "ok-6-1-b"));

        await LookAtAsync(Okayama, 11, 1);

        // The head is the person responsible here: alerted in each of the two places
        Assert.Contains("duty.overdue", await ToldAsync(Okayama, "miyake", "ok-6-1-b"));
        Assert.Contains("duty.escalation", await ToldAsync(Okayama, "miyake", "ok-6-1-b"));
    }

    private async Task HeldAsync(string rule, string clause)
    {
        var scheduled = new List<PostApplicationId>();
        foreach (var text in new[] { "桃の花が見頃です。交通の案内を御覧ください。", "梅の花が見頃です。交通の案内を御覧ください。", "菜の花が見頃です。交通の案内を御覧ください。" })
        {
            var id = await Tochigi.ReadyAsync(await Tochigi.ContentAsync(text));
            Office.Fine(await Tochigi.PublishAsync(id, store.Clock.Now.AddMinutes(5)));
            scheduled.Add(id);
        }

        await OpenAsync(rule, store.Clock.Now);
        store.Clock.Pass(TimeSpan.FromMinutes(5));
        await Tochigi.RunJobsAsync();

        foreach (var id in scheduled)
        {
            var delivery = await Tochigi.DeliveryAsync(id);
            Assert.Equal(DeliveryState.Held, delivery.State);
            Assert.Contains(GateKeeper.FromJson(delivery.GateJson), l => l is { Gate: "duties", Passed: false } && l.Clause == clause);
        }
    }

    // As the day or the event would have opened it
    private async Task<Guid> OpenAsync(string rule, DateTimeOffset from)
    {
        var regulation = TestStore.Regulations.Versions("tochigi-social-media")[^1];
        var account = await store.DbAsync(db => db.Accounts.AsNoTracking().Where(a => a.Body == Tochigi.Body).OrderBy(a => a.Since).FirstAsync(Ct), Tochigi.Body);
        var duty = DutyOpening.Open(regulation, regulation.Duty(rule)!, Tochigi.Body, DutyRound.Of(account), $"test/{Guid.NewGuid()}", from, store.Clock.Now.Truncated());
        await store.DbAsync(
            db =>
            {
                db.Add(duty);
                return db.SaveChangesAsync(Ct);
            },
            Tochigi.Body);
        return duty.Id;
    }

    private async Task LookAtAsync(Prefecture office, int hour, int minute)
    {
        store.Clock.SetJapan(2026, 5, 14, hour, minute);
        await LookAsync(store, office.Body);
    }

    private async Task<List<string>> ToldAsync(Prefecture office, string login, string clause)
    {
        var who = await office.WhoAsync(login);
        return await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.To == who.Staff && n.Clause == clause && n.Kind.StartsWith("duty.")).Select(n => n.Kind).ToListAsync(Ct), office.Body);
    }
}

public sealed class DutyGateOnSqlite(SqliteDutyOffice store) : DutyGateTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class DutyGateOnPostgres(PostgresDutyOffice store) : DutyGateTests(store), IClassFixture<PostgresDutyOffice>;

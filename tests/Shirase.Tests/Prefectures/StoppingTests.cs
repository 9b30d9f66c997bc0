using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>What stops an account of a prefecture, and how long an error may stand.</summary>
public abstract class StoppingTests(TestStore store) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 10);
        await store.DbAsync(db => db.Freezes.ExecuteDeleteAsync(Ct));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public Task ok_6_4_a_Given_everything_stopped_in_a_flare_up_When_staff_want_to_send_Then_refused_and_what_was_scheduled_is_held() =>
        FrozenAsync(Okayama, "miyake", "ok-6-4-a");

    [Fact]
    public Task to_6_2_i_1_Given_everything_stopped_in_a_flood_When_the_author_wants_to_send_Then_refused_and_what_was_scheduled_is_held() =>
        FrozenAsync(Tochigi, "shinohara", "to-6-2-i-1");

    [Fact]
    public async Task to_2_4_c_Given_the_use_given_up_When_an_ordinary_post_is_sent_Then_refused_And_only_the_units_own_head_stops_it()
    {
        var account = await Tochigi.SecondAccountAsync($"t{Guid.NewGuid():N}"[..12]);
        Office.Fine(await Tochigi.PolicyAsync(_ => Facts(), account: account));
        var id = await Tochigi.ReadyAsync(await Tochigi.ContentAsync() with { Accounts = [account.Value], Category = "観光" });
        Assert.IsType<OnlyTheManagerStops>(await StopAsync("tochigi-admin"));

        Office.Fine(await StopAsync("shinohara"));

        Assert.Equal("to-2-4-c", Assert.IsType<GateIsClosed>(await Tochigi.PublishAsync(id)).Clause);
        Task<Refusal?> StopAsync(string login) => Tochigi.AskAsync<StopAccount, Refusal?>(
            login, (s, w) => s.StopAsync(w.Body, account, new(w.Staff, store.Clock.Now, "約款に県の不利益となる定めが見付かった。"), Ct));
    }

    [Fact]
    public async Task to_6_1_e_2_Given_an_error_reported_at_14_00_When_an_hour_passes_without_correction_Then_the_stopwatch_is_late()
    {
        var id = await Tochigi.PublishedAsync(await Tochigi.ContentAsync());
        store.Clock.SetJapan(2026, 5, 14, 14);
        Office.Fine(await Tochigi.AskAsync<Removing, Refusal?>("omori", (r, w) => r.ReportErrorAsync(id, w, "日付が違う", Ct)));
        Office.Fine(await Tochigi.AskAsync<Correcting, Refusal?>("tomoko", (c, w) => c.WriteAsync(id, w, new("５月17日", "５月18日", "資料の写し間違い"), Ct)));

        var course = await store.DbAsync(
            async db => new ErrorCourse(
                await db.ErrorReports.Where(r => r.Application == id).ToListAsync(Ct), await db.Deliveries.Where(d => d.Application == id).ToListAsync(Ct),
                await db.Corrections.SingleAsync(c => c.Target == id, Ct), []),
            Tochigi.Body);
        var regulation = TestStore.Regulations.Versions("tochigi-social-media")[0];

        Assert.False(At(14, 59).IsLate);
        Assert.True(At(15, 1).IsLate);
        ErrorStep At(int hour, int minute) => course.Steps(regulation, new DateTimeOffset(2026, 5, 14, hour, minute, 0, JapanTime.Offset)).Single(s => s.Stage == ErrorStage.Corrected);
    }

    private async Task FrozenAsync(Prefecture office, string head, string clause)
    {
        var scheduled = await office.ReadyAsync(await office.ContentAsync());
        Office.Fine(await office.PublishAsync(scheduled, store.Clock.Now.AddMinutes(5)));
        var ready = await office.ReadyAsync(await office.ContentAsync("現場の様子をお知らせします。"));
        Office.Fine(await office.AskAsync<Freezing, Refusal?>(head, (f, w) => f.FreezeAsync(w, null, "批判が殺到しているため", Ct)));

        Assert.Equal(clause, Assert.IsType<GateIsClosed>(await office.PublishAsync(ready)).Clause);
        store.Clock.Pass(TimeSpan.FromMinutes(5));
        await office.RunJobsAsync();

        Assert.Equal(DeliveryState.Held, (await office.DeliveryAsync(scheduled)).State);
    }

    private static Core.Accounts.PolicyFacts Facts() => new()
    {
        Purpose = "県の話題を届ける。",
        Contents = "観光",
        Contributions = "none",
        Mode = "send-only",
        Authentication = "on",
        Approval = "課長補佐が承認する。",
        Points = TestStore.Regulations.Versions("tochigi-social-media")[0].AccountPoints.ToDictionary(p => p.Id, _ => default(DateOnly)),
    };
}

public sealed class StoppingOnSqlite(SqlitePrefectures store) : StoppingTests(store), IClassFixture<SqlitePrefectures>;

public sealed class StoppingOnPostgres(PostgresPrefectures store) : StoppingTests(store), IClassFixture<PostgresPrefectures>;

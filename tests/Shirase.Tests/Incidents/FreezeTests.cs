using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>一斉停止: one person stops everything at once, two let it go on.</summary>
public abstract class FreezeTests(TestStore store) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
        await store.DbAsync(db => db.Freezes.ExecuteDeleteAsync(Ct));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_14_1_1_Given_eight_scheduled_posts_When_everything_is_frozen_Then_none_goes_out_and_each_that_falls_due_is_held()
    {
        var ids = new List<PostApplicationId>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await Office.ReadyAsync(await Office.ContentAsync()));
            Office.Fine(await Office.PublishAsync(ids[^1], at: Office.Clock.Now.AddMinutes(5)));
        }

        Office.Fine(await FreezeAsync("takahashi"));
        Office.Clock.Pass(TimeSpan.FromMinutes(5));
        await Office.RunJobsAsync();

        foreach (var id in ids)
        {
            var delivery = await Office.DeliveryAsync(id);
            Assert.Equal((DeliveryState.Held, 0), (delivery.State, delivery.Attempts));
            Assert.Contains("一斉停止中", delivery.TroubleText().Ja, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_freeze_When_a_PR_officer_publishes_Then_refused_and_a_deletion_is_still_possible()
    {
        var standing = await Office.PublishedAsync(await Office.ContentAsync());
        var ready = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await FreezeAsync("kobayashi"));

        Assert.Equal("hold", Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready)).Line.Gate);
        Office.Fine(await Office.RemoveAsync(standing));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Removed, (await Office.DeliveryAsync(standing)).State);
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_freeze_of_one_account_When_another_account_publishes_Then_it_goes_out()
    {
        var (first, content) = (new AccountId(await Office.DrillAccountAsync()), await Office.ContentAsync());
        var stopped = await Office.ReadyAsync(content);
        var other = await Office.RegisterAsync("second_account");
        var id = await Office.ReadyAsync(content with { Accounts = [other.Value] });
        Office.Fine(await FreezeAsync("hoshino", first));

        Assert.IsType<GateIsClosed>(await Office.PublishAsync(stopped));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
        await store.DbAsync(db => db.Accounts.Where(a => a.Id == other).ExecuteDeleteAsync(Ct));
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_freeze_When_it_shall_end_Then_it_takes_two_people_one_of_them_the_officer_or_the_manager()
    {
        Office.Fine(await FreezeAsync("takahashi", why: "誤った予約を見つけたため"));
        Office.Fine(await FreezeAsync("mori"));
        var freeze = await store.DbAsync(db => db.Freezes.AsNoTracking().SingleAsync(Ct), Office.Body);

        Assert.IsType<ResumeNotAsked>(await EndAsync("kobayashi", freeze.Id));
        Assert.IsType<ResumeNeedsReason>(await AskAsync("kobayashi", freeze.Id, " "));
        Assert.IsType<NotYoursToResume>(await AskAsync("tamura", freeze.Id, "大丈夫です"));
        Office.Fine(await AskAsync("kobayashi", freeze.Id, "予約をすべて確かめた"));
        Assert.IsType<ResumeTakesTwo>(await EndAsync("kobayashi", freeze.Id));
        Assert.IsType<NotYoursToResume>(await EndAsync("takahashi", freeze.Id));
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(await Office.ReadyAsync(await Office.ContentAsync())));
        Office.Fine(await EndAsync("hoshino", freeze.Id));

        Assert.IsType<NotFrozen>(await EndAsync("hoshino", freeze.Id));
        Assert.Contains(await Office.NoticesAsync("mori"), n => n.Kind == "publish.frozen" && n.Text.Contains("誤った予約", StringComparison.Ordinal));
        await Office.PublishedAsync(await Office.ContentAsync());
    }

    [Fact]
    public async Task gx_14_1_1_Given_the_applicant_When_he_tries_to_freeze_Then_refused_and_told_whom_to_call()
    {
        Assert.IsType<NotYoursToStop>(await FreezeAsync("tamura"));
        Office.Fine(await FreezeAsync("horiguchi"));
    }

    private Task<Refusal?> FreezeAsync(string login, AccountId? account = null, string? why = null) =>
        Office.AskAsync<Freezing, Refusal?>(login, (f, w) => f.FreezeAsync(w, account, why, Ct));

    private Task<Refusal?> AskAsync(string login, Guid freeze, string why) =>
        Office.AskAsync<Freezing, Refusal?>(login, (f, w) => f.AskToResumeAsync(w, freeze, why, Ct));

    private Task<Refusal?> EndAsync(string login, Guid freeze) =>
        Office.AskAsync<Freezing, Refusal?>(login, (f, w) => f.ResumeAsync(w, freeze, Ct));
}

public sealed class FreezeOnSqlite(SqliteOffice store) : FreezeTests(store), IClassFixture<SqliteOffice>;

public sealed class FreezeOnPostgres(PostgresOffice store) : FreezeTests(store), IClassFixture<PostgresOffice>;

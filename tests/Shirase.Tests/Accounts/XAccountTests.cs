using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels.X;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>An account on X through the whole product: tokens, lost answers, money, the daily look.</summary>
public abstract class XAccountTests(TestStore store, Func<XServer> server) : OfficeTests(store)
{
    private XServer Server => server();

    [Fact]
    public async Task Given_a_lost_answer_and_a_lagging_timeline_When_the_jobs_run_Then_one_post_stands_and_is_known()
    {
        var (user, account) = await ConnectedAsync();
        var id = await Office.ReadyAsync((await Office.ContentAsync("詐欺の電話が増えています。")) with { Accounts = [account.Value] });
        // What other tests left waiting must not take the fault
        await Office.RunJobsAsync();
        Server.TimelineLag = 1;
        Server.Do(XFault.LoseTheAnswer);

        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Unknown, (await Office.DeliveryAsync(id)).State);
        Server.TimelineLag = 0;
        for (var i = 0; i < 5 && (await Office.DeliveryAsync(id)).State != DeliveryState.Published; i++)
        {
            Office.Clock.Pass(TimeSpan.FromMinutes(2));
            await Office.RunJobsAsync();
        }

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Published, delivery.State);
        Assert.Equal(1, Server.CountOf(user));
        Assert.True(delivery.ReadBackMatches, Server.Posts[^1].Text);
    }

    [Fact]
    public async Task Given_twelve_calls_at_once_When_the_token_has_ended_Then_the_refresh_token_is_used_once_and_the_pair_is_kept()
    {
        var user = Server.AddUser();
        var account = await Office.ConnectXByConsentAsync(Server, user);
        Server.EndAccessTokens();
        var before = Server.Renewed;

        var names = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => WhoAsync(account)));

        Assert.All(names, n => Assert.Equal(user.Handle, n));
        Assert.Equal(before + 1, Server.Renewed);
        var kept = await Office.Store.DbAsync(db => db.AccountTokens.AsNoTracking().SingleAsync(t => t.Account == account, Ct), Office.Body);
        Assert.Equal(2, kept.Version);
        Assert.Null(kept.TurnUntil);
    }

    [Fact]
    public async Task Given_a_node_that_died_in_its_turn_When_its_lease_is_over_Then_another_takes_it_and_the_late_one_ends_nothing()
    {
        var user = Server.AddUser();
        var account = await Office.ConnectXByConsentAsync(Server, user);
        var grant = await Office.Store.DbAsync(db => db.AccountTokens.Where(t => t.Account == account).Select(t => t.Id).SingleAsync(Ct), Office.Body);
        var tokens = Office.Store.Services.GetService(typeof(TokenStore)) as TokenStore;

        var first = await tokens!.TakeTurnAsync(Office.Body, grant, 1, Ct);
        Assert.NotNull(first);
        Assert.Null(await tokens.TakeTurnAsync(Office.Body, grant, 1, Ct));
        Office.Clock.Pass(TimeSpan.FromMinutes(3));
        var second = await tokens.TakeTurnAsync(Office.Body, grant, 1, Ct);
        Assert.Equal(first + 1, second);

        await tokens.EndAsync(Office.Body, grant, 1, first!.Value, Ct);
        Assert.False((await tokens.ReadAsync(Office.Body, grant, Ct))!.HasEnded);
        Assert.True(await tokens.KeepAsync(Office.Body, grant, 1, Server.NewPair(user), Ct));
        Assert.False(await tokens.KeepAsync(Office.Body, grant, 1, Server.NewPair(user), Ct));
    }

    [Fact]
    public async Task gx_2_1_b_Given_a_replayed_refresh_token_When_it_is_used_Then_a_new_connection_is_asked_for_and_nothing_is_tried()
    {
        var user = Server.AddUser();
        var account = await Office.ConnectXByConsentAsync(Server, user);
        var grant = await Office.Store.DbAsync(db => db.AccountTokens.Where(t => t.Account == account).Select(t => t.Id).SingleAsync(Ct), Office.Body);
        var tokens = (TokenStore)Office.Store.Services.GetService(typeof(TokenStore))!;
        var pair = (await tokens.ReadAsync(Office.Body, grant, Ct))!.Pair;
        Assert.True(await tokens.KeepAsync(Office.Body, grant, 1, pair with { Refresh = "rt-replayed" }, Ct));
        Server.EndAccessTokens();

        Assert.Null(await WhoAsync(account));
        var before = Server.Requests.Count;
        Assert.Null(await WhoAsync(account));

        Assert.Equal(before, Server.Requests.Count);
        Assert.Contains(await Office.NoticesAsync("horiguchi"), n => n.Kind == AccountNotices.Ended && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Kind == AccountNotices.Ended && n.Text.Contains(user.Handle, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_small_budget_When_posts_go_out_Then_people_are_warned_once_and_the_gate_closes()
    {
        var (user, account) = await ConnectedAsync();
        // Two posts and a look at the timeline; the third does not fit
        Office.Fine(await Office.Store.AskAsync<AccountBudgets, Refusal?>(b => b.SetAsync(ConnectedX.Doer(Office), account, 0.036m, Ct), Office.Body));
        await PublishAsync(account, "一件目です。");
        Assert.DoesNotContain(await Office.NoticesAsync("horiguchi"), n => n.Text.Contains(user.Handle, StringComparison.Ordinal));

        await PublishAsync(account, "二件目です。");
        var third = await Office.ReadyAsync((await Office.ContentAsync("三件目です。")) with { Accounts = [account.Value] });
        var refused = await Office.PublishAsync(third);

        Assert.Equal("platform", Assert.IsType<GateIsClosed>(refused).Line.Gate);
        Assert.Contains("予算", refused!.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(2, Server.CountOf(user));
        foreach (var person in new[] { "horiguchi", "kobayashi" })
        {
            Assert.Single(await Office.NoticesAsync(person), n => n.Kind == AccountNotices.BudgetNear && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        }

        Office.Fine(await Office.Store.AskAsync<AccountBudgets, Refusal?>(b => b.SetAsync(ConnectedX.Doer(Office), account, 1m, Ct), Office.Body));
        Office.Fine(await Office.PublishAsync(third));
    }

    [Fact]
    public async Task Given_a_new_month_When_asked_Then_nothing_is_spent_yet()
    {
        var (_, account) = await ConnectedAsync();
        await PublishAsync(account, "月末の一件です。");
        var row = await Office.Store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct), Office.Body);
        var now = await Office.Store.AskAsync<AccountBudgets, Spend>(b => b.OfAsync(row, Office.Clock.Now, Ct), Office.Body);
        var next = await Office.Store.AskAsync<AccountBudgets, Spend>(b => b.OfAsync(row, new DateTimeOffset(2099, 7, 1, 0, 0, 0, JapanTime.Offset), Ct), Office.Body);

        Assert.Equal(16_000, now.Spent);
        Assert.Equal(0, next.Spent);
    }

    [Fact]
    public async Task gx_2_1_b_Given_an_account_that_was_renamed_When_the_daily_look_finds_it_ThenOfficer_and_administrators_are_told()
    {
        var (user, account) = await ConnectedAsync();
        var known = user.Handle;
        await LookAsync(account);
        Assert.Equal(HandleCheck.Same, (await HealthAsync(account)).Check);

        user.Handle = "someone_else";
        await LookAsync(account);

        var health = await HealthAsync(account);
        Assert.Equal((HandleCheck.Differs, "someone_else"), (health.Check, health.HandleThere));
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Kind == AccountNotices.Drifted && n.Text.Contains(known, StringComparison.Ordinal));
        user.IsSuspended = true;
        await LookAsync(account);
        Assert.Equal(HandleCheck.Refused, (await HealthAsync(account)).Check);
        user.IsSuspended = false;
        Server.Do(XFault.ErrorBefore, XServer.Me);
        await LookAsync(account);
        Assert.Equal(HandleCheck.NotReached, (await HealthAsync(account)).Check);
    }

    [Fact]
    public async Task gx_2_1_b_Given_an_account_that_was_renamed_When_a_post_is_ordered_Then_refused_and_manager_and_PR_officers_know_until_it_is_itself_again()
    {
        var (user, account) = await ConnectedAsync();
        var known = user.Handle;
        var id = await Office.ReadyAsync((await Office.ContentAsync("改名の間の一件です。")) with { Accounts = [account.Value] });
        user.Handle = "someone_else";
        await LookAsync(account);

        var refused = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("platform", refused.Line.Gate);
        Assert.Contains($"登録アカウント @{known} と一致しません", refused.Text.Ja, StringComparison.Ordinal);
        foreach (var person in new[] { "hoshino", "takahashi", "kobayashi" })
        {
            Assert.Contains(await Office.NoticesAsync(person), n => n.Kind == AccountNotices.Drifted && n.Text.Contains(known, StringComparison.Ordinal));
        }

        user.Handle = known;
        await LookAsync(account);
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task Given_the_daily_look_When_done_Then_it_comes_back_tomorrow_at_five()
    {
        var (_, account) = await ConnectedAsync();

        var again = await LookAsync(account);

        Assert.Equal(new TimeOnly(5, 0), TimeOnly.FromTimeSpan(again!.Value.InJapan().TimeOfDay));
        Assert.InRange(again.Value - Office.Clock.Now, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Given_limits_told_by_the_platform_When_read_Then_the_last_ones_stand()
    {
        var (_, account) = await ConnectedAsync();
        await PublishAsync(account, "残りの回数を見ます。");

        var rates = await Office.Store.DbAsync(db => db.AccountRates.AsNoTracking().Where(r => r.Account == account).OrderBy(r => r.Window).ToListAsync(Ct), Office.Body);

        Assert.Equal([("15min", 99), ("user-24h", 98)], rates.Select(r => (r.Window, r.Remaining)));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_manual_posting_that_differs_by_one_character_When_its_address_is_entered_Then_the_supervisor_is_alarmed()
    {
        var (user, account) = await ConnectedAsync();
        var same = await RefusedAsync(account, "踏切では必ず止まりましょう。");
        var other = await RefusedAsync(account, "夕方は早めに灯火をつけましょう。");
        var (right, wrong) = (Server.PostByHand(user, same.OutgoingText), Server.PostByHand(user, other.OutgoingText.Replace("早め", "速め", StringComparison.Ordinal)));

        Assert.IsType<PostingByHandNeedsReason>(await ByHandAsync(same, right, " "));
        Assert.IsType<NotOnThePlatform>(await ByHandAsync(same, "https://x.com/i/status/1900000000009999999", "接続の障害"));
        Assert.IsType<OnlyPrOfficers>(await ByHandAsync(same, right, "接続の障害", "kobayashi"));
        Office.Fine(await ByHandAsync(same, right, "接続の障害"));
        Assert.IsType<StandsForAnother>(await ByHandAsync(other, right, "接続の障害"));
        Office.Fine(await ByHandAsync(other, wrong, "接続の障害"));

        var (exact, differing) = (await Office.DeliveryAsync(same.Application), await Office.DeliveryAsync(other.Application));
        Assert.Equal((DeliveryState.Published, true, "接続の障害"), (exact.State, exact.ReadBackMatches, exact.SettledWhy));
        Assert.Equal((DeliveryState.Published, false, other.OutgoingText.Replace("早め", "速め", StringComparison.Ordinal)), (differing.State, differing.ReadBackMatches, differing.ReadBackText));
        Assert.Equal("", exact.ReadBackText);
        Assert.DoesNotContain(await Office.NoticesAsync("kobayashi", same.Application), n => n.Kind == "delivery.differs");
        Assert.Contains(await Office.NoticesAsync("kobayashi", other.Application), n => n.Kind == "delivery.differs");
        Assert.Contains(await Office.NoticesAsync("tamura", same.Application), n => n.Kind == "delivery.posted-by-hand" && n.Text.Contains(exact.Address, StringComparison.Ordinal));
        Assert.IsType<NothingUndecided>(await ByHandAsync(same, right, "もう一度"));
    }

    // The platform's credits are used up: it cannot go out from here
    private async Task<PostDelivery> RefusedAsync(AccountId account, string text)
    {
        var id = await Office.ReadyAsync((await Office.ContentAsync(text)) with { Accounts = [account.Value] });
        await Office.RunJobsAsync();
        Server.Do(XFault.CreditsUsedUp);
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        var delivery = await Office.DeliveryAsync(id);
        Assert.True(delivery.MayBePostedByHand, delivery.State.ToString());
        return delivery;
    }

    private Task<Refusal?> ByHandAsync(PostDelivery delivery, string address, string why, string login = "takahashi") =>
        Office.AskAsync<Settling, Refusal?>(login, (s, w) => s.PostedByHandAsync(delivery.Application, w, delivery.Id, address, why, TestContext.Current.CancellationToken));

    private async Task<(XUser User, AccountId Account)> ConnectedAsync()
    {
        var user = Server.AddUser();
        return (user, await Office.ConnectXAsync(user));
    }

    private async Task PublishAsync(AccountId account, string text)
    {
        var id = await Office.PublishedAsync((await Office.ContentAsync(text)) with { Accounts = [account.Value] });
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
    }

    private Task<DateTimeOffset?> LookAsync(AccountId account) => Office.Store.AskAsync<AccountCheckJob, DateTimeOffset?>(
        j => j.RunAsync(new Job(Guid.NewGuid(), Office.Body, AccountCheckJob.Kind, account.Value, Office.Clock.Now, Office.Clock.Now), Ct), Office.Body);

    private Task<AccountHealth> HealthAsync(AccountId account) =>
        Office.Store.DbAsync(db => db.AccountHealth.AsNoTracking().SingleAsync(h => h.Id == account, Ct), Office.Body);

    private Task<string?> WhoAsync(AccountId account) => Office.Store.InAsync(async s =>
    {
        var db = (Shirase.Storage.ShiraseDb)s.GetService(typeof(Shirase.Storage.ShiraseDb))!;
        var row = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct);
        var opened = ((ChannelAccounts)s.GetService(typeof(ChannelAccounts))!).Open(row);
        return await ((XChannel)s.GetService(typeof(XChannel))!).WhoAmIAsync(opened, Ct);
    }, Office.Body);
}

public sealed class XAccountOnSqlite(XSqliteOffice store) : XAccountTests(store, () => store.Server), IClassFixture<XSqliteOffice>;

public sealed class XAccountOnPostgres(XPostgresOffice store) : XAccountTests(store, () => store.Server), IClassFixture<XPostgresOffice>;

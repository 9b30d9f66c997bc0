using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>S11: the account is stopped, the public is told of it, and two people let it go on.</summary>
public abstract class StopTests(TestStore store, StopOffice around) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
        around.X ??= await XServer.StartAsync(Office.Clock, Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_3_1_b_1_Given_three_scheduled_posts_When_the_manager_stops_the_account_Then_none_is_sent_and_nobody_publishes()
    {
        var account = await RegisterAsync();
        var scheduled = new List<PostApplicationId>();
        for (var i = 0; i < 3; i++)
        {
            scheduled.Add(await ReadyAsync(account));
            Office.Fine(await Office.PublishAsync(scheduled[i], at: Office.Clock.Now.AddSeconds(10)));
        }

        var ready = await ReadyAsync(account);
        Assert.IsType<OnlyTheManagerStops>(await StopAsync(account, "kobayashi"));
        Assert.IsType<Shirase.People.ReasonIsMissing>(await StopAsync(account, why: " "));
        Office.Fine(await StopAsync(account));
        Office.Clock.Pass(TimeSpan.FromSeconds(10));
        await Office.RunJobsAsync();

        foreach (var id in scheduled)
        {
            var delivery = await Office.DeliveryAsync(id);
            Assert.Equal((DeliveryState.Held, 0), (delivery.State, delivery.Attempts));
        }

        Assert.Contains("アカウント停止中", Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready)).Text.Ja, StringComparison.Ordinal);
        Assert.IsType<AccountIsNotActive>(await StopAsync(account));
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.stopped" && n.Text.Contains("乗っ取りの疑い", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_3_1_b_1_Given_an_account_on_X_When_it_is_stopped_Then_its_secret_is_gone_at_once_and_the_platform_takes_its_tokens_no_more()
    {
        var (account, pair) = await OnXAsync();
        around.X!.Do(XFault.ErrorBefore, XServer.Revoke);
        Office.Fine(await StopAsync(account));

        Assert.Null((await AccountAsync(account)).ProtectedSecret);
        await Office.RunJobsAsync();
        Assert.True(around.X.Takes(pair));
        Assert.Null((await StopOfAsync(account)).RevokedAt);
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await Office.RunJobsAsync();

        Assert.False(around.X.Takes(pair));
        Assert.NotNull((await StopOfAsync(account)).RevokedAt);
        Assert.False(await store.DbAsync(db => db.AccountTokens.AnyAsync(t => t.Account == account, Ct), Office.Body));
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_post_on_a_stopped_account_When_it_is_deleted_Then_it_says_that_there_are_no_credentials_and_asks_for_hands()
    {
        var (account, _) = await OnXAsync();
        var id = await ReadyAsync(account);
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
        Office.Fine(await StopAsync(account));

        Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Removing, delivery.State);
        Assert.Contains("認証情報がありません", delivery.TroubleText().Ja, StringComparison.Ordinal);
        Assert.Contains("手作業で削除", delivery.TroubleText().Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_1_b_2_Given_a_stop_When_two_hours_pass_without_the_notice_Then_manager_and_officer_are_called_every_half_hour_until_it_is_seen()
    {
        var account = await RegisterAsync();
        Office.Fine(await StopAsync(account));
        var stop = await StopOfAsync(account);
        Assert.Equal(stop.At.AddHours(2), stop.NoticeDue);
        Office.Clock.Pass(TimeSpan.FromMinutes(119));
        await Office.RunJobsAsync();
        Assert.Equal(0, await OverdueAsync(account));

        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await Office.RunJobsAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(30));
        await Office.RunJobsAsync();
        Assert.Equal(2, await OverdueAsync(account));
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.notice-overdue" && n.Clause == "gx-3-1-b-2");

        Office.Fine(await ProveAsync(stop, Told.Stop, Page("police/stop.html", $"@{(await AccountAsync(account)).Handle} の運用を停止しました。")));
        Office.Clock.Pass(TimeSpan.FromMinutes(30));
        await Office.RunJobsAsync();
        Assert.Equal(2, await OverdueAsync(account));
    }

    [Fact]
    public async Task gx_3_1_b_2_Given_a_page_that_does_not_prove_it_When_its_address_is_entered_Then_each_is_refused_with_its_own_sentence()
    {
        var account = await RegisterAsync();
        Office.Fine(await StopAsync(account));
        var (stop, handle) = (await StopOfAsync(account), (await AccountAsync(account)).Handle);
        var asked = around.Site.Asked;

        Assert.IsType<AddressIsNotOurs>(await ProveAsync(stop, Told.Stop, null));
        Assert.IsType<AddressIsNotOurs>(await ProveAsync(stop, Told.Stop, "停止しました"));
        Assert.IsType<AddressIsNotOurs>(await ProveAsync(stop, Told.Stop, "https://example.com/stop"));
        Assert.IsType<AddressIsNotOurs>(await ProveAsync(stop, Told.Stop, Page("elsewhere/stop.html", $"@{handle} 停止")));
        Assert.Equal(asked, around.Site.Asked);
        Assert.IsType<PageIsNotThere>(await ProveAsync(stop, Told.Stop, new Uri(around.Site.Address, "police/none.html").ToString()));
        Assert.IsType<PageDoesNotName>(await ProveAsync(stop, Told.Stop, Page("police/other.html", "別のアカウントを停止しました")));
        Assert.IsType<PageDoesNotName>(await ProveAsync(stop, Told.Stop, Page("police/hidden.html", $"<!-- @{handle} --><script>'{handle}'</script>停止しました")));
        Assert.IsType<PageDoesNotTell>(await ProveAsync(stop, Told.Stop, Page("police/list.html", $"公式アカウント @{handle}")));
        Assert.IsType<PageIsOlder>(await ProveAsync(stop, Told.Stop, Page("police/old.html", $"@{handle} を停止", changedAt: stop.At.AddDays(-1))));
        Assert.IsType<NotYoursToAnnounce>(await ProveAsync(stop, Told.Stop, Page("police/ok.html", $"@{handle} を停止"), "tamura"));
        Assert.True((await StopOfAsync(account)).OwesNotice);

        // As older sites of public bodies are written
        var japanese = CodePagesEncodingProvider.Instance.GetEncoding("Shift_JIS")!;
        Office.Fine(await ProveAsync(stop, Told.Stop, Page("police/sjis.html", $"<html><meta charset=\"Shift_JIS\"><p>@{handle} は運用を停止しました。</p></html>", encoding: japanese)));
        var proof = await store.DbAsync(db => db.PageProofs.AsNoTracking().SingleAsync(p => p.Subject == stop.Id, Ct), Office.Body);
        Assert.Contains("運用を停止しました", proof.Excerpt, StringComparison.Ordinal);
        Assert.Equal((proof.Id, 64), ((await StopOfAsync(account)).Notice, proof.Hash.Length));
    }

    [Fact]
    public async Task gx_6_1_Given_a_stopped_account_When_it_shall_go_on_Then_not_without_a_new_password_nor_a_notice_nor_by_one_person_alone()
    {
        var account = await RegisterAsync();
        var scheduled = await ReadyAsync(account);
        Office.Fine(await Office.PublishAsync(scheduled, at: Office.Clock.Now.AddMinutes(10)));
        Office.Fine(await StopAsync(account));
        var (stop, handle) = (await StopOfAsync(account), (await AccountAsync(account)).Handle);
        Office.Clock.Pass(TimeSpan.FromMinutes(20));
        await Office.RunJobsAsync();
        var stopped = Page("police/stopped.html", $"@{handle} を停止しました");

        Assert.IsType<CredentialsAreOld>(await AskAsync(stop));
        Assert.IsType<NotYoursToLetGoOn>(await PasswordAsync(stop, "takahashi"));
        Office.Fine(await PasswordAsync(stop, "kobayashi"));
        Assert.IsType<StopIsNotAnnounced>(await AskAsync(stop));
        Office.Fine(await ProveAsync(stop, Told.Stop, stopped));
        Assert.IsType<ResumptionIsNotAnnounced>(await AskAsync(stop));
        Assert.IsType<PageDoesNotTell>(await ProveAsync(stop, Told.Resumption, stopped));
        Office.Fine(await ProveAsync(stop, Told.Resumption, Page("police/again.html", $"@{handle} の運用を再開します")));
        Assert.IsType<ResumeNotAskedYet>(await ResumeAsync(stop, "kobayashi"));
        Assert.IsType<NotYoursToLetGoOn>(await AskAsync(stop, "kobayashi"));
        Assert.IsType<ResumeNeedsReason>(await AskAsync(stop, why: "　"));
        Office.Fine(await AskAsync(stop));
        Assert.IsType<ResumeTakesAnother>(await ResumeAsync(stop, "hoshino"));
        Assert.IsType<NotYoursToLetGoOn>(await ResumeAsync(stop, "takahashi"));
        Assert.Equal(AccountState.Stopped, (await AccountAsync(account)).State);
        Office.Fine(await ResumeAsync(stop, "kobayashi"));

        Assert.Equal(AccountState.Active, (await AccountAsync(account)).State);
        Assert.IsType<StopIsOver>(await ResumeAsync(stop, "kobayashi"));
        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(scheduled)).State);
        Office.Fine(await Office.PublishAsync(await ReadyAsync(account)));
    }

    [Fact]
    public async Task gx_6_1_Given_the_credentials_of_before_the_stop_When_they_are_entered_again_Then_they_do_not_count_as_new()
    {
        var user = around.X!.AddUser();
        var account = await Office.RegisterAsync(user.Handle);
        await ConnectAsync(account, user.Keys.ToSecret());
        Office.Fine(await StopAsync(account));
        var stop = await StopOfAsync(account);
        Office.Fine(await ProveAsync(stop, Told.Stop, Page("police/x1.html", $"@{user.Handle} を停止")));
        Office.Fine(await ProveAsync(stop, Told.Resumption, Page("police/x2.html", $"@{user.Handle} を再開")));
        Assert.IsType<CredentialsAreOld>(await AskAsync(stop));

        await ConnectAsync(account, user.Keys.ToSecret());
        Assert.IsType<CredentialsAreOld>(await AskAsync(stop));

        var grant = await store.AskAsync<TokenStore, string>(t => t.AddAsync(Office.Body, account, around.X.NewPair(user), Ct), Office.Body);
        await ConnectAsync(account, grant);
        Assert.IsType<CredentialsAreOld>(await AskAsync(stop));
        Office.Fine(await PasswordAsync(stop, "hoshino"));
        Office.Fine(await AskAsync(stop));
        Office.Fine(await ResumeAsync(stop, "kobayashi"));
    }

    [Fact]
    public async Task gx_6_2_Given_the_end_of_an_account_When_the_manager_types_its_name_Then_it_is_final_its_schedules_are_cancelled_and_its_record_stays()
    {
        var account = await RegisterAsync();
        var handle = (await AccountAsync(account)).Handle;
        var standing = await ReadyAsync(account);
        Office.Fine(await Office.PublishAsync(standing));
        await Office.RunJobsAsync();
        var (scheduled, ready) = (await ReadyAsync(account), await ReadyAsync(account));
        Office.Fine(await Office.PublishAsync(scheduled, at: Office.Clock.Now.AddHours(1)));

        Assert.IsType<OnlyTheManagerStops>(await EndAsync(account, handle, login: "kobayashi"));
        Assert.IsType<HandleIsNotTyped>(await EndAsync(account, "gunma"));
        Assert.IsType<EndDayIsBad>(await EndAsync(account, handle, new(2030, 1, 1)));
        Office.Fine(await EndAsync(account, "@" + handle, new(2026, 6, 10)));

        var ended = await AccountAsync(account);
        Assert.Equal((AccountState.Deleted, new DateOnly(2026, 6, 10)), (ended.State, ended.EndedOn));
        Assert.Equal(DeliveryState.Cancelled, (await Office.DeliveryAsync(scheduled)).State);
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(standing)).State);
        Assert.IsType<AccountHasEnded>(await EndAsync(account, handle));
        Assert.IsType<AccountIsNotActive>(await StopAsync(account));
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready));

        // What it left is not touched any more: neither deleted, nor entered as deleted, nor rewritten
        Assert.IsType<AccountHasEnded>(await Office.RemoveAsync(standing));
        var sent = await Office.DeliveryAsync(standing);
        Assert.IsType<AccountHasEnded>(await Office.AskAsync<Removing, Refusal?>("takahashi", (r, w) => r.EnterByHandAsync(standing, w, sent.Id, Office.Clock.Now, "見当たりません。", Ct)));
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(standing)).State);
        var stop = await StopOfAsync(account);
        Office.Fine(await ProveAsync(stop, Told.End, Page("police/end.html", $"@{handle} の運用を終了しました")));
        Assert.IsType<StopIsOver>(await AskAsync(stop));
    }

    [Fact]
    public async Task gx_p_6_3_Given_a_changed_policy_When_only_the_website_tells_of_it_Then_it_does_not_count_until_the_account_told_of_it_too()
    {
        var account = await RegisterAsync();
        var handle = (await AccountAsync(account)).Handle;
        Assert.IsType<NotYoursToAnnouncePolicy>(await BeginAsync(account, "takahashi"));
        Assert.IsType<PolicyChangeIsEmpty>(await BeginAsync(account, "hoshino", " "));
        Office.Fine(await BeginAsync(account, "hoshino"));
        var change = await ChangeAsync(account);
        Office.Fine(await ProveAsync(change, Page("police/policy.html", $"@{handle} の運用ポリシーを変更しました")));
        Assert.Null((await ChangeAsync(account)).AnnouncedAt);
        Assert.True((await ChangeAsync(account)).IsOverdue(Office.Clock.Now.AddDays(1), null));

        var other = await ReadyAsync(account);
        var telling = await Office.ReadyAsync(await Office.ContentAsync("運用ポリシーを変更しました。県警ホームページをご覧ください。") with { Accounts = [account.Value] });
        foreach (var id in new[] { other, telling })
        {
            Office.Fine(await Office.PublishAsync(id));
        }

        await Office.RunJobsAsync();
        Assert.IsType<PostTellsNothing>(await ShowAsync(change, await Office.DeliveryAsync(other)));
        Office.Fine(await ShowAsync(change, await Office.DeliveryAsync(telling)));
        Assert.NotNull((await ChangeAsync(account)).AnnouncedAt);
    }

    [Fact]
    public async Task gx_p_6_3_Given_only_the_website_told_of_it_When_the_office_closes_on_the_first_day_Then_the_post_is_overdue_and_the_officer_hears_of_it_once()
    {
        var account = await RegisterAsync();
        var handle = (await AccountAsync(account)).Handle;
        Office.Fine(await BeginAsync(account, "hoshino"));
        var change = await ChangeAsync(account);
        Office.Fine(await ProveAsync(change, Page("police/overdue.html", $"@{handle} の運用ポリシーを変更しました")));
        Office.Clock.SetJapan(2026, 6, 11, 17, 14);
        await Office.RunJobsAsync();
        Assert.DoesNotContain(await Office.NoticesAsync("kobayashi"), n => n.Kind == PolicyAnnouncementJob.Overdue && n.Text.Contains(handle, StringComparison.Ordinal));

        foreach (var minute in new[] { 15, 16 })
        {
            Office.Clock.SetJapan(2026, 6, 11, 17, minute);
            await Office.RunJobsAsync();
        }

        var told = Assert.Single(await Office.NoticesAsync("kobayashi"), n => n.Kind == PolicyAnnouncementJob.Overdue && n.Text.Contains(handle, StringComparison.Ordinal));
        Assert.Equal("gx-p-6-3", told.Clause);
        Assert.Contains("アカウントの投稿", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ホームページ", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_6_3_Given_a_stopped_account_When_its_policy_changes_Then_the_website_suffices_and_the_record_says_why()
    {
        var account = await RegisterAsync();
        var handle = (await AccountAsync(account)).Handle;
        Office.Fine(await StopAsync(account));
        Office.Fine(await BeginAsync(account, "hoshino"));
        var change = await ChangeAsync(account);

        Office.Fine(await ProveAsync(change, Page("police/stopped.html", $"@{handle} の運用ポリシーを変更しました")));

        var announced = await ChangeAsync(account);
        Assert.Equal((true, false), (announced.WithoutPost, announced.OwesPost));
        Assert.NotNull(announced.AnnouncedAt);
        var subject = $"account/{account}";
        Assert.Contains("\"withoutPost\":true,\"state\":\"Stopped\"", (await store.DbAsync(
            db => db.Journal.SingleAsync(j => j.Subject == subject && j.Verb == "account.policy-notice-seen", Ct), Office.Body)).Detail, StringComparison.Ordinal);
    }

    private async Task<AccountId> RegisterAsync() => await Office.RegisterAsync($"s{Guid.NewGuid():N}"[..14]);

    private async Task<(AccountId Account, Core.Channels.TokenPair Pair)> OnXAsync()
    {
        var user = around.X!.AddUser();
        var account = await Office.RegisterAsync(user.Handle);
        var pair = around.X.NewPair(user);
        await ConnectAsync(account, await store.AskAsync<TokenStore, string>(t => t.AddAsync(Office.Body, account, pair, Ct), Office.Body));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        return (account, pair);
    }

    private async Task ConnectAsync(AccountId account, string secret) => Office.Fine(await store.AskAsync<ConnectAccount, Refusal?>(
        c => c.RunAsync(new(Office.Body, null, Office.Clock.Now), account, "x", around.X!.Address.ToString(), secret, Ct), Office.Body));

    private async Task<PostApplicationId> ReadyAsync(AccountId account) => await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });

    private Task<Refusal?> StopAsync(AccountId account, string login = "hoshino", string why = "乗っ取りの疑い") =>
        Office.AskAsync<StopAccount, Refusal?>(login, (s, w) => s.StopAsync(w.Body, account, new(w.Staff, Office.Clock.Now, why), Ct));

    private Task<Refusal?> EndAsync(AccountId account, string handle, DateOnly? day = null, string login = "hoshino") =>
        Office.AskAsync<StopAccount, Refusal?>(login, (s, w) => s.EndAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "別のアカウントに統合するため"), handle, day, Ct));

    private Task<Refusal?> ProveAsync(AccountStop stop, Told told, string? address, string login = "hoshino") =>
        Office.AskAsync<StopNotices, Refusal?>(login, (n, w) => n.ProveAsync(w, stop.Id, told, address, Ct));

    private Task<Refusal?> PasswordAsync(AccountStop stop, string login) =>
        Office.AskAsync<ResumeAccount, Refusal?>(login, (r, w) => r.ConfirmPasswordAsync(w, stop.Id, Ct));

    private Task<Refusal?> AskAsync(AccountStop stop, string login = "hoshino", string why = "安全を確かめた") =>
        Office.AskAsync<ResumeAccount, Refusal?>(login, (r, w) => r.AskAsync(w, stop.Id, why, Ct));

    private Task<Refusal?> ResumeAsync(AccountStop stop, string login) =>
        Office.AskAsync<ResumeAccount, Refusal?>(login, (r, w) => r.ConfirmAsync(w, stop.Id, Ct));

    private Task<Refusal?> BeginAsync(AccountId account, string login, string what = "返信の扱いを明記") =>
        Office.AskAsync<PolicyChanges, Refusal?>(login, (p, w) => p.BeginAsync(w, account, what, new(2026, 6, 11), Ct));

    private Task<Refusal?> ProveAsync(PolicyChange change, string address) =>
        Office.AskAsync<PolicyChanges, Refusal?>("takahashi", (p, w) => p.ProveAsync(w, change.Id, address, Ct));

    private Task<Refusal?> ShowAsync(PolicyChange change, PostDelivery delivery) =>
        Office.AskAsync<PolicyChanges, Refusal?>("takahashi", (p, w) => p.ShowPostAsync(w, change.Id, delivery.Id.Value, Ct));

    private Task<PolicyChange> ChangeAsync(AccountId account) => store.DbAsync(db => db.PolicyChanges.AsNoTracking().SingleAsync(c => c.Account == account, Ct), Office.Body);

    private Task<AccountStop> StopOfAsync(AccountId account) => store.DbAsync(db => db.AccountStops.AsNoTracking().SingleAsync(s => s.Account == account, Ct), Office.Body);

    private Task<OfficialAccount> AccountAsync(AccountId account) => store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct), Office.Body);

    // Other tests' stops fall due by the same clock
    private Task<int> OverdueAsync(AccountId account)
    {
        var subject = $"account/{account}";
        return store.DbAsync(db => db.Journal.CountAsync(j => j.Verb == "account.notice-overdue" && j.Subject == subject, Ct), Office.Body);
    }

    private string Page(string path, string html, DateTimeOffset? changedAt = null, Encoding? encoding = null) => around.Site.Write(path, html, 200, changedAt, encoding);
}

public sealed class StopOnSqlite(StopSqliteOffice store) : StopTests(store, store.Around), IClassFixture<StopSqliteOffice>;

public sealed class StopOnPostgres(StopPostgresOffice store) : StopTests(store, store.Around), IClassFixture<StopPostgresOffice>;

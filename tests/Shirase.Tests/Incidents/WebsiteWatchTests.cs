using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Incidents;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>The list of official accounts is proved before the first post; list, policy and what it links to are looked at every day.</summary>
public abstract class WebsiteWatchTests(TestStore store, StopOffice around) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private IshikawaOffice Ishikawa { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        store.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_4_1_Given_an_account_without_a_confirmed_list_When_the_first_post_is_ordered_Then_refused_until_the_list_was_seen()
    {
        var account = await Office.RegisterAsync($"w{Guid.NewGuid():N}"[..14]);
        await store.DbAsync(db => db.PageProofs.Where(p => p.Subject == account.Value && p.Told == Told.Listing).ExecuteDeleteAsync(Ct), Office.Body);
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-4-1", refusal.Clause);
        Assert.Contains("ホームページでのアカウント明示が未確認です", refusal.Text.Ja, StringComparison.Ordinal);

        var lacking = Assert.IsType<ListLacks>(await ProveListingAsync(account, around.Site.Write($"police/l-{account}.html", $"公式アカウント @{await HandleAsync(account)}")));
        Assert.Equal(["表示名（試験）", "運営主体（群馬県警察）"], lacking.Names.Select(n => n.Ja));
        Assert.IsType<NotYoursToDraftPolicy>(await ProveListingAsync(account, await ListAsync(account), "tamura"));
        Office.Fine(await ProveListingAsync(account, await ListAsync(account)));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_4_1_Given_the_handle_was_removed_from_the_list_When_the_daily_look_runs_Then_the_officer_has_a_task_naming_it_until_it_is_mended()
    {
        var account = await NewAsync();
        Office.Fine(await ProveListingAsync(account, await ListAsync(account)));
        await BeginDutiesAsync(Office.Body);
        await LookAsync(account, Office.Body);
        Assert.Empty(await DutiesAsync(account, "official-listing", Office.Body));

        around.Site.Write($"police/l-{account}.html", "公式アカウント一覧　群馬県警察　試験");
        await NextMorningAsync(account, Office.Body);
        await NextMorningAsync(account, Office.Body);

        var duty = Assert.Single(await DutiesAsync(account, "official-listing", Office.Body));
        Assert.Equal(("gx-4-1", true), (duty.Clause, duty.IsOpen));
        var told = Assert.Single(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.account.listing-differs" && n.Text.Contains($"l-{account}", StringComparison.Ordinal));
        Assert.Contains($"アカウント名（@{await HandleAsync(account)}）", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("表示名", told.Text, StringComparison.Ordinal);

        await ListAsync(account);
        await NextMorningAsync(account, Office.Body);
        Assert.False(Assert.Single(await DutiesAsync(account, "official-listing", Office.Body)).IsOpen);
    }

    [Fact]
    public async Task gx_5_2_Given_a_paragraph_that_somebody_changed_by_hand_When_the_daily_look_runs_Then_the_officer_is_told_which()
    {
        var account = await NewAsync();
        Office.Fine(await ProvePolicyAsync(account, 1));
        await BeginDutiesAsync(Office.Body);

        await WriteAsync(account, t => t.Replace("予告なくこのアカウントを閉じることがあります", "あらかじめお知らせします", StringComparison.Ordinal));
        await NextMorningAsync(account, Office.Body);

        var told = await ToldAsync(account, "kobayashi", "incident.policy.page-differs");
        Assert.Contains("予告なく閉じること", told.Text, StringComparison.Ordinal);
        Assert.Equal("gx-p-3-3", told.Clause);
        Assert.Equal("gx-5-2", Assert.Single(await DutiesAsync(account, "policy-page", Office.Body)).Clause);

        // What is found is told once, and again when it is something else
        await NextMorningAsync(account, Office.Body);
        await ToldAsync(account, "kobayashi", "incident.policy.page-differs");
        await WriteAsync(account, _ => "運用ポリシー @gunma_police", 404);
        await NextMorningAsync(account, Office.Body);
        Assert.Equal(2, (await Office.NoticesAsync("kobayashi")).Count(n => n.Kind == "incident.policy.page-differs" && n.Text.Contains($"{account}-1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task gx_p_7_2_Given_the_published_page_lost_the_second_disclaimer_When_the_daily_look_runs_Then_it_is_reported_by_name()
    {
        var account = await NewAsync();
        Office.Fine(await ProvePolicyAsync(account, 1));
        var disclaimer = (await store.PolicyVersionsAsync(Office.Body, account))[0].Text().Passages.Single(p => p.Clause == "gx-p-7-2");

        await WriteAsync(account, t => t.Replace(disclaimer.Text, "", StringComparison.Ordinal));
        await NextMorningAsync(account, Office.Body);

        var told = await ToldAsync(account, "kobayashi", "incident.policy.page-differs");
        Assert.EndsWith($"：{disclaimer.Name.Ja}", told.Text, StringComparison.Ordinal);
        Assert.Equal("gx-p-7-2", told.Clause);
    }

    [Fact]
    public async Task gx_p_3_2_b_2_Given_the_page_of_the_stations_does_not_open_When_the_daily_look_runs_Then_the_PR_section_has_a_task_naming_block_and_address()
    {
        var stations = around.Site.Write($"police/stations-{Guid.NewGuid():N}.html", "警察署一覧");
        var account = await NewAsync();
        Assert.Equal(1, await SendToAsync(account, PolicyIntents.Gunma.Answers["station-list"], stations, Office.Body));
        await BeginDutiesAsync(Office.Body);
        await NextMorningAsync(account, Office.Body);
        Assert.Empty(await DutiesAsync(account, "policy-links", Office.Body));

        around.Site.Write(new Uri(stations).AbsolutePath[1..], "なし", 404);
        await NextMorningAsync(account, Office.Body);

        Assert.Equal(("gx-p-3-2-b-2", "pr-officer"), (await DutiesAsync(account, "policy-links", Office.Body)).Select(d => (d.Clause, d.Owner)).Single());
        var told = Assert.Single(await Office.NoticesAsync("takahashi"), n => n.Kind == "incident.policy.links-dead" && n.Text.Contains(stations, StringComparison.Ordinal));
        Assert.Contains("事件・事故の連絡先", told.Text, StringComparison.Ordinal);
        Assert.Contains("応答 404", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_2_c_Given_version_2_is_adopted_and_the_site_shows_version_1_When_it_is_looked_at_Then_the_head_has_the_task_with_both_numbers()
    {
        var account = new AccountId(await Ishikawa.AccountAsync());
        await ForgetAsync(account, IshikawaOffice.Body);
        var first = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[^1];
        var page = around.Site.Write($"police/is-{account}.html", Page(first.Text()));
        Office.Fine(await Ishikawa.AskAsync<PolicyPublicity, Refusal?>("nakamura", (p, w) => p.ProvePolicyAsync(w, account, 1, page, Ct)));
        await BeginDutiesAsync(IshikawaOffice.Body);
        Office.Fine((await Ishikawa.AskAsync<KeepPolicyDocument, Result<Guid>>("nakamura", (k, w) => k.BeginAsync(w, account, Ct))).Refusal);
        var draft = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[0];
        var fill = draft.Fill() with { LeftOut = ["personal-data"], Edited = new Dictionary<string, string> { ["agreement"] = "内容に同意した上で御利用ください。" } };
        Office.Fine(await Ishikawa.AskAsync<KeepPolicyDocument, Refusal?>("nishida", (k, w) => k.AdoptAsync(
            w, account, fill with { Reasons = new Dictionary<string, string>(fill.Reasons) { ["personal-data"] = "見直し", ["agreement"] = "見直し" } }, draft.Revision, null, "見直し", Ct)));

        await NextMorningAsync(account, IshikawaOffice.Body);

        var duty = Assert.Single(await DutiesAsync(account, "policy-page", IshikawaOffice.Body));
        Assert.Equal(("is-2-2-c", "operating-unit-head"), (duty.Clause, duty.Owner));
        var head = (await Ishikawa.WhoAsync("nishida")).Staff;
        var told = await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.To == head && n.Kind == "incident.policy.page-differs").SingleAsync(Ct), IshikawaOffice.Body);
        Assert.Contains("現行の第2版", told.Text, StringComparison.Ordinal);
        Assert.Contains("掲載を確認したのは第1版", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_t_8_Given_the_page_for_complaints_moved_When_the_test_gets_404_Then_the_head_has_a_task_naming_it()
    {
        var account = new AccountId(await Ishikawa.AccountAsync());
        var page = around.Site.Write($"police/soudan-{account}.html", "苦情・要望・相談");
        await SendToAsync(account, "https://www2.police.pref.ishikawa.lg.jp/soudan", page, IshikawaOffice.Body);
        await BeginDutiesAsync(IshikawaOffice.Body);
        await NextMorningAsync(account, IshikawaOffice.Body);
        Assert.Empty(await DutiesAsync(account, "policy-links", IshikawaOffice.Body));

        around.Site.Write($"police/soudan-{account}.html", "なし", 404);
        await NextMorningAsync(account, IshikawaOffice.Body);

        Assert.Equal(("is-t-8", "operating-unit-head"), (await DutiesAsync(account, "policy-links", IshikawaOffice.Body)).Select(d => (d.Clause, d.Owner)).Single());
        var head = (await Ishikawa.WhoAsync("nishida")).Staff;
        Assert.Contains(page, (await store.DbAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.To == head && n.Kind == "incident.policy.links-dead", Ct), IshikawaOffice.Body)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task ok_4_5_c_Given_a_list_that_no_longer_names_the_account_When_it_is_looked_at_Then_the_unit_has_a_task() =>
        ListedAsync(Prefecture.Okayama(store), "namba", "ok-4-5-c", "岡山県");

    [Fact]
    public async Task ok_4_5_a_Given_an_account_that_becomes_official_When_the_list_is_looked_at_Then_its_point_is_done_only_once_it_stands_there()
    {
        var okayama = Prefecture.Okayama(store);
        await store.DbAsync(db => db.PageProofs.Where(p => p.Told == Told.Listing).ExecuteDeleteAsync(Ct), okayama.Body);
        var first = await okayama.AccountAsync();
        var old = await store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == first, Ct), okayama.Body);
        var account = await okayama.SecondAccountAsync($"n{Guid.NewGuid():N}"[..14]);
        var added = await store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct), okayama.Body);
        var known = $"<ul><li>岡山県 {old.DisplayName} @{old.Handle}</li>";
        var list = around.Site.Write("police/okayama-list.html", $"公式アカウント一覧 {known}</ul>");
        Office.Fine(await okayama.AskAsync<PolicyPublicity, Refusal?>("namba", (p, w) => p.ProveListingAsync(w, first, list, Ct)));

        // The page that lists the others opens and does not name this one: nobody's word counts, and the point stays open
        var refusal = Assert.IsType<ListLacks>(await TickAsync(okayama, account));
        Assert.Equal("ok-4-5-a", refusal.Clause);
        Assert.IsType<Core.Incidents.PageDoesNotName>(await okayama.AskAsync<PolicyPublicity, Refusal?>("namba", (p, w) => p.ProveListingAsync(w, account, list, Ct)));
        Assert.DoesNotContain("listed", (await okayama.PolicyAsync(account))?.Facts().Points.Keys ?? []);

        around.Site.Write("police/okayama-list.html", $"公式アカウント一覧 {known}<li>岡山県 {added.DisplayName} @{added.Handle}</li></ul>");
        Office.Fine(await okayama.AskAsync<PolicyPublicity, Refusal?>("namba", (p, w) => p.ProveListingAsync(w, account, list, Ct)));
        Assert.Equal(store.Clock.Now.JapanDay(), (await okayama.PolicyAsync(account))!.Facts().Points["listed"]);

        // Where the list cannot be read a person may say it
        var third = await okayama.SecondAccountAsync($"n{Guid.NewGuid():N}"[..14]);
        around.Site.Write("police/okayama-list.html", "保守中", 503);
        Office.Fine(await TickAsync(okayama, third));
    }

    private static Task<Refusal?> TickAsync(Prefecture office, AccountId account) => office.PolicyAsync(
        f => f with { Points = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal) { ["listed"] = new(2026, 6, 11) } }, account: account);

    [Fact]
    public Task to_7_1_u_1_Given_a_list_with_the_old_handle_When_it_is_looked_at_Then_the_unit_has_a_task() =>
        ListedAsync(Prefecture.Tochigi(store), "tomoko", "to-7-1-u-1", "栃木県");

    private async Task ListedAsync(Prefecture office, string login, string clause, string operators)
    {
        var account = await office.AccountAsync();
        var registered = await store.DbAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct), office.Body);
        var (handle, name) = (registered.Handle, registered.DisplayName);
        var list = around.Site.Write($"police/{handle}.html", $"公式アカウント一覧 {operators} {name} @{handle}");
        Office.Fine(await office.AskAsync<PolicyPublicity, Refusal?>(login, (p, w) => p.ProveListingAsync(w, account, list, Ct)));
        await BeginDutiesAsync(office.Body);

        around.Site.Write($"police/{handle}.html", $"公式アカウント一覧 {operators} {name} @old_handle");
        await NextMorningAsync(account, office.Body);

        var duty = Assert.Single(await DutiesAsync(account, "official-listing", office.Body));
        Assert.Equal((clause, "pr-officer", true), (duty.Clause, duty.Owner, duty.IsOpen));
        var who = (await office.WhoAsync(login)).Staff;
        Assert.Contains(await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.To == who).Select(n => n.Text).ToListAsync(Ct), office.Body), t => t.Contains($"@{handle}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_site_that_does_not_answer_When_looked_at_Then_it_is_asked_again_each_hour_and_told_after_three()
    {
        var account = await NewAsync();
        Office.Fine(await ProveListingAsync(account, await ListAsync(account)));
        await store.DbAsync(db => db.PageProofs.Where(p => p.Subject == account.Value).ExecuteUpdateAsync(s => s.SetProperty(p => p.Address, "http://localhost:1/police/list.html"), Ct), Office.Body);
        var job = Job(account, Office.Body);

        foreach (var hour in new[] { 6, 7, 8 })
        {
            Assert.Equal(Moment(12, hour + 1), await RunAsync(job, Moment(12, hour)));
        }

        Assert.DoesNotContain(await Office.NoticesAsync("kobayashi"), n => n.Text.Contains("localhost:1/", StringComparison.Ordinal));
        Assert.Equal(Moment(13, 6), await RunAsync(job, Moment(12, 9)));
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Text.Contains("localhost:1/", StringComparison.Ordinal) && n.Text.Contains("応答なし", StringComparison.Ordinal));
    }

    /// <summary>An account with a policy, of which the system saw no page yet.</summary>
    private async Task<AccountId> NewAsync()
    {
        var account = await Office.RegisterAsync($"w{Guid.NewGuid():N}"[..14]);
        await ForgetAsync(account, Office.Body);
        return account;
    }

    private Task<int> ForgetAsync(AccountId account, BodyId body) => store.DbAsync(
        async db =>
        {
            var subjects = (await db.PolicyVersionsAsync(account, Ct)).Select(v => v.Id).Append(account.Value).ToList();
            return await db.PageProofs.Where(p => subjects.Contains(p.Subject)).ExecuteDeleteAsync(Ct);
        },
        body);

    // A site of a test has no certificate, and the form takes nothing else
    private Task<int> SendToAsync(AccountId account, string written, string address, BodyId body)
    {
        var key = account.Value;
        return store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE policy_documents SET text_json = replace(text_json, {written}, {address}) WHERE account = {key}", Ct), body);
    }

    private Task<string> HandleAsync(AccountId account) => store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Handle).SingleAsync(Ct), Office.Body);

    private async Task<string> ListAsync(AccountId account) =>
        around.Site.Write($"police/l-{account}.html", $"<h1>公式アカウント一覧</h1><p>群馬県警察</p><p>試験（@{await HandleAsync(account)}）</p>");

    private Task<Refusal?> ProveListingAsync(AccountId account, string address, string login = "takahashi") =>
        Office.AskAsync<PolicyPublicity, Refusal?>(login, (p, w) => p.ProveListingAsync(w, account, address, Ct));

    private async Task<Refusal?> ProvePolicyAsync(AccountId account, int number)
    {
        var address = await WriteAsync(account, t => t);
        return await Office.AskAsync<PolicyPublicity, Refusal?>("takahashi", (p, w) => p.ProvePolicyAsync(w, account, number, address, Ct));
    }

    private async Task<string> WriteAsync(AccountId account, Func<string, string> change, int status = 200) =>
        around.Site.Write($"police/{account}-1.html", change(Page((await store.PolicyVersionsAsync(Office.Body, account))[0].Text())), status);

    private static string Page(PolicyText text) => $"<h1>{text.Title}</h1>{string.Concat(text.Passages.Select(p => $"<p>{p.Text}</p>"))}";

    private async Task<Notice> ToldAsync(AccountId account, string login, string kind) =>
        Assert.Single(await Office.NoticesAsync(login), n => n.Kind == kind && n.Text.Contains($"{account}-1", StringComparison.Ordinal));

    private static Job Job(AccountId account, BodyId body) =>
        new(Guid.NewGuid(), body, WebsiteWatch.Kind, account.Value, Moment(10, 6), Moment(10, 6));

    private static DateTimeOffset Moment(int day, int hour) => new DateTimeOffset(2026, 6, day, hour, 0, 0, JapanTime.Offset).ToUniversalTime();

    private Task<DateTimeOffset?> RunAsync(Job job, DateTimeOffset at)
    {
        store.Clock.Set(at);
        return store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(WebsiteWatch.Kind).RunAsync(job, Ct), job.Body);
    }

    private Task<DateTimeOffset?> LookAsync(AccountId account, BodyId body) => RunAsync(Job(account, body), store.Clock.Now);

    /// <summary>The next day at six the website is looked at, and then what is due.</summary>
    private async Task NextMorningAsync(AccountId account, BodyId body)
    {
        store.Clock.Set(JapanTime.StartOf(store.Clock.Now.JapanDay()).AddHours(30));
        await LookAsync(account, body);
        await BeginDutiesAsync(body);
    }

    private Task<DateTimeOffset?> BeginDutiesAsync(BodyId body) => store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), body, DutyJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), body);

    private Task<List<Duty>> DutiesAsync(AccountId account, string rule, BodyId body) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Account == account).ToListAsync(Ct), body);
}

public sealed class WebsiteWatchOnSqlite(StopSqliteOffice store) : WebsiteWatchTests(store, store.Around), IClassFixture<StopSqliteOffice>;

public sealed class WebsiteWatchOnPostgres(StopPostgresOffice store) : WebsiteWatchTests(store, store.Around), IClassFixture<StopPostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>The profile on the platform is compared with what each document asks for; what nobody announced may be a takeover.</summary>
public abstract class ProfileWatchTests(TestStore store, StopOffice around) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        store.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
        around.X ??= await XServer.StartAsync(store.Clock, Ct);
        around.Site.Write("police/", "公式ホームページ");
        around.Site.Write("police/index.html", "公式ホームページ");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_8_1_2_Given_the_account_follows_one_account_When_the_daily_job_runs_Then_the_supervisor_has_a_task_naming_it_until_the_count_is_zero()
    {
        var user = around.X!.AddUser();
        var account = await Office.ConnectXAsync(user);
        Say(user, await ProposedAsync(account, Office.Body));
        await NextMorningAsync(account, Office.Body);
        Assert.Empty(await DutiesAsync(account, "unfollow", Office.Body));

        user.Profile.Follows.Add("stranger");
        await NextMorningAsync(account, Office.Body);
        await NextMorningAsync(account, Office.Body);

        var duty = Assert.Single(await DutiesAsync(account, "unfollow", Office.Body));
        Assert.Equal(("gx-8-1-2", "operation-officer", true), (duty.Clause, duty.Owner, duty.IsOpen));
        var told = Assert.Single(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.account.follows-somebody" && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        Assert.Contains("@stranger", told.Text, StringComparison.Ordinal);
        Assert.True((await LookAsync(account, Office.Body)).HasLacks);

        user.Profile.Follows.Clear();
        await NextMorningAsync(account, Office.Body);
        Assert.False(Assert.Single(await DutiesAsync(account, "unfollow", Office.Body)).IsOpen);
        Assert.False((await LookAsync(account, Office.Body)).HasLacks);
    }

    [Fact]
    public async Task gx_p_2_2_Given_the_profile_lost_the_address_of_the_policy_When_the_daily_job_runs_Then_the_PR_section_has_a_task_with_the_text_to_restore()
    {
        var user = around.X!.AddUser();
        var account = await Office.ConnectXAsync(user);
        Say(user, await ProposedAsync(account, Office.Body));
        await NextMorningAsync(account, Office.Body);
        Assert.Empty(await DutiesAsync(account, "profile", Office.Body));

        var page = (await FactsAsync(account, Office.Body)).Policy!.ToString();
        Say(user, user.Profile.Text.Replace(page, "", StringComparison.Ordinal));
        await NextMorningAsync(account, Office.Body);

        Assert.Equal(("gx-p-2-2", "pr-officer"), (await DutiesAsync(account, "profile", Office.Body)).Select(d => (d.Clause, d.Owner)).Single());
        var told = Assert.Single(await Office.NoticesAsync("takahashi"), n => n.Kind == "incident.account.profile-differs" && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        Assert.Contains(page, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("運用者の名", told.Text, StringComparison.Ordinal);
        Assert.Contains(page, await ProposedAsync(account, Office.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_3_0_Given_the_profile_names_another_operator_When_the_daily_job_runs_Then_the_difference_is_reported()
    {
        var user = around.X!.AddUser();
        var account = await Office.ConnectXAsync(user);
        Say(user, (await ProposedAsync(account, Office.Body)).Replace("群馬県警察", "例示県警察", StringComparison.Ordinal));

        await NextMorningAsync(account, Office.Body);

        var told = Assert.Single(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.account.profile-differs" && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        Assert.Contains("運用者の名（「群馬県警察」）", told.Text, StringComparison.Ordinal);
        Assert.Equal("gx-p-3-0", told.Clause);
    }

    [Fact]
    public async Task gx_p_3_0_Given_a_profile_that_names_another_operator_When_the_daily_job_runs_Then_it_is_reported_beside_the_policy()
    {
        var user = around.X!.AddUser();
        var account = await Office.ConnectXAsync(user);
        Say(user, await ProposedAsync(account, Office.Body));
        var name = await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).SingleAsync(Ct), Office.Body);
        var list = around.Site.Write($"police/operators-{account}.html", $"公式アカウント一覧　{name}　@{user.Handle}　群馬県警察");
        // Connecting an account in a test proves a list too; the one that is read is the later one
        store.Clock.Set(store.Clock.Now.AddMinutes(1));
        Office.Fine(await Office.AskAsync<PolicyPublicity, Refusal?>("kobayashi", (p, w) => p.ProveListingAsync(w, account, list, Ct)));
        await NextMorningAsync(account, Office.Body);
        Assert.Empty(await DutiesAsync(account, "operator-name", Office.Body));

        around.Site.Write($"police/operators-{account}.html", $"公式アカウント一覧　{name}　@{user.Handle}　見本県警察広報室");
        Say(user, (await ProposedAsync(account, Office.Body)).Replace("群馬県警察", "例示県警察", StringComparison.Ordinal));
        await NextMorningAsync(account, Office.Body);
        await NextMorningAsync(account, Office.Body);

        var told = Assert.Single(await Office.NoticesAsync("kobayashi"), n => n.Kind == "incident.account.operator-differs" && n.Text.Contains(user.Handle, StringComparison.Ordinal));
        Assert.Equal("gx-p-3-0", told.Clause);
        var policy = (await store.PolicyVersionsAsync(Office.Body, account))[0].Text().Passages.Single(p => p.Clause == "gx-p-3-0").Text;
        Assert.Contains($"運用ポリシー：「{policy}」", told.Text, StringComparison.Ordinal);
        Assert.Contains("公式ホームページの一覧：「公式アカウント一覧", told.Text, StringComparison.Ordinal);
        Assert.Contains("見本県警察広報室", told.Text, StringComparison.Ordinal);
        Assert.Contains("例示県警察", told.Text, StringComparison.Ordinal);
        Assert.Contains("（公式ホームページの一覧、プロフィール）", told.Text, StringComparison.Ordinal);
        Assert.Equal(("gx-p-3-0", "operation-officer", true), (await DutiesAsync(account, "operator-name", Office.Body)).Select(d => (d.Clause, d.Owner, d.IsOpen)).Single());

        around.Site.Write($"police/operators-{account}.html", $"公式アカウント一覧　{name}　@{user.Handle}　群馬県警察");
        Say(user, await ProposedAsync(account, Office.Body));
        await NextMorningAsync(account, Office.Body);
        Assert.False(Assert.Single(await DutiesAsync(account, "operator-name", Office.Body)).IsOpen);
    }

    [Fact]
    public async Task ok_4_6_a_Given_the_profile_changed_without_a_request_When_the_weekly_check_runs_Then_a_takeover_is_suspected_until_somebody_owns_the_change()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        Say(user, await ProposedAsync(account, okayama.Body));
        user.Profile.Link = Website;
        await NextMorningAsync(account, okayama.Body);
        Assert.Empty(await DutiesAsync(account, "profile-changed", okayama.Body));

        // Weekly: six days later nobody has looked again
        Say(user, user.Profile.Text + " 今だけの副業はこちら");
        for (var day = 0; day < 6; day++)
        {
            await NextMorningAsync(account, okayama.Body);
        }

        Assert.Empty(await DutiesAsync(account, "profile-changed", okayama.Body));
        await NextMorningAsync(account, okayama.Body);
        var duty = Assert.Single(await DutiesAsync(account, "profile-changed", okayama.Body));
        Assert.Equal(("ok-4-6-a", true, true), (duty.Clause, duty.IsUrgent, duty.IsOpen));

        Assert.IsType<ProfileChangeNeedsReason>(await OwnAsync(okayama, "miyake", account, " "));
        Assert.IsType<NotYoursToOwnProfile>(await OwnAsync(okayama, "tamura", account, "広報の係が季節の案内を加えた。"));
        Office.Fine(await OwnAsync(okayama, "miyake", account, "広報の係が季節の案内を加えた。"));
        await NextMorningAsync(account, okayama.Body);
        Assert.False(Assert.Single(await DutiesAsync(account, "profile-changed", okayama.Body)).IsOpen);
    }

    [Fact]
    public async Task ok_4_3_i_1_Given_the_name_was_changed_on_the_platform_When_the_check_runs_Then_a_task_shows_both_names()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        Say(user, await ProposedAsync(account, okayama.Body));
        user.Profile.Name = "おかやまの桃";

        await NextMorningAsync(account, okayama.Body);

        var told = Assert.Single(await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Kind == "incident.account.profile-differs" && n.Text.Contains(user.Handle)).Select(n => n.Text).Distinct().ToListAsync(Ct), okayama.Body));
        Assert.Contains($"登録は「{user.Handle}」、発信先は「おかやまの桃」", told, StringComparison.Ordinal);
        Assert.Single(await DutiesAsync(account, "profile", okayama.Body));
    }

    [Fact]
    public async Task ok_4_5_c_Given_the_account_was_renamed_When_the_check_runs_Then_the_unit_has_a_task_within_the_day()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        var registered = user.Handle;
        user.Handle = "okayama_renamed";

        await NextMorningAsync(account, okayama.Body);

        var duty = Assert.Single(await DutiesAsync(account, "profile", okayama.Body));
        Assert.Equal((true, store.Clock.Now.JapanDay()), (duty.IsOpen, duty.From.JapanDay()));
        Assert.Contains(
            await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Text.Contains(registered)).Select(n => n.Text).ToListAsync(Ct), okayama.Body),
            t => t.Contains($"登録は@{registered}、発信先は@okayama_renamed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ok_4_6_a_Given_a_profile_without_the_units_name_When_the_point_is_confirmed_Then_refused_with_the_proposed_text_until_it_stands()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        Say(user, "桃とぶどうの県です。");

        var refusal = Assert.IsType<ProfileLacks>(await ConfirmAsync(okayama, account, "profile-unit"));
        Assert.Equal("ok-4-6-a", refusal.Clause);
        var proposed = await ProposedAsync(account, okayama.Body);
        Assert.Contains(proposed.Split('\n')[0], refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal("ok-4-6-b", Assert.IsType<ProfileLacks>(await ConfirmAsync(okayama, account, "profile-website")).Clause);

        Say(user, proposed);
        user.Profile.Link = Website;
        Office.Fine(await ConfirmAsync(okayama, account, "profile-unit", "profile-website"));
    }

    [Fact]
    public async Task ok_4_6_b_Given_a_link_to_a_contractors_campaign_When_the_point_is_confirmed_Then_it_is_not_taken_for_the_official_address()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        user.Profile.Link = "https://campaign.example.com/okayama";
        Say(user, "観光の公式アカウントです。");

        Assert.Equal("ok-4-6-b", Assert.IsType<ProfileLacks>(await ConfirmAsync(okayama, account, "profile-website")).Clause);

        user.Profile.Link = new Uri(around.Site.Address, "police/index.html").ToString();
        Office.Fine(await ConfirmAsync(okayama, account, "profile-website"));
        Assert.IsType<ProfileLacks>(await ConfirmAsync(okayama, account, "profile-website", "profile-unit"));
    }

    [Fact]
    public async Task to_5_1_i_1_Given_the_mode_is_changed_When_the_profile_says_the_old_one_Then_refused_and_the_new_text_is_shown()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        Say(user, "栃木県の公式アカウントです。交流の場です。");

        var refusal = Assert.IsType<ProfileLacks>(await ConfirmAsync(tochigi, account, f => f with { Mode = "send-only" }, "profile-mode"));
        Assert.Equal("to-5-1-i-1", refusal.Clause);
        Assert.Contains("情報発信のみ", refusal.Text.Ja, StringComparison.Ordinal);

        Say(user, "栃木県の公式アカウントです。情報発信のみ。");
        Office.Fine(await ConfirmAsync(tochigi, account, f => f with { Mode = "send-only" }, "profile-mode"));
    }

    [Fact]
    public async Task to_7_1_a_1_Given_a_profile_without_the_units_name_When_the_point_is_confirmed_Then_refused_with_the_proposed_text()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        Say(user, "栃木の四季を伝えます。");

        var refusal = Assert.IsType<ProfileLacks>(await ConfirmAsync(tochigi, account, "profile-unit"));

        Assert.Equal("to-7-1-a-1", refusal.Clause);
        Assert.Contains((await ProposedAsync(account, tochigi.Body)).Split('\n')[0], refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_7_1_a_2_Given_the_sentence_was_removed_When_the_check_runs_Then_a_task_and_a_suspicion_of_takeover_are_opened()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        Say(user, "栃木県の公式アカウントです。" + await ProposedAsync(account, tochigi.Body));
        await NextMorningAsync(account, tochigi.Body);

        Say(user, "お得な情報はこちら");
        await WeekLaterAsync(account, tochigi.Body);

        Assert.Equal(("to-7-1-a-2", true), (await DutiesAsync(account, "profile-changed", tochigi.Body)).Select(d => (d.Clause, d.IsUrgent)).Single());
        Assert.Single(await DutiesAsync(account, "profile", tochigi.Body));
    }

    [Fact]
    public async Task to_7_1_i_Given_the_mark_of_a_proved_account_When_it_is_lost_Then_the_check_finds_it()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        user.Profile.IsMarked = true;
        await NextMorningAsync(account, tochigi.Body);
        Assert.DoesNotContain("mark", (await LookAsync(account, tochigi.Body)).Lacking.Split(' '));

        user.Profile.IsMarked = false;
        await WeekLaterAsync(account, tochigi.Body);

        Assert.Contains("mark", (await LookAsync(account, tochigi.Body)).Lacking.Split(' '));
    }

    [Fact]
    public async Task to_7_1_u_2_Given_the_link_to_the_website_is_gone_When_the_check_runs_Then_the_missing_direction_is_named()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        Say(user, "栃木県の公式アカウントです。");

        await NextMorningAsync(account, tochigi.Body);

        var told = await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Kind == "incident.account.profile-differs" && n.Text.Contains(user.Handle)).Select(n => n.Text).FirstAsync(Ct), tochigi.Body);
        Assert.Contains("公式ホームページへのリンク", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_5_1_i_2_Given_the_policy_page_moved_When_the_check_runs_Then_the_unit_has_a_task_to_change_the_profile()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        Office.Fine(await tochigi.PolicyAsync(f => f with { Page = Website + "old" }, account: account));
        user.Profile.Link = Website + "old";
        Say(user, "栃木県の公式アカウント");
        await NextMorningAsync(account, tochigi.Body);
        Assert.DoesNotContain("policy-address", (await LookAsync(account, tochigi.Body)).Lacking.Split(' '));

        Office.Fine(await tochigi.PolicyAsync(f => f with { Page = Website + "new" }, account: account));
        await WeekLaterAsync(account, tochigi.Body);

        Assert.Contains("policy-address", (await LookAsync(account, tochigi.Body)).Lacking.Split(' '));
        Assert.NotEmpty(await DutiesAsync(account, "profile", tochigi.Body));
        Assert.Contains(await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Text.Contains(user.Handle)).Select(n => n.Text).ToListAsync(Ct), tochigi.Body), t => t.Contains(Website + "new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task to_5_1_a_5_Given_the_page_of_the_policy_shows_an_older_one_When_the_look_at_the_website_runs_Then_what_differs_is_a_task()
    {
        var tochigi = Prefecture.Tochigi(store);
        var (account, user) = await ConnectAsync(tochigi);
        var page = around.Site.Write($"police/policy-{account}.html", "<p>県の魅力を伝えます。</p><p>催しの案内</p>");
        Office.Fine(await tochigi.PolicyAsync(f => f with { Page = page, Purpose = "県の魅力を伝えます。", Contents = "催しの案内\n災害の案内" }, account: account));
        await BeginDutiesAsync(tochigi.Body);

        await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(WebsiteWatch.Kind).RunAsync(new(Guid.NewGuid(), tochigi.Body, WebsiteWatch.Kind, account.Value, store.Clock.Now, store.Clock.Now), Ct), tochigi.Body);
        await BeginDutiesAsync(tochigi.Body);

        Assert.Equal(("to-5-1-a-5", true), (await DutiesAsync(account, "policy-page", tochigi.Body)).Select(d => (d.Clause, d.IsOpen)).Single());
        Assert.Contains(await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.Text.Contains(user.Handle)).Select(n => n.Text).ToListAsync(Ct), tochigi.Body), t => t.EndsWith("：発信する情報", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ok_4_4_0_Given_terms_without_a_link_to_them_on_the_page_When_the_check_runs_Then_the_item_stays_open()
    {
        var okayama = Prefecture.Okayama(store);
        var (account, user) = await ConnectAsync(okayama);
        Office.Fine(await okayama.PolicyAsync(f => f with { Page = Website + "terms" }, account: account));
        Say(user, "岡山県観光課の公式アカウントです。");
        user.Profile.Link = Website;

        await NextMorningAsync(account, okayama.Body);

        Assert.Equal(["terms-address"], (await LookAsync(account, okayama.Body)).Lacking.Split(' '));
        Assert.True(Assert.Single(await DutiesAsync(account, "profile", okayama.Body)).IsOpen);
    }

    [Fact]
    public async Task is_t_0_c_Given_a_profile_without_the_link_to_the_policy_When_looked_at_Then_the_item_is_open_with_the_proposed_text()
    {
        var user = around.X!.AddUser("ishikawa_kotsu");
        var account = new AccountId(await new IshikawaOffice(store).AccountAsync());
        Office.Fine(await store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(new(IshikawaOffice.Body, null, store.Clock.Now), account, "x", user.Account.Service!.ToString(), user.Keys.ToSecret(), Ct), IshikawaOffice.Body));
        Say(user, "石川県の交通情報");

        await NextMorningAsync(account, IshikawaOffice.Body);

        Assert.Equal("policy-address", (await LookAsync(account, IshikawaOffice.Body)).Lacking);
        Assert.Equal("is-t-0-c", Assert.Single(await DutiesAsync(account, "profile", IshikawaOffice.Body)).Clause);
        Assert.Contains((await FactsAsync(account, IshikawaOffice.Body)).Policy!.ToString(), await ProposedAsync(account, IshikawaOffice.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_platform_that_does_not_answer_When_the_job_runs_Then_it_asks_again_in_an_hour_and_nothing_is_said()
    {
        var user = around.X!.AddUser();
        var account = await Office.ConnectXAsync(user);
        around.X.Do(XFault.ErrorBefore, XServer.Me, 5);

        var again = await RunAsync(account, Office.Body);

        Assert.Equal(store.Clock.Now.Truncated().AddHours(1), again);
        Assert.Null(await store.DbAsync(db => db.ProfileLooks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == account, Ct), Office.Body));
        while (again == store.Clock.Now.Truncated().AddHours(1))
        {
            again = await RunAsync(account, Office.Body);
        }

        Assert.NotNull((await LookAsync(account, Office.Body)).At);
    }

    // A test server has no name that X would make a link of; in a field of its own it is one
    private string Website => new Uri(around.Site.Address, "police/").ToString();

    private static void Say(XUser user, string text) => user.Profile.Text = text;

    private async Task<(AccountId Account, XUser User)> ConnectAsync(Prefecture prefecture)
    {
        var user = around.X!.AddUser();
        user.Profile.Name = user.Handle;
        var account = await prefecture.SecondAccountAsync(user.Handle);
        Office.Fine(await store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(new(prefecture.Body, null, store.Clock.Now), account, "x", user.Account.Service!.ToString(), user.Keys.ToSecret(), Ct), prefecture.Body));
        return (account, user);
    }

    private static Task<Refusal?> ConfirmAsync(Prefecture prefecture, AccountId account, params string[] points) =>
        ConfirmAsync(prefecture, account, f => f, points);

    private static Task<Refusal?> ConfirmAsync(Prefecture prefecture, AccountId account, Func<PolicyFacts, PolicyFacts> also, params string[] points) => prefecture.PolicyAsync(
        f => also(f) with { Points = new SortedDictionary<string, DateOnly>(points.ToDictionary(p => p, _ => new DateOnly(2026, 6, 11)), StringComparer.Ordinal) }, account: account);

    private Task<Refusal?> OwnAsync(Prefecture prefecture, string login, AccountId account, string why) =>
        prefecture.AskAsync<OwnProfileChange, Refusal?>(login, (o, w) => o.RunAsync(w, account, why, Ct));

    private Task<ProfileFacts> FactsAsync(AccountId account, BodyId body) => store.InAsync(async s => await s.GetRequiredService<AccountProfiles>().FactsAsync(
        await s.GetRequiredService<Shirase.Storage.ShiraseDb>().Accounts.SingleAsync(a => a.Id == account, Ct), store.Clock.Now.JapanDay(), Ct), body);

    private async Task<string> ProposedAsync(AccountId account, BodyId body)
    {
        var slug = await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Regulation).SingleAsync(Ct), body);
        return ProfileComparison.Propose(TestStore.Regulations.InForce(slug, store.Clock.Now.JapanDay())!.Profile, await FactsAsync(account, body));
    }

    private Task<ProfileLook> LookAsync(AccountId account, BodyId body) => store.DbAsync(db => db.ProfileLooks.AsNoTracking().SingleAsync(l => l.Id == account, Ct), body);

    private Task<DateTimeOffset?> RunAsync(AccountId account, BodyId body) => store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(ProfileWatch.Kind).RunAsync(new(Guid.NewGuid(), body, ProfileWatch.Kind, account.Value, store.Clock.Now, store.Clock.Now), Ct), body);

    private async Task WeekLaterAsync(AccountId account, BodyId body)
    {
        store.Clock.Set(store.Clock.Now.AddDays(6));
        await NextMorningAsync(account, body);
    }

    /// <summary>The next day at six the profile is looked at, and then what is due.</summary>
    private async Task NextMorningAsync(AccountId account, BodyId body)
    {
        await BeginDutiesAsync(body);
        store.Clock.Set(JapanTime.StartOf(store.Clock.Now.JapanDay()).AddHours(30));
        await RunAsync(account, body);
        await BeginDutiesAsync(body);
    }

    private Task<DateTimeOffset?> BeginDutiesAsync(BodyId body) => store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), body, DutyJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), body);

    private Task<List<Duty>> DutiesAsync(AccountId account, string rule, BodyId body) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Account == account).ToListAsync(Ct), body);
}

public sealed class ProfileWatchOnSqlite(StopSqliteOffice store) : ProfileWatchTests(store, store.Around), IClassFixture<StopSqliteOffice>;

public sealed class ProfileWatchOnPostgres(StopPostgresOffice store) : ProfileWatchTests(store, store.Around), IClassFixture<StopPostgresOffice>;

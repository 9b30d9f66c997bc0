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
using Shirase.Tests.Duties;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>栃木 8(1): the end of an account is announced on the account and on the website for 30 days before it is deleted.</summary>
public abstract class ClosingTests(TestStore store, WebsiteOfTheTest website) : IAsyncLifetime
{
    private const string Page = "https://www.pref.tochigi.lg.jp/owari.html";

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 6, 1, 10);

        // The tests share a store, and its clock goes back: what one took out does not count for another
        await store.DbAsync(db => db.Journal.Where(j => j.Verb == "archive.exported").ExecuteDeleteAsync(Ct), Tochigi.Body);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_8_1_a_Given_the_announcement_on_1_June_and_30_days_When_deletion_is_tried_on_15_June_Then_refused_with_the_last_day()
    {
        var account = await AnnouncedAsync();
        store.Clock.SetJapan(2026, 6, 15, 10);

        var refusal = await EndAsync(account);

        Assert.Equal("to-8-1-a", Assert.IsType<NoticePeriodRuns>(refusal).Clause);
        Assert.Contains("廃止の広報期間中です（7月1日まで）", refusal.Text.Ja, StringComparison.Ordinal);
        await TakeOutAsync();
        store.Clock.SetJapan(2026, 7, 1, 23);
        Assert.IsType<NoticePeriodRuns>(await EndAsync(account));
        store.Clock.SetJapan(2026, 7, 2, 9);
        Office.Fine(await EndAsync(account));
    }

    [Fact]
    public async Task to_8_1_a_Given_the_period_is_over_and_no_archive_export_When_the_head_confirms_the_deletion_Then_refused()
    {
        await TakeOutAsync();
        store.Clock.Pass(TimeSpan.FromMinutes(1));
        var account = await AnnouncedAsync();
        store.Clock.SetJapan(2026, 7, 2, 10);

        var refusal = await EndAsync(account);

        Assert.Equal("to-7-4-a", Assert.IsType<ArchiveIsNotTakenOut>(refusal).Clause);
        Assert.Contains("発信情報の書き出しが済んでいません", refusal.Text.Ja, StringComparison.Ordinal);
        await TakeOutAsync();
        Office.Fine(await EndAsync(account));
        Assert.NotNull(await store.DbAsync(db => db.AccountClosings.Where(c => c.Account == account).Select(c => c.EndedAt).SingleAsync(Ct), Tochigi.Body));
    }

    [Fact]
    public async Task to_8_1_a_Given_an_account_nobody_announced_the_end_of_When_it_is_ended_Then_refused_and_each_place_is_asked_for()
    {
        var account = await AccountAsync();
        Assert.Equal("to-8-1-a", Assert.IsType<EndIsNotAnnounced>(await EndAsync(account)).Clause);
        var notice = await PostAsync(account, "このアカウントは廃止します。");
        Assert.IsType<ClosingIsNotBegun>(await AnnounceAsync(account, notice));
        Office.Fine(await BeginAsync(account));
        Assert.IsType<AnnouncementDoesNotTell>(await AnnounceAsync(account, await PostAsync(account, "花の見頃です。")));
        Assert.IsType<AnnouncementIsNotThere>(await AnnounceAsync(account, null));
        Office.Fine(await AnnounceAsync(account, notice));

        Assert.Equal("to-8-1-b", Assert.IsType<EndIsNotOnWebsite>(await EndAsync(account)).Clause);
    }

    [Fact]
    public async Task to_8_1_b_Given_the_website_notice_vanished_on_day_10_When_the_check_runs_Then_the_countdown_stands_still_and_the_unit_has_a_task()
    {
        var account = await AnnouncedAsync();
        await TakeOutAsync();
        await LookAsync(account, 6, 10);
        website.Pages.Remove(Page);
        await LookAsync(account, 6, 11);

        var closing = await ClosingAsync(account);
        Assert.Equal(store.Clock.Now, closing.VanishedAt);
        var duty = Assert.Single(await DutiesAsync(account));
        Assert.Equal(("to-8-1-b", true), (duty.Clause, duty.IsOpen));
        store.Clock.SetJapan(2026, 7, 2, 10);
        Assert.Equal("to-8-1-b", Assert.IsType<NoticeHasVanished>(await EndAsync(account)).Clause);

        await StandsAsync(account);
        await LookAsync(account, 7, 3);

        // 22 days without the notice do not count
        Assert.Equal(new DateOnly(2026, 7, 23), (await ClosingAsync(account)).EndsOn);
        Assert.False(Assert.Single(await DutiesAsync(account)).IsOpen);
        Assert.IsType<NoticePeriodRuns>(await EndAsync(account));
        store.Clock.SetJapan(2026, 7, 24, 10);
        Office.Fine(await EndAsync(account));
    }

    [Fact]
    public async Task to_8_1_a_Given_a_takeover_When_the_account_is_deleted_at_once_Then_the_period_does_not_keep_it_but_the_website_and_the_export_do()
    {
        var account = await AccountAsync();
        Assert.IsType<NoTakeoverRuns>(await EndAsync(account, isTakeover: true));
        Office.Fine(await Tochigi.AskAsync<KeepDuties, Refusal?>("shinohara", (k, w) => k.OpenAsync(w, "tochigi-social-media", "takeover-password", account.Value, "知らない投稿がある", Ct)));
        Assert.IsType<EndIsNotOnWebsite>(await EndAsync(account, isTakeover: true));
        Office.Fine(await BeginAsync(account));
        Office.Fine(await ProveAsync(account));
        Assert.IsType<ArchiveIsNotTakenOut>(await EndAsync(account, isTakeover: true));
        await TakeOutAsync();

        Assert.IsType<EndIsNotAnnounced>(await EndAsync(account));
        Office.Fine(await EndAsync(account, isTakeover: true));
    }

    [Fact]
    public async Task to_8_1_a_Given_somebody_who_does_not_answer_for_the_account_When_the_procedure_is_begun_Then_refused_And_a_second_one_is_not_begun()
    {
        var account = await AccountAsync();

        Assert.IsType<OnlyTheManagerStops>(await BeginAsync(account, "tomoko"));
        Assert.IsType<ClosingNeedsReason>(await BeginAsync(account, why: " "));
        Office.Fine(await BeginAsync(account));
        Assert.IsType<ClosingRuns>(await BeginAsync(account));
    }

    /// <summary>Announced in both places today.</summary>
    private async Task<AccountId> AnnouncedAsync()
    {
        var account = await AccountAsync();
        Office.Fine(await BeginAsync(account));
        Office.Fine(await AnnounceAsync(account, await PostAsync(account, "このアカウントは廃止します。")));
        Office.Fine(await ProveAsync(account));
        return account;
    }

    private async Task<AccountId> AccountAsync()
    {
        var (platform, account) = await NewAccounts.OpenedAsync(Tochigi);
        var points = TestStore.Regulations.Versions("tochigi-social-media")[^1].Terms!.Points.ToDictionary(p => p.Id, _ => (bool?)false);
        Office.Fine(await Tochigi.AskAsync<KeepTerms, Refusal?>("shinohara", (k, w) => k.ReviewAsync(w, platform, new("第１条　本規約は…", points, "", ""), Ct)));
        return account;
    }

    private async Task<DeliveryId> PostAsync(AccountId account, string words)
    {
        var id = await Tochigi.PublishedAsync(await Tochigi.ContentAsync(words) with { Accounts = [account.Value], Category = "観光" });
        return (await Tochigi.DeliveryAsync(id)).Id;
    }

    private Task<Refusal?> BeginAsync(AccountId account, string login = "shinohara", string why = "利用者が減ったため") =>
        Tochigi.AskAsync<ClosingAccounts, Refusal?>(login, (c, w) => c.BeginAsync(w, account, why, Ct));

    private Task<Refusal?> AnnounceAsync(AccountId account, DeliveryId? post) => Tochigi.AskAsync<ClosingAccounts, Refusal?>("shinohara", (c, w) => c.AnnounceAsync(w, account, post, Ct));

    private async Task StandsAsync(AccountId account) =>
        website.Pages[Page] = $"公式アカウントの廃止について @{await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Handle).SingleAsync(Ct), Tochigi.Body)} を廃止します。";

    private async Task<Refusal?> ProveAsync(AccountId account)
    {
        await StandsAsync(account);
        return await Tochigi.AskAsync<ClosingAccounts, Refusal?>("shinohara", (c, w) => c.ProveAsync(w, account, Page, Ct));
    }

    private async Task<Refusal?> EndAsync(AccountId account, bool isTakeover = false)
    {
        var handle = await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Handle).SingleAsync(Ct), Tochigi.Body);
        return await Tochigi.AskAsync<StopAccount, Refusal?>("shinohara", (s, w) => s.EndAsync(w.Body, account, new(w.Staff, store.Clock.Now, "廃止するため"), handle, null, Ct, isTakeover));
    }

    private async Task TakeOutAsync()
    {
        var who = await Tochigi.WhoAsync("shinohara");
        await store.DbAsync(async db =>
        {
            db.Record(Tochigi.Body, new Act(who.Staff, store.Clock.Now), "archive.exported", $"body/{Tochigi.Body}", null);
            return await db.SaveChangesAsync(Ct);
        }, Tochigi.Body);
    }

    // The daily look at the website, and the round of duties that reads what it told
    private async Task LookAsync(AccountId account, int month, int day)
    {
        store.Clock.SetJapan(2026, month, day, 10);
        var job = new Job(Guid.CreateVersion7(store.Clock.Now), Tochigi.Body, WebsiteWatch.Kind, account.Value, store.Clock.Now.AddDays(-2), store.Clock.Now);
        await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(WebsiteWatch.Kind).RunAsync(job, Ct), Tochigi.Body);
        await DutyIntents.LookAsync(store, Tochigi.Body);
    }

    private Task<AccountClosing> ClosingAsync(AccountId account) => store.DbAsync(db => db.AccountClosings.AsNoTracking().SingleAsync(c => c.Account == account, Ct), Tochigi.Body);

    private Task<List<Duty>> DutiesAsync(AccountId account) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Account == account && d.Rule == "closing-notice-gone").ToListAsync(Ct), Tochigi.Body);
}

public sealed class ClosingOnSqlite(SqliteWithDuties store) : ClosingTests(store, store.Website), IClassFixture<SqliteWithDuties>;

public sealed class ClosingOnPostgres(PostgresWithDuties store) : ClosingTests(store, store.Website), IClassFixture<PostgresWithDuties>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>栃木 2(4): the terms of a platform's operator are reviewed; a disadvantage gives up the use of its accounts at once.</summary>
public abstract class TermsReviewTests(TestStore store) : IAsyncLifetime
{
    private static readonly string[] Points = ["law", "indemnity", "licence", "data", "fees", "change", "suspension", "advertising"];

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 6, 10, 10);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_2_4_a_Given_no_review_exists_When_the_first_post_of_an_account_is_ordered_Then_refused_until_one_is_entered()
    {
        var (platform, account) = await AccountAsync();

        var refusal = await OrderAsync(account, "花の見頃です。");

        Assert.Equal("to-2-4-a", refusal?.Clause);
        Assert.Contains("約款の確認が登録されていません", refusal!.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await ReviewAsync(platform, null, ""));
        Office.Fine(await OrderAsync(account, "花の見頃です。"));
    }

    [Fact]
    public async Task to_2_4_a_Given_a_disadvantage_is_recorded_When_the_first_post_of_an_account_is_ordered_Then_refused_and_the_finding_is_displayed()
    {
        var (platform, account) = await AccountAsync();
        Office.Fine(await ReviewAsync(platform, "law", "裁判管轄が外国の裁判所に限られる"));

        var refusal = await OrderAsync(account, "花の見頃です。");

        Assert.Equal("to-2-4-a", refusal?.Clause);
        Assert.Contains("裁判管轄が外国の裁判所に限られる", refusal!.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_2_4_a_Given_a_review_without_copy_answer_or_finding_When_saved_Then_each_is_asked_for_and_others_may_not_review()
    {
        var (platform, _) = await AccountAsync();

        Assert.IsType<TermsCopyIsMissing>(await ReviewAsync(platform, null, "", copy: " "));
        Assert.IsType<DisadvantageIsMissing>(await ReviewAsync(platform, "fees", ""));
        Assert.Contains("「広告」", (await ReviewAsync(platform, null, "", without: "advertising"))?.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<OnlyHeadsReview>(await ReviewAsync(platform, null, "", login: "tomoko"));
        Office.Fine(await ReviewAsync(platform, null, ""));
    }

    [Fact]
    public async Task to_2_4_c_Given_the_finding_is_saved_at_10_00_When_an_ordinary_post_is_sent_at_10_05_Then_refused_and_a_closing_notice_is_accepted()
    {
        var (platform, account) = await AccountAsync();
        Office.Fine(await ReviewAsync(platform, null, ""));
        Office.Fine(await OrderAsync(account, "花の見頃です。"));
        await Tochigi.RunJobsAsync();
        Office.Fine(await ReviewAsync(platform, "licence", "裁判管轄・無償利用許諾"));
        store.Clock.SetJapan(2026, 6, 10, 10, 5);

        var refusal = await OrderAsync(account, "祭りのお知らせです。");

        Assert.Equal("to-2-4-c", refusal?.Clause);
        Assert.Contains("裁判管轄・無償利用許諾", refusal!.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await OrderAsync(account, "このアカウントは廃止します。"));
        var closing = await store.DbAsync(db => db.AccountClosings.SingleAsync(c => c.Account == account, Ct), Tochigi.Body);
        Assert.Equal((true, "裁判管轄・無償利用許諾"), (closing.ForTerms, closing.Why));
        var author = await Tochigi.WhoAsync("tomoko");
        Assert.True(await store.DbAsync(db => db.Notices.AnyAsync(n => n.To == author.Staff && n.Kind == KeepTerms.GivenUp, Ct), Tochigi.Body));
    }

    [Fact]
    public async Task to_2_4_c_Given_an_agreement_with_the_operator_When_a_new_review_finds_no_disadvantage_Then_posting_resumes_and_both_reviews_stay_on_file()
    {
        var (platform, account) = await AccountAsync();
        Office.Fine(await ReviewAsync(platform, "licence", "無償利用許諾"));
        Assert.NotNull(await OrderAsync(account, "花の見頃です。"));
        Assert.Equal("to-2-4-c", Assert.IsType<AgreementIsMissing>(await ReviewAsync(platform, null, "")).Clause);

        Office.Fine(await ReviewAsync(platform, null, "", agreement: "運営者との覚書（観交第30号）"));

        Office.Fine(await OrderAsync(account, "花の見頃です。"));
        var reviews = await store.DbAsync(db => db.TermsReviews.Where(t => t.Platform == platform).OrderBy(t => t.Number).ToListAsync(Ct), Tochigi.Body);
        Assert.Equal([(1, true, ""), (2, false, "運営者との覚書（観交第30号）")], reviews.Select(r => (r.Number, r.IsDisadvantage, r.Agreement)));
        Assert.Null(await store.DbAsync(db => db.ClosingOfAsync(account, Ct), Tochigi.Body));
    }

    [Fact]
    public async Task to_2_4_c_Given_an_account_from_before_the_requests_When_the_channel_of_its_platform_is_entered_Then_a_review_of_the_terms_reaches_it_too()
    {
        var (other, _) = await AccountAsync();
        var (platform, account) = await AccountAsync();
        await store.DbAsync(
            async db =>
            {
                await db.AccountRequests.Where(r => r.Account == account).ExecuteDeleteAsync(Ct);
                return await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.Channel, "x").SetProperty(a => a.Service, "https://api.x.com/"), Ct);
            },
            Tochigi.Body);
        Assert.Contains(account, await UnknownAsync());
        Assert.Null(await FactsAsync(account));

        Assert.IsType<NoSuchChannel>(await ChannelAsync(platform, "fax"));
        Assert.IsType<NoSuchChannel>(await ChannelAsync(platform, "drill"));
        Assert.IsType<OnlyHeadsReview>(await ChannelAsync(platform, "x", "tomoko"));
        Office.Fine(await ChannelAsync(platform, "x"));
        Assert.IsType<ChannelIsTaken>(await ChannelAsync(other, "x"));
        Office.Fine(await ReviewAsync(platform, "licence", "無償利用許諾"));

        Assert.DoesNotContain(account, await UnknownAsync());
        Assert.True((await FactsAsync(account))!.Newest!.IsDisadvantage);
        Assert.True(await store.DbAsync(db => db.AccountClosings.AnyAsync(c => c.Account == account && c.ForTerms, Ct), Tochigi.Body));
        Office.Fine(await ChannelAsync(platform, ""));
    }

    private Task<Refusal?> ChannelAsync(Guid platform, string channel, string login = "shinohara") =>
        Tochigi.AskAsync<KeepTerms, Refusal?>(login, (k, w) => k.ChannelAsync(w, platform, channel, Ct));

    private Task<List<AccountId>> UnknownAsync() =>
        store.DbAsync(async db => (await db.AccountsWithoutPlatformAsync(Tochigi.Body, "tochigi-social-media", Ct)).ConvertAll(a => a.Id), Tochigi.Body);

    private Task<TermsFacts?> FactsAsync(AccountId account) => store.DbAsync(
        async db => await db.TermsOfAsync(await db.Accounts.SingleAsync(a => a.Id == account, Ct), TestStore.Regulations.Versions("tochigi-social-media")[^1], "花の見頃です。", Ct), Tochigi.Body);

    private Task<(Guid Platform, AccountId Account)> AccountAsync() => NewAccounts.OpenedAsync(Tochigi);

    private Task<Refusal?> ReviewAsync(
        Guid platform, string? bad, string disadvantage, string agreement = "", string copy = "第１条　本規約は…", string? without = null, string login = "shinohara") =>
        Tochigi.AskAsync<KeepTerms, Refusal?>(login, (k, w) => k.ReviewAsync(
            w, platform, new(copy, Points.Where(p => p != without).ToDictionary(p => p, p => (bool?)(p == bad)), disadvantage, agreement), Ct));

    private async Task<Refusal?> OrderAsync(AccountId account, string words) =>
        await Tochigi.PublishAsync(await Tochigi.ReadyAsync(await Tochigi.ContentAsync(words) with { Accounts = [account.Value], Category = "観光" }));
}

public sealed class TermsReviewOnSqlite(SqlitePrefectures store) : TermsReviewTests(store), IClassFixture<SqlitePrefectures>;

public sealed class TermsReviewOnPostgres(PostgresPrefectures store) : TermsReviewTests(store), IClassFixture<PostgresPrefectures>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>石川県警察: the first post waits for the policy and for the notice of the start; a version replaces another in public.</summary>
public abstract class IshikawaPublicityTests(TestStore store, StopOffice around) : IAsyncLifetime
{
    private IshikawaOffice Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        store.Clock.SetJapan(2026, 6, 18, 9, 30);
        await store.SeedAsync(Ct);
        await store.DbAsync(db => db.PolicyDocuments.Where(p => p.Number > 1 && p.Body == IshikawaOffice.Body).ExecuteDeleteAsync(Ct), IshikawaOffice.Body);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task is_2_2_b_Given_a_start_that_the_public_was_not_told_of_When_the_first_post_is_ordered_Then_refused_until_the_notice_was_seen()
    {
        var account = new AccountId(await Office.AccountAsync());
        await ForgetAsync(account.Value, Told.Start);
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("is-2-2-b", refusal.Clause);
        Assert.Contains("運用開始の掲載が確認できていません", refusal.Text.Ja, StringComparison.Ordinal);

        var notice = PolicyPublicity.StartDraft(await SubjectAsync(account), "Ｘ", new("https://example.lg.jp/policy"));
        Assert.Contains("交通企画課", notice, StringComparison.Ordinal);
        Assert.IsType<NoticeIsEmpty>((await PublishAsync(account, "〇〇課が開始しました")).Refusal);
        Assert.Contains("/notices/", (await PublishAsync(account, notice)).Value!.ToString(), StringComparison.Ordinal);
        Assert.IsType<PageDoesNotName>(await ProveStartAsync(account, around.Site.Write("police/other.html", "ほかの課が運用を開始しました")));
        Assert.IsType<PageDoesNotTell>(await ProveStartAsync(account, around.Site.Write("police/list.html", "@ishikawa_kotsu の一覧")));
        TestKit.Posts.Office.Fine(await ProveStartAsync(account, around.Site.Write("police/start.html", notice)));

        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
        Assert.Contains("交通企画課", (await store.DbAsync(db => db.ProofAsync(account.Value, Told.Start, Ct), IshikawaOffice.Body))!.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_2_c_Given_a_policy_that_was_not_seen_on_the_website_When_a_post_is_ordered_Then_refused_until_its_page_shows_this_version()
    {
        var account = new AccountId(await Office.AccountAsync());
        var first = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[^1];
        await ForgetAsync(first.Id, Told.PolicyPage);
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("is-2-2-c", refusal.Clause);

        TestKit.Posts.Office.Fine(await ProvePolicyAsync(account, 1, Page("v1", first.Text())));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));

        // Another version is adopted, the page still shows the first
        TestKit.Posts.Office.Fine(await AdoptAsync(account, f => f with { LeftOut = ["content-events"], Reasons = With(f, "content-events") }));
        var second = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[0];
        var reworded = await AdoptAsync(account, f => f with
        {
            LeftOut = [],
            Edited = new Dictionary<string, string> { ["agreement"] = "内容に同意した上で御利用ください。" },
            Reasons = With(f, "agreement"),
        });
        TestKit.Posts.Office.Fine(reworded);
        var lacking = Assert.IsType<PolicyPageLacks>(await ProvePolicyAsync(account, 3, Page("v1", second.Text())));
        Assert.Equal(["同意の上での利用", "発信内容（啓発イベント）"], lacking.Names.Select(n => n.Ja));
    }

    [Fact]
    public async Task is_t_1_3_b_Given_a_version_that_dropped_the_category_When_a_post_of_it_is_ordered_Then_refused_and_others_go_out()
    {
        var account = new AccountId(await Office.AccountAsync());
        var traffic = await Office.ReadyAsync(await Office.ContentAsync());
        var crime = await Office.ReadyAsync(await Office.ContentAsync() with { ContentClass = "nearby-crime" });

        TestKit.Posts.Office.Fine(await AdoptAsync(account, f => f with { LeftOut = ["content-traffic"], Reasons = With(f, "content-traffic") }));
        await store.ProvedAsync(IshikawaOffice.Body, account);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(traffic));
        Assert.Equal("is-t-1-3-b", refusal.Clause);
        Assert.Contains("交通事故の発生・対策", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.PublishAsync(crime));
    }

    [Fact]
    public async Task is_2_2_a_Given_a_section_left_out_When_the_head_adopts_Then_a_reason_is_asked_and_stored_with_name_and_time()
    {
        var account = new AccountId(await Office.AccountAsync());

        var refusal = Assert.IsType<PolicyIsNotReady>(await AdoptAsync(account, f => f with { LeftOut = ["personal-data"], Reasons = new Dictionary<string, string>() }));
        Assert.Contains("個人情報の扱い", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<OnlyWhoAnswersAdopts>(await AdoptAsync(account, f => f, "nakamura"));
        TestKit.Posts.Office.Fine(await AdoptAsync(account, f => f with { LeftOut = ["personal-data"], Reasons = With(f, "personal-data") }));

        var adopted = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[0];
        Assert.Equal((await Office.WhoAsync("nishida")).Staff, adopted.AdoptedBy);
        Assert.Equal(new DateOnly(2026, 6, 18), adopted.ValidFrom);
        Assert.Equal(adopted.Text().Hash(), adopted.Hash);
        Assert.Equal("見直しのため", adopted.Fill().ReasonFor("personal-data"));
        Assert.Null(adopted.Text().Of("personal-data"));
    }

    [Fact]
    public async Task is_t_6_Given_a_new_version_today_When_the_policy_of_last_monday_is_asked_for_Then_version_1_is_returned_and_a_website_item_is_open()
    {
        var account = new AccountId(await Office.AccountAsync());

        TestKit.Posts.Office.Fine(await AdoptAsync(account, f => f with { LeftOut = ["inquiries"], Reasons = With(f, "inquiries") }));

        var versions = await store.PolicyVersionsAsync(IshikawaOffice.Body, account);
        Assert.Equal(1, PolicyDocument.On(versions, new(2026, 6, 15))!.Number);
        Assert.Equal(2, PolicyDocument.On(versions, new(2026, 6, 18))!.Number);
        var item = await store.DbAsync(db => db.PolicyChanges.AsNoTracking().OrderByDescending(c => c.At).FirstAsync(c => c.Account == account, Ct), IshikawaOffice.Body);
        Assert.True(item.OwesNotice);

        // This document asks for no post beside the website
        TestKit.Posts.Office.Fine(await Office.AskAsync<PolicyChanges, Refusal?>("nishida", (p, w) =>
            p.ProveAsync(w, item.Id, around.Site.Write("police/changed.html", "@ishikawa_kotsu の運用ポリシーを改めました"), Ct)));
        Assert.NotNull((await store.DbAsync(db => db.PolicyChanges.AsNoTracking().SingleAsync(c => c.Id == item.Id, Ct), IshikawaOffice.Body)).AnnouncedAt);
    }

    private static Dictionary<string, string> With(PolicyFill fill, string block) => new(fill.Reasons) { [block] = "見直しのため" };

    private async Task<Refusal?> AdoptAsync(AccountId account, Func<PolicyFill, PolicyFill> change, string login = "nishida")
    {
        TestKit.Posts.Office.Fine((await Office.AskAsync<KeepPolicyDocument, Result<Guid>>("nakamura", (k, w) => k.BeginAsync(w, account, Ct))).Refusal);
        var draft = (await store.PolicyVersionsAsync(IshikawaOffice.Body, account))[0];
        return await Office.AskAsync<KeepPolicyDocument, Refusal?>(login, (k, w) => k.AdoptAsync(w, account, change(draft.Fill()), draft.Revision, null, "見直しのため", Ct));
    }

    private Task<PolicySubject> SubjectAsync(AccountId account) => store.DbAsync(
        async db => await db.PolicySubjectAsync(await db.Accounts.SingleAsync(a => a.Id == account, Ct), new(2026, 6, 18), Ct), IshikawaOffice.Body);

    private Task<Result<Uri>> PublishAsync(AccountId account, string text) =>
        Office.AskAsync<PolicyPublicity, Result<Uri>>("nakamura", (p, w) => p.PublishStartAsync(w, account, text, Ct));

    private Task<Refusal?> ProveStartAsync(AccountId account, string address) =>
        Office.AskAsync<PolicyPublicity, Refusal?>("nakamura", (p, w) => p.ProveStartAsync(w, account, address, Ct));

    private Task<Refusal?> ProvePolicyAsync(AccountId account, int number, string address) =>
        Office.AskAsync<PolicyPublicity, Refusal?>("nakamura", (p, w) => p.ProvePolicyAsync(w, account, number, address, Ct));

    private string Page(string name, PolicyText text) => around.Site.Write($"police/{name}.html", $"<h1>{text.Title}</h1>{string.Concat(text.Passages.Select(p => $"<p>{p.Text}</p>"))}");

    private Task<int> ForgetAsync(Guid subject, Told told) =>
        store.DbAsync(db => db.PageProofs.Where(p => p.Subject == subject && p.Told == told).ExecuteDeleteAsync(Ct), IshikawaOffice.Body);
}

public sealed class IshikawaPublicityOnSqlite(StopSqliteOffice store) : IshikawaPublicityTests(store, store.Around), IClassFixture<StopSqliteOffice>;

public sealed class IshikawaPublicityOnPostgres(StopPostgresOffice store) : IshikawaPublicityTests(store, store.Around), IClassFixture<StopPostgresOffice>;

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

/// <summary>The policy of the police on X from its draft to the page that the public reads, and what waits for it.</summary>
public abstract class PolicyDocumentTests(TestStore store, StopOffice around) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_5_1_Given_no_policy_When_a_post_is_ordered_Then_refused_until_one_is_adopted_and_was_seen_in_public()
    {
        var account = await NewAsync();
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });

        var none = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-5-1", none.Clause);
        Assert.Contains("運用ポリシーが未策定です", none.Text.Ja, StringComparison.Ordinal);

        Office.Fine(await Office.AdoptPolicyAsync(account));
        var unseen = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-5-2", unseen.Clause);
        Assert.Contains("掲載が確認できていません", unseen.Text.Ja, StringComparison.Ordinal);

        Office.Fine(await ProveAsync(account, 1, await PageAsync(account, 1)));
        var handle = await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Handle).SingleAsync(Ct), Office.Body);
        var list = around.Site.Write($"police/list-{account}.html", $"公式アカウント 群馬県警察 試験 @{handle}");
        Office.Fine(await Office.AskAsync<PolicyPublicity, Refusal?>("takahashi", (p, w) => p.ProveListingAsync(w, account, list, Ct)));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_5_1_Given_a_draft_without_a_block_When_the_manager_adopts_it_Then_refused_by_name_and_what_was_typed_is_kept()
    {
        var account = await NewAsync();

        var refusal = Assert.IsType<PolicyIsNotReady>(await Office.AdoptPolicyAsync(account, PolicyIntents.Gunma with { LeftOut = ["information-posted"] }));

        Assert.Equal("gx-p-3-1-1", refusal.Clause);
        Assert.Contains("発信する情報", refusal.Text.Ja, StringComparison.Ordinal);
        var draft = Assert.Single(await store.PolicyVersionsAsync(Office.Body, account));
        Assert.Equal((PolicyDocumentState.Draft, "information-posted"), (draft.State, Assert.Single(draft.Fill().LeftOut)));
        Assert.Equal("https://www.police.pref.gunma.jp/soudan", draft.Fill().Answers["consultation-page"]);
    }

    [Fact]
    public async Task gx_5_1_Given_those_who_post_and_those_who_do_not_When_they_draft_or_adopt_Then_only_the_manager_adopts()
    {
        var account = await NewAsync();

        Assert.IsType<NotYoursToDraftPolicy>((await BeginAsync(account, "tamura")).Refusal);
        Office.Fine((await BeginAsync(account, "takahashi")).Refusal);
        Office.Fine(await SaveAsync(account, PolicyIntents.Gunma, 1, "kobayashi"));
        Assert.IsType<OnlyWhoAnswersAdopts>(await AdoptAsync(account, 2, "kobayashi"));
        Office.Fine(await AdoptAsync(account, 2, "hoshino"));

        var verbs = await VerbsAsync(account);
        Assert.Equal(["policy.drafted", "policy.adopted"], verbs);
    }

    [Fact]
    public async Task gx_5_2_Given_a_page_that_lost_a_paragraph_When_its_address_is_entered_Then_the_paragraph_is_named_and_the_policy_stays_unseen()
    {
        var account = await NewAsync();
        Office.Fine(await Office.AdoptPolicyAsync(account));
        var text = await TextAsync(account);
        var changed = text.Replace("予告なくこのアカウントを閉じることがあります", "あらかじめお知らせします", StringComparison.Ordinal);

        Assert.IsType<AddressIsNotOurs>(await ProveAsync(account, 1, "https://example.com/policy"));
        Assert.IsType<PageIsNotThere>(await ProveAsync(account, 1, new Uri(around.Site.Address, "police/none.html").ToString()));
        var lacking = Assert.IsType<PolicyPageLacks>(await ProveAsync(account, 1, around.Site.Write($"police/{account}.html", changed)));
        Assert.Equal("予告なく閉じること", Assert.Single(lacking.Names).Ja);
        Assert.Equal("gx-p-3-3", lacking.Clause);
        Assert.Null(await ProofAsync(account));

        Office.Fine(await ProveAsync(account, 1, around.Site.Write($"police/{account}.html", text)));
        Assert.NotNull(await ProofAsync(account));
    }

    [Fact]
    public async Task gx_p_6_1_Given_a_new_version_that_nobody_saw_When_a_post_is_ordered_Then_the_version_before_still_carries_it()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        Office.Fine(await Office.AdoptPolicyAsync(account, why: "窓口の変更"));

        var facts = await store.DbAsync(async db => await db.PublicPolicyAsync(await db.Accounts.SingleAsync(a => a.Id == account, Ct), new(2026, 6, 11), Ct), Office.Body);
        Assert.Equal((2, 1), ((await store.PolicyVersionsAsync(Office.Body, account))[0].Number, facts.Seen is null ? 0 : 1));
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_p_6_2_Given_version_1_When_another_is_adopted_Then_it_needs_a_reason_shows_what_differs_and_both_stay_readable()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        var moved = PolicyIntents.Gunma with { Answers = new Dictionary<string, string>(PolicyIntents.Gunma.Answers) { ["consultation-page"] = "https://www.police.pref.gunma.jp/new" } };

        Assert.IsType<PolicyNeedsReason>(await Office.AdoptPolicyAsync(account, moved));
        Assert.IsType<PolicyBeginsTooEarly>(await Office.AdoptPolicyAsync(account, moved, why: "窓口のページの移転", from: new(2026, 6, 10)));
        Office.Fine(await Office.AdoptPolicyAsync(account, moved, why: "窓口のページの移転", from: new(2026, 7, 1)));

        var versions = await store.PolicyVersionsAsync(Office.Body, account);
        var difference = Assert.Single(PolicyDocument.Differences(versions[1].Text(), versions[0].Text()));
        Assert.Equal(("consultation-website", "gx-p-3-2-c-3"), (difference.Block, difference.Clause));
        Assert.Contains("/soudan", difference.Before, StringComparison.Ordinal);
        Assert.Contains("/new", difference.After, StringComparison.Ordinal);
        Assert.Equal(1, PolicyDocument.On(versions, new(2026, 6, 30))!.Number);
        Assert.Equal(2, PolicyDocument.On(versions, new(2026, 7, 1))!.Number);
    }

    [Fact]
    public async Task gx_p_6_2_Given_an_adopted_version_When_withdrawn_with_a_reason_Then_the_one_before_holds_and_the_record_keeps_both()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        Office.Fine(await Office.AdoptPolicyAsync(account, why: "文言の見直し"));

        Assert.IsType<PolicyNeedsReason>(await WithdrawAsync(account, 2, " "));
        Assert.IsType<PolicyChangedMeanwhile>(await WithdrawAsync(account, 1, "誤り"));
        Assert.IsType<OnlyWhoAnswersAdopts>(await WithdrawAsync(account, 2, "誤り", "takahashi"));
        Office.Fine(await WithdrawAsync(account, 2, "誤って策定した"));

        var versions = await store.PolicyVersionsAsync(Office.Body, account);
        Assert.Equal([PolicyDocumentState.Withdrawn, PolicyDocumentState.Adopted], versions.Select(v => v.State));
        Assert.Equal(1, PolicyDocument.On(versions, new(2026, 6, 11))!.Number);
        Assert.Contains("policy.withdrawn", await VerbsAsync(account));
        Office.Fine(await Office.AdoptPolicyAsync(account, why: "改めて策定"));
        Assert.Equal(3, (await store.PolicyVersionsAsync(Office.Body, account))[0].Number);
    }

    [Fact]
    public async Task gx_p_6_3_Given_a_changed_policy_When_adopted_Then_announcing_it_on_both_sides_is_open_by_itself_and_late_after_its_first_day()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        var moved = PolicyIntents.Gunma with { Answers = new Dictionary<string, string>(PolicyIntents.Gunma.Answers) { ["station-list"] = "https://www.police.pref.gunma.jp/list" } };
        Assert.False(await store.DbAsync(db => db.PolicyChanges.AnyAsync(c => c.Account == account, Ct), Office.Body));

        Office.Fine(await Office.AdoptPolicyAsync(account, moved, why: "一覧のページの移転", from: new(2026, 7, 1)));

        var change = await store.DbAsync(db => db.PolicyChanges.AsNoTracking().SingleAsync(c => c.Account == account, Ct), Office.Body);
        Assert.Equal((true, true, new DateOnly(2026, 7, 1)), (change.OwesNotice, change.OwesPost, change.ValidFrom));
        Assert.Contains("事件・事故の連絡先", change.What, StringComparison.Ordinal);
        var hours = TestStore.Regulations.Versions("gunma-police-x")[^1].Windows[0];
        Assert.False(change.IsOverdue(JapanTime.StartOf(new(2026, 7, 1)).AddHours(17), hours));
        Assert.True(change.IsOverdue(JapanTime.StartOf(new(2026, 7, 1)).AddHours(17.25), hours));

        Office.Fine(await Office.AskAsync<PolicyChanges, Refusal?>("takahashi", (p, w) => p.ProveAsync(
            w, change.Id, around.Site.Write($"police/c{account}.html", "群馬県警察 試験 運用ポリシーを改めました"), Ct)));
        Assert.Null((await store.DbAsync(db => db.PolicyChanges.AsNoTracking().SingleAsync(c => c.Id == change.Id, Ct), Office.Body)).AnnouncedAt);
    }

    [Fact]
    public async Task gx_p_3_1_1_Given_a_published_policy_that_does_not_name_the_class_of_a_post_When_ordered_Then_refused_until_a_version_does()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });
        var key = account.Value;
        Assert.Equal(1, await store.DbAsync(
            db => db.Database.ExecuteSqlAsync($"UPDATE policy_documents SET text_json = replace(text_json, '県警の活動に関する情報', '催しの案内') WHERE account = {key}", Ct), Office.Body));

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("gx-p-3-1-1", refusal.Clause);
        Assert.Contains("県警の活動に関する情報", refusal.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Office.AdoptPolicyAsync(account, why: "発信する情報を書き足す"));
        await store.ProvedAsync(Office.Body, account);
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_p_3_3_Given_the_manager_stops_the_account_When_done_Then_no_notice_was_asked_before_and_one_is_owed_afterwards()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);

        Office.Fine(await Office.AskAsync<StopAccount, Refusal?>("hoshino", (s, w) => s.StopAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "乗っ取りの疑い"), Ct)));

        var stop = await store.DbAsync(db => db.AccountStops.AsNoTracking().SingleAsync(s => s.Account == account, Ct), Office.Body);
        Assert.True(stop.OwesNotice);
        Assert.True(stop.NoticeDue > stop.At);
    }

    [Fact]
    public async Task Given_a_draft_that_two_people_write_When_the_second_saves_an_old_state_Then_refused_and_nothing_is_lost()
    {
        var account = await NewAsync();
        Office.Fine((await BeginAsync(account, "takahashi")).Refusal);
        Office.Fine(await SaveAsync(account, PolicyIntents.Gunma, 1, "takahashi"));

        Assert.IsType<PolicyChangedMeanwhile>(await SaveAsync(account, new(), 1, "mori"));

        Assert.Equal(2, (await store.PolicyVersionsAsync(Office.Body, account))[0].Fill().Answers.Count);
    }

    [Fact]
    public async Task Given_a_draft_When_thrown_away_Then_what_was_adopted_stays_and_the_next_draft_begins_with_it()
    {
        var account = await Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14]);
        Office.Fine((await BeginAsync(account, "takahashi")).Refusal);
        Office.Fine(await SaveAsync(account, new(), 1, "takahashi"));

        Office.Fine(await Office.AskAsync<KeepPolicyDocument, Refusal?>("takahashi", (k, w) => k.DiscardAsync(w, account, Ct)));

        Assert.Equal(PolicyDocumentState.Adopted, Assert.Single(await store.PolicyVersionsAsync(Office.Body, account)).State);
        Office.Fine((await BeginAsync(account, "takahashi")).Refusal);
        Assert.Equal(2, (await store.PolicyVersionsAsync(Office.Body, account))[0].Fill().Answers.Count);
    }

    private Task<AccountId> NewAsync() => Office.RegisterAsync($"p{Guid.NewGuid():N}"[..14], withPolicy: false);

    private Task<Result<Guid>> BeginAsync(AccountId account, string login) => Office.AskAsync<KeepPolicyDocument, Result<Guid>>(login, (k, w) => k.BeginAsync(w, account, Ct));

    private Task<Refusal?> SaveAsync(AccountId account, PolicyFill fill, int seen, string login) =>
        Office.AskAsync<KeepPolicyDocument, Refusal?>(login, (k, w) => k.SaveAsync(w, account, fill, seen, Ct));

    private Task<Refusal?> AdoptAsync(AccountId account, int seen, string login) =>
        Office.AskAsync<KeepPolicyDocument, Refusal?>(login, (k, w) => k.AdoptAsync(w, account, PolicyIntents.Gunma, seen, null, null, Ct));

    private Task<Refusal?> WithdrawAsync(AccountId account, int number, string why, string login = "hoshino") =>
        Office.AskAsync<KeepPolicyDocument, Refusal?>(login, (k, w) => k.WithdrawAsync(w, account, number, why, Ct));

    private Task<Refusal?> ProveAsync(AccountId account, int number, string address) =>
        Office.AskAsync<PolicyPublicity, Refusal?>("takahashi", (p, w) => p.ProvePolicyAsync(w, account, number, address, Ct));

    private async Task<string> PageAsync(AccountId account, int number) => around.Site.Write($"police/{account}-{number}.html", await TextAsync(account));

    private async Task<string> TextAsync(AccountId account)
    {
        var text = (await store.PolicyVersionsAsync(Office.Body, account))[0].Text();
        return $"<h1>{text.Title}（運用ポリシー）</h1>{string.Concat(text.Passages.Select(p => $"<p>{p.Text}</p>"))}";
    }

    private async Task<PageProof?> ProofAsync(AccountId account)
    {
        var version = (await store.PolicyVersionsAsync(Office.Body, account))[0].Id;
        return await store.DbAsync(db => db.ProofAsync(version, Told.PolicyPage, Ct), Office.Body);
    }

    private Task<List<string>> VerbsAsync(AccountId account)
    {
        var subject = $"account/{account}";
        return store.DbAsync(db => db.Journal.Where(j => j.Subject == subject && j.Verb.StartsWith("policy.")).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct), Office.Body);
    }
}

public sealed class PolicyDocumentOnSqlite(StopSqliteOffice store) : PolicyDocumentTests(store, store.Around), IClassFixture<StopSqliteOffice>;

public sealed class PolicyDocumentOnPostgres(StopPostgresOffice store) : PolicyDocumentTests(store, store.Around), IClassFixture<StopPostgresOffice>;

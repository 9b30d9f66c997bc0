using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: a new account is in preparation until somebody is named to send and the inbox for messages is seen to be closed (is-2-1-a, is-3-6).</summary>
public abstract class StartOfUseTests(TestStore store) : IshikawaTests(store)
{
    [Fact]
    public async Task is_2_1_a_Given_an_account_in_preparation_without_a_designated_sender_When_the_head_starts_its_use_Then_refused_and_it_stays_in_preparation()
    {
        var account = await EnterAsync("kanazawa-higashi", "ishikawa_higashi");

        var refusal = await StartAsync(account, await Office.WhoAsync("minami"));

        Assert.Equal("is-2-1-a", Assert.IsType<NoSenderIsNamed>(refusal).Clause);
        Assert.Contains("情報発信担当者が指定されていません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.True(await IsPreparingAsync(account));
    }

    [Fact]
    public async Task is_3_6_Given_an_account_whose_setting_for_direct_messages_was_not_confirmed_When_its_use_is_started_Then_refused_until_it_is_confirmed_with_what_was_seen()
    {
        var account = await EnterAsync("traffic-planning", "ishikawa_shin");
        var head = await Office.WhoAsync("nishida");
        Assert.IsType<OnlyWhoAnswersStarts>(await StartAsync(account, await Office.WhoAsync("higashi")));

        var refusal = await StartAsync(account, head);

        Assert.Equal("is-3-6", Assert.IsType<StartPointIsOpen>(refusal).Clause);
        Assert.Contains("ダイレクトメッセージの受付停止を確認してください", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<StartPointNeedsProof>(await ConfirmAsync(account, head, " "));
        Fine(await ConfirmAsync(account, head, "設定画面の写しを交企の台帳に綴った。"));
        Fine(await StartAsync(account, head));
        Assert.False(await IsPreparingAsync(account));
        Assert.IsType<UseHasStarted>(await StartAsync(account, head));
    }

    private async Task<AccountId> EnterAsync(string unit, string handle)
    {
        var owner = new UnitId(await Office.UnitAsync(unit));
        var admin = await Office.WhoAsync("ishikawa-admin");
        var entered = await Office.Store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(new(IshikawaOffice.Body, admin.Staff, Office.Store.Clock.Now), new("ishikawa-police-sns", "drill", handle, handle, owner, new(2026, 6, 18)), Ct), IshikawaOffice.Body);
        Assert.Null(entered.Refusal);
        return entered.Id!.Value;
    }

    private Task<Refusal?> StartAsync(AccountId account, Who who) => Office.Store.AskAsync<StartingAccounts, Refusal?>(s => s.StartAsync(who, account, Ct), IshikawaOffice.Body);

    private Task<Refusal?> ConfirmAsync(AccountId account, Who who, string seen) =>
        Office.Store.AskAsync<StartingAccounts, Refusal?>(s => s.ConfirmAsync(who, account, "messages-closed", seen, Ct), IshikawaOffice.Body);

    private Task<bool> IsPreparingAsync(AccountId account) => Office.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.IsPreparing).SingleAsync(Ct), IshikawaOffice.Body);
}

public sealed class StartOfUseOnSqlite(StopSqliteOffice store) : StartOfUseTests(store), IClassFixture<StopSqliteOffice>;

public sealed class StartOfUseOnPostgres(StopPostgresOffice store) : StartOfUseTests(store), IClassFixture<StopPostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: an account ends without a period of notice, by the head whose account it is, once its end is reported (is-t-1-5, is-2-7-b).</summary>
public sealed class AccountEndTests(StopSqliteOffice store) : IshikawaTests(store), IClassFixture<StopSqliteOffice>
{
    [Fact]
    public async Task is_2_7_b_Given_the_head_starts_closing_When_the_report_has_not_been_sent_Then_the_last_step_is_refused_and_without_notice_it_ends_the_same_day_once_it_is()
    {
        var account = new AccountId(await Office.AccountAsync());
        var other = await EndAsync("higashi");
        Assert.NotNull(other);
        Assert.StartsWith("is-", other.Clause, StringComparison.Ordinal);
        Fine(await Office.AskAsync<ClosingAccounts, Refusal?>("nishida", (c, w) => c.BeginAsync(w, account, "運用を終えるため", Ct)));

        var refusal = await EndAsync("nishida");

        Assert.Equal("is-2-7-b", Assert.IsType<EndReportIsMissing>(refusal).Clause);
        Assert.Contains("終了の報告が提出されていません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<EndReportNeedsDocument>(await ReportAsync(account, ""));
        Fine(await ReportAsync(account, "交企第12号 広報室あて"));

        // is-t-1-5: no day has passed, and the notice of the end and the report are there
        Fine(await EndAsync("nishida"));

        var stop = await Office.Store.DbAsync(db => db.AccountStops.AsNoTracking().SingleAsync(s => s.IsEnd, Ct), IshikawaOffice.Body);
        Assert.True(stop.OwesNotice);
        Assert.Equal(AccountState.Deleted, await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Handle == "ishikawa_kotsu").Select(a => a.State).SingleAsync(Ct), IshikawaOffice.Body));
        Assert.Equal("交企第12号 広報室あて", await Office.Store.DbAsync(db => db.AccountClosings.Where(c => c.Account == account).Select(c => c.Report).SingleAsync(Ct), IshikawaOffice.Body));
    }

    private Task<Refusal?> ReportAsync(AccountId account, string document) => Office.AskAsync<ClosingAccounts, Refusal?>("nishida", (c, w) => c.ReportAsync(w, account, document, Ct));

    private async Task<Refusal?> EndAsync(string login)
    {
        var account = new AccountId(await Office.AccountAsync());
        return await Office.AskAsync<StopAccount, Refusal?>(login, (s, w) =>
            s.EndAsync(w.Body, account, new Act(w.Staff, Office.Store.Clock.Now, "運用を終えるため"), "ishikawa_kotsu", null, Ct));
    }
}

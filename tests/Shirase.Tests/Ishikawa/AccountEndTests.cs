using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: an account ends without a period of notice, by the head whose account it is (is-t-1-5).</summary>
public sealed class AccountEndTests(StopSqliteOffice store) : IshikawaTests(store), IClassFixture<StopSqliteOffice>
{
    [Fact]
    public async Task is_t_1_5_Given_an_account_When_its_head_ends_it_without_notice_Then_it_has_ended_and_another_head_may_not()
    {
        var other = await EndAsync("higashi");
        Assert.NotNull(other);
        Assert.StartsWith("is-", other.Clause, StringComparison.Ordinal);

        Fine(await EndAsync("nishida"));

        var stop = await Office.Store.DbAsync(db => db.AccountStops.AsNoTracking().SingleAsync(s => s.IsEnd, Ct), IshikawaOffice.Body);
        Assert.True(stop.OwesNotice);
        Assert.Equal(AccountState.Deleted, await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Handle == "ishikawa_kotsu").Select(a => a.State).SingleAsync(Ct), IshikawaOffice.Body));
    }

    private async Task<Refusal?> EndAsync(string login)
    {
        var account = new AccountId(await Office.AccountAsync());
        return await Office.AskAsync<StopAccount, Refusal?>(login, (s, w) =>
            s.EndAsync(w.Body, account, new Act(w.Staff, Office.Store.Clock.Now, "運用を終えるため"), "ishikawa_kotsu", null, Ct));
    }
}

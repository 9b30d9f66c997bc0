using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.People;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>A PR officer leaves; alone on its store, as it ends an appointment.</summary>
public abstract class TransferDutyTests(TestStore store) : OfficeTests(store)
{
    private const string Name = "異動に伴うパスワードの変更";

    [Fact]
    public async Task gx_14_1_3_Given_an_officer_who_leaves_at_the_end_of_the_month_When_it_is_entered_Then_the_others_have_the_change_due_the_day_after_once_and_superiors_hear_when_it_is_late()
    {
        await Office.LookAsync();
        var leaving = await Office.WhoAsync("mori");
        var admin = new Doer(leaving.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        Assert.Null(await Office.Store.AskAsync<TransferStaff, Refusal?>(t => t.LeaveAsync(admin, leaving.Staff, new(2026, 6, 30), Ct), leaving.Body));

        await Office.LookAtAsync(Japan(6, 11, 10, 1));
        await Office.LookAtAsync(Japan(6, 11, 10, 2));

        var accounts = await Office.Store.DbAsync(db => db.Accounts.CountAsync(a => a.Regulation == "gunma-police-x" && a.Channel != "website", Ct), leaving.Body);
        var duties = await Office.DutiesAsync("password-on-transfer");
        Assert.Equal(accounts, duties.Count);
        var duty = duties[0];
        Assert.Equal((Japan(7, 1, 0), Japan(7, 1, 23, 59), "gx-14-1-3", "pr-officer"), (duty.From, duty.Due, duty.Clause, duty.Owner));
        Assert.Equal(accounts, (await Office.ToldAsync("takahashi", Name)).Count(k => k == "duty.opened"));
        Assert.Contains("7月1日（水）23:59", (await Office.NoticesAsync("takahashi")).First(n => n.Text.Contains(Name, StringComparison.Ordinal)).Text, StringComparison.Ordinal);

        await Office.LookAtAsync(Japan(7, 1, 23, 59));
        Assert.DoesNotContain("duty.overdue", await Office.ToldAsync("takahashi", Name));
        await Office.LookAtAsync(Japan(7, 2, 0, 1));
        await Office.LookAtAsync(Japan(7, 2, 0, 2));
        Assert.Equal(accounts, (await Office.ToldAsync("takahashi", Name)).Count(k => k == "duty.overdue"));
        Assert.Equal(accounts, (await Office.ToldAsync("kobayashi", Name)).Count(k => k == "duty.escalation"));
        Assert.True((await Office.DutiesAsync("password-on-transfer"))[0].IsOverdue(Office.Clock.Now));

        Assert.Equal("gx-14-1-3", Assert.IsType<NotYourDuty>(await Office.CloseAsync(duty.Id, "tamura", "変えた。")).By);
        Assert.IsType<OutcomeIsMissing>(await Office.CloseAsync(duty.Id, "takahashi", ""));
        Assert.Null(await Office.CloseAsync(duty.Id, "takahashi", "７月２日８時に変更した。"));
        Assert.IsType<DutyIsClosed>(await Office.CloseAsync(duty.Id, "takahashi", "もう一度"));
        var verbs = await Office.Store.DbAsync(db => db.Journal.Where(j => j.Subject == $"duty/{duty.Id}").OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct), leaving.Body);
        Assert.Equal(["duty.opened", "duty.overdue", "duty.escalated", "duty.done"], verbs);
        Assert.Equal(0, await Office.Store.DbAsync(db => db.Journal.CountAsync(j => j.Detail.Contains("変更した"), Ct), leaving.Body));
    }
}

public sealed class TransferDutyOnSqlite(SqliteDutyOffice store) : TransferDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class TransferDutyOnPostgres(PostgresDutyOffice store) : TransferDutyTests(store), IClassFixture<PostgresDutyOffice>;

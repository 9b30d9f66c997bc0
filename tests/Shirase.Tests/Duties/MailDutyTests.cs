using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Duties;

/// <summary>A mail must not wait in any place.</summary>
public abstract class MailDutyTests(TestStore store) : MailCases(store)
{
    private const string Waiting = "待っている情報メール";

    [Fact]
    public async Task gm_3_2_b_3_Given_a_mail_that_waits_When_a_quarter_of_an_hour_has_passed_Then_the_manager_is_told_and_not_before()
    {
        var content = await MailAsync();
        await Office.LookAsync();
        var id = await FiledAsync(content);
        var filed = Office.Clock.Now;
        await Office.LookAsync();
        await Office.LookAtAsync(filed.AddMinutes(15));
        Assert.DoesNotContain("duty.overdue", await Office.ToldAsync("negishi", Waiting));
        await Office.LookAtAsync(filed.AddMinutes(16));

        Assert.Contains("duty.overdue", await Office.ToldAsync("negishi", Waiting));
        Assert.DoesNotContain("duty.overdue", await Office.ToldAsync("tajima", Waiting));
        Assert.Equal($"application/{id}", Assert.Single(await Office.DutiesAsync("waiting"), d => d.IsOpen && d.Subject == $"application/{id}").Subject);
    }

    [Fact]
    public async Task gm_3_2_b_3_Given_a_mail_that_goes_on_in_time_When_it_reaches_the_next_hand_Then_its_time_begins_anew()
    {
        var content = await MailAsync();
        await Office.LookAsync();
        var id = await FiledAsync(content);
        await Office.LookAsync();
        Office.Clock.Pass(TimeSpan.FromMinutes(10));
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        var checkedAt = Office.Clock.Now;
        await Office.LookAtAsync(checkedAt.AddMinutes(10));

        var duties = (await Office.DutiesAsync("waiting")).Where(d => d.Subject == $"application/{id}").ToList();
        Assert.Equal([false, true], duties.Select(d => d.IsOpen));
        Assert.Equal(checkedAt.AddMinutes(15), duties[1].Due, TimeSpan.FromSeconds(1));
    }
}

public sealed class MailDutyOnSqlite(SqliteDutyOffice store) : MailDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class MailDutyOnPostgres(PostgresDutyOffice store) : MailDutyTests(store), IClassFixture<PostgresDutyOffice>;

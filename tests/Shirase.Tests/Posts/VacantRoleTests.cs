using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A required role that nobody holds; alone on its store, as it ends an appointment.</summary>
public abstract class VacantRoleTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_3_0_2_Given_a_vacant_role_When_a_publication_is_refused_Then_the_manager_and_the_administrator_have_a_task_at_once_and_each_morning_until_it_is_filled()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        var admin = new Doer(Office.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        var appointment = await Office.Store.DbAsync(db => db.Appointments.Where(a => a.Role == "operation-officer").Select(a => a.Id).SingleAsync(Ct), Office.Body);
        Office.Fine(await Office.Store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(admin, appointment, new(2026, 6, 30), Ct)));
        Office.Clock.SetJapan(2026, 6, 30);
        await Office.RemindAsync();
        Assert.Equal(0, await ToldAsync("hoshino"));

        Office.Clock.SetJapan(2026, 7, 1, 7, 30);
        await Office.RemindAsync();
        Assert.Equal(0, await ToldAsync("hoshino"));
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal((1, 1, 0), (await ToldAsync("hoshino"), await ToldAsync("horiguchi"), await ToldAsync("takahashi")));
        var task = (await Office.NoticesAsync("hoshino")).Single(n => n.Kind == VacantRoles.Kind);
        Assert.Equal("gx-3-0-2", task.Clause);
        Assert.StartsWith("運用責任者が登録されていません", task.Text, StringComparison.Ordinal);
        await AtAsync(1, 8);
        Assert.Equal(1, await ToldAsync("hoshino"));
        await AtAsync(2, 8);
        await AtAsync(2, 9);
        Assert.Equal(2, await ToldAsync("hoshino"));

        var deputy = await Office.WhoAsync("hoshino");
        var entered = await Office.Store.AskAsync<RegisterDeputy, Entered<Guid>>(r => r.RunAsync(
            admin with { At = Office.Clock.Now }, new("gunma-police-x", "operation-officer", null, deputy.Staff, 1, new(2026, 7, 2), new(2026, 7, 10), "処務規程第10条"), Ct));
        Assert.Null(entered.Refusal);
        await AtAsync(3, 8);
        Assert.Equal(2, await ToldAsync("hoshino"));
        Office.Clock.SetJapan(2026, 7, 3);
        Office.Fine(await Office.PublishAsync(id));
    }

    private Task AtAsync(int day, int hour)
    {
        Office.Clock.SetJapan(2026, 7, day, hour);
        return Office.RemindAsync();
    }

    private async Task<int> ToldAsync(string login) => (await Office.NoticesAsync(login)).Count(n => n.Kind == VacantRoles.Kind);
}

public sealed class VacantRoleOnSqlite(SqliteOffice store) : VacantRoleTests(store), IClassFixture<SqliteOffice>;

public sealed class VacantRoleOnPostgres(PostgresOffice store) : VacantRoleTests(store), IClassFixture<PostgresOffice>;

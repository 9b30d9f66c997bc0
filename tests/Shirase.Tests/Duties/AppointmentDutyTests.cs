using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>An appointment is about to end; alone on its store.</summary>
public abstract class AppointmentDutyTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_3_0_2_Given_an_officer_whose_appointment_ends_When_14_days_are_left_Then_the_administrator_has_it_on_his_list_until_a_successor_is_appointed()
    {
        await Office.LookAsync();
        var admin = new Doer(TestKit.Posts.Office.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        var seat = await Office.Store.DbAsync(db => db.Appointments.AsNoTracking().SingleAsync(a => a.Role == "operation-officer", Ct), TestKit.Posts.Office.Body);
        Assert.Null(await Office.Store.AskAsync<Appoint, Refusal?>(a => a.EndAsync(admin, seat.Id, new(2026, 6, 30), Ct)));
        await Office.LookAtAsync(Japan(6, 15));
        Assert.Empty(await Office.DutiesAsync("appointment-ending"));

        await Office.LookAtAsync(Japan(6, 16));
        await Office.LookAtAsync(Japan(6, 17));

        var duty = Assert.Single(await Office.DutiesAsync("appointment-ending"));
        Assert.Equal((Japan(6, 30, 23, 59), "gx-3-0-2", $"staff/{seat.Staff}"), (duty.Due, duty.Clause, duty.Subject));
        Assert.Equal(["duty.opened"], await Office.ToldAsync("horiguchi", "任期満了"));
        await Office.LookAtAsync(Japan(7, 1, 0, 1));
        Assert.Contains("duty.escalation", await Office.ToldAsync("hoshino", "任期満了"));

        var entered = await Office.Store.AskAsync<Appoint, Entered<Guid>>(a => a.RunAsync(
            admin with { At = Office.Clock.Now }, new("gunma-police-x", "operation-officer", seat.Staff, new(2026, 7, 1), null, "発令第5号"), Ct));
        Assert.Null(entered.Refusal);
        await Office.LookAtAsync(Japan(7, 1, 0, 2));
        Assert.False(Assert.Single(await Office.DutiesAsync("appointment-ending")).IsOpen);
    }
}

public sealed class AppointmentDutyOnSqlite(SqliteDutyOffice store) : AppointmentDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class AppointmentDutyOnPostgres(PostgresDutyOffice store) : AppointmentDutyTests(store), IClassFixture<PostgresDutyOffice>;

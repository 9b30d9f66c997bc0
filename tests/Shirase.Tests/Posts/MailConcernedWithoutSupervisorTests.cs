using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>前橋署 has no deputy chief any more; in an office of its own.</summary>
public abstract class MailConcernedWithoutSupervisorTests(TestStore store) : MailCases(store)
{
    [Fact]
    public async Task gm_3_3_a_2_Given_a_station_without_a_deputy_chief_When_its_mail_is_checked_Then_it_stands_in_the_list_and_the_chief_notes_the_consultations_himself()
    {
        var content = await MailAsync();
        var id = await FiledAsync(content);
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "negishi", "相手はいない。"));
        await Office.Store.DbAsync(
            db => db.Appointments.Where(a => a.Regulation == Mail && a.Role == "operation-officer").ExecuteUpdateAsync(a => a.SetProperty(x => x.To, new DateOnly(2026, 6, 1)), Ct), Office.Body);

        var units = await Office.Store.DbAsync(db => db.Units.AsNoTracking().Where(u => u.Body == Office.Body).ToListAsync(Ct), Office.Body);
        var roster = await Office.Store.AskAsync<Rosters, Roster>(r => r.OnAsync(Office.Body, Office.Clock.Now.JapanDay(), Ct), Office.Body);
        Assert.Contains(Vacancies.Of(TestStore.Regulations.Versions(Mail)[^1], units, roster), v => v.Unit.Name == "前橋警察署" && v.Role.Id == "operation-officer");

        Assert.Equal("gm-3-3-a-2", Assert.IsType<StandInNotesConsultation>(await Office.ApproveAsync(id, "negishi")).Clause);
        Office.Fine(await Office.ApproveAsync(id, "negishi", "生活安全企画課の課長補佐と10時に電話で協議し、同意を得た。"));
        Assert.Equal("manager", (await Office.ReadAsync(id)).Step);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await DispatchAsync(id));
    }
}

public sealed class MailConcernedWithoutSupervisorOnSqlite(SqliteOffice store) : MailConcernedWithoutSupervisorTests(store), IClassFixture<SqliteOffice>;

public sealed class MailConcernedWithoutSupervisorOnPostgres(PostgresOffice store) : MailConcernedWithoutSupervisorTests(store), IClassFixture<PostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>The director of the division changes while a consultation is open; in an office of its own, because he is gone afterwards.</summary>
public abstract class MailHandingOverTests(TestStore store) : MailCases(store)
{
    [Fact]
    public async Task gm_3_1_a_Given_the_director_who_changes_When_the_day_begins_Then_role_and_open_consultations_pass_and_the_register_shows_both()
    {
        Office.Clock.SetJapan(2026, 6, 24, 10);
        var id = await FiledAsync(await MailAsync("渋川市内で不審な電話が増えています。お金の話が出たら110番してください。"));
        Office.Fine(await Office.AskAsync<Consulting, Refusal?>("shimizu", (c, w) => c.ConsultAsync(id, w, "どこまで知らせるか", Ct)));
        await Office.RemindAsync();
        var (before, next) = ((await Office.WhoAsync("hoshino")).Staff, (await Office.WhoAsync("mori")).Staff);
        var unit = await Office.Store.DbAsync(db => db.Postings.Where(p => p.Staff == before).Select(p => p.Unit).FirstAsync(Ct), Office.Body);
        Office.Fine(await Office.Store.AskAsync<TransferStaff, Refusal?>(
            t => t.RunAsync(ConnectedX.Doer(Office), next, new(unit, "課長", "", Rank.Keishi, true, new DateOnly(2026, 6, 25)), Ct), Office.Body));
        Office.Clock.SetJapan(2026, 6, 24, 23, 59);
        await Office.RemindAsync();
        Assert.DoesNotContain(await Office.NoticesAsync("mori"), n => n.Kind == HandingOver.Kind);

        Office.Clock.SetJapan(2026, 6, 25, 0);
        await Office.RemindAsync();
        await Office.RemindAsync();

        var told = Assert.Single(await Office.NoticesAsync("mori"), n => n.Kind == HandingOver.Kind);
        Assert.Equal((id, "gm-3-1-a"), (told.About, told.Clause));
        var register = await Office.Store.DbAsync(
            db => db.Appointments.AsNoTracking().Where(a => a.Regulation == Mail && a.Role == "operation-manager").OrderBy(a => a.From).ToListAsync(Ct), Office.Body);
        Assert.Equal([(before, (DateOnly?)new DateOnly(2026, 6, 24)), (next, null)], register.Select(a => (a.Staff, a.To)));
        var passed = await Office.Store.DbAsync(db => db.Journal.AsNoTracking().SingleAsync(j => j.Verb == HandingOver.Kind, Ct), Office.Body);
        Assert.Contains(before.ToString(), passed.Detail, StringComparison.Ordinal);
        var consultation = (await Office.ReadAsync(id)).Consultations[0].Id;
        Office.Fine(await Office.AskAsync<Consulting, Refusal?>("mori", (c, w) => c.ConfirmConsultationAsync(id, w, consultation, "地名まで知らせる", Ct)));
    }
}

public sealed class MailHandingOverOnSqlite(SqliteOffice store) : MailHandingOverTests(store), IClassFixture<SqliteOffice>;

public sealed class MailHandingOverOnPostgres(PostgresOffice store) : MailHandingOverTests(store), IClassFixture<PostgresOffice>;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>The morning letter, to a server that speaks SMTP.</summary>
public abstract class MorningMailTests(TestStore store, SmtpReceiver server) : Posts.OfficeTests(store)
{
    [Fact]
    public async Task gx_12_2_1_Given_a_form_that_waits_for_the_manager_and_an_address_on_file_When_the_morning_comes_Then_one_letter_names_its_number_and_what_is_due_and_nothing_of_the_text()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        var number = (await Office.ReadAsync(id)).Number;
        var account = await Office.DrillAccountAsync();
        Office.Fine(await Office.AskAsync<KeepDuties, Refusal?>("takahashi", (k, w) => k.OpenAsync(w, "gunma-police-x", "password-at-once", account, "端末の紛失", Ct)));
        await AddressAsync("hoshino", "hoshino@example.lg.jp");
        await AddressAsync("takahashi", "takahashi@example.lg.jp");

        await MorningAsync(Japan(6, 12, 7, 59));
        Assert.Empty(server.Taken);
        server.IsBusy = true;
        await Assert.ThrowsAsync<OfficeMailException>(() => MorningAsync(Japan(6, 12, 8)));
        server.IsBusy = false;
        await MorningAsync(Japan(6, 12, 8, 5));
        await MorningAsync(Japan(6, 12, 9));

        Assert.Equal(2, server.Taken.Count);
        var manager = Text(Assert.Single(server.Taken, t => t.Contains("hoshino@example.lg.jp", StringComparison.Ordinal)));
        Assert.Contains(number, manager, StringComparison.Ordinal);
        Assert.DoesNotContain("特殊詐欺", manager, StringComparison.Ordinal);
        var sender = Text(Assert.Single(server.Taken, t => t.Contains("takahashi@example.lg.jp", StringComparison.Ordinal)));
        Assert.Contains("【期限超過】漏えいが疑われるパスワードの変更", sender, StringComparison.Ordinal);
        Assert.DoesNotContain("端末の紛失", sender, StringComparison.Ordinal);
    }

    private async Task AddressAsync(string login, string address)
    {
        var who = await Office.WhoAsync(login);
        var doer = new Doer(who.Body, (await Office.WhoAsync("horiguchi")).Staff, Office.Clock.Now);
        Assert.IsType<MailAddressIsBad>(await Office.Store.AskAsync<RegisterStaff, Refusal?>(r => r.RenameAsync(doer, who.Staff, login, "", Ct, "だれか")));
        Office.Fine(await Office.Store.AskAsync<RegisterStaff, Refusal?>(r => r.RenameAsync(doer, who.Staff, login, "", Ct, address)));
    }

    private async Task MorningAsync(DateTimeOffset at)
    {
        Office.Clock.Set(at);
        await Office.Store.InAsync(
            s => s.GetRequiredKeyedService<IJobHandler>(MorningMail.Kind).RunAsync(new Job(Guid.NewGuid(), Office.Body, MorningMail.Kind, Guid.Empty, at, at), Ct), Office.Body);
        var now = at.ToUniversalTime();
        foreach (var letter in await Office.Store.DbAsync(db => db.Jobs.AsNoTracking().Where(j => j.Kind == LetterJob.Kind && j.DoneAt == null).ToListAsync(Ct), Office.Body))
        {
            await Office.Store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(LetterJob.Kind).RunAsync(letter, Ct), Office.Body);
            await Office.Store.DbAsync(db => db.Jobs.Where(j => j.Id == letter.Id).ExecuteUpdateAsync(x => x.SetProperty(j => j.DoneAt, now), Ct), Office.Body);
        }
    }

    // Body and subject go out in base64, each in one piece
    private static string Text(string letter) => Encoded(letter[(letter.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var at ? at : letter.IndexOf("\r\n\r\n", StringComparison.Ordinal))..]);

    private static string Encoded(string base64) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(base64.Where(c => !char.IsWhiteSpace(c)))));
}

public sealed class SqliteMailOffice : SqliteStore
{
    public SqliteMailOffice() => Also = Server.Equip;

    internal SmtpReceiver Server { get; } = new();
}

public sealed class PostgresMailOffice : PostgresStore
{
    public PostgresMailOffice() => Also = Server.Equip;

    internal SmtpReceiver Server { get; } = new();
}

public sealed class MorningMailOnSqlite(SqliteMailOffice store) : MorningMailTests(store, store.Server), IClassFixture<SqliteMailOffice>;

public sealed class MorningMailOnPostgres(PostgresMailOffice store) : MorningMailTests(store, store.Server), IClassFixture<PostgresMailOffice>;

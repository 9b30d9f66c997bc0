using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Accounts;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Access;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>How the accounts on platforms outside do: handle, credentials, last success, money.</summary>
public sealed class HealthModel(ShiraseDb db, AccountLines lines, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    /// <summary>True for those to whom the page of one account is open.</summary>
    public bool MayOpen => (AccessGate.SeatsOf(me.Required) & (Seats.Administrator | Seats.Auditor | Seats.OperationManager)) != Seats.None;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return CsvFile.Of(
            "account-health.csv",
            [text["Registers.Handle"], text["Registers.Channel"], text["Registers.State"], text["Registers.Check"], text["Registers.CheckedAt"], text["Registers.Token"], text["Registers.TokenUntil"], text["Registers.LastSuccess"], text["Registers.Spent"], text["Registers.BudgetMonthly"]],
            Lines.Select(l => (IReadOnlyList<string>)
            [
                l.Account.Handle, l.Account.Channel, text[$"Registers.State.{l.Account.State}"], text[$"Registers.Check.{l.Check}"], Time(l.Health?.CheckedAt),
                text[$"Registers.Token.{l.Token}"], Time(l.TokenUntil), Time(l.Health?.LastSuccessAt), Amount(l.Spend?.Spent), Amount(l.Spend?.Budget),
            ]));
    }

    private static string Time(DateTimeOffset? at) => at is { } moment ? OfficeTime.Machine(moment) : "";

    private static string Amount(long? micros) => micros is { } m ? ((decimal)m / 1_000_000).ToString("0.######", CultureInfo.InvariantCulture) : "";

    private async Task ReadAsync(CancellationToken ct)
    {
        var read = new List<AccountLine>();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.Service != null && a.State != AccountState.Deleted).OrderBy(a => a.Handle).ToListAsync(ct))
        {
            read.Add(await lines.OfAsync(account, clock.GetUtcNow(), ct));
        }

        Lines = read;
    }
}

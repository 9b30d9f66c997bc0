using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

public sealed class IndexModel(ShiraseDb db, RegisterTerminal register, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public TerminalForm Form { get; set; } = new();

    public IReadOnlyList<Terminal> Terminals { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "terminals.csv",
            [text["Registers.Name"], text["Registers.Location"], text["Registers.Ranges"], text["Registers.State"]],
            Terminals.Select(t => (IReadOnlyList<string>)[t.Name, t.Location, t.AddressRanges, text[t.LostAt is not null ? "Registers.TerminalLost" : t.IsRetired ? "Registers.TerminalRetired" : "Registers.InUse"]]));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var entered = await register.RunAsync(me.Required.Doer(clock.GetUtcNow()), Form.Facts(), ct);
        if (entered.Refusal is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Registers.TerminalAdded"], "/terminals");
    }

    private async Task ShowAsync(CancellationToken ct) =>
        Terminals = await db.Terminals.AsNoTracking().OrderBy(t => t.IsRetired).ThenBy(t => t.Name).ToListAsync(ct);
}

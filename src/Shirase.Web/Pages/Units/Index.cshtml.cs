using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Units;

public sealed class IndexModel(ShiraseDb db, RegisterUnit register, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "units.csv",
            [text["Registers.Code"], text["Registers.Name"], text["Registers.NameEn"], text["Registers.Parent"], text["Registers.Mark"], text["Registers.Telephone"]],
            Units.Select(u => (IReadOnlyList<string>)[u.Code, u.Name, u.NameEn, u.Parent, u.Mark, u.Telephone]));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var entered = await register.RunAsync(me.Required.Doer(clock.GetUtcNow()), Form.Facts(), ct);
        if (entered.Refusal is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Registers.UnitAdded"], "/units");
    }

    private async Task ShowAsync(CancellationToken ct) =>
        Units = await db.Units.AsNoTracking().OrderBy(u => u.Parent).ThenBy(u => u.Code).ToListAsync(ct);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Units;

public sealed class UnitModel(ShiraseDb db, RegisterUnit register, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "Registers.UnitLastDay")]
    public DateOnly? LastDay { get; set; }

    public Guid Id { get; private set; }

    public DateOnly? DissolvedOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var unit = await FindAsync(id, ct);
        if (unit is null)
        {
            return NotFound();
        }

        DissolvedOn = unit.DissolvedOn;
        Form = new() { Code = unit.Code, Name = unit.Name, NameEn = unit.NameEn, Parent = unit.Parent, Mark = unit.Mark, Telephone = unit.Telephone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var unit = await FindAsync(id, ct);
        if (unit is null)
        {
            return NotFound();
        }

        Form.Code = unit.Code;
        var refusal = await register.ChangeAsync(me.Required.Doer(clock.GetUtcNow()), unit.Id, Form.Facts(), ct);
        return refusal is null ? this.Done(text["Registers.Changed"], "/units") : this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostDissolveAsync(Guid id, CancellationToken ct)
    {
        var refusal = LastDay is null && !ModelState.IsValid ? new Posts.EntriesNotRead() : await register.DissolveAsync(me.Required.Doer(clock.GetUtcNow()), new(id), LastDay, ct);
        return refusal switch
        {
            null => this.Done(text["Registers.UnitDissolved"], "/units"),
            NoSuchEntry => NotFound(),
            _ => await OnGetAsync(id, ct) is PageResult ? this.Refused(refusal) : NotFound(),
        };
    }

    private Task<Core.People.Unit?> FindAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        var key = new UnitId(id);
        return db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == key, ct);
    }
}

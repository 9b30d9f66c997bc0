using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

/// <summary>端末の状態: what somebody found who looked at the terminal (to-7-2-ki).</summary>
public sealed class StateModel(OurTerminals terminals, KeepTerminalState keep, ShiraseDb db, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public StateForm Form { get; set; } = new();

    public OurTerminal Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await terminals.FindAsync(me.Required, id, ct) is not { } found)
        {
            return NotFound();
        }

        // What changes seldom is there already; what has to be looked at now is not
        (Shown, Form) = (found, new() { OperatingSystem = found.State?.OperatingSystem, SupportedUntil = found.State?.SupportedUntil });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await terminals.FindAsync(me.Required, id, ct) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        var refusal = ModelState.IsValid ? await keep.RunAsync(me.Required.Doer(clock.GetUtcNow()), new(id), Form.Facts(), ct) : new Posts.EntriesNotRead();
        if (refusal is null)
        {
            return this.Done(text["Terminals.StateDone"], "/terminals/ours");
        }

        db.Forget();
        return this.Refused(refusal);
    }
}

public sealed class StateForm
{
    [Display(Name = "Terminals.OperatingSystem")]
    public string? OperatingSystem { get; set; }

    [Display(Name = "Terminals.SupportedUntil")]
    public DateOnly? SupportedUntil { get; set; }

    [Display(Name = "Terminals.UpdatedOn")]
    public DateOnly? UpdatedOn { get; set; }

    [Display(Name = "Terminals.DefinitionsOn")]
    public DateOnly? DefinitionsOn { get; set; }

    public bool HasScreenLock { get; set; }

    public TerminalStateFacts Facts() => new(OperatingSystem, SupportedUntil, UpdatedOn, DefinitionsOn, HasScreenLock);
}

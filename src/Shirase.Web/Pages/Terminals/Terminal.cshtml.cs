using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

public sealed class TerminalModel(ShiraseDb db, RegisterTerminal register, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public TerminalForm Form { get; set; } = new();

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var key = new TerminalId(Id = id);
        var terminal = await db.Terminals.AsNoTracking().SingleOrDefaultAsync(t => t.Id == key && !t.IsRetired, ct);
        if (terminal is null)
        {
            return NotFound();
        }

        Form = new() { Name = terminal.Name, Location = terminal.Location, Ranges = terminal.AddressRanges, Thumbprint = terminal.CertificateThumbprint, Unit = terminal.Unit?.Value, Keeper = terminal.Keeper?.Value, IsLockedAway = terminal.IsLockedAway, IsEncrypted = terminal.IsEncrypted };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        Answer(id, await register.ChangeAsync(me.Required.Doer(clock.GetUtcNow()), new(id), Form.Facts(), ct));

    public async Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken ct) =>
        Answer(id, await register.RetireAsync(me.Required.Doer(clock.GetUtcNow()), new(id), ct));

    private IActionResult Answer(Guid id, Refusal? refusal)
    {
        Id = id;
        return refusal switch
        {
            null => this.Done(text["Registers.Changed"], "/terminals"),
            NoSuchEntry => NotFound(),
            _ => this.Refused(refusal),
        };
    }
}

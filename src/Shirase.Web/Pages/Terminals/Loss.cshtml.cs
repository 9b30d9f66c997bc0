using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Parts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

/// <summary>紛失・盗難の届出 (to-7-2-ka).</summary>
public sealed class LossModel(OurTerminals terminals, ReportTerminalLoss report, ShiraseDb db, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public LossForm Form { get; set; } = new();

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ChoiceView> Kinds => [new("loss", text["Terminals.Lost"]), new("theft", text["Terminals.Stolen"])];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var refusal = Form.Kind is "loss" or "theft" ? await report.RunAsync(me.Required.Doer(clock.GetUtcNow()), new(id), Form.Kind == "theft", Form.What, ct) : new LossKindIsMissing();
        if (refusal is null)
        {
            return this.Done(text["Terminals.Loss.Done"], "/terminals/ours");
        }

        db.Forget();
        return this.Refused(refusal);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await terminals.FindAsync(me.Required, id, ct) is not { } found)
        {
            return false;
        }

        (Id, Name) = (id, found.Terminal.Name);
        return true;
    }
}

public sealed class LossForm
{
    /// <summary><c>loss</c> or <c>theft</c>.</summary>
    public string? Kind { get; set; }

    [Display(Name = "Terminals.Loss.What")]
    public string? What { get; set; }
}

public sealed record LossKindIsMissing() : Refusal(new Localized("紛失か盗難かを選んでください。", "Choose whether it was lost or stolen."));

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>後閲 of what a deputy decided, and countersignature of what was decided by telephone.</summary>
public sealed class SettleModel(CaseFiles cases, Deciding deciding, IText text) : PageModel
{
    [BindProperty]
    public Guid Decision { get; set; }

    [BindProperty]
    [StringLength(Drafting.MaxField)]
    public string? Why { get; set; }

    public CaseFile Case { get; private set; } = null!;

    public OutgoingView Outgoing { get; private set; } = null!;

    public IReadOnlyList<Decision> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        return Show(file);
    }

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken ct) => SettleAsync(id, true, "Case.Said.Settled", ct);

    public Task<IActionResult> OnPostDisownAsync(Guid id, CancellationToken ct) => SettleAsync(id, false, "Case.Said.Disowned", ct);

    private async Task<IActionResult> SettleAsync(Guid id, bool agrees, string said, CancellationToken ct)
    {
        var refusal = ModelState.IsValid ? await deciding.SettleAsync(new PostApplicationId(id), cases.Who, Decision, agrees, Why, ct) : null;
        if (refusal is null && ModelState.IsValid)
        {
            TempData["Said"] = text[said];
            return Redirect($"/posts/{id}");
        }

        if (refusal is CaseNotFound || await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        ViewData["Refused"] = refusal;
        return Show(file);
    }

    private PageResult Show(CaseFile file)
    {
        (Case, Outgoing, Waiting) = (file, OutgoingView.Of(file, file.Application.Current), DecisionDesk.ToSettle(file));
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.People;

/// <summary>Staff and transfers from a table.</summary>
public sealed class ImportModel(Import import, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public string Kind { get; set; } = "transfers";

    [BindProperty]
    [Display(Name = "People.ImportFile")]
    public IFormFile? Table { get; set; }

    public IReadOnlyList<ImportProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Table is null)
        {
            ModelState.AddModelError(nameof(Table), text["People.ImportFileMissing"]);
            return Page();
        }

        await using var stream = Table.OpenReadStream();
        var doer = me.Required.Doer(clock.GetUtcNow());
        var done = Kind == "staff" ? await import.StaffAsync(doer, stream, ct) : await import.TransfersAsync(doer, stream, ct);
        Problems = done.Problems;
        return Problems.Count > 0 ? Page() : this.Done(text["People.Imported", done.Lines], "/people");
    }
}

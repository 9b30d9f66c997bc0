using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>The evidence sheet as JSON.</summary>
public sealed class EvidenceFileModel(CaseFiles cases, ShiraseDb db, Screening screening) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { Application.SubmittedAt: not null } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        return Content(EvidenceJson.Of(await EvidencePaper.ReadAsync(file, db, screening, ct)), "application/json; charset=utf-8");
    }
}

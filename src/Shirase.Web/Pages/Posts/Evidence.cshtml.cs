using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>根拠シート: each clause that applied, how it was kept, by whom and when.</summary>
public sealed class EvidenceModel(CaseFiles cases, ShiraseDb db, Screening screening) : PageModel
{
    public EvidencePaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { Application.SubmittedAt: not null } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        Paper = await EvidencePaper.ReadAsync(file, db, screening, ct);
        return Page();
    }
}

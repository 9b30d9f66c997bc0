using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>投稿申請書 on paper, with every field of the annexed form (gx-f-1 to gx-f-7).</summary>
public sealed class PrintModel(CaseFiles cases, ShiraseDb db, RegulationLibrary library) : PageModel
{
    public PaperForm Paper { get; private set; } = null!;

    public Localized Addressee { get; private set; } = new("", "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        Paper = new PaperForm(file, await AtPosting.ServiceAsync(db, library, file, ct));
        Addressee = await Web.Posts.Addressee.OfAsync(db, file.Regulation, ct);
        return Page();
    }
}

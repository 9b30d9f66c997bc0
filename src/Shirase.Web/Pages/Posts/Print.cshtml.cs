using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>投稿申請書 on paper, with every field of the annexed form (gx-f-1 to gx-f-7).</summary>
public sealed class PrintModel(CaseFiles cases) : PageModel
{
    public PaperForm Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        Paper = new PaperForm(file);
        return Page();
    }
}

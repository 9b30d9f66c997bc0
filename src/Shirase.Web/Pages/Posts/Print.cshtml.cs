using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>投稿申請書 on paper, with every field of the annexed form (gx-f-1 to gx-f-7).</summary>
public sealed class PrintModel(CaseFiles cases, ShiraseDb db) : PageModel
{
    public PaperForm Paper { get; private set; } = null!;

    /// <summary>Class of the repost's author in the register of public bodies, or empty.</summary>
    public string PublicBodyClass { get; private set; } = "";

    public string PublicBodyName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        Paper = new PaperForm(file);
        if (file.Content is { Kind: PostKind.Repost, Repost: { } target })
        {
            var handle = target.DecidingHandle;
            var entry = await db.PublicBodies.AsNoTracking().FirstOrDefaultAsync(b => b.Handle == handle && b.State == PublicBodyState.Registered, ct);
            (PublicBodyClass, PublicBodyName) = (entry?.Class ?? "", entry?.Name ?? "");
        }

        return Page();
    }
}

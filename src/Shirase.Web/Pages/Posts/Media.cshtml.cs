using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Pages.Posts;

/// <summary>An image of a case, cleaned, for those who may see the case.</summary>
public sealed class MediaModel(ShiraseDb db, CaseReader reader, SignedInAccessor signedIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid media, CancellationToken ct)
    {
        var open = await reader.OpenAsync(new PostApplicationId(id), ct);
        if (open is null || !open.IsVisibleTo(signedIn.Required.Staff))
        {
            return NotFound();
        }

        var (image, application) = (new MediaId(media), open.Application.Id);
        return await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == image && m.Application == application, ct) is { } stored
            ? File(stored.Bytes, stored.ContentType)
            : NotFound();
    }
}

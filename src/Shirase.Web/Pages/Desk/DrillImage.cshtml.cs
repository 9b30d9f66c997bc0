using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.Desk;

/// <summary>An image of a practice post.</summary>
public sealed class DrillImageModel(ShiraseDb db, SignedInAccessor signedIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string body, string id, int number, CancellationToken ct)
    {
        var own = signedIn.Required.Body;
        var post = own.Slug == body
            ? await db.PracticePosts.AsNoTracking().SingleOrDefaultAsync(p => p.Body == own && p.Id == id && p.RemovedAt == null, ct)
            : null;
        return post?.Images() is { } images && number >= 0 && number < images.Count
            ? File(images[number].Bytes.ToArray(), images[number].ContentType)
            : NotFound();
    }
}

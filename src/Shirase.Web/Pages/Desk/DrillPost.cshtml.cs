using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.Desk;

/// <summary>One practice post at its own address; another body's are not there.</summary>
public sealed class DrillPostModel(ShiraseDb db, SignedInAccessor signedIn) : PageModel
{
    public StoredPracticePost? Post { get; private set; }

    public async Task<IActionResult> OnGetAsync(string body, string id, CancellationToken ct)
    {
        var own = signedIn.Required.Body;
        Post = own.Slug == body
            ? await db.PracticePosts.AsNoTracking().SingleOrDefaultAsync(p => p.Body == own && p.Id == id && p.RemovedAt == null, ct)
            : null;
        return Post is null ? NotFound() : Page();
    }
}

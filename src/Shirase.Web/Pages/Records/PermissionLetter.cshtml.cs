using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Site;
using Shirase.Storage;

namespace Shirase.Web.Pages.Records;

/// <summary>The answer to a request for use, to be printed (gx-p-5-1).</summary>
public sealed class PermissionLetterModel(ShiraseDb db) : PageModel
{
    public PermissionRequest Answered { get; private set; } = null!;

    public string BodyName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.PermissionRequests.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.State != PermissionState.Asked, ct) is not { } request)
        {
            return NotFound();
        }

        Answered = request;
        BodyName = await db.Bodies.AsNoTracking().Where(b => b.Id == request.Body).Select(b => b.Name).SingleAsync(ct);
        return Page();
    }
}

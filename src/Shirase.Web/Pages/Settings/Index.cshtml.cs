using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.Settings;

/// <summary>The values of the body's regulation, with who gave them.</summary>
public sealed class IndexModel(ShiraseDb db, RegulationLibrary regulations, SignedInAccessor me, TimeProvider clock) : PageModel
{
    public Regulation? Regulation { get; private set; }

    public bool IsAdministrator => me.Required.IsAdministrator;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var body = me.Required.Body;
        var slug = await db.Bodies.Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        Regulation = slug is null ? null : regulations.InForce(slug, clock.GetUtcNow().JapanDay());
    }
}

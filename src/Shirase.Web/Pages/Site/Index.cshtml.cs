using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.People;
using Shirase.Site;

namespace Shirase.Web.Pages.Site;

/// <summary>The bodies that speak through this installation.</summary>
public sealed class IndexModel(PublicArchive archive) : PageModel
{
    public IReadOnlyList<Body> Bodies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Bodies = await archive.BodiesAsync(ct);
}

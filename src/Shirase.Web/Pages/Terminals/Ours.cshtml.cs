using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;

namespace Shirase.Web.Pages.Terminals;

/// <summary>端末: those of one's unit, how they are kept, and when somebody has to look at them again (to-7-2-ka, to-7-2-ki).</summary>
public sealed class OursModel(OurTerminals terminals, SignedInAccessor me) : PageModel
{
    public IReadOnlyList<OurTerminal> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await terminals.ListAsync(me.Required, ct);
}

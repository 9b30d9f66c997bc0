using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Pages.Home;

/// <summary>自分の仕事: only what this person can act on, in the order of its day.</summary>
public sealed class IndexModel(HomeReader home, ShiraseDb db, CaseReader reader, SignedInAccessor signedIn) : PageModel
{
    public HomeView Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Shown = await home.ReadAsync(signedIn.Required, ct);

    /// <summary>Marks one notice as read, or all.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid? notice, CancellationToken ct)
    {
        var me = signedIn.Required.Staff;
        foreach (var unread in await db.Notices.Where(n => n.To == me && n.ReadAt == null && (notice == null || n.Id == notice)).ToListAsync(ct))
        {
            unread.Read(reader.Now);
        }

        await db.SaveChangesAsync(ct);
        return Redirect("/#notices");
    }
}

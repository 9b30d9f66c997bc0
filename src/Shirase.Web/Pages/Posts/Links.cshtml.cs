using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Text.Links;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>リンク先の写し: what others' pages said when the post went out and what they say now, side by side (ok-5-2-e-2).</summary>
public sealed class LinksModel(CaseFiles cases, ShiraseDb db) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    /// <summary>For each link the first capture and the newest; the same one twice where nothing changed.</summary>
    public IReadOnlyList<(LinkCapture First, LinkCapture Last)> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        Case = file;
        var captures = await db.LinkCaptures.AsNoTracking().Where(c => c.Application == file.Application.Id).ToListAsync(ct);
        Links = [.. captures.GroupBy(c => c.Address, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.MinBy(c => c.At)!, g.MaxBy(c => c.At)!))];
        return Page();
    }
}

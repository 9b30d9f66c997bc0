using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>案件: everything about one application on one page.</summary>
public sealed class CaseModel(CaseFiles cases, ShiraseDb db) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    public OutgoingView Outgoing { get; private set; } = null!;

    public DecisionDesk Desk { get; private set; } = null!;

    public ApplicantActions Actions { get; private set; } = null!;

    /// <summary>The last look at the website for what must stand there first, and who let it go without (ok-4-8).</summary>
    public WebsiteLook? Look { get; private set; }

    public Localized? ReleasedBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        (Case, Outgoing, Desk) = (file, OutgoingView.Of(file, file.Application.Current), new DecisionDesk(file));
        Actions = await ApplicantActions.Of(file.Open, file.Viewer, file.Now).WithPartnersAsync(db, file.Open, ct);
        if (file.Content.Website is { IsCritical: true })
        {
            Look = await db.WebsiteLooks.AsNoTracking().Where(l => l.Application == file.Application.Id).OrderByDescending(l => l.At).FirstOrDefaultAsync(ct);
            ReleasedBy = Look?.ReleasedBy is { } by ? await db.Staff.AsNoTracking().Where(s => s.Id == by).Select(s => new Localized(s.Name, s.NameEn)).SingleAsync(ct) : null;
        }

        return Page();
    }
}

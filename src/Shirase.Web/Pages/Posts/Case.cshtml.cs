using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>案件: everything about one application on one page.</summary>
public sealed class CaseModel(CaseFiles cases) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    public OutgoingView Outgoing { get; private set; } = null!;

    public DecisionDesk Desk { get; private set; } = null!;

    public ApplicantActions Actions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        (Case, Outgoing, Desk) = (file, OutgoingView.Of(file, file.Application.Current), new DecisionDesk(file));
        Actions = ApplicantActions.Of(file.Open, file.Viewer, file.Now);
        return Page();
    }
}

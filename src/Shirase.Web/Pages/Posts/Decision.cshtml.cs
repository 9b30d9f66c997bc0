using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>決裁・審査: everything to decide on one screen, for every step of the route.</summary>
public sealed partial class DecisionModel(CaseFiles cases, Screening screening, Deciding deciding, Consulting consulting, PrecedentQuery precedents, IText text) : PageModel
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    [BindProperty]
    public WordingForm Wording { get; set; } = new();

    [BindProperty]
    public CallForm Call { get; set; } = new();

    [BindProperty]
    public ManagerForm Manager { get; set; } = new();

    [BindProperty]
    public ConsultationForm Consultation { get; set; } = new();

    /// <summary>The act whose confirmation is shown: <c>approve</c>, <c>return</c>, <c>reject</c>, <c>assign</c>, or null.</summary>
    public string? Confirm { get; private set; }

    public CaseFile Case { get; private set; } = null!;

    public DecisionDesk Desk { get; private set; } = null!;

    public DecisionMaterial Material { get; private set; } = null!;

    public OutgoingView Outgoing { get; private set; } = null!;

    /// <summary>What was settled before on what is out of the ordinary about this case (gx-16).</summary>
    public IReadOnlyList<PrecedentLine> Precedents { get; private set; } = [];

    /// <summary>Lines of the checklist that were left open when approval was refused.</summary>
    public bool LinesAreMissing { get; private set; }

    /// <summary>The buttons of the step, with key and look: what leads on comes first.</summary>
    public IReadOnlyList<(string Verb, string Key, string Css)> Acts =>
    [
        Desk.Assigns ? ("assign", "a", "button--primary") : ("approve", "a", "button--primary"),
        ("return", "r", ""),
        ("reject", "", "button--danger"),
    ];

    public bool WordingChanged => (Wording.Subject, ComposedText.Lf(Wording.Body ?? "")) != (Case.Content.Subject, ComposedText.Lf(Case.Content.Body));

    public async Task<IActionResult> OnGetAsync(Guid id, string? confirm, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        await cases.NoteViewingAsync(file, ct);
        return await ShowAsync(file, confirm, ct);
    }

    /// <summary>Without JavaScript: the confirmation on a page of its own, with what was typed.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken ct) =>
        await cases.OpenAsync(id, ct) is { } file ? await ShowAsync(file, Form.Verb, ct) : NotFound();

    private async Task<IActionResult> ShowAsync(CaseFile file, string? confirm, CancellationToken ct)
    {
        (Case, Desk, Outgoing) = (file, new DecisionDesk(file), OutgoingView.Of(file, file.Application.Current));
        Material = DecisionMaterial.Of(file, await DecisionMaterial.FindAsync(screening, file, Stage.Decide, file.Now, ct));
        Precedents = await precedents.OfferAsync(file.Viewer, file.Content, file.Application.Id, ct);
        if (Wording.Body is null)
        {
            Wording = new() { Subject = file.Content.Subject, Body = file.Content.Body };
        }

        if (Call is { Day: null, Time: null })
        {
            var now = file.Now.InJapan();
            Call = new() { Decider = Call.Decider, Day = file.Now.JapanDay(), Time = new TimeOnly(now.Hour, now.Minute), Why = Call.Why };
        }

        Confirm = Desk.Acts && confirm is "approve" or "return" or "reject" or "assign" ? confirm : null;
        return Page();
    }

    // A refused act shows the page again with what the person typed; a done one leads to the case
    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect($"/posts/{id}");
        }

        if (refusal is CaseNotFound || await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        (ViewData["Refused"], ViewData["Consultation"]) = (refusal, Consultation);
        LinesAreMissing = refusal is ChecklistLineIsOpen;
        return await ShowAsync(file, null, ct);
    }

    private async Task<IActionResult> TooLongAsync(Guid id, CancellationToken ct) =>
        await cases.OpenAsync(id, ct) is { } file ? await ShowAsync(file, null, ct) : NotFound();
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>The operation manager's page: what waits for his instruction, and everything he answers for.</summary>
public sealed class InboxModel(ShiraseDb db, Deciding deciding, StandingOrders orders, SignedInAccessor signedIn, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    [BindProperty]
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Instruction")]
    public string? Instruction { get; set; }

    [BindProperty]
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Standing.Text")]
    public string? StandingText { get; set; }

    public ManagerOverview Overview { get; private set; } = new();

    public StandingOrder? Standing { get; private set; }

    public CaseNames Names { get; private set; } = null!;

    private Who Who => new(signedIn.Required.Staff, signedIn.Required.Body);

    // One body runs one regulation of this kind; a manager of two opens the first he holds
    private string Regulation => signedIn.Required.Seats.First(s => s.Role == "operation-manager").Regulation;

    public async Task<IActionResult> OnGetAsync([FromServices] RegulationLibrary library, CancellationToken ct)
    {
        Overview = await ManagerOverview.ReadAsync(db, library, Regulation, signedIn.Required.UnitsOf("operation-manager"), clock.GetUtcNow(), ct);
        var regulation = Regulation;
        Standing = (await db.StandingOrders.AsNoTracking().Where(o => o.Regulation == regulation && o.To == null).ToListAsync(ct)).MaxBy(o => o.From);
        var people = Overview.Groups.SelectMany(g => g.Cases).Concat(Overview.ToAssign).Select(c => c.Author);
        Names = await CaseNames.ReadAsync(db, Standing is { } order ? people.Append(order.By) : people, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAssignAsync([FromServices] RegulationLibrary library, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await OnGetAsync(library, ct);
        }

        Refusal? refusal = Chosen.Count == 0 ? new NothingChosen() : null;
        var done = 0;
        foreach (var id in Chosen)
        {
            // Each case stands for itself: what one refuses does not keep the others waiting
            var answer = await deciding.AssignAsync(new(id), Who, Instruction, ct);
            (refusal, done) = answer is null ? (refusal, done + 1) : (answer, done);
            db.Forget();
        }

        return await AnswerAsync(library, refusal, text["Deciding.Inbox.Assigned", done], ct);
    }

    public async Task<IActionResult> OnPostGiveAsync([FromServices] RegulationLibrary library, CancellationToken ct) => !ModelState.IsValid
        ? await OnGetAsync(library, ct)
        : await AnswerAsync(library, await orders.GiveAsync(Who, Regulation, StandingText ?? "", ct), text["Deciding.Standing.Given"], ct);

    public async Task<IActionResult> OnPostEndAsync([FromServices] RegulationLibrary library, CancellationToken ct) =>
        await AnswerAsync(library, await orders.EndAsync(Who, Regulation, ct), text["Deciding.Standing.Ended"], ct);

    private async Task<IActionResult> AnswerAsync(RegulationLibrary library, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Said"] = said;
            return Redirect("/posts/inbox");
        }

        db.Forget();
        ViewData["Refused"] = refusal;
        return await OnGetAsync(library, ct);
    }
}

public sealed record NothingChosen() : Refusal(new Localized(
    "検討を指示する申請を選んでください。", "Choose the applications to assign."));

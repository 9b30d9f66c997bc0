using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Incidents;

/// <summary>炎上対応: declared, decided on and ended by the unit that runs the account (is-3-9-a, ok-6-4-a, to-6-2-i-1).</summary>
public sealed class FlareUpModel(
    ShiraseDb db, FlareUpReader reader, DeclareFlareUp declare, FlareUpCases cases, FlareUpTexts texts, SignedInAccessor me, IText text) : PageModel
{
    [BindProperty]
    public FlareUpForm Form { get; set; } = new();

    public FlareUpView Shown { get; private set; } = null!;

    public FlareUpRule Rule => Shown.Room.Rule;

    public IEnumerable<SelectListItem> Kinds => Items([.. Rule.Kinds.Select(k => (k.Ja, k)), (FlareUpRule.Nothing, Rule.None)]);

    public IEnumerable<SelectListItem> TextKinds =>
        Items([.. Rule.Kinds.Select(k => (k.Ja, k)), .. Rule.HasHolding ? new[] { (FlareUpRule.Holding, FlareUpRule.HoldingName) } : []]);

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Shown.Room.FlareUp is { IsDecided: true } open)
        {
            (Form.Kind, Form.Participants, Form.Facts, Form.Options, Form.Reason) = (open.Decision, open.Participants, open.Facts, open.Options, open.DecisionWhy);
            Form.TextKind = open.Decision;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostDeclareAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await declare.DeclareAsync(Who, new(id), Form.Why, ct), id, "Declared", ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await declare.DecideAsync(Who, new(id), Form.Minutes(), ct), id, "DecidedDone", ct);

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await declare.NoteAsync(Who, new(id), Form.Note, ct), id, "Noted", ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await declare.EndAsync(Who, new(id), Form.EndWhy, ct), id, "Ended", ct);

    public async Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken ct)
    {
        var begun = await texts.DraftAsync(Who, new(id), Form.TextKind, ct);
        return begun.Refusal is null ? Redirect($"/posts/{begun.Value}/edit") : await AnswerAsync(begun.Refusal, id, "", ct);
    }

    public async Task<IActionResult> OnPostHoldingAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(ModelState.IsValid ? await texts.ApproveHoldingAsync(Who, new(id), Form.Until(), [.. Form.Confirmed ?? []], ct) : new Posts.EntriesNotRead(), id, "HoldingApproved", ct);

    public async Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await cases.GoOnAsync(Who, new(id), new(Form.Case), Form.CaseWhy, ct), id, "WentOn", ct);

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await cases.DropAsync(Who, new(id), new(Form.Case), ct), id, "Dropped", ct);

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await cases.ReadAsync(Who, new(id), new(Form.Case), ct), id, "WasRead", ct);

    public async Task<IActionResult> OnPostCutAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(await cases.CutAsync(Who, new(id), new(Form.Case), Form.CaseWhy, ct), id, "WasCut", ct);

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, Guid id, string said, CancellationToken ct) =>
        refusal is null ? this.Done(text[$"Incidents.Flare.{said}"], $"/accounts/{id}/flare-up") : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        if (await reader.ReadAsync(me.Required.Body, me.Required.Staff, new(id), ct) is not { } shown)
        {
            return false;
        }

        Shown = shown;
        return true;
    }

    private IEnumerable<SelectListItem> Items(IEnumerable<(string Id, Localized Name)> of) =>
        [new("", ""), .. of.Select(k => new SelectListItem(k.Name.In(text.Language), k.Id))];
}

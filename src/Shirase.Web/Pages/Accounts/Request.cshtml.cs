using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>One request: its decision, the sheet that compares the platform, and the measures (ok-3-a, ok-3-b, ok-3-c).</summary>
public sealed class RequestModel(
    ShiraseDb db, AskingForAccounts asking, ComparingPlatforms comparing, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    private (string Verb, string Key, string Words) _typed = ("", "", "");

    [BindProperty]
    public SheetForm Form { get; set; } = new();

    public OpenRequest Open { get; private set; } = null!;

    public Localized Unit { get; private set; } = new("", "");

    /// <summary>The comparison that the platform needs, or null.</summary>
    public ComparisonRule? Comparison => Open.Rule.Compares(Open.Platform.Name) ? Open.Rule.Comparison : null;

    public RiskBaseline? Baseline { get; private set; }

    /// <summary>Why it cannot be filed as it stands; null once it can, or is decided.</summary>
    public Refusal? Missing { get; private set; }

    public IReadOnlyDictionary<StaffId, Localized> Names { get; private set; } = new Dictionary<StaffId, Localized>();

    /// <summary>The sheet is open while one is being filled in, and where none holds.</summary>
    public bool ShowsSheet => Open.Draft is not null || Open.Current?.HoldsOn(reader.Now.JapanDay()) is not true;

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public Localized NameOf(string row) => Comparison?.Rows.FirstOrDefault(r => r.Id == row)?.Name ?? new(row, row);

    /// <summary>What was typed for the form that was refused.</summary>
    public string Typed(string verb, string key) => _typed.Verb == verb && _typed.Key == key ? _typed.Words : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = SheetForm.Of(Open, Comparison);
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await asking.FileAsync(Person, id, ct), "Requests.Filed", ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await asking.DecideAsync(Person, id, ct), "Requests.Decided", ct);

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) => await AnswerAsync(
        id, ModelState.IsValid ? await comparing.WriteAsync(Person, id, Form.ToRows(), ct) : new Posts.EntriesNotRead(), "Requests.Saved", ct, keepsSheet: true);

    public async Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken ct) => await AnswerAsync(
        id, ModelState.IsValid ? await comparing.SignAsync(Person, id, Form.ToRows(), ct) : new Posts.EntriesNotRead(), "Requests.SignedNow", ct, keepsSheet: true);

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await comparing.BeginAgainAsync(Person, id, ct), "Requests.AgainBegun", ct);

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, string? row, string? seen, CancellationToken ct)
    {
        _typed = ("confirm", row ?? "", seen ?? "");
        return await AnswerAsync(id, await comparing.ConfirmAsync(Person, id, row, seen, ct), "Requests.ConfirmedNow", ct);
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, string? row, bool? holds, string? seen, CancellationToken ct)
    {
        _typed = ("look", row ?? "", seen ?? "");
        return await AnswerAsync(id, await comparing.LookAsync(Person, id, row, holds, seen, ct), "Requests.Looked", ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, string? why, CancellationToken ct)
    {
        _typed = ("reopen", "", why ?? "");
        return await AnswerAsync(id, await comparing.ReopenAsync(Person, id, why, ct), "Requests.ReopenedNow", ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct, bool keepsSheet = false)
    {
        if (refusal is null)
        {
            return this.Done(text[said], $"/accounts/requests/{id}");
        }

        db.Forget();
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!keepsSheet)
        {
            ModelState.Clear();
            Form = SheetForm.Of(Open, Comparison);
        }

        return this.Refused(refusal);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await OpenRequest.FindAsync(db, reader, library, Person, id, ct) is not { } open)
        {
            return false;
        }

        Open = open;
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == open.Request.Unit, ct);
        Unit = new(unit.Name, unit.NameEn);
        Baseline = await db.BaselineAsync(open.Regulation.Slug, ct);
        if (open.Request.Account is null)
        {
            Missing = open.Request.File(open.Platform, open.Current, open.Rule, reader.Now);
            db.Forget();
        }

        var people = open.Assessments.SelectMany(a => a.Rows().Select(r => r.ConfirmedBy).Append(a.SignedBy)).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        return true;
    }
}

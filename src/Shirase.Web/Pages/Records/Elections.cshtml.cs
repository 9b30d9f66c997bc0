using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>選挙の期間の暦: heads and administrators enter it, all staff read it (to-6-1-i-3).</summary>
public sealed class ElectionsModel(ShiraseDb db, KeepElections keep, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public ElectionForm Form { get; set; } = new();

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ElectionPeriod> Elections { get; private set; } = [];

    public DateOnly Today => clock.GetUtcNow().JapanDay();

    public bool MayChange => me.Required.IsAdministrator || me.Required.Seats.Any(s => s.Role is "operation-manager" or "unit-head");

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        ModelState.IsValid ? await keep.EnterAsync(me.Required.Doer(clock.GetUtcNow()), Form.Name, Form.From, Form.To, ct) : new Posts.EntriesNotRead(), "Records.Election.Entered", ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        return await AnswerAsync(await keep.RemoveAsync(me.Required.Doer(clock.GetUtcNow()), id, ct), "Records.Election.Removed", ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/elections");
        }

        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct) => Elections = await db.ElectionPeriods.AsNoTracking().OrderByDescending(e => e.To).Take(200).ToListAsync(ct);
}

public sealed class ElectionForm
{
    [Display(Name = "Records.Election.Name")]
    public string? Name { get; set; }

    [Display(Name = "Records.Election.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "Records.Election.To")]
    public DateOnly? To { get; set; }
}

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

namespace Shirase.Web.Pages.StandardForms;

/// <summary>定型の様式 of one's unit: proposed by anybody, approved once by the head (is-2-4-d).</summary>
public sealed class IndexModel(ShiraseDb db, Shirase.Posts.StandardForms forms, SignedInAccessor me, IText text) : PageModel
{
    [BindProperty]
    public ProposedForm Form { get; set; } = new();

    public IReadOnlyList<StandardForm> Forms { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    public bool IsHead => me.Required.Seats.Any(s => s.Role == "unit-head" && s.Unit == me.Required.Unit);

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct) => await SaidAsync(
        me.Required.Unit is { } unit ? await forms.ProposeAsync(Who, unit, Form.Name ?? "", Form.Text ?? "", ct) : new NotOfThisUnit(), "StandardForms.Said.Proposed", ct);

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) =>
        await SaidAsync(await forms.ApproveAsync(Who, id, ct), "StandardForms.Said.Approved", ct);

    public async Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken ct) =>
        await SaidAsync(await forms.RetireAsync(Who, id, ct), "StandardForms.Said.Retired", ct);

    private async Task<IActionResult> SaidAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/standard-forms");
        }

        db.ChangeTracker.Clear();
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var unit = me.Required.Unit;
        Forms = [.. (await db.StandardForms.AsNoTracking().Where(f => f.Unit == unit).ToListAsync(ct)).OrderBy(f => f.State == StandardFormState.Retired).ThenBy(f => f.Name, StringComparer.Ordinal)];
        var people = Forms.Select(f => f.ApprovedBy).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}

public sealed class ProposedForm
{
    [Display(Name = "StandardForms.Name")]
    public string? Name { get; set; }

    [Display(Name = "StandardForms.Text")]
    public string? Text { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.People;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Duties;

/// <summary>緊急連絡先: whom to telephone; the administrator enters it, all staff of the body read it.</summary>
public sealed class OnCallModel(DutyBoard board, KeepOnCallList keep, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public OnCallForm Form { get; set; } = new();

    public IReadOnlyList<OnCallContact> Contacts { get; private set; } = [];

    public bool MayChange => me.Required.IsAdministrator;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Form.Order = Contacts.Count == 0 ? 1 : Contacts[^1].Order + 1;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = ModelState.IsValid
            ? await keep.AddAsync(me.Required.Doer(clock.GetUtcNow()), new(Form.Order, Form.Name, Form.Post, Form.Telephone, Form.Hours), ct)
            : null;
        if (refusal is null && ModelState.IsValid)
        {
            return this.Done(text["Duties.OnCall.Added"], "/on-call");
        }

        await ShowAsync(ct);
        return refusal is null ? Page() : this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (await keep.RemoveAsync(me.Required.Doer(clock.GetUtcNow()), id, ct) is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Duties.OnCall.Removed"], "/on-call");
    }

    private async Task ShowAsync(CancellationToken ct) => Contacts = await board.OnCallAsync(me.Required.Body, ct);
}

public sealed class OnCallForm
{
    [Display(Name = "Duties.OnCall.Order")]
    public int Order { get; set; } = 1;

    [Display(Name = "Duties.OnCall.Name")]
    public string? Name { get; set; }

    [Display(Name = "Duties.OnCall.Post")]
    public string? Post { get; set; }

    [Display(Name = "Duties.OnCall.Telephone")]
    public string? Telephone { get; set; }

    [Display(Name = "Duties.OnCall.Hours")]
    public string? Hours { get; set; }
}

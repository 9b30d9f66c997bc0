using Microsoft.AspNetCore.Mvc;
using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Posts;

/// <summary>A stored draft, or an application that came back.</summary>
public sealed class EditModel(FormTools tools) : FormPage(tools)
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    protected override PostApplicationId Draft => new(Id);

    protected override string Address => $"/posts/{Id}/edit";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Tools.Reader.OpenAsync(Draft, ct) is not { } open || !open.IsVisibleTo(Person.Staff))
        {
            return NotFound();
        }

        var isOpenForWriting = open.Application.IsEditable || open.Step?.Kind == StepKind.Dispatch;
        if (!isOpenForWriting || !open.IsOfUnit(Person.Staff))
        {
            return Redirect($"/posts/{Id}");
        }

        Form = FormContent.Form(open.Application.Current.Content, open.Application.Revision);
        Form.ShortNoticeReason = open.Application.ShortNoticeReason;
        Form.Confirmed = [.. open.Regulation.Attestations.Where(a => a.Step == "application" && open.Application.ConfirmationOf(a.Id) is not null).Select(a => a.Id)];
        await ShowAsync(Stage.Draft, ct);
        ViewData["CaseNumber"] = open.Application.Number;
        return Page();
    }
}

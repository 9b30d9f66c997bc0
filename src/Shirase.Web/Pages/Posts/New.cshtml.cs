using Microsoft.AspNetCore.Mvc;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>申請を作る: an empty form, or one filled from an earlier application.</summary>
public sealed class NewModel(FormTools tools) : FormPage(tools)
{
    protected override PostApplicationId Draft => new(Form.DraftId);

    protected override string Address => "/posts/new";

    public async Task<IActionResult> OnGetAsync(Guid? from, CancellationToken ct)
    {
        OpenCase? earlier = null;
        if (from is { } id && (await Tools.Reader.OpenAsync(new PostApplicationId(id), ct) is not { } found || !(earlier = found).IsVisibleTo(Person.Staff)))
        {
            return NotFound();
        }

        // Nothing was typed: what the address says (from) must not stand in a field
        ModelState.Clear();
        Form = await Tools.Form.NewAsync(Person, earlier, ct);
        await ShowAsync(Stage.Draft, ct);
        if (Shown is null)
        {
            ViewData["Refused"] = Person.Unit is null ? new NotOfThisUnit() : await Tools.Drafting.NoneGovernsAsync(Person.Body, ct);
        }

        return Page();
    }
}

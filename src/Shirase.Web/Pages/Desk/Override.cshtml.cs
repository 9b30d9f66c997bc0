using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Desk;

/// <summary>端末の一時許可: the operation officer lets one PR officer publish from another device for a few hours (gx-11-2).</summary>
public sealed class OverrideModel(
    ShiraseDb db, SignedInAccessor signedIn, GrantTerminalOverride granting, Rosters rosters, IText text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public OverrideForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public IReadOnlyList<(TerminalOverride Permission, string To, string By)> Standing { get; private set; } = [];

    private string Regulation => signedIn.Required.Seats.First(s => s.Role == "operation-officer").Regulation;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = signedIn.Required;
        if (ModelState.IsValid)
        {
            var granted = await granting.RunAsync(
                person.Body, Regulation, new StaffId(Form.To!.Value), person.Act(clock.GetUtcNow().Truncated(), Form.Why), ct);
            if (granted.Refusal is null)
            {
                TempData["Said"] = text["Desk.Override.Done"];
                return Redirect("/desk/override");
            }

            ViewData["Refused"] = granted.Refusal;
        }

        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var (body, now) = (signedIn.Required.Body, clock.GetUtcNow().Truncated());
        var holders = (await rosters.TodayAsync(body, ct)).HoldersOf(Regulation, "pr-officer");
        var names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
        Officers = [.. holders.Select(h => new SelectListItem(names[h], h.ToString()))];
        Standing = [.. (await db.TerminalOverrides.AsNoTracking().Where(o => o.Body == body && o.Until >= now).OrderBy(o => o.Until).ToListAsync(ct))
            .Select(o => (o, names[o.To], names[o.By]))];
    }
}

public sealed class OverrideForm
{
    [Required, Display(Name = "Desk.Override.To")]
    public Guid? To { get; set; }

    [Required, StringLength(400), Display(Name = "Desk.Override.Why")]
    public string? Why { get; set; }
}

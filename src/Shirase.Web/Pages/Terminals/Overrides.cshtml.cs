using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Terminals;

/// <summary>The operation officer lets one PR officer publish from another device (gx-11-2).</summary>
public sealed class OverridesModel(
    ShiraseDb db, GrantTerminalOverride grant, Rosters rosters, RegulationLibrary regulations, SignedInAccessor me, TimeProvider clock, IText text)
    : PageModel
{
    [BindProperty]
    public OverrideForm Form { get; set; } = new();

    public int Hours { get; private set; }

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public IReadOnlyList<(string To, string Why, DateTimeOffset Until)> Given { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var regulation = await RegulationAsync(ct);
        var entered = await grant.RunAsync(
            me.Required.Body, regulation, new(Form.To ?? Guid.Empty), me.Required.Act(clock.GetUtcNow(), Form.Why), ct);
        if (entered.Refusal is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Registers.OverrideDone"], "/terminals/overrides");
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var regulation = await RegulationAsync(ct);
        var names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => text.Language == Languages.English ? s.NameEn : s.Name, ct);
        var holders = (await rosters.TodayAsync(me.Required.Body, ct)).HoldersOf(regulation, "pr-officer");
        Hours = regulations.InForce(regulation, clock.GetUtcNow().JapanDay())?.Number("override-hours", GrantTerminalOverride.DefaultHours)
            ?? GrantTerminalOverride.DefaultHours;
        Officers = [.. holders.Select(h => new SelectListItem(names[h], h.ToString()))];
        Given = [.. (await db.TerminalOverrides.AsNoTracking().OrderByDescending(o => o.At).Take(50).ToListAsync(ct))
            .Select(o => (names[o.To], o.Reason, o.Until))];
    }

    private async Task<string> RegulationAsync(CancellationToken ct)
    {
        var body = me.Required.Body;
        return await db.Bodies.Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct) ?? "";
    }
}

public sealed class OverrideForm
{
    [Display(Name = "Registers.OverrideTo")]
    public Guid? To { get; set; }

    [Display(Name = "Registers.OverrideWhy")]
    public string? Why { get; set; }
}

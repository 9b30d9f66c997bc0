using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>指摘を残した理由: who kept what one rule speaks of, when, why, and in which case; of the cases the person may see.</summary>
public sealed class CheckRuleModel(ShiraseDb db, CaseQuery cases, RegulationLibrary library, SignedInAccessor signedIn, IText text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Rule { get; set; } = "";

    /// <summary>Only of the rule's findings of this month, as in addresses; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public DateOnly? First => CheckMonths.Read(Month);

    public string Name { get; private set; } = "";

    public string? Clause { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Dismissal> Dismissals { get; private set; } = [];

    public CaseNames Names { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (body, first) = (signedIn.Required.Body, First);
        var tallies = db.CheckTallies.AsNoTracking().Where(t => t.Body == body && t.Regulation == Slug && t.Rule == Rule && (first == null || t.Month == first));
        (Name, Clause) = CheckMonths.Rule(library, Slug, Rule, text);
        if (Clause is null && !await tallies.AnyAsync(ct))
        {
            return NotFound();
        }

        var found = await (await cases.VisibleAsync(signedIn.Required, ct)).Where(a => tallies.Any(t => t.Application == a.Id))
            .Include(a => a.Versions).Include(a => a.Decisions).AsSplitQuery().ToListAsync(ct);
        Dismissals = [.. found.SelectMany(a => Dismissal.Of(a, Rule)).OrderByDescending(d => d.At)];
        Names = await CaseNames.ReadAsync(db, Dismissals.Select(d => d.By), ct);
        return Page();
    }
}

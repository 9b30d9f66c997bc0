using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Web.Pages.Accounts;

/// <summary>One version of the published policy with what it changed; every version stays readable (gx-p-6-2, is-t-6).</summary>
public sealed class PolicyVersionModel(ShiraseDb db, RegulationLibrary library) : PageModel
{
    public PolicyDocument Policy { get; private set; } = null!;

    public PolicyText Words { get; private set; } = null!;

    public Localized By { get; private set; } = new("—", "—");

    /// <summary>The version before it, or null for the first.</summary>
    public PolicyDocument? Before { get; private set; }

    public IReadOnlyList<PolicyDifference> Differences { get; private set; } = [];

    /// <summary>What was left out, rewritten or kept with a reason.</summary>
    public IReadOnlyList<(Localized Name, string Clause, string Why)> Deviations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken ct)
    {
        var versions = (await db.PolicyVersionsAsync(new(id), ct)).Where(v => v.State != PolicyDocumentState.Draft).ToList();
        if (versions.Find(v => v.Number == number) is not { } policy)
        {
            return NotFound();
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == policy.Account, ct);
        (Policy, Words, Before) = (policy, policy.Text(), versions.Where(v => v.Number < number).MaxBy(v => v.Number));
        Differences = Before is null ? [] : PolicyDocument.Differences(Before.Text(), Words);
        By = await db.Staff.AsNoTracking().Where(s => s.Id == policy.AdoptedBy).Select(s => new Localized(s.Name, s.NameEn)).SingleOrDefaultAsync(ct) ?? By;
        var outline = library.Find(account.Regulation, policy.RegulationVersion)?.Policy;
        Deviations = [.. policy.Fill().Reasons.Select(r => (Block: outline?.Block(r.Key), Why: r.Value)).Where(x => x.Block is not null).Select(x => (x.Block!.Name, x.Block.Clause, x.Why))];
        return Page();
    }
}

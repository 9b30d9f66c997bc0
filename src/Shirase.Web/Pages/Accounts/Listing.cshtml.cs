using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>公式アカウント一覧への掲載: where the website lists the account, as the system itself saw it (gx-4-1, ok-4-5-a, to-7-1-u-1).</summary>
public sealed class ListingModel(
    ShiraseDb db, PolicyPublicity publicity, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    public OfficialAccount Account { get; private set; } = null!;

    public string Clause { get; private set; } = "";

    /// <summary>The newest proof; null while the system did not see it.</summary>
    public PageProof? Seen { get; private set; }

    public bool MayProve { get; private set; }

    /// <summary>What was typed, else where it was seen, else the list on our own site.</summary>
    public string Entered { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, null, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostProveAsync(Guid id, string? address, CancellationToken ct)
    {
        var refusal = await publicity.ProveListingAsync(new(me.Required.Staff, me.Required.Body), new(id), address, ct);
        return refusal is null ? this.Done(text["PolicyTexts.Proved"], $"/accounts/{id}/listing")
            : await FindAsync(id, address, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, string? address, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day)?.ClauseFor("verb:prove-listing") is not { } clause)
        {
            return false;
        }

        (Account, Clause, Seen) = (account, clause, await db.ProofAsync(id, Told.Listing, ct));
        MayProve = account.State != AccountState.Deleted
            && KeepPolicyDocument.Sits(await reader.RosterAsync(account.Body, day, ct), me.Required.Staff, account, KeepPolicyDocument.Drafting);
        Entered = address ?? Seen?.Address ?? $"{SiteAddress.Of(HttpContext, account.Body)}/accounts";
        return true;
    }
}

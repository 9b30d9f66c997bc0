using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Gathers who is said to run an account in policy, list and profile. Called outside any transaction.</summary>
public sealed class ReadingOperators(ShiraseDb db, IReadPages pages)
{
    public const string Differs = "account.operator-differs";
    public const string Restored = "account.operator-restored";

    /// <summary>Null where the document does not ask for the operator's name in the profile.</summary>
    public async Task<(OperatorNames Names, string Clause)?> ReadAsync(OfficialAccount account, Regulation regulation, PlatformProfile profile, DateOnly day, CancellationToken ct)
    {
        if (regulation.Profile.FirstOrDefault(r => r.Aspect == ProfileAspect.Operator) is not { } rule)
        {
            return null;
        }

        var registered = await db.Bodies.AsNoTracking().Where(b => b.Id == account.Body).Select(b => b.Name).SingleAsync(ct);
        var policy = PolicyDocument.On(await db.PolicyVersionsAsync(account.Id, ct), day)?.Text().Passages.FirstOrDefault(p => p.Clause == rule.Clause)?.Text;
        var page = await ListAsync(account, ct);
        return (new(
            registered,
            policy,
            page is null ? null : PageProof.ExcerptOf(page.Text, [account.Handle, account.DisplayName]),
            page is not null && !WebsiteComparison.ListingLacks(page.Text, account, registered).Any(l => l.Ja.Contains(registered, StringComparison.Ordinal)),
            profile.Text), rule.Clause);
    }

    // A page that does not open is a matter of the look at the website, not of this
    private async Task<SeenPage?> ListAsync(OfficialAccount account, CancellationToken ct)
    {
        if (await db.ProofAsync(account.Id.Value, Told.Listing, ct) is not { } proof)
        {
            return null;
        }

        try
        {
            return await pages.ReadAsync(new(proof.Address), ct) is { Status: 200 } page ? page : null;
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }
}

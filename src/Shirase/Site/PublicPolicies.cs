using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>A version of the policy of an account as residents read it.</summary>
/// <param name="IsHolding">True for the version that holds today.</param>
/// <param name="Versions">Numbers and first days of all that were published, the newest first.</param>
public sealed record PublicPolicy(
    PublicAccount Account, int Number, DateOnly ValidFrom, PolicyText Text, bool IsHolding, IReadOnlyList<(int Number, DateOnly From)> Versions);

/// <summary>The published policies of the open body. A version that was withdrawn before it began was never published.</summary>
public sealed class PublicPolicies(ShiraseDb db, PublicAccounts accounts, TimeProvider clock)
{
    /// <param name="number">One version, or null for the one that holds.</param>
    /// <param name="on">A day whose version is asked for, or null for today.</param>
    public async Task<PublicPolicy?> FindAsync(Guid account, int? number, DateOnly? on, CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        if (await accounts.FindAsync(account, ct) is not { } shown)
        {
            return null;
        }

        var all = await db.PolicyVersionsAsync(new(account), ct);
        var published = all.Where(v => v.ValidFrom is { } from && from <= today && v.HoldsOn(from)).ToList();
        var holding = PolicyDocument.On(all, today);
        var asked = number is { } n ? published.Find(v => v.Number == n) : PolicyDocument.On(all, on is { } day && day <= today ? day : today);
        return asked is null ? null : new(
            shown, asked.Number, asked.ValidFrom!.Value, asked.Text(), asked.Id == holding?.Id, [.. published.Select(v => (v.Number, v.ValidFrom!.Value))]);
    }

    /// <summary>Accounts whose policy the public can read today.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var all = await db.PolicyDocuments.AsNoTracking().Where(v => v.State == PolicyDocumentState.Adopted).ToListAsync(ct);
        return all.Where(v => v.HoldsOn(today)).Select(v => v.Account.Value).ToHashSet();
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>What an account says about itself on its platform, beside what its regulation asks for. Never called inside a transaction.</summary>
public sealed class AccountProfiles(ShiraseDb db, ChannelSet channels, ChannelAccounts accounts, IReadPages pages)
{
    /// <summary>The channel that tells the profile of this account; null for accounts that are not connected and platforms that do not tell.</summary>
    public IReadProfiles? ReaderOf(OfficialAccount account) => account.Service is null ? null : channels.Find(account.Channel) as IReadProfiles;

    /// <param name="mode">What the account is for, where it is just being changed; null for what is entered.</param>
    public async Task<ProfileFacts> FactsAsync(OfficialAccount account, DateOnly day, CancellationToken ct, string? mode = null)
    {
        var facts = (await db.PolicyOfAsync(account.Id, ct))?.Facts();
        mode ??= facts?.Mode ?? "";
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == account.Owner).Select(u => u.Name).SingleAsync(ct);
        var body = await db.Bodies.AsNoTracking().Where(b => b.Id == account.Body).Select(b => b.Name).SingleAsync(ct);
        var policy = await db.SeenPolicyAsync(account.Id, day, ct);
        return new(account.Handle, account.DisplayName, unit, body, pages.Website, policy is { } seen ? new Uri(seen.Address) : facts is { Page.Length: > 0 } ? new Uri(facts.Page) : null, mode);
    }

    /// <summary>The profile now and what it lacks; null where nobody can tell.</summary>
    /// <exception cref="ChannelUnreachableException">The platform or the website did not answer.</exception>
    public async Task<(PlatformProfile Profile, IReadOnlyList<ProfileLack> Lacks)?> LookAsync(
        OfficialAccount account, Regulation regulation, DateOnly day, CancellationToken ct, string? mode = null)
    {
        if (ReaderOf(account) is not { } reader || await reader.ProfileAsync(accounts.Open(account), ct) is not { } profile)
        {
            return null;
        }

        var opens = new HashSet<Uri>();
        foreach (var link in ProfileComparison.LinksOf(profile).Where(pages.IsOurs))
        {
            if ((await pages.ReadAsync(link, ct)).Status == 200)
            {
                opens.Add(link);
            }
        }

        var wasMarked = await db.ProfileLooks.AsNoTracking().AnyAsync(l => l.Id == account.Id && l.WasMarked, ct);
        return (profile, ProfileComparison.Lacks(profile, regulation.Profile, await FactsAsync(account, day, ct, mode), opens.Contains, wasMarked));
    }
}

/// <summary>Reads where a policy was seen.</summary>
public static class SeenPolicies
{
    /// <summary>The newest version of the account's policy that holds on this day and was seen on the website, with the address; null for none.</summary>
    public static async Task<(PolicyDocument Version, string Address)?> SeenPolicyAsync(this ShiraseDb db, AccountId account, DateOnly day, CancellationToken ct)
    {
        var holding = (await db.PolicyVersionsAsync(account, ct)).Where(v => v.HoldsOn(day)).ToList();
        var ids = holding.Select(v => v.Id).ToList();
        var proofs = await db.PageProofs.AsNoTracking().Where(p => ids.Contains(p.Subject) && p.Told == Told.PolicyPage).ToListAsync(ct);
        return holding.Find(v => proofs.Exists(p => p.Subject == v.Id)) is { } seen
            ? (seen, proofs.Where(p => p.Subject == seen.Id).MaxBy(p => p.At)!.Address)
            : null;
    }
}

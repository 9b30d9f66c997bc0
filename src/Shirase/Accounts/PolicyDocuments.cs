using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Reads the policies that accounts publish.</summary>
public static class PolicyDocuments
{
    /// <summary>All versions, the newest first; a draft among them.</summary>
    public static Task<List<PolicyDocument>> PolicyVersionsAsync(this ShiraseDb db, AccountId account, CancellationToken ct) =>
        db.PolicyDocuments.AsNoTracking().Where(p => p.Account == account).OrderByDescending(p => p.Number).ToListAsync(ct);

    /// <summary>What the register says of an account, for a policy that holds from a day on.</summary>
    public static async Task<PolicySubject> PolicySubjectAsync(this ShiraseDb db, OfficialAccount account, DateOnly day, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == account.Owner, ct);
        var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == account.Body, ct);
        return new(body.Name, unit.Parent, unit.Name, account.DisplayName, account.Handle, account.Channel, day);
    }

    /// <summary>The proof that the system saw a version, or the notice of the start, on the website; null while it did not.</summary>
    public static Task<PageProof?> ProofAsync(this ShiraseDb db, Guid subject, Told told, CancellationToken ct) =>
        db.PageProofs.AsNoTracking().Where(p => p.Subject == subject && p.Told == told).OrderByDescending(p => p.At).FirstOrDefaultAsync(ct);

    /// <summary>
    /// Ids of the classes of content that the policy of each account names on a day, account by account. An account without an adopted policy is
    /// left out: the gate speaks of it.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> NamedClassesAsync(
        this ShiraseDb db, Regulation regulation, IReadOnlyCollection<AccountId> accounts, DateOnly day, CancellationToken ct)
    {
        if (regulation.Gate("public-policy") is null || regulation.ContentClasses.Count == 0 || accounts.Count == 0)
        {
            return [];
        }

        var versions = await db.PolicyDocuments.AsNoTracking().Where(p => accounts.Contains(p.Account) && p.State != PolicyDocumentState.Draft).ToListAsync(ct);
        return [.. versions.GroupBy(p => p.Account).Select(g => PolicyDocument.On(g, day)).OfType<PolicyDocument>().Select(p => PublishedClasses.Named(regulation, p.Text()))];
    }

    /// <summary>What the gate asks of the published policy on a day.</summary>
    public static async Task<PublicPolicyFacts> PublicPolicyAsync(this ShiraseDb db, OfficialAccount account, DateOnly day, CancellationToken ct)
    {
        var holding = (await db.PolicyVersionsAsync(account.Id, ct)).Where(p => p.HoldsOn(day)).ToList();
        var ids = holding.Select(p => p.Id).Append(account.Id.Value).ToList();
        var seen = await db.PageProofs.AsNoTracking().Where(p => ids.Contains(p.Subject) && (p.Told == Told.PolicyPage || p.Told == Told.Start || p.Told == Told.Listing))
            .Select(p => new { p.Subject, p.Told }).ToListAsync(ct);
        return new(
            holding.FirstOrDefault()?.Text(),
            holding.Find(p => seen.Exists(s => s.Told == Told.PolicyPage && s.Subject == p.Id))?.Text(),
            seen.Exists(s => s.Told == Told.Start),
            seen.Exists(s => s.Told == Told.Listing),
            account.Channel == "website");
    }
}

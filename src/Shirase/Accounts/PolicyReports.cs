using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>One report of policy and terms of use of an account, made or owed.</summary>
/// <param name="Policy">Version of the policy that was reported, or is to be; null while there is none.</param>
/// <param name="Terms">The same of the terms of use.</param>
/// <param name="Duty">The task to report: when it was due, done, by whom, and with which document.</param>
public sealed record PolicyReport(OfficialAccount Account, Localized Unit, int? Policy, int? Terms, Duty Duty)
{
    public bool IsReported => Duty.ClosedAt is not null;
}

/// <summary>The register of what was reported (報告の台帳, ok-4-2-c): account, both versions, date.</summary>
public sealed class PolicyReports(ShiraseDb db, RegulationLibrary library)
{
    /// <summary>The control of a clause whose duties are reports.</summary>
    public const string Control = "page:policy-reports";

    /// <summary>Those owed first, then the newest.</summary>
    public async Task<IReadOnlyList<PolicyReport>> ReadAsync(CancellationToken ct)
    {
        var rules = library.All.SelectMany(r => r.Clauses.Where(c => c.CarriedBy.Contains(Control)).SelectMany(c => c.CarriedBy)
            .Where(c => c.StartsWith("duty:", StringComparison.Ordinal)).Select(c => (r.Slug, Rule: c["duty:".Length..]))).Distinct().ToList();
        var names = rules.Select(r => r.Rule).Distinct().ToList();
        var duties = (await db.Duties.AsNoTracking().Where(d => names.Contains(d.Rule) && d.Account != null).ToListAsync(ct)).Where(d => rules.Contains((d.Regulation, d.Rule))).ToList();
        var ids = duties.Select(d => d.Account!.Value).Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
        var versions = (await db.PublishedPolicies.AsNoTracking().Where(p => ids.Contains(p.Account)).ToListAsync(ct)).ToLookup(p => p.Account);
        return
        [
            .. duties.Where(d => accounts.ContainsKey(d.Account!.Value)).Select(d =>
            {
                var account = accounts[d.Account!.Value];
                var (policy, terms) = PolicyVersions.At(versions[account.Id], d.ClosedAt);
                return new PolicyReport(account, units.GetValueOrDefault(account.Owner) ?? new("—", "—"), policy, terms, d);
            })
            .OrderBy(r => r.IsReported).ThenByDescending(r => r.Duty.ClosedAt ?? r.Duty.Due),
        ];
    }
}

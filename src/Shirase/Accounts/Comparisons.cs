using Microsoft.EntityFrameworkCore;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Reads comparisons of platforms.</summary>
public static class Comparisons
{
    /// <summary>
    /// What the gate asks of an account's platform; null where it needs no comparison. An account without a request was entered before requests
    /// were asked for: its comparison lies on paper.
    /// </summary>
    public static async Task<ComparisonFacts?> ComparisonOfAsync(this ShiraseDb db, OfficialAccount account, Regulation regulation, CancellationToken ct)
    {
        if (regulation.AccountRequest is not { Comparison: not null } rule
            || await db.AccountRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Account == account.Id, ct) is not { } request)
        {
            return null;
        }

        var platform = await db.Platforms.AsNoTracking().SingleAsync(p => p.Id == request.Platform, ct);
        return rule.Compares(platform.Name)
            ? new(await db.PlatformAssessments.AsNoTracking().Where(a => a.Request == request.Id && a.SignedAt != null).OrderByDescending(a => a.Number).FirstOrDefaultAsync(ct))
            : null;
    }

    public static Task<RiskBaseline?> BaselineAsync(this ShiraseDb db, string regulation, CancellationToken ct) =>
        db.RiskBaselines.AsNoTracking().Where(b => b.Regulation == regulation).OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);
}

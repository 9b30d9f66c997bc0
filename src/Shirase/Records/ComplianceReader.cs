using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>Gathers what a compliance report of a body speaks of.</summary>
public sealed class ComplianceReader(ShiraseDb db, TimeProvider clock)
{
    /// <summary>Most applications of one report; a longer period has to be asked in parts.</summary>
    public const int Most = 20_000;

    /// <summary>The report over applications filed from the first to the last day, both included.</summary>
    public async Task<ComplianceReport> ReadAsync(BodyId body, Regulation regulation, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (first, after) = (JapanTime.StartOf(from).ToUniversalTime(), JapanTime.StartOf(to.AddDays(1)).ToUniversalTime());
        var applications = await db.Applications.AsNoTracking().AsSplitQuery()
            .Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations)
            .Where(a => a.Body == body && a.Regulation == regulation.Slug && a.SubmittedAt >= first && a.SubmittedAt < after)
            .OrderBy(a => a.SubmittedAt).Take(Most).ToListAsync(ct);
        var gates = (await db.Deliveries.AsNoTracking()
                .Where(d => d.Body == body && d.PublishedAt != null && db.Applications.Any(a => a.Id == d.Application && a.Regulation == regulation.Slug && a.SubmittedAt >= first && a.SubmittedAt < after))
                .Select(d => new { d.Application, d.GateJson }).ToListAsync(ct))
            .ToLookup(d => d.Application, d => d.GateJson);
        var duties = await db.Duties.AsNoTracking()
            .Where(d => d.Body == body && d.Regulation == regulation.Slug && (d.ClosedAt == null || (d.ClosedAt >= first && d.ClosedAt < after))).ToListAsync(ct);
        return Compliance.Of(
            regulation,
            [.. applications.Select(a => (a, (IReadOnlyList<GateLine>)[.. gates[a.Id].Where(j => j.Length > 0).SelectMany(GateKeeper.FromJson)]))],
            duties,
            clock.GetUtcNow());
    }
}

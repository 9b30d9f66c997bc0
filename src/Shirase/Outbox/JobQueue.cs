using Microsoft.EntityFrameworkCore;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>Claims and finishes rows of the job table; any number of nodes may do so at once.</summary>
public sealed class JobQueue(ShiraseDb db)
{
    // One statement text for both databases; only PostgreSQL needs the row lock
    private string ClaimSql => $"""
        UPDATE jobs SET leased_until = @p0, fence = fence + 1, attempts = attempts + 1
        WHERE id = (SELECT id FROM jobs
            WHERE done_at IS NULL AND not_before <= @p1 AND (leased_until IS NULL OR leased_until < @p1)
            ORDER BY not_before, id LIMIT 1 {(db is PostgresDb ? "FOR UPDATE SKIP LOCKED" : "")})
        RETURNING *
        """;

    /// <summary>The next due job, leased to the caller, or null.</summary>
    public async Task<Job?> ClaimAsync(DateTimeOffset now, TimeSpan lease, CancellationToken ct) =>
        (await db.Jobs.FromSqlRaw(ClaimSql, (now + lease).UtcDateTime, now.UtcDateTime).AsNoTracking().ToListAsync(ct)).SingleOrDefault();

    /// <summary>Finishes a job; false when another claimant has it by now.</summary>
    public async Task<bool> DoneAsync(Job job, DateTimeOffset now, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(j => j.DoneAt, now).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), ct) == 1;

    /// <summary>Gives a job back until later.</summary>
    public async Task<bool> AgainAsync(Job job, DateTimeOffset at, string error, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.NotBefore, at).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null).SetProperty(j => j.LastError, error), ct) == 1;

    private IQueryable<Job> Mine(Job job) => db.Jobs.Where(j => j.Id == job.Id && j.Fence == job.Fence && j.DoneAt == null);
}

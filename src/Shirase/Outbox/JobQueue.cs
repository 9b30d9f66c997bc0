using Microsoft.EntityFrameworkCore;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>Claims and finishes rows of the job table; any number of nodes may do so at once.</summary>
public sealed class JobQueue(ShiraseDb db)
{
    /// <summary>The next due job, leased to the caller, or null.</summary>
    /// <param name="full">Queues in which the caller has no room now.</param>
    public async Task<Job?> ClaimAsync(DateTimeOffset now, TimeSpan lease, CancellationToken ct, IReadOnlyCollection<string>? full = null)
    {
        object[] values = [(now + lease).UtcDateTime, now.UtcDateTime, .. full ?? []];
        return (await db.Jobs.FromSqlRaw(ClaimSql(values.Length - 2), values).AsNoTracking().ToListAsync(ct)).SingleOrDefault();
    }

    /// <summary>Keeps a claim while its work lasts; false when another claimant has the job by now.</summary>
    public async Task<bool> RenewAsync(Job job, DateTimeOffset until, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until), ct) == 1;

    /// <summary>Gives a claim back before the work was finished; any node may take it at once.</summary>
    public async Task<bool> LeaveAsync(Job job, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), ct) == 1;

    /// <summary>Finishes a job; false when another claimant has it by now.</summary>
    public async Task<bool> DoneAsync(Job job, DateTimeOffset now, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(j => j.DoneAt, now).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), ct) == 1;

    /// <summary>Gives a job back until later, as its handler asked.</summary>
    public async Task<bool> AgainAsync(Job job, DateTimeOffset at, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.NotBefore, at).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.Failures, 0).SetProperty(j => j.LastError, ""), ct) == 1;

    /// <summary>Gives a job back after it broke; <paramref name="at"/> null gives it up.</summary>
    public async Task<bool> BrokeAsync(Job job, DateTimeOffset now, DateTimeOffset? at, string error, CancellationToken ct) =>
        await Mine(job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.NotBefore, j => at ?? j.NotBefore).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.Failures, j => j.Failures + 1).SetProperty(j => j.LastError, error)
                .SetProperty(j => j.GaveUpAt, at == null ? now : null), ct) == 1;

    /// <summary>Takes up again what was given up; false when it was not.</summary>
    public async Task<bool> ReplayAsync(Guid id, DateTimeOffset now, CancellationToken ct) =>
        await db.Jobs.Where(j => j.Id == id && j.GaveUpAt != null).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.GaveUpAt, (DateTimeOffset?)null).SetProperty(j => j.Failures, 0).SetProperty(j => j.NotBefore, now), ct) == 1;

    // One statement text for both databases; only PostgreSQL needs the row lock
    private string ClaimSql(int full) => $"""
        UPDATE jobs SET leased_until = @p0, fence = fence + 1, attempts = attempts + 1
        WHERE id = (SELECT id FROM jobs
            WHERE done_at IS NULL AND gave_up_at IS NULL AND not_before <= @p1 AND (leased_until IS NULL OR leased_until < @p1)
                {(full == 0 ? "" : $"AND lane NOT IN ({string.Join(", ", Enumerable.Range(2, full).Select(i => $"@p{i}"))})")}
            ORDER BY not_before, id LIMIT 1 {(db is PostgresDb ? "FOR UPDATE SKIP LOCKED" : "")})
        RETURNING *
        """;

    private IQueryable<Job> Mine(Job job) => db.Jobs.Where(j => j.Id == job.Id && j.Fence == job.Fence && j.DoneAt == null);
}

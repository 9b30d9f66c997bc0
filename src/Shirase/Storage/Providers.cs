using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Records;

namespace Shirase.Storage;

/// <summary>The store in one file, for one process.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CurrentBody body) : ShiraseDb(options, body)
{
    // BEGIN IMMEDIATE has taken the one write lock already
    protected override async Task<JournalHead?> LockHeadAsync(BodyId of, CancellationToken ct)
    {
        foreach (var stale in ChangeTracker.Entries<JournalHead>().ToList())
        {
            stale.State = EntityState.Detached;
        }

        return await JournalHeads.SingleOrDefaultAsync(h => h.Body == of, ct);
    }
}

/// <summary>The store on PostgreSQL, for any number of nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, CurrentBody body) : ShiraseDb(options, body)
{
    protected override async Task<JournalHead?> LockHeadAsync(BodyId of, CancellationToken ct)
    {
        foreach (var stale in ChangeTracker.Entries<JournalHead>().ToList())
        {
            stale.State = EntityState.Detached;
        }

        // Also the first entry of a body must queue: there is no row to lock yet
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({of.Slug}))", ct);
        return await JournalHeads.SingleOrDefaultAsync(h => h.Body == of, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;

namespace Shirase.Storage;

/// <summary>The store in one file, for one process.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CurrentBody body) : ShiraseDb(options, body)
{
    // BEGIN IMMEDIATE has taken the one write lock already
    protected override Task LockBodyAsync(BodyId of, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>The store on PostgreSQL, for any number of nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, CurrentBody body) : ShiraseDb(options, body)
{
    // An advisory lock, because the first entry of a body has no row to lock yet
    protected override Task LockBodyAsync(BodyId of, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({of.Slug}))", ct);
}

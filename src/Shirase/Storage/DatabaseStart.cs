using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shirase.Storage;

/// <summary>Opens the database at the start: brings the schema up to date, or says in one sentence why it cannot.</summary>
public sealed partial class DatabaseStart(ShiraseDb db, IOptions<StorageOptions> options, ILogger<DatabaseStart> logger)
{
    /// <summary>Migrates under a lock, so that nodes starting together do not meet. Null when the database is ready.</summary>
    public Task<DatabaseRefusal?> RunAsync(CancellationToken ct) => GuardAsync(MigrateAsync, mayCreate: true, ct);

    /// <summary>The same for programs beside the web server: nothing is created or changed.</summary>
    public Task<DatabaseRefusal?> CheckAsync(CancellationToken ct) => GuardAsync(ReadyAsync, mayCreate: false, ct);

    private async Task<DatabaseRefusal?> GuardAsync(Func<CancellationToken, Task<DatabaseRefusal?>> work, bool mayCreate, CancellationToken ct)
    {
        try
        {
            return Prepare(mayCreate) ?? await work(ct);
        }
        catch (Exception e) when (DatabaseWords.Of(e, db.Database.GetConnectionString() ?? "", options.Value.LockSeconds) is { } refusal)
        {
            LogRefused(refusal.Code, e);
            return refusal;
        }
    }

    private DatabaseRefusal? Prepare(bool mayCreate)
    {
        if (!db.Database.IsSqlite())
        {
            return string.IsNullOrWhiteSpace(options.Value.ConnectionString) ? new ConnectionIsMissing() : null;
        }

        if (SqliteBootstrap.UsesLastResort)
        {
            LogLastResort();
        }

        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file == ":memory:")
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (mayCreate && options.Value.ConnectionString is null)
        {
            // Only our own default place is made; a configured folder that is missing is a wrong path or an unmounted disk
            Directory.CreateDirectory(folder);
        }

        return !Directory.Exists(folder) ? new FolderIsMissing(folder)
            : Directory.Exists(file) ? new FileIsNoDatabase(file)
            : !mayCreate && !File.Exists(file) ? new FileIsMissing(file)
            : null;
    }

    private async Task<DatabaseRefusal?> ReadyAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await NewerAsync(ct)
                ?? ((await db.Database.GetPendingMigrationsAsync(ct)).Count() is > 0 and var missing ? new SchemaIsOlder(missing) : null);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<DatabaseRefusal?> MigrateAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var alone = await StartLock.TakeAsync(db, options.Value.LockSeconds, ct);
            if (await NewerAsync(ct) is { } refusal)
            {
                return refusal;
            }

            await db.Database.MigrateAsync(ct);
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
            }

            return null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<DatabaseRefusal?> NewerAsync(CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var foreign = (await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m));
        return foreign is null ? null : new SchemaIsNewer(foreign);
    }

    [LoggerMessage(1, LogLevel.Error, "The database cannot be used: {Code}", EventName = nameof(LogRefused))]
    private partial void LogRefused(string code, Exception cause);

    [LoggerMessage(2, LogLevel.Warning, "The operating system's SQLite was not found; the packaged, older one is in use. Install libsqlite3.", EventName = nameof(LogLastResort))]
    private partial void LogLastResort();
}

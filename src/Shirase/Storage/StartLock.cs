using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shirase.Storage;

/// <summary>Lets one process at a time bring the schema up to date.</summary>
internal sealed class StartLock(IAsyncDisposable? held) : IAsyncDisposable
{
    private const long Key = 0x5368_6972_6173_65; // "Shirase"

    public static async Task<StartLock> TakeAsync(ShiraseDb db, int seconds, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", ct);
            return new StartLock(new Advisory(db));
        }

        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file == ":memory:")
        {
            return new StartLock(null);
        }

        var held = await FileAsync(file + ".start", file, seconds, ct);
        await ForgetAbandonedAsync(db, ct);
        return new StartLock(held);
    }

    public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<FileStream> FileAsync(string path, string database, int seconds, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException e) when (File.Exists(path) && e is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (tries >= seconds * 10)
                {
                    throw new DatabaseInUseException(database, e);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    // EF Core's own lock is a row that a killed process leaves behind for ever; holding the file, we know nobody else migrates
    private static async Task ForgetAbandonedAsync(ShiraseDb db, CancellationToken ct)
    {
        var tables = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct);
        }
    }

    private sealed class Advisory(ShiraseDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})");
    }
}

/// <summary>Another process kept the start lock too long.</summary>
internal sealed class DatabaseInUseException(string file, Exception inner) : IOException($"{file} is in use", inner);

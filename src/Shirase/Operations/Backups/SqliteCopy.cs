using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Operations.Backups;

/// <summary>SQLite's own online backup: a whole copy of one moment, while others write.</summary>
internal sealed class SqliteCopy(SqliteDb db) : IDatabaseCopy
{
    public string Provider => "sqlite";

    public string FileName => "database.sqlite";

    public async Task<(CopyFacts? Facts, Refusal? Refusal)> WriteAsync(string file, CancellationToken ct)
    {
        await CopyAsync(db.Database.GetConnectionString()!, Plain(file), ct);
        await using var copy = Open(file);

        // One file, without a log beside it that somebody forgets
        await copy.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=DELETE", ct);
        if (await DamagedAsync(copy, ct))
        {
            return (null, new BackupIsDamaged(file));
        }

        var migration = (await copy.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "";
        return (new(migration, await new JournalProof(copy).RunAsync(null, ct)), null);
    }

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return !File.Exists(file)
            || (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table'").ToListAsync(ct)).Single() == 0;
    }

    public async Task<Refusal?> ReadAsync(string file, CancellationToken ct)
    {
        await using (var copy = Open(file, "ReadOnly"))
        {
            if (await DamagedAsync(copy, ct))
            {
                return new BackupIsDamaged(file);
            }
        }

        var target = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target.DataSource))!);
        await CopyAsync(Plain(file, "ReadOnly"), db.Database.GetConnectionString()!, ct);
        return null;
    }

    private static async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        await using var source = new SqliteConnection(from);
        await using var target = new SqliteConnection(to);
        await source.OpenAsync(ct);
        await target.OpenAsync(ct);
        source.BackupDatabase(target);
    }

    private static async Task<bool> DamagedAsync(SqliteDb copy, CancellationToken ct)
    {
        try
        {
            return (await copy.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(ct)) is not ["ok"];
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    private static SqliteDb Open(string file, string mode = "ReadWrite") =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Plain(file, mode)).Options, new CurrentBody());

    private static string Plain(string file, string mode = "ReadWriteCreate") => $"Data Source={file};Pooling=False;Mode={mode}";
}

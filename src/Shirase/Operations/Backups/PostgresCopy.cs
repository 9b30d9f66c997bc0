using System.ComponentModel;
using System.Data;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Shirase.Core;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Operations.Backups;

/// <summary>
/// PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>. The journal is proved in the very snapshot that is written, so that the manifest
/// fits although others write meanwhile.
/// </summary>
internal sealed class PostgresCopy(PostgresDb db, IOptions<BackupOptions> options) : IDatabaseCopy
{
    private const string Aside = "shirase_before_restore";

    public string Provider => "postgres";

    public string FileName => "database.dump";

    public async Task<(CopyFacts? Facts, Refusal? Refusal)> WriteAsync(string file, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var snapshot = (await db.Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"").ToListAsync(ct)).Single();
        var migration = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "";
        var facts = new CopyFacts(migration, await new JournalProof(db).RunAsync(null, ct));
        var refusal = await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--schema=public", $"--snapshot={snapshot}", $"--file={file}"], ct)
            ?? await RunAsync("pg_restore", ["--list", file], ct);
        return refusal is null ? (facts, null) : (null, refusal);
    }

    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync(ct)).Single() == 0;

    public async Task<Refusal?> ReadAsync(string file, CancellationToken ct)
    {
        // Put aside and not dropped: until the copy stands, what was there can come back
        await db.Database.ExecuteSqlRawAsync($"DROP SCHEMA IF EXISTS {Aside} CASCADE; ALTER SCHEMA public RENAME TO {Aside}; CREATE SCHEMA public", ct);
        var refusal = await RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--schema=public", $"--dbname={Target.Database}", file], ct);
        await db.Database.ExecuteSqlRawAsync(
            refusal is null
                ? $"DROP SCHEMA {Aside} CASCADE"
                : $"DROP SCHEMA public CASCADE; ALTER SCHEMA {Aside} RENAME TO public",
            CancellationToken.None);
        return refusal;
    }

    private NpgsqlConnectionStringBuilder Target => new(db.Database.GetConnectionString());

    private async Task<Refusal?> RunAsync(string program, string[] words, CancellationToken ct)
    {
        var start = new ProcessStartInfo(options.Value.PostgresPrograms is { Length: > 0 } folder ? Path.Combine(folder, program) : program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // In the environment: other users of the machine can read arguments
        var target = Target;
        Set(start, "PGHOST", target.Host);
        Set(start, "PGPORT", target.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGUSER", target.Username);
        Set(start, "PGPASSWORD", target.Password);
        Set(start, "PGPASSFILE", target.Passfile);
        Set(start, "PGDATABASE", target.Database);
        Set(start, "PGSSLROOTCERT", target.RootCertificate);
        Set(start, "PGSSLMODE", target.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEndAsync(ct);
            await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : new ProgramFailed(program, (await said).Split('\n')[0].Trim());
        }
        catch (Win32Exception)
        {
            return new ProgramIsMissing(program);
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            start.Environment[name] = value;
        }
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Operations.Health;

/// <summary>Whether the folder of the keys can be written: without it nobody signs in after the next renewal of the keys.</summary>
public sealed class KeysHealth(KeyFolder keys) : IHealthCheck
{
    private static readonly Localized Title = new("鍵のフォルダー", "Folder of keys");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Not .xml: the framework would read it as a key
        var trial = Path.Combine(keys.Path, $".trial-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(keys.Path);
            await File.WriteAllBytesAsync(trial, [], cancellationToken);
            File.Delete(trial);
            return Condition.Fine(Title, new("書き込めます。", "It can be written.")).Result();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Condition(HealthStatus.Unhealthy, Title,
                new("鍵のフォルダーに書き込めません。サインインや発信先への接続ができなくなります。", "The folder of keys cannot be written; signing in and platform accounts will fail."),
                new($"システム管理者が {keys.Path} の権限と空き容量を確かめてください。", $"The administrator has to check permissions and space of {keys.Path}.")).Result();
        }
    }
}

/// <summary>Whether there is room on the disk of the database, or of the keys where the database lies elsewhere.</summary>
public sealed class DiskHealth(ShiraseDb db, KeyFolder keys, IOptions<HealthOptions> options) : IHealthCheck
{
    private static readonly Localized Title = new("ディスクの空き", "Disk space");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var place = db.Database.IsSqlite() && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is { } file && file != ":memory:"
            ? Path.GetDirectoryName(Path.GetFullPath(file))!
            : keys.Path;
        long? free = null;
        try
        {
            free = new DriveInfo(Directory.Exists(place) ? place : "/").AvailableFreeSpace / 1_000_000;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Nothing is known of it; the other conditions tell what follows
        }

        var said = free is { } megabytes ? megabytes.ToString("N0", CultureInfo.InvariantCulture) : "?";
        var (ja, en) = ($"残り{said}MBです。", $"{said} MB are left.");
        return Task.FromResult((free is null || free >= options.Value.DiskMegabytes
            ? Condition.Fine(Title, new(ja, en))
            : new Condition(HealthStatus.Degraded, Title, new(ja + "いっぱいになると何も記録できなくなります。", en + " When it is full nothing can be recorded any more."),
                new($"システム管理者が {place} の空きを{options.Value.DiskMegabytes}MB以上にしてください。", $"The administrator has to make {options.Value.DiskMegabytes} MB free for {place}."))).Result());
    }
}

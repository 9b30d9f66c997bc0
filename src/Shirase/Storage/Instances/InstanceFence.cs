using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Core;

namespace Shirase.Storage.Instances;

/// <summary>
/// Whether this installation may send. It closes itself when its database was restored, copied or moved, or when its clock
/// stepped; only an administrator opens it.
/// </summary>
public sealed class InstanceFence(ShiraseDb db, InstanceFile file, ClockWatch watch, IOptions<InstanceOptions> options, TimeProvider clock, ILogger<InstanceFence> log)
{
    private DateTimeOffset Now => clock.GetUtcNow().Truncated();

    /// <summary>What database and file together say at a start. Pure.</summary>
    public static ClosedBecause? Doubt(Instance row, InstanceMark? mark, DateTimeOffset now, TimeSpan silence) =>
        mark is null || mark.Id != row.Id ? ClosedBecause.Moved
        : row.Pulse < mark.Pulse ? ClosedBecause.Older
        : now - row.Pulse > silence ? ClosedBecause.Silent
        : null;

    /// <summary>Call at the start of a node, when the database is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        watch.HasStepped();
        var mark = file.Read();
        var row = await db.Instances.SingleOrDefaultAsync(ct);
        if (row is null)
        {
            // A database without its mark is new, or older than the fence; beside the mark of another one it was put there
            row = new Instance(mark?.Id ?? Guid.CreateVersion7(Now), Now);
            db.Add(row);
            if (mark is not null && await db.Jobs.AnyAsync(ct))
            {
                row.Close(ClosedBecause.Older, Now);
            }
        }
        else if (Doubt(row, mark, Now, options.Value.Silence) is { } doubt)
        {
            row.Close(doubt, Now);
        }
        else if (await DiffersFromDatabaseAsync(ct))
        {
            row.Close(ClosedBecause.Clock, Now);
        }

        await db.SaveChangesAsync(ct);
        if (row.Closed is { } because)
        {
            log.Closed(because);
        }

        await BeatAsync(ct);
    }

    /// <summary>The sign of life: first in the database, then in the file, so that the file is never ahead of its own database.</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        var now = Now;
        await db.Instances.Where(i => i.Pulse < now).ExecuteUpdateAsync(s => s.SetProperty(i => i.Pulse, now), ct);
        if (await db.Instances.AsNoTracking().SingleOrDefaultAsync(ct) is { } row)
        {
            file.Write(new(row.Id, row.Pulse));
        }
    }

    /// <summary>Why nothing may be sent now, or null. Asked before every claim; a step of the clock closes at once.</summary>
    public async Task<ClosedBecause?> ClosedAsync(CancellationToken ct)
    {
        if (watch.HasStepped())
        {
            await CloseAsync(ClosedBecause.Clock, ct);
        }

        return (await db.Instances.AsNoTracking().SingleOrDefaultAsync(ct))?.Closed;
    }

    public async Task CloseAsync(ClosedBecause because, CancellationToken ct)
    {
        var (now, name) = (Now, because.ToString());
        await db.Instances.Where(i => i.ClosedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ClosedAt, now).SetProperty(i => i.Because, name), ct);
        log.Closed(because);
    }

    private async Task<bool> DiffersFromDatabaseAsync(CancellationToken ct)
    {
        if (db is not PostgresDb)
        {
            return false;
        }

        var theirs = (await db.Database.SqlQueryRaw<DateTime>("SELECT now() AS \"Value\"").ToListAsync(ct)).Single();
        return (TimeProvider.System.GetUtcNow() - new DateTimeOffset(theirs.ToUniversalTime(), TimeSpan.Zero)).Duration() > options.Value.ClockStep;
    }
}

internal static partial class InstanceLog
{
    [LoggerMessage(EventName = nameof(Closed), Level = LogLevel.Error, Message = "This installation sends nothing until an administrator opens it: {Because}.")]
    public static partial void Closed(this ILogger log, ClosedBecause because);

    [LoggerMessage(EventName = nameof(PulseFailed), Level = LogLevel.Warning, Message = "The sign of life could not be written; the next one follows.")]
    public static partial void PulseFailed(this ILogger log, Exception exception);
}

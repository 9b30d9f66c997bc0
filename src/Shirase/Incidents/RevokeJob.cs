using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// Tells the platform that the tokens of a stopped account shall work no more, and then forgets them (gx-3-1-b-1). From the stop on
/// nothing else can use them; after a day they are forgotten in any case, and somebody has to take them back by hand.
/// </summary>
public sealed class RevokeJob(ShiraseDb db, CaseReader reader, ChannelSet channels, IPlatformTokens tokens) : IJobHandler
{
    public const string Kind = "revoke-tokens";

    /// <summary>Wait between two attempts. Ours.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    /// <summary>How long it is tried. Ours.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.AccountStops.AsNoTracking().SingleOrDefaultAsync(s => s.Id == job.Subject, ct) is not { RevokedAt: null, Grant: { } grant } stop)
        {
            return null;
        }

        var channel = await db.Accounts.AsNoTracking().Where(a => a.Id == stop.Account).Select(a => a.Channel).SingleAsync(ct);
        var isDone = await TryAsync(channels.Find(channel) as IRevokeTokens, job.Body, grant, ct);
        if (!isDone && reader.Now - stop.At < Longest)
        {
            return reader.Now + Again;
        }

        await EndAsync(job, grant, isDone, ct);
        return null;
    }

    public async Task GiveUpAsync(Job job, CancellationToken ct)
    {
        if (await db.AccountStops.AsNoTracking().SingleOrDefaultAsync(s => s.Id == job.Subject, ct) is { RevokedAt: null, Grant: { } grant })
        {
            await EndAsync(job, grant, isDone: false, ct);
        }
    }

    private async Task<bool> TryAsync(IRevokeTokens? channel, BodyId body, Guid grant, CancellationToken ct)
    {
        if (channel is null || await tokens.ReadAsync(body, grant, ct) is not { } stored)
        {
            return false;
        }

        try
        {
            await channel.RevokeAsync(stored.Pair, ct);
            return true;
        }
        catch (ChannelUnreachableException)
        {
            return false;
        }
    }

    private async Task EndAsync(Job job, Guid grant, bool isDone, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(job.Body, ct);
        var now = reader.Now;
        var stop = await db.AccountStops.SingleAsync(s => s.Id == job.Subject, ct);
        if (isDone)
        {
            stop.Revoked(now);
        }
        else
        {
            stop.WasNotRevoked();
        }

        await db.AccountTokens.Where(t => t.Id == grant).ExecuteDeleteAsync(ct);
        db.Record(job.Body, now, isDone ? "account.tokens-revoked" : "account.tokens-not-revoked", $"account/{stop.Account}", new { stop = stop.Id, clause = IncidentNotices.Stop });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Outbox;

namespace Shirase.Posts;

/// <summary>
/// 照合: a message whose answer was lost, or whose node died, is looked for on the platform. Found, it is published. Not found on a
/// platform that keeps our key, it waits again and the gate judges it anew; elsewhere, after some looks, a human decides.
/// </summary>
public sealed partial class PublishJob
{
    private async Task<DateTimeOffset?> ReconcileAsync(PostDelivery seen, CancellationToken ct)
    {
        if (await ClaimLookAsync(seen, ct) is not { } claim)
        {
            return reader.Now;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == seen.Account, ct);
        var (found, asked) = await FindAsync(seen, account, ct);
        if (found is not null && await IsAnothersAsync(found.Id, seen, ct))
        {
            found = null;
        }

        var readBack = found is null ? null : await ReadBackAsync(found.Id, seen, account, ct);
        return await SaveAsync(seen.Id, claim, seen.Body, (open, delivery, now) => found is not null
            ? Published(open, delivery, found.Id, found.Address, readBack ?? found, now)
            : NotFound(open, delivery, asked, now), ct);
    }

    private async Task<int?> ClaimLookAsync(PostDelivery seen, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(seen.Body, ct);
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == seen.Id, ct);
        if (!delivery.MayStand || delivery.Fence != seen.Fence)
        {
            return null;
        }

        var claim = delivery.ClaimLook();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return claim;
    }

    private async Task<(RemotePost? Found, bool Asked)> FindAsync(PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == delivery.Application, ct);
            return (await outgoing.FindAsync(delivery, application.Versions.Single(v => v.Number == delivery.Version).Content, account, ct), true);
        }
        catch (ChannelUnreachableException)
        {
            return (null, false);
        }
    }

    // On platforms without a key of ours, equal words of two applications look alike; a repost stands once for both
    private async Task<bool> IsAnothersAsync(RemoteId id, PostDelivery delivery, CancellationToken ct) =>
        delivery.OutgoingText.Length > 0 && await db.Deliveries.AnyAsync(d => d.RemoteId == id.Value && d.Account == delivery.Account && d.Id != delivery.Id, ct);

    private DateTimeOffset? NotFound(OpenCase open, PostDelivery delivery, bool asked, DateTimeOffset now)
    {
        if (asked && outgoing.RepeatsSafely(delivery))
        {
            delivery.Retry(now);
            return now;
        }

        var next = now + Wait(delivery.Looks.Count + 1);
        delivery.Looked(new(now, asked), asked
            ? new("発信先にまだ見当たりません。もう一度確かめます。", "The platform does not show it; looking again.")
            : new("発信先に確かめられません。繰り返しています。", "The platform cannot be asked; trying again."), next);
        var isOver = delivery.Looks.Count(l => l.Asked) >= options.Value.Looks
            || now - (delivery.AttemptedAt ?? delivery.DueAt) > options.Value.LookFor;
        if (!isOver)
        {
            return next;
        }

        AskHuman(open, delivery, now);
        return null;
    }

    private TimeSpan Wait(int look) => options.Value.FirstLook * Math.Pow(2, Math.Min(look, 5));

    // Two jobs may stand for one delivery after it was ordered anew; only one may touch it while it is being sent
    private Task<bool> IsAtWorkElsewhereAsync(Job job, CancellationToken ct)
    {
        var now = reader.Now;
        return db.Jobs.AnyAsync(j => j.Kind == Kind && j.Subject == job.Subject && j.Id != job.Id && j.DoneAt == null && j.LeasedUntil > now, ct);
    }
}

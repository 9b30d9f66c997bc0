using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>Removes a delivery from its platform and proves by reading back that it is gone; tries until then (gx-13-4-5).</summary>
public sealed class RemoveJob(ShiraseDb db, CaseReader reader, Outgoing outgoing, Notices notices) : IJobHandler
{
    public const string Kind = "remove";

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new DeliveryId(job.Subject);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (delivery is not { State: DeliveryState.Removing })
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delivery.Account, ct);
        var trouble = await RemoveAsync(delivery, account, ct);

        await using var transaction = await db.BeginChangeAsync(delivery.Body, ct);
        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var tracked = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        var now = reader.Now;
        if (trouble is null)
        {
            tracked.Remove(now);
            if (!await db.Deliveries.AnyAsync(d => d.Application == delivery.Application && d.Id != id && (d.State == DeliveryState.Published || d.State == DeliveryState.Removing), ct))
            {
                open.Application.MarkRemoved(now);
            }

            db.Record(delivery.Body, now, "delivery.removed", $"delivery/{id}", new { seconds = (int)(now - delivery.RemovalOrderedAt!.Value).TotalSeconds });
        }
        else
        {
            tracked.RemovalIsInTrouble(trouble);
            if (job.Attempts == 1)
            {
                db.Record(delivery.Body, now, "delivery.removal-failed", $"delivery/{id}");
                notices.Tell(open, new Act(new StaffId(Guid.Empty), now),
                    Notices.RoleOf(open, "operation-officer").Concat(Notices.RoleOf(open, "pr-officer")), "delivery.removal-failed",
                    new($"【至急】{open.Application.Number}を削除できません。管理用端末から手作業で削除してください。消えたことを確かめるまで繰り返します。", $"URGENT: {open.Application.Number} could not be deleted. Delete it by hand; the system goes on until it is verified gone."),
                    open.Regulation.ClauseFor("verb:remove"));
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return trouble is null ? null : now.AddSeconds(open.Regulation.Number("delete-retry-seconds", 30));
    }

    private async Task<Localized?> RemoveAsync(PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        var id = new RemoteId(delivery.RemoteId);
        try
        {
            if (await outgoing.RemoveAsync(id, delivery, account, ct) is not DeliveryOutcome.Removed)
            {
                return new("発信先が削除を受け付けません。繰り返しています。", "The platform does not accept the deletion; trying again.");
            }

            return await outgoing.ReadAsync(id, delivery, account, ct) is null
                ? null
                : new("削除を指示しましたが、まだ表示されています。繰り返しています。", "Deletion was ordered but the post still stands; trying again.");
        }
        catch (ChannelUnreachableException)
        {
            return new("発信先に接続できません。繰り返しています。", "The platform cannot be reached; trying again.");
        }
    }
}

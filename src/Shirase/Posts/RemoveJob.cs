using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// Removes a delivery from its platform and proves by reading back that it is gone; tries until then (gx-13-4-5). What was on its way
/// or unknown when it was ordered gone is looked for first; what stands there is copied before it is taken away.
/// </summary>
public sealed class RemoveJob(ShiraseDb db, CaseReader reader, Outgoing outgoing, Notices notices) : IJobHandler
{
    public const string Kind = "remove";

    /// <summary>Wait between two looks for what was on its way. Ours; most platforms answer within seconds.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private static readonly Localized NotFoundYet = new(
        "送信中に削除を指示しました。掲載されていないか探しています。", "Its deletion was ordered while it was on its way; looking whether it stands.");

    private static readonly Localized NoCredentials = new(
        "アカウントを停止したため認証情報がありません。発信先の画面から手作業で削除し、確かめたことを「誤り対応」の画面に入力してください。",
        "The account is stopped and has no credentials. Delete it by hand on the platform and enter what you saw on the page \"dealing with an error\".");

    private static readonly Localized Unreachable = new("発信先に接続できません。繰り返しています。", "The platform cannot be reached; trying again.");

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new DeliveryId(job.Subject);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (delivery is not { State: DeliveryState.Removing })
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delivery.Account, ct);
        if (delivery.RemoteId.Length == 0)
        {
            var (found, wait) = await LookForAsync(delivery, account, job, ct);
            if (found is null)
            {
                return wait;
            }

            delivery = await FoundAsync(id, found, ct);
        }

        await KeepCopyAsync(delivery, account, ct);
        return await SaveAsync(id, job, await RemoveAsync(delivery, account, ct), ct);
    }

    /// <summary>A deletion that the program itself cannot carry out is left to hands; the alarm goes on (gx-13-4-5).</summary>
    public async Task GiveUpAsync(Job job, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(job.Body, ct);
        var id = new DeliveryId(job.Subject);
        if (await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, ct) is { State: DeliveryState.Removing } delivery)
        {
            var open = (await reader.OpenAsync(delivery.Application, ct))!;
            delivery.RemovalIsInTrouble(new("システムの不具合で削除できません。手作業で削除し、システム管理者に連絡してください。", "The system cannot delete it. Delete it by hand and tell the administrator."));
            notices.Tell(open, new Act(new StaffId(Guid.Empty), reader.Now),
                Notices.RoleOf(open, "operation-officer").Concat(Notices.RoleOf(open, "pr-officer")), "delivery.removal-failed",
                new($"【至急】{open.Application.Number}をシステムでは削除できません。管理用端末から手作業で削除し、システム管理者に連絡してください。", $"URGENT: the system cannot delete {open.Application.Number}. Delete it by hand and tell the administrator."),
                open.Regulation.ClauseFor("verb:remove"));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    // Null and null: it never stood there, and the case is settled
    private async Task<(RemotePost? Found, DateTimeOffset? Wait)> LookForAsync(PostDelivery delivery, OfficialAccount account, Job job, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == delivery.Application, ct);
        try
        {
            var content = application.Versions.Single(v => v.Number == delivery.Version).Content;
            if (await outgoing.FindAsync(delivery, content, account, ct) is { } found)
            {
                return (found, null);
            }
        }
        catch (ChannelUnreachableException)
        {
            return (null, await SaveAsync(delivery.Id, job, Unreachable, ct));
        }

        await using var transaction = await db.BeginChangeAsync(delivery.Body, ct);
        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var tracked = await db.Deliveries.SingleAsync(d => d.Id == delivery.Id, ct);
        var now = reader.Now;
        var isOver = now - delivery.RemovalOrderedAt >= TimeSpan.FromMinutes(open.Regulation.Number("delete-look-minutes", 10));
        if (isOver)
        {
            await GoneAsync(open, tracked, now, "delivery.never-stood", ct);
        }
        else
        {
            tracked.RemovalIsInTrouble(NotFoundYet);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (null, isOver ? null : now + LookAgain);
    }

    private async Task<PostDelivery> FoundAsync(DeliveryId id, RemotePost found, CancellationToken ct)
    {
        var now = reader.Now;
        var delivery = await db.Deliveries.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        await using var transaction = await db.BeginChangeAsync(delivery.Body, ct);
        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        delivery.WasFound(found.Id, found.Address, now);
        open.Application.MarkPublished(now);
        db.Record(delivery.Body, now, "delivery.found", $"delivery/{id}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return delivery;
    }

    // The exact text is kept since it was ordered; what really stood there is kept beside it. Never a reason to wait
    private async Task KeepCopyAsync(PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        if (delivery.StoodAt is not null)
        {
            return;
        }

        try
        {
            if (await outgoing.ReadAsync(new RemoteId(delivery.RemoteId), delivery, account, ct) is { } standing)
            {
                var now = reader.Now;
                await using var transaction = await db.BeginChangeAsync(delivery.Body, ct);
                (await db.Deliveries.SingleAsync(d => d.Id == delivery.Id, ct)).KeepCopy(standing.Text, now);
                db.Record(delivery.Body, now, "delivery.copied", $"delivery/{delivery.Id}", new { images = standing.ImageAlts.Count });
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                db.ChangeTracker.Clear();
            }
        }
        catch (ChannelUnreachableException)
        {
            // Tried again at the next attempt
        }
    }

    // Some platforms show posts to everybody, others to nobody without credentials
    private async Task<bool> IsGoneAsync(RemoteId id, PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            return await outgoing.ReadAsync(id, delivery, account, ct) is null;
        }
        catch (ChannelUnreachableException)
        {
            return false;
        }
    }

    // Gone is what cannot be read any more, whoever took it away; what the platform says of the deletion is not believed either way
    private async Task<Localized?> RemoveAsync(PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        var id = new RemoteId(delivery.RemoteId);
        if (account is { Service: not null, ProtectedSecret: null } && delivery.Channel == account.Channel)
        {
            return await IsGoneAsync(id, delivery, account, ct) ? null : NoCredentials;
        }

        try
        {
            var outcome = await outgoing.RemoveAsync(id, delivery, account, ct);
            return await outgoing.ReadAsync(id, delivery, account, ct) is null ? null
                : outcome is DeliveryOutcome.Removed
                    ? new("削除を指示しましたが、まだ表示されています。繰り返しています。", "Deletion was ordered but the post still stands; trying again.")
                    : new("発信先が削除を受け付けません。繰り返しています。", "The platform does not accept the deletion; trying again.");
        }
        catch (ChannelUnreachableException)
        {
            return Unreachable;
        }
    }

    private async Task<DateTimeOffset?> SaveAsync(DeliveryId id, Job job, Localized? trouble, CancellationToken ct)
    {
        var body = job.Body;
        await using var transaction = await db.BeginChangeAsync(body, ct);
        var tracked = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        var open = (await reader.OpenAsync(tracked.Application, ct))!;
        var now = reader.Now;
        if (trouble is null)
        {
            await GoneAsync(open, tracked, now, "delivery.removed", ct);
        }
        else
        {
            Fail(open, tracked, trouble, now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return trouble is null ? null : now.AddSeconds(open.Regulation.Number("delete-retry-seconds", 30));
    }

    private async Task GoneAsync(OpenCase open, PostDelivery delivery, DateTimeOffset now, string fact, CancellationToken ct)
    {
        delivery.Remove(now);
        if (!await db.Deliveries.AnyAsync(d => d.Application == delivery.Application && d.Id != delivery.Id && (d.State == DeliveryState.Published || d.State == DeliveryState.Removing), ct))
        {
            open.Application.MarkRemoved(now);
            notices.Tell(open, new Act(new StaffId(Guid.Empty), now), Removing.Concerned(open), "delivery.gone",
                new($"{open.Application.Number}の投稿が全ての発信先から消えたことを確かめました。", $"{open.Application.Number} was verified gone everywhere."),
                open.Regulation.ClauseFor("verb:remove"));
        }

        db.Record(delivery.Body, now, fact, $"delivery/{delivery.Id}", new { seconds = (int)(now - delivery.RemovalOrderedAt!.Value).TotalSeconds });
    }

    private void Fail(OpenCase open, PostDelivery delivery, Localized trouble, DateTimeOffset now)
    {
        var isFirst = delivery.Trouble.Length == 0 || delivery.TroubleText() == NotFoundYet;

        // A platform that is down says nothing against what was seen; one that shows the post does
        var standsAgain = delivery.ByHandAt is not null && trouble != Unreachable;
        delivery.RemovalIsInTrouble(trouble);
        if (standsAgain)
        {
            delivery.StillStands();
            db.Record(delivery.Body, now, "delivery.still-stands", $"delivery/{delivery.Id}");
        }

        if (isFirst || standsAgain)
        {
            db.Record(delivery.Body, now, "delivery.removal-failed", $"delivery/{delivery.Id}");
            notices.Tell(open, new Act(new StaffId(Guid.Empty), now),
                Notices.RoleOf(open, "operation-officer").Concat(Notices.RoleOf(open, "pr-officer")), "delivery.removal-failed",
                standsAgain
                    ? new($"【至急】手作業で削除したはずの{open.Application.Number}がまだ表示されています。もう一度、管理用端末から削除してください。", $"URGENT: {open.Application.Number} was entered as deleted by hand and still stands. Delete it again.")
                    : new($"【至急】{open.Application.Number}を削除できません。管理用端末から手作業で削除してください。消えたことを確かめるまで繰り返します。", $"URGENT: {open.Application.Number} could not be deleted. Delete it by hand; the system goes on until it is verified gone."),
                open.Regulation.ClauseFor("verb:remove"));
        }
    }
}

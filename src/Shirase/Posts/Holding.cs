using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>保留: one message that waits is kept back; a PR officer sends it anew or cancels it later.</summary>
public sealed class Holding(ShiraseDb db, CaseChange change)
{
    private static readonly string[] Roles = ["pr-officer", "operation-officer", "operation-manager"];

    public Task<Refusal?> HoldAsync(PostApplicationId id, Who who, DeliveryId delivery, string? why, CancellationToken ct)
    {
        PostDelivery? found = null;
        return change.RunAsync(id, who, why, "delivery.kept-back",
            (open, _) => !Roles.Any(r => open.SeatIn(who.Staff, r) is not null) ? new NotYoursToHold()
                : found is not { State: DeliveryState.Scheduled } ? new NothingWaits()
                : null,
            (open, act) =>
            {
                found!.Hold(new($"職員が保留にしました。{act.Why}", $"Kept back by staff. {act.Why}"));
                change.Notices.Tell(open, act,
                    Notices.WritersOf(open).Append(found.OrderedBy).Concat(Notices.RoleOf(open, "operation-officer")), "delivery.held",
                    new($"{open.Application.Number}の発信を保留にしました。{act.Why}", $"{open.Application.Number} is kept back. {act.Why}"), null);
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ => found = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct));
    }
}

public sealed record NotYoursToHold() : Refusal(new Localized(
    "発信の保留は、広報係員・運用責任者・運用管理者が行います。", "PR officers, the operation officer and the manager keep messages back."));

public sealed record NothingWaits() : Refusal(new Localized(
    "この発信は予約されていません。画面を開き直して今の状態を確かめてください。", "This message does not wait. Open the page again to see how it stands."));

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Posts;

/// <summary>
/// Sends one delivery: asks the gate again, claims it, calls the channel outside any transaction, reads it back, and saves
/// the outcome under the claim's fence. What may have gone out already is looked for and never blindly repeated.
/// </summary>
public sealed partial class PublishJob(
    ShiraseDb db, CaseReader reader, Screening screening, GateKeeper gate, LookingAtWebsite website, Outgoing outgoing, Notices notices, InstanceFence fence, IOptions<DeliveryOptions> options)
    : IJobHandler
{
    public const string Kind = "publish";

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new DeliveryId(job.Subject);
        var seen = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (seen is null || seen.NeedsDecision || seen.State is not (DeliveryState.Scheduled or DeliveryState.Sending or DeliveryState.Unknown))
        {
            return null;
        }

        if (seen.MayStand)
        {
            return await IsAtWorkElsewhereAsync(job, ct) ? reader.Now + options.Value.FirstLook : await ReconcileAsync(seen, ct);
        }

        // Nothing leaves a closed installation; what is late when it is opened is held by the gate
        return await fence.ClosedAsync(ct) is not null ? reader.Now + options.Value.ClosedWait : await SendAsync(seen, ct);
    }

    /// <summary>Nobody tries any more: what may stand is decided by a human, what did not go out is held.</summary>
    public async Task GiveUpAsync(Job job, CancellationToken ct)
    {
        var id = new DeliveryId(job.Subject);
        await using var transaction = await db.BeginChangeAsync(job.Body, ct);
        if (await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, ct) is not { IsOpen: true } delivery)
        {
            return;
        }

        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        if (delivery.MayStand)
        {
            AskHuman(open, delivery, reader.Now);
        }
        else
        {
            HoldForHuman(open, delivery, new("発信の処理が繰り返し失敗しました。管理者に連絡してください", "Sending broke again and again; tell an administrator"));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<DateTimeOffset?> SendAsync(PostDelivery seen, CancellationToken ct)
    {
        var (delivery, content, account, claim) = await ClaimAsync(seen, ct) ?? default;
        if (delivery is null)
        {
            return null;
        }

        var outcome = await CallAsync(delivery, content, account, ct);
        if (outcome is DeliveryOutcome.Published { Id: var stands } && await IsAnothersAsync(stands, delivery, ct))
        {
            outcome = new DeliveryOutcome.Unknown("The post that stands there is another delivery's.");
        }

        var readBack = outcome is DeliveryOutcome.Published p ? await ReadBackAsync(p.Id, delivery, account, ct) : null;
        return await SaveAsync(delivery.Id, claim, account.Body, (open, tracked, now) => Apply(open, tracked, outcome, readBack, now), ct);
    }

    private async Task<(PostDelivery Delivery, PostContent Content, OfficialAccount Account, int Claim)?> ClaimAsync(PostDelivery seen, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == seen.Application, ct);
        var looked = await screening.LookUpAsync(seen.Body, application.Current.Content, reader.Now.JapanDay(), ct);
        await website.LookAsync(seen.Application, ct);

        await using var transaction = await db.BeginChangeAsync(seen.Body, ct);
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == seen.Id, ct);
        if (delivery.State != DeliveryState.Scheduled)
        {
            return null;
        }

        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var account = await db.Accounts.SingleAsync(a => a.Id == delivery.Account, ct);
        var lines = await gate.AskAsync(open, account, delivery.Channel, delivery.OrderedBy, delivery.Terminal, delivery.DueAt, true, looked, ct);
        if (!IsApprovedText(open, delivery))
        {
            lines = [.. lines, Altered(open)];
        }

        delivery.GateWas(GateKeeper.ToJson(lines));
        if (lines.FirstOrDefault(l => !l.Passed) is { } closed)
        {
            HoldAt(open, delivery, closed);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }

        var claim = delivery.Claim(reader.Now);
        db.Record(delivery.Body, reader.Now, "delivery.claimed", $"delivery/{delivery.Id}", new { fence = claim, attempt = delivery.Attempts, channel = delivery.Channel });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return (delivery, open.Application.Versions.Single(v => v.Number == delivery.Version).Content, account, claim);
    }

    // The row holds the words that leave; they must still be those of the approved version (gx-15-2-2)
    private static bool IsApprovedText(OpenCase open, PostDelivery delivery) =>
        delivery.ContentHash == open.Application.Current.Hash
        && delivery.OutgoingText == ComposedText.Of(open.Application.Current.Content, open.Regulation.Composition);

    private static GateLine Altered(OpenCase open) => new(
        "outgoing-text", new("送る文面は承認した文面", "What leaves is the approved text"), false, open.Regulation.ClauseFor("record:read-back"),
        new("送信待ちの文面が承認した文面と一致しません", "The text waiting to be sent is not the approved one"),
        new("投稿せず、直ちに運用責任者とシステム管理者に連絡してください。", "Do not publish; tell the officer and the administrator at once."));

    private async Task<DeliveryOutcome> CallAsync(PostDelivery delivery, PostContent content, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            return await outgoing.PublishAsync(delivery, content, account, async c => !await gate.IsStoppedAsync(account, c), ct);
        }
        catch (ChannelUnreachableException e)
        {
            return new DeliveryOutcome.Unknown(e.Message);
        }
    }

    private async Task<RemotePost?> ReadBackAsync(RemoteId id, PostDelivery delivery, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            return await outgoing.ReadAsync(id, delivery, account, ct);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    // Only the claimant that is still the last one may say what became of it
    private async Task<DateTimeOffset?> SaveAsync(
        DeliveryId id, int claim, BodyId body, Func<OpenCase, PostDelivery, DateTimeOffset, DateTimeOffset?> apply, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(body, ct);
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        if (delivery.Fence != claim)
        {
            return null;
        }

        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var again = apply(open, delivery, reader.Now);
        db.Record(delivery.Body, reader.Now, $"delivery.{delivery.State.ToString().ToLowerInvariant()}", $"delivery/{id}",
            new { fence = claim, hash = delivery.ContentHash, readBack = delivery.ReadBackMatches });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return again;
    }
}

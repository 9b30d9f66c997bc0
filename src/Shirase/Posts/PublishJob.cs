using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// Sends one delivery: asks the gate again, claims it, calls the channel outside any transaction, reads it back, and saves
/// the outcome under the claim's fence. Done twice, it publishes once.
/// </summary>
public sealed class PublishJob(ShiraseDb db, CaseReader reader, Screening screening, GateKeeper gate, Outgoing outgoing, Notices notices) : IJobHandler
{
    public const string Kind = "publish";

    /// <summary>Wait before a lost answer is looked for. Ours; long enough for a slow platform to show the post.</summary>
    private static readonly TimeSpan Reconcile = TimeSpan.FromSeconds(20);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new DeliveryId(job.Subject);
        if (await ClaimAsync(id, ct) is not { } claimed)
        {
            return null;
        }

        var (delivery, content, account, fence) = claimed;
        var outcome = await SendAsync(delivery, content, account, ct);
        var readBack = outcome is DeliveryOutcome.Published p ? await ReadBackAsync(p.Id, delivery, account, ct) : null;
        return await SaveAsync(id, fence, account.Body, outcome, readBack, ct);
    }

    private async Task<(PostDelivery Delivery, PostContent Content, OfficialAccount Account, int Fence)?> ClaimAsync(DeliveryId id, CancellationToken ct)
    {
        var seen = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (seen is null)
        {
            return null;
        }

        var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == seen.Application, ct);
        var looked = await screening.LookUpAsync(seen.Body, application.Current.Content, reader.Now.JapanDay(), ct);

        await using var transaction = await db.BeginChangeAsync(seen.Body, ct);
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var account = await db.Accounts.SingleAsync(a => a.Id == delivery.Account, ct);
        if (delivery.State is not (DeliveryState.Scheduled or DeliveryState.Sending or DeliveryState.Unknown))
        {
            return null;
        }

        // What may have gone out already is looked for first; only what has not is judged again
        if (delivery.State == DeliveryState.Scheduled)
        {
            var lines = await gate.AskAsync(open, account, delivery.Channel, delivery.OrderedBy, delivery.Terminal, delivery.DueAt, true, looked, ct);
            if (!IsApprovedText(open, delivery))
            {
                lines = [.. lines, Altered(open)];
            }

            delivery.GateWas(GateKeeper.ToJson(lines));
            if (lines.FirstOrDefault(l => !l.Passed) is { } closed)
            {
                delivery.Hold(new($"{closed.Detail.Ja}。{closed.Mend?.Ja}", $"{closed.Detail.En}. {closed.Mend?.En}"));
                db.Record(delivery.Body, reader.Now, "delivery.held", $"delivery/{id}", new { gate = closed.Gate, clause = closed.Clause });
                Tell(open, delivery, "delivery.held", new($"{open.Application.Number}の発信を保留しました。{closed.Detail.Ja}", $"{open.Application.Number} is held: {closed.Detail.En}"), closed.Clause);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return null;
            }
        }

        var fence = delivery.Claim();
        db.Record(delivery.Body, reader.Now, "delivery.claimed", $"delivery/{id}", new { fence, attempt = delivery.Attempts, channel = delivery.Channel });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return (delivery, open.Application.Versions.Single(v => v.Number == delivery.Version).Content, account, fence);
    }

    // The row holds the words that leave; they must still be those of the approved version (gx-15-2-2)
    private static bool IsApprovedText(OpenCase open, PostDelivery delivery) =>
        delivery.ContentHash == open.Application.Current.Hash
        && delivery.OutgoingText == ComposedText.Of(open.Application.Current.Content, open.Regulation.Composition);

    private static GateLine Altered(OpenCase open) => new(
        "outgoing-text", new("送る文面は承認した文面", "What leaves is the approved text"), false, open.Regulation.ClauseFor("record:read-back"),
        new("送信待ちの文面が承認した文面と一致しません", "The text waiting to be sent is not the approved one"),
        new("投稿せず、直ちに運用責任者とシステム管理者に連絡してください。", "Do not publish; tell the officer and the administrator at once."));

    private async Task<DeliveryOutcome> SendAsync(PostDelivery delivery, PostContent content, OfficialAccount account, CancellationToken ct)
    {
        try
        {
            return delivery.Attempts > 1 && await outgoing.FindAsync(delivery, content, account, ct) is { } found
                ? new DeliveryOutcome.Published(found.Id, found.Address)
                : await outgoing.PublishAsync(delivery, content, account, ct);
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

    private async Task<DateTimeOffset?> SaveAsync(
        DeliveryId id, int fence, BodyId body, DeliveryOutcome outcome, RemotePost? readBack, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(body, ct);
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        if (delivery.Fence != fence)
        {
            return null;
        }

        var open = (await reader.OpenAsync(delivery.Application, ct))!;
        var now = reader.Now;
        var again = Apply(open, delivery, outcome, readBack, now);
        db.Record(delivery.Body, now, $"delivery.{delivery.State.ToString().ToLowerInvariant()}", $"delivery/{id}",
            new { fence, hash = delivery.ContentHash, readBack = delivery.ReadBackMatches, outcome = outcome.GetType().Name });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return again;
    }

    private DateTimeOffset? Apply(OpenCase open, PostDelivery delivery, DeliveryOutcome outcome, RemotePost? readBack, DateTimeOffset now)
    {
        var number = open.Application.Number;
        switch (outcome)
        {
            case DeliveryOutcome.Published published:
                delivery.Publish(published.Id, published.Address, now);
                open.Application.MarkPublished(now);
                Tell(open, delivery, "delivery.published", new($"{number}を投稿しました。{published.Address}", $"{number} was published. {published.Address}"),
                    open.Regulation.Route(open.Application.Route)?.Steps[^1].Clause ?? open.Regulation.ClauseFor("verb:publish"));
                CompareReadBack(open, delivery, readBack, now);
                return null;
            case DeliveryOutcome.TryLater later:
                delivery.Retry();
                return now + (later.After ?? TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, delivery.Attempts + 2))));
            case DeliveryOutcome.Refused refused:
                delivery.Refuse(RefusedWords.Of(refused.Because));
                Tell(open, delivery, "delivery.refused", new($"{number}は発信先に受け付けられませんでした。{RefusedWords.Of(refused.Because).Ja}", $"{number} was refused. {RefusedWords.Of(refused.Because).En}"), null);
                return null;
            default:
                delivery.Lose(new("発信先の応答が失われました。掲載されたか確かめています。", "The platform's answer was lost; looking whether it was published."));
                return now + Reconcile;
        }
    }

    private void CompareReadBack(OpenCase open, PostDelivery delivery, RemotePost? readBack, DateTimeOffset now)
    {
        if (readBack is null)
        {
            return;
        }

        var matches = open.Application.Current.Content.Kind == PostKind.Repost || ComposedText.Lf(readBack.Text) == Outgoing.Expected(delivery);
        delivery.WasReadBack(matches, now);
        if (!matches)
        {
            Tell(open, delivery, "delivery.differs", new(
                $"{open.Application.Number}の掲載された文面が、承認した文面と違います。「直ちに削除」を検討してください。",
                $"{open.Application.Number}: what stands on the platform differs from the approved text. Consider deleting it at once."), open.Regulation.ClauseFor("record:read-back"));
        }
    }

    private void Tell(OpenCase open, PostDelivery delivery, string kind, Localized text, string? clause) =>
        notices.Tell(open, new Act(new StaffId(Guid.Empty), reader.Now),
            Notices.ApplicantOf(open).Append(delivery.OrderedBy)
                .Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")).Concat(kind == "delivery.published" ? [] : Notices.RoleOf(open, "pr-officer")),
            kind, text, clause);
}

/// <summary>Sentences for what platforms refuse.</summary>
internal static class RefusedWords
{
    public static Localized Of(RefusedBecause because) => because switch
    {
        RefusedBecause.TooLong => new("文面が発信先の上限を超えています。", "The text is over the platform's limit."),
        RefusedBecause.BadCredentials => new("アカウントの認証情報が使えません。管理者に接続の確認を依頼してください。", "The account's credentials are not accepted; ask an administrator."),
        RefusedBecause.Forbidden => new("発信先がこの操作を許可していません。", "The platform does not allow it."),
        RefusedBecause.Duplicate => new("同じ内容が既に掲載されています。", "The same content stands there already."),
        RefusedBecause.BadMedia => new("画像が受け付けられませんでした。", "An image was not accepted."),
        RefusedBecause.NotFound => new("対象が見つかりません。", "The target was not found."),
        RefusedBecause.NotSupported => new("この発信先では行えません。", "This channel cannot do it."),
        _ => new("発信先が内容を受け付けませんでした。", "The platform did not accept the content."),
    };
}

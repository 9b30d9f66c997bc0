using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// 掲載の有無の決定: a PR officer looked at the platform and decides what became of a message that could not be found. Nothing is
/// sent by it; what did not arrive is held and may be ordered anew, through the gate.
/// </summary>
public sealed class Settling(ShiraseDb db, CaseChange change, Outgoing outgoing)
{
    /// <summary>How far back the platform's own list is read for the evidence.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(10);

    private const int Most = 50;

    /// <summary>It stands there, at this address of the platform's list.</summary>
    public async Task<Refusal?> StandsAsync(PostApplicationId id, Who who, DeliveryId delivery, string remoteId, string? why, CancellationToken ct)
    {
        var seen = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct);
        var standing = seen is null ? null : await ReadAsync(seen, remoteId, ct);
        db.ChangeTracker.Clear();
        return standing is null
            ? new NotOnThePlatform()
            : await RunAsync(id, who, delivery, why, "delivery.settled-standing", (d, open, act) =>
            {
                if (d.SettleAsStanding(act, standing.Id, standing.Address, standing.PostedAt.Truncated()) is { } refusal)
                {
                    return refusal;
                }

                open.Application.MarkPublished(act.At);
                d.WasReadBack(open.Application.Current.Content.Kind == PostKind.Repost || ComposedText.Lf(standing.Text) == Outgoing.Expected(d), act.At);
                return null;
            }, ct);
    }

    /// <summary>It does not stand there.</summary>
    public Task<Refusal?> MissingAsync(PostApplicationId id, Who who, DeliveryId delivery, string? why, CancellationToken ct) =>
        RunAsync(id, who, delivery, why, "delivery.settled-missing", (d, _, act) => d.SettleAsMissing(act), ct);

    /// <summary>What the platform shows since shortly before the attempt; null when it cannot be asked or cannot list.</summary>
    public async Task<IReadOnlyList<RemotePost>?> EvidenceAsync(PostDelivery delivery, CancellationToken ct)
    {
        try
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delivery.Account, ct);
            return await outgoing.ListAsync(delivery.Channel, account, (delivery.AttemptedAt ?? delivery.DueAt) - Before, Most, ct);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    private async Task<RemotePost?> ReadAsync(PostDelivery delivery, string remoteId, CancellationToken ct)
    {
        try
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delivery.Account, ct);
            return string.IsNullOrWhiteSpace(remoteId) ? null : await outgoing.ReadAsync(new(remoteId.Trim()), delivery, account, ct);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    private Task<Refusal?> RunAsync(
        PostApplicationId id, Who who, DeliveryId delivery, string? why, string fact, Func<PostDelivery, OpenCase, Act, Refusal?> settle, CancellationToken ct)
    {
        PostDelivery? found = null;
        return change.RunAsync(id, who, why, fact,
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:publish")
                : found is null ? new NothingUndecided()
                : settle(found, open, act),
            (open, act) =>
            {
                change.Notices.Tell(open, act,
                    Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")), fact,
                    fact == "delivery.settled-standing"
                        ? new($"{open.Application.Number}が掲載されていることを確かめました。{found!.Address}", $"{open.Application.Number} was found on the platform. {found!.Address}")
                        : new($"{open.Application.Number}が掲載されていないことを確かめました。広報係が送り直すか取り消します。", $"{open.Application.Number} did not arrive; the PR section sends it anew or cancels it."),
                    null);
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ => found = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct));
    }
}

public sealed record NotOnThePlatform() : Refusal(new Localized(
    "発信先にその投稿が見つかりません。一覧から選ぶか、発信先の番号を確かめてください。",
    "The platform shows no such post. Choose it from the list or check its id."));

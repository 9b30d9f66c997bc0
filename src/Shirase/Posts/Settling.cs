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
                d.SettleAsStanding(act, standing.Id, standing.Address, standing.PostedAt.Truncated()) ?? Standing(d, open, act, standing), ct);
    }

    /// <summary>
    /// It was posted on the platform's own page, because it could not go out from here. What stands there is read and compared with the
    /// approved text; one character of difference is told to those who answer for it (gx-12-4-1).
    /// </summary>
    /// <param name="address">Its public address, or the platform's name of it.</param>
    public async Task<Refusal?> PostedByHandAsync(PostApplicationId id, Who who, DeliveryId delivery, string address, string? why, CancellationToken ct)
    {
        var seen = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct);
        var standing = seen is null ? null : await ReadAsync(seen, address, ct);
        db.ChangeTracker.Clear();
        if (standing is null)
        {
            return new NotOnThePlatform();
        }

        // A message stands for one order only; another order's post is no proof of this one
        return await db.Deliveries.AnyAsync(d => d.Id != delivery && d.Channel == seen!.Channel && d.RemoteId == standing.Id.Value, ct)
            ? new StandsForAnother()
            : await RunAsync(id, who, delivery, why, "delivery.posted-by-hand", (d, open, act) =>
                d.PostByHand(act, standing.Id, standing.Address, standing.PostedAt.Truncated()) ?? Standing(d, open, act, standing), ct);
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
            return string.IsNullOrWhiteSpace(remoteId) ? null
                : Uri.TryCreate(remoteId.Trim(), UriKind.Absolute, out var at) && at.Scheme is "https" or "http" ? await outgoing.LookUpAsync(at.ToString(), delivery, account, ct)
                : await outgoing.ReadAsync(new(remoteId.Trim()), delivery, account, ct);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was read; a text other than the approved one is told at once.</summary>
    private Refusal? Standing(PostDelivery delivery, OpenCase open, Act act, RemotePost standing)
    {
        open.Application.MarkPublished(act.At);
        var matches = open.Application.Current.Content.Kind == PostKind.Repost || ComposedText.Lf(standing.Text) == Outgoing.Expected(delivery);
        delivery.WasReadBack(matches, standing.Text, act.At);
        if (!matches)
        {
            db.Record(open.Application.Body, act, "delivery.differs", $"delivery/{delivery.Id}");
            change.Notices.Tell(open, act,
                Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")).Concat(Notices.RoleOf(open, "pr-officer")),
                "delivery.differs", Notices.Differs(open), open.Regulation.ClauseFor("record:read-back"));
        }

        return null;
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
                    fact == "delivery.posted-by-hand"
                        ? new($"{open.Application.Number}が手作業で投稿されました。{found!.Address}", $"{open.Application.Number} was posted by hand. {found!.Address}")
                    : fact == "delivery.settled-standing"
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

public sealed record StandsForAnother() : Refusal(new Localized(
    "その投稿は、別の発信として記録されています。アドレスを確かめてください。", "That post is recorded for another message. Check the address."));

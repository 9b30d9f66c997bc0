using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>What is done with single cases while a flare-up lasts: 続行, 中止, the second reader, and the time to calm down cut short.</summary>
public sealed class FlareUpCases(ShiraseDb db, FlareUpRooms rooms)
{
    /// <summary>続行: the head lets a case go out that has nothing to do with it; once the minutes are there (is-3-9-a).</summary>
    public Task<Refusal?> GoOnAsync(Who who, AccountId account, PostApplicationId id, string? why, CancellationToken ct) =>
        OnAsync(who, account, id, why, isForHead: true, async (room, application, act) =>
        {
            if (!room.FlareUp!.IsDecided)
            {
                return new MinutesComeFirst(room.Rule);
            }

            if (string.IsNullOrWhiteSpace(act.Why))
            {
                return new ReasonNeeded(room.Rule.Clause);
            }

            foreach (var delivery in (await HeldAsync(account, id, ct)).Where(d => d.DueAt > act.At))
            {
                delivery.Reschedule(delivery.OrderedBy, delivery.OrderedAt, delivery.DueAt, delivery.Terminal);
            }

            rooms.Enter(room, act, FlareUpEntryKind.Released, application, act.Why);
            db.Record(who.Body, act, "flare-up.released", $"application/{id}", new { flareUp = room.FlareUp.Id, hash = application.Current.Hash, clause = room.Rule.Clause });
            return null;
        }, ct);

    /// <summary>中止: what was held is taken back.</summary>
    public Task<Refusal?> DropAsync(Who who, AccountId account, PostApplicationId id, CancellationToken ct) =>
        OnAsync(who, account, id, null, isForHead: false, async (room, application, act) =>
        {
            var held = await HeldAsync(account, id, ct);
            if (held.Count == 0)
            {
                return new NothingIsHeld();
            }

            foreach (var delivery in held)
            {
                delivery.Cancel();
                db.Record(who.Body, act, "delivery.cancelled", $"delivery/{delivery.Id}");
            }

            rooms.Enter(room, act, FlareUpEntryKind.Dropped, application, "");
            db.Record(who.Body, act, "flare-up.dropped", $"application/{id}", new { flareUp = room.FlareUp!.Id });
            return null;
        }, ct);

    /// <summary>別の職員の確認: somebody who neither wrote nor approved it has read it (to-6-2-i-2).</summary>
    public Task<Refusal?> ReadAsync(Who who, AccountId account, PostApplicationId id, CancellationToken ct) =>
        OnAsync(who, account, id, null, isForHead: false, (room, application, act) =>
        {
            if (application.IsTouchedBy(act.By) || application.StandingApprovals().Any(d => d.By == act.By))
            {
                return Task.FromResult<Refusal?>(new ReaderIsAnother(room.Regulation.ClauseFor(FlareUpLock.Cool)));
            }

            rooms.Enter(room, act, FlareUpEntryKind.Read, application, "");
            db.Record(who.Body, act, "flare-up.read", $"application/{id}", new { flareUp = room.FlareUp!.Id, hash = application.Current.Hash });
            return Task.FromResult<Refusal?>(null);
        }, ct);

    /// <summary>待ち時間の切上げ: the head lets a text go before its time, with a reason (to-6-2-i-2).</summary>
    public Task<Refusal?> CutAsync(Who who, AccountId account, PostApplicationId id, string? why, CancellationToken ct) =>
        OnAsync(who, account, id, why, isForHead: true, (room, application, act) =>
        {
            if (string.IsNullOrWhiteSpace(act.Why))
            {
                return Task.FromResult<Refusal?>(new ReasonNeeded(room.Regulation.ClauseFor(FlareUpLock.Cool)));
            }

            rooms.Enter(room, act, FlareUpEntryKind.CoolingCut, application, act.Why);
            db.Record(who.Body, act, "flare-up.cooling-cut", $"application/{id}", new { flareUp = room.FlareUp!.Id, hash = application.Current.Hash });
            return Task.FromResult<Refusal?>(null);
        }, ct);

    private Task<Refusal?> OnAsync(
        Who who, AccountId account, PostApplicationId id, string? why, bool isForHead, Func<FlareUpRoom, PostApplication, Act, Task<Refusal?>> work, CancellationToken ct) =>
        rooms.RunAsync(who, account, why, isForHead, async (room, act) => room.FlareUp is null ? new FlareUpIsOver()
            : await db.Applications.AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions).SingleOrDefaultAsync(a => a.Id == id && a.Body == who.Body, ct) is not { } application
                || !application.Current.Content.Accounts.Contains(account.Value)
                ? new NoSuchText()
                : await work(room, application, act), ct);

    private Task<List<PostDelivery>> HeldAsync(AccountId account, PostApplicationId id, CancellationToken ct) =>
        db.Deliveries.Where(d => d.Account == account && d.Application == id && d.State == DeliveryState.Held).ToListAsync(ct);
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// 炎上の宣言 and its end, the minutes of the unit and what is noted meanwhile. With the declaration everything that waits is held
/// (is-3-9-a, ok-6-4-a, to-6-2-i-1).
/// </summary>
public sealed class DeclareFlareUp(ShiraseDb db, FlareUpRooms rooms)
{
    /// <param name="why">What is happening.</param>
    public Task<Refusal?> DeclareAsync(Who who, AccountId account, string? why, CancellationToken ct) => rooms.RunAsync(who, account, why, isForHead: false, async (room, act) =>
    {
        if (room.FlareUp is not null)
        {
            return new FlareUpIsOpen(room.Rule.Clause);
        }

        var declared = FlareUp.Declare(who.Body, account, act, room.Rule);
        if (declared.Refusal is { } refusal)
        {
            return refusal;
        }

        db.Add(declared.Value!);
        db.Record(who.Body, act, "flare-up.declared", $"account/{account}", new { flareUp = declared.Value!.Id, clause = room.Rule.Clause });
        var held = await HoldAsync(room, act, ct);
        rooms.Tell(room, act, "flare-up.declared", new(
            $"【至急】「{room.Account.DisplayName}」を炎上対応中としました。予約の発信{held}件を保留しました。炎上対応の画面で検討結果を登録してください。{act.Why}",
            $"URGENT: a flare-up of \"{room.Account.DisplayName}\" is declared; {held} scheduled messages are held. Enter the minutes in its room. {act.Why}"), room.Rule.Clause);
        return null;
    }, ct);

    /// <summary>検討結果の登録: the minutes and the decision of the unit, entered by its head.</summary>
    public async Task<Refusal?> DecideAsync(Who who, AccountId account, FlareUpMinutes minutes, CancellationToken ct)
    {
        if (new[] { minutes.Participants, minutes.Facts, minutes.Options, minutes.Reason }.Any(t => t.Length > Drafting.MaxField))
        {
            return new EntryTooLong("検討結果", "the minutes", Drafting.MaxField);
        }

        return await rooms.RunAsync(who, account, null, isForHead: true, (room, act) =>
        {
            if (room.FlareUp is not { } open)
            {
                return Task.FromResult<Refusal?>(new FlareUpIsOver());
            }

            if (open.Decide(act, minutes, room.Rule, (room.DecisionClause, room.Regulation.ClauseFor("verb:accept-silence") ?? room.DecisionClause)) is { } refusal)
            {
                return Task.FromResult<Refusal?>(refusal);
            }

            var name = room.Rule.NameOf(open.Decision);
            rooms.Enter(room, act, FlareUpEntryKind.Decided, null, $"{name.Ja}（{open.Participants}）{open.DecisionWhy}");
            db.Record(who.Body, act, "flare-up.decided", $"account/{account}", new { flareUp = open.Id, clause = room.DecisionClause });
            if (open.Decision == FlareUpRule.Nothing)
            {
                db.Record(who.Body, act, "flare-up.silent", $"account/{account}", new { flareUp = open.Id });
            }

            rooms.Tell(room, act, "flare-up.decided", new(
                $"「{room.Account.DisplayName}」の炎上について、所属の決定は「{name.Ja}」です。{open.DecisionWhy}",
                $"On the flare-up of \"{room.Account.DisplayName}\" the unit decided: {name.En}. {open.DecisionWhy}"), room.DecisionClause);
            return Task.FromResult<Refusal?>(null);
        }, ct);
    }

    /// <summary>反応などの記録: what was seen, such as the number of replies.</summary>
    public Task<Refusal?> NoteAsync(Who who, AccountId account, string? text, CancellationToken ct) => rooms.RunAsync(who, account, text, isForHead: false, (room, act) =>
    {
        if (room.FlareUp is not { } open)
        {
            return Task.FromResult<Refusal?>(new FlareUpIsOver());
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return Task.FromResult<Refusal?>(new FlareUpNeedsReason(room.Rule.Clause));
        }

        rooms.Enter(room, act, FlareUpEntryKind.Noted, null, act.Why);
        db.Record(who.Body, act, "flare-up.noted", $"account/{account}", new { flareUp = open.Id });
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <summary>炎上対応の終了.</summary>
    public Task<Refusal?> EndAsync(Who who, AccountId account, string? why, CancellationToken ct) => rooms.RunAsync(who, account, why, isForHead: true, (room, act) =>
    {
        if (room.FlareUp is not { } open)
        {
            return Task.FromResult<Refusal?>(new FlareUpIsOver());
        }

        if (open.End(act, room.Rule) is { } refusal)
        {
            return Task.FromResult<Refusal?>(refusal);
        }

        db.Record(who.Body, act, "flare-up.ended", $"account/{account}", new { flareUp = open.Id, clause = room.Rule.Clause });
        rooms.Tell(room, act, "flare-up.ended", new(
            $"「{room.Account.DisplayName}」の炎上対応を終えました。保留した発信は、確かめて送り直すか取り消してください。{act.Why}",
            $"The flare-up of \"{room.Account.DisplayName}\" is over. Look at what is held, then send it anew or cancel it. {act.Why}"), room.Rule.Clause);
        return Task.FromResult<Refusal?>(null);
    }, ct);

    private async Task<int> HoldAsync(FlareUpRoom room, Act act, CancellationToken ct)
    {
        var waiting = await db.Deliveries.Where(d => d.Account == room.Account.Id && d.State == DeliveryState.Scheduled).ToListAsync(ct);
        foreach (var delivery in waiting)
        {
            delivery.Hold(new($"{room.Rule.Asks.Ja.TrimEnd('。')}。", $"{room.Rule.Asks.En.TrimEnd('.')}."));
            db.Record(room.Account.Body, act, "delivery.held", $"delivery/{delivery.Id}", new { gate = FlareUpRule.Gate, clause = room.Rule.Clause });
            db.Tell(
                room.Account.Body, [delivery.OrderedBy], "delivery.held",
                new($"炎上対応中のため、予約の発信を保留しました：{delivery.OutgoingText}", $"Held because of a flare-up: {delivery.OutgoingText}"), room.Rule.Clause, act.At, delivery.Application);
        }

        return waiting.Count;
    }
}

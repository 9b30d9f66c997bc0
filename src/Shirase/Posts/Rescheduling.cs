using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>送り直し: a PR officer looked at what was held or refused and orders it anew; the gate is asked again (gx-12-4-1).</summary>
public sealed class Rescheduling(ShiraseDb db, CaseReader reader, CaseChange change, Screening screening, GateKeeper gate, JobSignal signal)
{
    /// <param name="terminal">The registered terminal or override; null on any other device.</param>
    /// <param name="at">When it shall go out, or null for now.</param>
    /// <param name="hoursReason">Why it goes out outside the hours promised to the public; null where nothing is said (is-t-1-4).</param>
    public async Task<Refusal?> OrderAsync(PostApplicationId id, Who who, DeliveryId delivery, string? terminal, DateTimeOffset? at, CancellationToken ct, string? hoursReason = null)
    {
        if (Entries.Refuse(hoursReason) is { } tooLong)
        {
            return tooLong;
        }

        var now = reader.Now;
        if (at is { } time && time < now.AddMinutes(-1))
        {
            return new TimeLiesBehind();
        }

        var content = (await reader.OpenAsync(id, ct))?.Application.Current.Content;
        db.ChangeTracker.Clear();
        var looked = content is null ? null : await screening.LookUpAsync(who.Body, content, now.JapanDay(), ct);
        var due = at is { } t && t > now ? t.ToUniversalTime() : now;
        PostDelivery? found = null;
        IReadOnlyList<GateLine> lines = [];
        var refusal = await change.RunAsync(id, who, null, "delivery.rescheduled",
            (open, _) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:publish")
                : found is not { State: DeliveryState.Held or DeliveryState.Refused } ? new NothingIsHeld()
                : found.ContentHash != open.Application.Current.Hash ? new HeldTextIsOld()
                : lines.FirstOrDefault(l => !l.Passed) is { } closed ? new GateIsClosed(closed)
                : null,
            (open, act) =>
            {
                GateKeeper.KeepReason(open, act, hoursReason, lines);
                found!.Reschedule(who.Staff, act.At, due, terminal!);
                found.GateWas(GateKeeper.ToJson(lines));
                db.Add(new Job(Guid.CreateVersion7(act.At), who.Body, PublishJob.Kind, delivery.Value, due, act.At, Lane.To(found.Channel)));
                return Task.CompletedTask;
            },
            ct,
            prepare: async open =>
            {
                found = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct);
                if (found is not null)
                {
                    var account = await db.Accounts.SingleAsync(a => a.Id == found.Account, ct);
                    lines = await gate.AskAsync(open, account, found.Channel, who.Staff, terminal, due, false, looked, ct, hoursReason?.Trim());
                }
            });
        if (refusal is null)
        {
            signal.Wake();
        }

        return refusal;
    }
}

public sealed record NothingIsHeld() : Refusal(new Localized(
    "この発信は保留されていません。画面を開き直して今の状態を確かめてください。",
    "This message is not held. Open the page again to see how it stands."));

public sealed record HeldTextIsOld() : Refusal(new Localized(
    "保留中に文面が変わりました。この発信を取り消し、新しい文面で投稿してください。",
    "The text changed while it was held. Cancel this message and publish the new text."));

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>投稿: a PR officer orders it now or for a time; rows carry it out (gx-12-4-1).</summary>
public sealed class Publishing(
    ShiraseDb db, CaseReader reader, CaseChange change, Screening screening, GateKeeper gate, LookingAtWebsite website, VacantRoles vacant, RefusedAttempts attempts, JobSignal signal)
{
    /// <summary>Orders the publication to every account the application names.</summary>
    /// <param name="terminal">The registered terminal or override; null on any other device.</param>
    /// <param name="at">When it shall go out, or null for now.</param>
    /// <param name="hoursReason">Why it goes out outside the hours promised to the public; null where nothing is said (is-t-1-4).</param>
    public async Task<Refusal?> OrderAsync(PostApplicationId id, Who who, string? terminal, DateTimeOffset? at, CancellationToken ct, string? hoursReason = null)
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

        var looked = await LookUpAsync(id, who, ct);
        await website.LookAsync(id, ct);
        var due = at is { } t && t > now ? t.ToUniversalTime() : now;
        var asked = new List<(Core.Accounts.OfficialAccount Account, IReadOnlyList<GateLine> Lines)>();
        var already = new List<PostDelivery>();
        Localized? senders = null;
        var refusal = await change.RunAsync(id, who, null, at is null ? "delivery.ordered" : "delivery.scheduled",
            (open, _) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:publish", senders)
                : already.Count > 0 ? new AlreadyOrdered()
                : asked.Count == 0 ? new NoAccountChosen()
                : asked.SelectMany(a => a.Lines).FirstOrDefault(l => !l.Passed) is { } closed ? new GateIsClosed(closed)
                : null,
            (open, act) =>
            {
                GateKeeper.KeepReason(open, act, hoursReason, asked.SelectMany(a => a.Lines));
                foreach (var (account, lines) in asked)
                {
                    var delivery = new PostDelivery(
                        new(Guid.CreateVersion7(act.At)), who.Body, id, open.Application.Current.Number, open.Application.Current.Hash, account.Id, account.Channel, who.Staff, act.At, due, terminal ?? "", ComposedText.Of(open.Application.Current.Content, open.Regulation.Composition));
                    delivery.GateWas(GateKeeper.ToJson(lines));
                    db.Add(delivery);
                    db.Add(new Job(Guid.CreateVersion7(act.At), who.Body, PublishJob.Kind, delivery.Id.Value, due, act.At, Lane.To(delivery.Channel)));
                }

                return Task.CompletedTask;
            },
            ct,
            prepare: async open =>
            {
                senders = await gate.SendersAsync(open, ct);
                already.AddRange((await db.Deliveries.Where(d => d.Application == id).ToListAsync(ct)).Where(d => d.IsOpen || d.Stands));
                foreach (var account in await db.Accounts.Where(a => a.Body == who.Body).OrderBy(a => a.Id).ToListAsync(ct))
                {
                    if (open.Application.Current.Content.Accounts.Contains(account.Id.Value))
                    {
                        asked.Add((account, await gate.AskAsync(open, account, account.Channel, who.Staff, terminal, due, false, looked, ct, hoursReason?.Trim())));
                    }
                }
            });
        if (refusal is null)
        {
            signal.Wake();
        }
        else
        {
            await NoteAsync(id, who, refusal, now, ct);
        }

        if (refusal is GateIsClosed { Line.Gate: "roles-filled" })
        {
            await vacant.TellNowAsync(who.Body, ct);
        }

        return refusal;
    }

    // Who tried to send what may not go out, or may not send at all, stands in the journal (is-2-1-b, is-2-3, gm-2, ok-g-6)
    private async Task NoteAsync(PostApplicationId id, Who who, Refusal refusal, DateTimeOffset now, CancellationToken ct)
    {
        if (refusal is OnlyPrOfficers or GateIsClosed)
        {
            db.ChangeTracker.Clear();
            await attempts.NoteAsync(who.Body, who.Staff, $"order application/{id}{(refusal is GateIsClosed closed ? $" {closed.Line.Gate}" : "")}", refusal.Clause, now, ct);
        }
    }

    /// <summary>Takes back what has not gone out yet.</summary>
    public Task<Refusal?> CancelAsync(PostApplicationId id, Who who, DeliveryId delivery, CancellationToken ct)
    {
        PostDelivery? found = null;
        return change.RunAsync(id, who, null, "delivery.cancelled",
            (open, _) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:publish")
                : found is not { State: DeliveryState.Scheduled or DeliveryState.Held or DeliveryState.Refused } ? new TooLateToCancel()
                : null,
            (_, _) =>
            {
                found!.Cancel();
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ => found = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct));
    }

    /// <summary>The gate as it stands for a person on a device now, without ordering anything.</summary>
    public async Task<IReadOnlyList<(Core.Accounts.OfficialAccount Account, IReadOnlyList<GateLine> Lines)>> PreviewAsync(
        PostApplicationId id, Who who, string? terminal, DateTimeOffset? at, CancellationToken ct)
    {
        var looked = await LookUpAsync(id, who, ct);
        if (await reader.OpenAsync(id, ct) is not { } open || !open.IsVisibleTo(who.Staff))
        {
            return [];
        }

        var result = new List<(Core.Accounts.OfficialAccount, IReadOnlyList<GateLine>)>();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.Body == who.Body).OrderBy(a => a.Id).ToListAsync(ct))
        {
            if (open.Application.Current.Content.Accounts.Contains(account.Id.Value))
            {
                result.Add((account, await gate.AskAsync(open, account, account.Channel, who.Staff, terminal, at ?? reader.Now, false, looked, ct)));
            }
        }

        return result;
    }

    private async Task<RepostFacts?> LookUpAsync(PostApplicationId id, Who who, CancellationToken ct)
    {
        var content = (await reader.OpenAsync(id, ct))?.Application.Current.Content;
        db.ChangeTracker.Clear();
        return content is null ? null : await screening.LookUpAsync(who.Body, content, reader.Now.JapanDay(), ct);
    }
}

/// <summary>A line of the publish gate is not fulfilled; it cites its clause and says who can mend it.</summary>
public sealed record GateIsClosed(GateLine Line) : Refusal(
    new Localized($"{Line.Detail.Ja.TrimEnd('。')}。{Line.Mend?.Ja}", $"{Line.Detail.En.TrimEnd('.')}. {Line.Mend?.En}"), Line.Clause);

public sealed record TimeLiesBehind() : Refusal(new Localized(
    "過去の時刻には予約できません。", "The chosen time lies in the past."));

public sealed record AlreadyOrdered() : Refusal(new Localized(
    "この申請は既に投稿済みか、投稿の予約があります。", "This application is published or scheduled already."));

public sealed record NoAccountChosen() : Refusal(new Localized(
    "発信先のアカウントが選ばれていません。申請を差し戻して選んでください。", "No account is chosen; return the application and choose one."));

public sealed record TooLateToCancel() : Refusal(new Localized(
    "既に発信が始まっているため取り消せません。投稿後に「直ちに削除」を使ってください。",
    "It is going out already and cannot be cancelled. Use \"delete at once\" afterwards."));

using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// Texts on a flare-up: drafted in its room as what the unit decides on, and the one that only says that it takes time, which the head may
/// approve there without a decision (is-3-9-b, ok-6-4-b, ok-6-4-c).
/// </summary>
public sealed class FlareUpTexts(ShiraseDb db, FlareUpRooms rooms, CaseReader reader, CaseContext context, Drafting drafting, Screening screening, Notices notices)
{
    /// <summary>収拾のための文面を起案する: an ordinary draft that belongs to the room.</summary>
    /// <param name="kind">A kind of the document, or <see cref="FlareUpRule.Holding"/>.</param>
    public async Task<Result<PostApplicationId>> DraftAsync(Who who, AccountId account, string? kind, CancellationToken ct)
    {
        var id = new PostApplicationId(Guid.CreateVersion7(reader.Now));
        var refusal = await rooms.RunAsync(who, account, null, isForHead: false, async (room, act) =>
        {
            if (room.FlareUp is not { } open)
            {
                return new FlareUpIsOver();
            }

            if (room.Rule.KindOf(kind) is not { } drafted)
            {
                return kind == FlareUpRule.Holding ? new NoHoldingHere(room.DecisionClause) : new FlareUpKindMissing(room.Rule, room.DecisionClause);
            }

            if (await drafting.NoAuthorAsync(room.Regulation, who, room.Account.Owner, ct) is { } nobody)
            {
                return nobody;
            }

            var content = new PostContent { Accounts = [account.Value], Body = drafted == FlareUpRule.Holding ? HoldingText(room.Rule, null) : "" };
            drafting.BeginWithin(id, who, room.Account.Owner, content, null, room.Regulation).WriteFor(open.Id, drafted);
            db.Record(who.Body, act, "flare-up.written", $"application/{id}", new { flareUp = open.Id });
            return null;
        }, ct);
        return refusal is null ? id : refusal;
    }

    /// <summary>時間を要する旨の承認: the head approves the document's words, and the senders have it at once (ok-6-4-c).</summary>
    /// <param name="until">When the next word is promised for.</param>
    /// <param name="confirmed">Sentences of the application and of the step that the head confirms.</param>
    public Task<Refusal?> ApproveHoldingAsync(Who who, AccountId account, DateTimeOffset? until, IReadOnlyCollection<string> confirmed, CancellationToken ct) =>
        rooms.RunAsync(who, account, null, isForHead: true, async (room, act) =>
        {
            var clause = room.Regulation.ClauseFor("verb:approve-holding-post");
            return room.FlareUp is not { } open ? new FlareUpIsOver()
                : !room.Rule.HasHolding ? new NoHoldingHere(room.DecisionClause)
                : open.Promise(act.At, until, clause) ?? await FileAsync(room, open, act, confirmed, clause, ct);
        }, ct);

    /// <summary>The document's words, with the time of the next one.</summary>
    public static string HoldingText(FlareUpRule rule, DateTimeOffset? until) =>
        rule.HoldingText.Replace("{until}", until is { } at ? JapaneseDate.DayAndTime(at).Ja : "○月○日○時", StringComparison.Ordinal);

    private async Task<Refusal?> FileAsync(FlareUpRoom room, FlareUp open, Act act, IReadOnlyCollection<string> confirmed, string? clause, CancellationToken ct)
    {
        var regulation = room.Regulation;
        var body = room.Account.Body;
        var unit = await db.Units.FindAsync([room.Account.Owner], ct);
        var content = new PostContent
        {
            Subject = "確認中のお知らせ",
            Body = HoldingText(room.Rule, open.PromisedAt),
            Accounts = [room.Account.Id.Value],
            DesiredAt = act.At.InJapan(),
            Category = PostContent.OutsidePolicy,
            Release = new("", "public", "", null, null),
            Website = new(false, ""),
        };
        var found = await screening.FindAsync(regulation, content, unit!, Stage.Submit, act.At, null, null, null, ct);
        // The words are the document's; what a check would have the author explain is explained by the clause
        content = content with
        {
            KeptReasons = new SortedDictionary<string, string>(
                found.Where(f => f.Effect is Effect.Warn or Effect.Hold).DistinctBy(f => f.Key)
                    .ToDictionary(f => f.Key, _ => $"炎上対応で時間を要する旨を知らせる（{regulation.Clause(clause ?? "")?.Reference}）"), StringComparer.Ordinal),
        };
        var application = PostApplication.Begin(new(Guid.CreateVersion7(act.At)), body, regulation, room.Account.Owner, content, new Act(new StaffId(Guid.Empty), act.At));
        application.WriteFor(open.Id, FlareUpRule.Holding);
        application.AskedBy(open.By);
        db.Add(application);
        db.Record(body, act, "application.begun", $"application/{application.Id}", new { hash = application.Current.Hash });
        var opened = await reader.OpenAsync(application, ct);
        var number = await context.NextNumberAsync(opened, act.At, ct);
        if (application.Submit(act, regulation, found, confirmed, number, CaseContext.LeadOf(regulation, content)) is { } refused)
        {
            return refused;
        }

        if (application.Approve(act, opened.SeatOf(act.By), regulation, confirmed, await context.OfAsync(opened, act.At, ct)) is { } notApproved)
        {
            return notApproved;
        }

        db.Record(body, act, "flare-up.holding-approved", $"account/{room.Account.Id}", new { flareUp = open.Id, application = application.Id.Value, clause });
        notices.TellNext(opened, act);
        return null;
    }
}

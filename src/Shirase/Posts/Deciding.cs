using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Posts;

/// <summary>決裁と審査: approval, return, rejection, sending, assignment, and their exceptions.</summary>
public sealed class Deciding(CaseReader reader, CaseContext context, CaseChange change, Screening screening)
{
    /// <summary>承認.</summary>
    /// <param name="confirmed">Sentences of the step confirmed with it.</param>
    public Task<Refusal?> ApproveAsync(PostApplicationId id, Who who, IReadOnlyCollection<string> confirmed, string? opinion, CancellationToken ct) =>
        ApproveAsync(id, who, confirmed, opinion, null, ct);

    /// <summary>承認 of exactly what the decider was shown: refused when the text became another one meanwhile.</summary>
    /// <param name="seen">Hash of the content that was shown; null where nothing was shown.</param>
    public Task<Refusal?> ApproveAsync(
        PostApplicationId id, Who who, IReadOnlyCollection<string> confirmed, string? opinion, string? seen, CancellationToken ct)
    {
        RouteContext? route = null;
        return change.RunAsync(id, who, opinion, "application.approved",
            (open, act) => seen is not null && seen != open.Application.Current.Hash
                ? new TextIsAnotherNow()
                : open.Application.Approve(act, open.SeatOf(who.Staff), open.Regulation, confirmed, route!),
            (open, act) =>
            {
                change.Notices.TellNext(open, act);
                if (open.Application.Decisions.LastOrDefault(d => d.Verb == Verb.Approve) is { IsUnsettled: true, ActsFor: { } absent })
                {
                    change.Notices.Tell(open, act, [absent], "decision.to-inspect",
                        new($"{open.Application.Number}は代決されました。後閲してください。{act.Why}", $"{open.Application.Number} was decided by your deputy. Read it afterwards. {act.Why}"),
                        open.Regulation.ClauseFor("verb:late-inspection"));
                }

                if (open.Application.State == ApplicationState.ReadyToPublish)
                {
                    change.Notices.Tell(open, act, Notices.ApplicantOf(open), "application.accepted",
                        new($"{open.Application.Number}は審査で承認されました。", $"{open.Application.Number} was approved."), open.Regulation.ClauseFor("step:publication"));
                }

                return Task.CompletedTask;
            },
            ct, prepare: async open => route = await context.OfAsync(open, reader.Now, ct));
    }

    /// <summary>差戻し.</summary>
    public Task<Refusal?> ReturnAsync(PostApplicationId id, Who who, string reasonCode, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.returned",
            (open, act) => open.Application.Return(act, open.SeatOf(who.Staff), open.Regulation, reasonCode),
            (open, act) => TellRefused(open, act, "application.returned", "差し戻されました", "was returned"), ct);

    /// <summary>却下.</summary>
    public Task<Refusal?> RejectAsync(PostApplicationId id, Who who, string reasonCode, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.rejected",
            (open, act) => open.Application.Reject(act, open.SeatOf(who.Staff), open.Regulation, reasonCode),
            (open, act) => TellRefused(open, act, "application.rejected", "却下されました", "was rejected"), ct);

    /// <summary>送付: by the applicant's unit, where the system could not do it at once.</summary>
    public Task<Refusal?> DispatchAsync(PostApplicationId id, Who who, string? shortNoticeReason, CancellationToken ct)
    {
        RouteContext? route = null;
        return change.RunAsync(id, who, shortNoticeReason, "application.dispatched",
            (open, act) => open.IsOfUnit(who.Staff) ? open.Application.Dispatch(act, open.Regulation, route!) : new NotOfThisUnit(),
            TellNext, ct, prepare: async open => route = await context.OfAsync(open, reader.Now, ct));
    }

    /// <summary>検討の指示.</summary>
    public Task<Refusal?> AssignAsync(PostApplicationId id, Who who, string? instruction, CancellationToken ct) =>
        change.RunAsync(id, who, instruction, "application.assigned",
            (open, act) => open.Application.Assign(act, open.SeatOf(who.Staff), open.Regulation), TellNext, ct);

    /// <summary>The manager decides otherwise than the officer.</summary>
    public Task<Refusal?> OverruleAsync(PostApplicationId id, Who who, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.overruled",
            (open, act) => open.Application.Overrule(act, open.SeatIn(who.Staff, "operation-manager"), open.Regulation), TellNext, ct);

    /// <summary>保留 and its release.</summary>
    public Task<Refusal?> HoldAsync(PostApplicationId id, Who who, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.hold-changed",
            (open, act) => open.Application.Hold(act, open.SeatIn(who.Staff, "operation-manager"), open.Regulation),
            (open, act) =>
            {
                var (ja, en) = open.Application.IsOnHold ? ("保留にされました", "was put on hold") : ("保留が解かれました", "was released");
                change.Notices.Tell(open, act, PublicRelations(open).Concat(Notices.ApplicantOf(open)), "application.held",
                    new($"{open.Application.Number}は{ja}。{act.Why}", $"{open.Application.Number} {en}. {act.Why}"), open.Regulation.ClauseFor("verb:hold"));
                return Task.CompletedTask;
            }, ct);

    /// <summary>再審査. A repost's target is read again: what is decided next is decided on its text as it stands now.</summary>
    public async Task<Refusal?> ReexamineAsync(PostApplicationId id, Who who, string? why, CancellationToken ct)
    {
        var content = (await reader.OpenAsync(id, ct))?.Application.Current.Content;
        reader.Forget();
        var looked = content is null ? null : await screening.LookUpAsync(who.Body, content, reader.Now.JapanDay(), ct);
        return await change.RunAsync(id, who, why, "application.reexamined",
            (open, act) => open.Application.Reexamine(
                act, open.SeatIn(who.Staff, "operation-officer") ?? open.SeatIn(who.Staff, "operation-manager"), open.Regulation, looked?.TextNow),
            TellNext, ct);
    }

    /// <summary>後閲 of a deputy's decision, or countersignature of one by telephone.</summary>
    /// <param name="agrees">False to disown a telephone decision, with a reason.</param>
    public Task<Refusal?> SettleAsync(PostApplicationId id, Who who, Guid decision, bool agrees, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, agrees ? "decision.settled" : "decision.disowned",
            (open, act) => open.Application.Settle(act, decision, agrees), null, ct);

    /// <summary>A decision given by telephone, written down by a PR officer (gx-10-2-0).</summary>
    public Task<Refusal?> RecordTelephoneDecisionAsync(PostApplicationId id, Who who, StaffId decider, DateTimeOffset decidedAt, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "decision.recorded-by-telephone",
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is null
                ? OnlyPrOfficers.Of(open.Regulation, "verb:record-telephone-decision")
                : open.Application.RecordTelephoneDecision(act, decider, open.SeatOf(decider), decidedAt, CaseContext.CountersignDue(open.Regulation, act.At), open.Regulation),
            (open, act) =>
            {
                change.Notices.Tell(open, act, [decider], "decision.to-countersign",
                    new($"{open.Application.Number}の電話による決定を追認してください。", $"Countersign your telephone decision on {open.Application.Number}."),
                    open.Regulation.ClauseFor("verb:countersign"));
                change.Notices.TellNext(open, act);
                return Task.CompletedTask;
            },
            ct);

    private Task TellNext(OpenCase open, Act act)
    {
        change.Notices.TellNext(open, act);
        return Task.CompletedTask;
    }

    private Task TellRefused(OpenCase open, Act act, string kind, string ja, string en)
    {
        var code = open.Application.Decisions[^1].ReasonCode;
        var reason = open.Regulation.ReasonCodes.FirstOrDefault(c => c.Id == code)?.Name;
        var step = open.Regulation.Route(open.Application.Route)!.Step(open.Application.Decisions[^1].Step)!;
        var subject = open.Application.Current.Content.Title;
        var text = new Localized(
            $"{open.Application.Number}「{subject}」は{ja}。{(reason is null ? "" : $"（{reason.Ja}）")}{act.Why}",
            $"{open.Application.Number} \"{subject}\" {en}. {(reason is null ? "" : $"({reason.En}) ")}{act.Why}");
        var people = step.Kind == StepKind.Examination
            ? Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "operation-manager"))
            : Notices.WritersOf(open);
        change.Notices.Tell(open, act, people, kind, text,
            (step.Kind == StepKind.Examination ? open.Regulation.ClauseFor("verb:reject") : null) ?? step.Clause);
        return Task.CompletedTask;
    }

    private static IEnumerable<StaffId> PublicRelations(OpenCase open) =>
        Notices.RoleOf(open, "operation-officer").Concat(Notices.RoleOf(open, "pr-officer"));
}

public sealed record OnlyPrOfficers(Localized Who, string? By, Localized? Names = null) : Refusal(new Localized(
    $"{Who.Ja}だけができる操作です。{(Names is null ? "" : $"連絡先：{Names.Ja}")}", $"Only {Who.En}s can do this.{(Names is null ? "" : $" Call: {Names.En}.")}"), By)
{
    /// <summary>In the document's own word for those who publish, under the clause of the verb.</summary>
    /// <param name="names">Those to be called instead; null where everybody knows them.</param>
    public static OnlyPrOfficers Of(Regulation regulation, string verb, Localized? names = null) =>
        new(PublishGate.Publishers(regulation), regulation.ClauseFor(verb) ?? regulation.Gate("publisher")?.Clause, names);
}

public sealed record TextIsAnotherNow() : Refusal(new Localized(
    "表示していた文面が、その後に変わりました。今の文面を読んでから、もう一度決めてください。",
    "The text you were shown has changed since. Read the present one and decide again."));

using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>協議・調整: wording between officer and applicant (gx-3-2-b-2), questions the regulation leaves open (gx-16).</summary>
public sealed class Consulting(CaseChange change)
{
    public Task<Refusal?> ProposeWordingAsync(PostApplicationId id, Who who, string subject, string body, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "wording.proposed",
            (open, act) => body.Length > Drafting.MaxBody || subject.Length > Drafting.MaxField
                ? new EntryTooLong("修正案", "the proposal", Drafting.MaxBody)
                : open.Application.ProposeWording(act, open.SeatOf(who.Staff), open.Regulation, subject.Trim(), ComposedText.Lf(body)),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.ApplicantOf(open), "wording.proposed",
                    new($"{open.Application.Number}に文面の修正案が届きました。同意するか回答してください。", $"Wording was proposed for {open.Application.Number}. Please answer."),
                    open.Regulation.ClauseFor("verb:propose-wording"));
                return Task.CompletedTask;
            },
            ct);

    /// <summary>The applicant's unit accepts or declines the proposed wording.</summary>
    public Task<Refusal?> AnswerWordingAsync(PostApplicationId id, Who who, bool accepts, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, accepts ? "wording.accepted" : "wording.declined",
            (open, act) => !open.IsOfUnit(who.Staff) ? new NotOfThisUnit()
                : accepts ? open.Application.AcceptWording(act, open.Regulation, open.Regulation.Number("typography-max-characters", 10))
                : open.Application.DeclineWording(act, open.Regulation),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.RoleOf(open, "operation-officer"), "wording.answered",
                    accepts
                        ? new($"{open.Application.Number}の修正案に同意がありました。", $"The proposal for {open.Application.Number} was accepted.")
                        : new($"{open.Application.Number}の修正案は受け入れられませんでした。{act.Why}", $"The proposal for {open.Application.Number} was declined. {act.Why}"),
                    open.Regulation.ClauseFor("verb:accept-wording"));
                return Task.CompletedTask;
            },
            ct);

    public Task<Refusal?> ConsultAsync(PostApplicationId id, Who who, string question, CancellationToken ct) =>
        change.RunAsync(id, who, null, "consultation.opened",
            (open, act) => question.Length > Drafting.MaxField ? new EntryTooLong("協議事項", "the question", Drafting.MaxField) : open.Application.Consult(act, question),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "operation-officer")), "consultation.opened",
                    new($"{open.Application.Number}について協議が始まりました。双方が確認するまで投稿できません。", $"A consultation was opened on {open.Application.Number}; it cannot be published until both sides confirm."),
                    open.Regulation.ClauseFor("verb:consult"));
                return Task.CompletedTask;
            },
            ct);

    /// <summary>One side confirms the outcome: the applicant's unit, or the officer or manager for the PR division.</summary>
    public Task<Refusal?> ConfirmConsultationAsync(PostApplicationId id, Who who, Guid consultation, string outcome, CancellationToken ct) =>
        change.RunAsync(id, who, null, "consultation.confirmed",
            (open, act) =>
            {
                if (outcome.Length > Drafting.MaxField)
                {
                    return new EntryTooLong("協議の結果", "the outcome", Drafting.MaxField);
                }

                var publicRelations = (open.SeatIn(who.Staff, "operation-officer") ?? open.SeatIn(who.Staff, "operation-manager")) is not null;
                return publicRelations || open.IsOfUnit(who.Staff)
                    ? open.Application.ConfirmConsultation(act, consultation, outcome, publicRelations)
                    : new NotOfThisUnit();
            },
            null, ct);
}

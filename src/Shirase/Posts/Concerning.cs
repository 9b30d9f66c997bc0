using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>関係所属: consultation of the units concerned, on screen or by telephone, and the way up to the head (is-2-5-b, is-2-4-d).</summary>
public sealed class Concerning(CaseChange change)
{
    /// <summary>Somebody of a related unit answers for it.</summary>
    /// <param name="result">One of <see cref="ConsultationResult"/>.</param>
    public Task<Refusal?> AnswerAsync(PostApplicationId id, Who who, UnitId unit, string result, string? remark, CancellationToken ct) =>
        change.RunAsync(id, who, remark, "consultation.answered",
            (open, act) => open.RelatedUnitsOf(who.Staff).Contains(unit)
                ? open.Application.AnswerUnit(act, unit, result, open.Regulation)
                : new NotARelatedUnit(open.Step?.ConsultClause),
            Tell, ct);

    /// <summary>The applicant's unit writes down what was agreed by telephone.</summary>
    /// <param name="with">Who spoke for the related unit; somebody who serves there.</param>
    public Task<Refusal?> NoteCallAsync(PostApplicationId id, Who who, UnitId unit, StaffId with, DateTimeOffset at, string result, string? remark, CancellationToken ct) =>
        change.RunAsync(id, who, remark, "consultation.noted",
            (open, act) => !open.IsOfUnit(who.Staff) ? new NotOfThisUnit()
                : !open.RelatedStaff[unit].Contains(with) ? new NotARelatedUnit(open.Step?.ConsultClause)
                : open.Application.NoteUnitCall(act, unit, with, at, result, CaseContext.CountersignDue(open.Regulation, act.At), open.Regulation),
            (open, act) =>
            {
                var noted = open.Application.Decisions[^1];
                change.Notices.Tell(open, act, [noted.By], "consultation.to-confirm",
                    new($"{open.Application.Number}の電話による協議の記録を確かめてください。", $"Confirm the note of your consultation by telephone on {open.Application.Number}."), noted.Clause);
                return Tell(open, act);
            },
            ct);

    /// <summary>上申.</summary>
    public Task<Refusal?> SendUpAsync(PostApplicationId id, Who who, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.sent-up",
            (open, act) => open.Application.SendUp(act, open.SeatOf(who.Staff), open.Regulation),
            (open, act) =>
            {
                change.Notices.TellNext(open, act);
                return Task.CompletedTask;
            },
            ct);

    // Once everybody was heard, the heads may decide
    private Task Tell(OpenCase open, Act act)
    {
        if (open.Application.UnitsToConsult().Count == 0)
        {
            change.Notices.TellNext(open, act);
        }

        return Task.CompletedTask;
    }
}

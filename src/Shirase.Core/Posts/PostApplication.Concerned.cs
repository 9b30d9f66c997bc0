using Shirase.Core.People;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>How a related unit answered the consultation on content and wording (is-2-5-b).</summary>
public static class ConsultationResult
{
    public const string Agreed = "agreed";
    public const string AgreedWithChange = "agreed-with-change";
    public const string Objection = "objection";

    public static IReadOnlyList<string> All { get; } = [Agreed, AgreedWithChange, Objection];
}

public sealed partial class PostApplication
{
    /// <summary>
    /// Ids of the related units of what was filed, separated by spaces; so that their people find the case. Empty where there are none.
    /// </summary>
    public string Concerned { get; private set; } = "";

    /// <summary>The related units of the present content.</summary>
    public IReadOnlyList<UnitId> RelatedUnits => [.. (Current.Content.RelatedUnits ?? []).Select(id => new UnitId(id))];

    /// <summary>Related units that have not approved the present content in a step that all their heads decide.</summary>
    public IReadOnlyList<UnitId> OpenUnits(RouteStep step) =>
        step.AllOf is null ? [] : [.. RelatedUnits.Where(u => !StandingApprovals().Any(d => d.Step == step.Id && d.ForUnit == u))];

    /// <summary>Related units that were not consulted on the present content. The applicant's own unit knows it already.</summary>
    public IReadOnlyList<UnitId> UnitsToConsult() => [.. RelatedUnits.Where(u => u != Unit && ConsultationOf(u) is null)];

    /// <summary>The answer of a related unit on the present content, or null.</summary>
    public Decision? ConsultationOf(UnitId unit) =>
        _decisions.Where(d => d.Verb is Verb.AnswerUnit or Verb.Disown && d.ForUnit == unit && d.ContentHash == Current.Hash).MaxBy(d => d.Order) is { Verb: Verb.AnswerUnit } answer
            ? answer
            : null;

    /// <summary>Related units that do not agree with the present content (gm-3-3-b-2).</summary>
    public IReadOnlyList<UnitId> Objecting() => [.. RelatedUnits.Where(u => ConsultationOf(u)?.ReasonCode == ConsultationResult.Objection)];

    /// <summary>True while a related unit does not agree and nobody decided on that with a reason, where the document asks for it.</summary>
    public bool IsObjectionOpen(Regulation regulation) => SettlesObjections(regulation) && Objecting().Count > 0
        && !StandingApprovals().Any(d => d.Opinion.Length > 0 && regulation.Route(Route)?.Step(d.Step)?.Kind == StepKind.Examination);

    private static bool SettlesObjections(Regulation regulation) => regulation.Gate("consultation")?.With.Flag("objections") == true;

    /// <summary>A related unit answers the consultation (is-2-5-b); its remark stands in <see cref="Act.Why"/>.</summary>
    /// <param name="result">One of <see cref="ConsultationResult"/>.</param>
    public Refusal? AnswerUnit(Act act, UnitId unit, string result, Regulation regulation) =>
        WhyNotConsulted(unit, result, regulation, out var clause) ?? Answered(act, unit, result, clause, null, null, act.By, act.At);

    /// <summary>A consultation by telephone, written down by the applicant's unit; the other side confirms the note afterwards.</summary>
    /// <param name="with">Who spoke for the related unit.</param>
    /// <param name="at">When.</param>
    /// <param name="due">Last moment for the confirmation.</param>
    public Refusal? NoteUnitCall(Act act, UnitId unit, StaffId with, DateTimeOffset at, string result, DateTimeOffset due, Regulation regulation) =>
        WhyNotConsulted(unit, result, regulation, out var clause)
        ?? (string.IsNullOrWhiteSpace(act.Why) ? new ReasonNeeded(clause)
            : at > act.At ? new TelephoneCallLiesAhead()
            : Answered(act, unit, result, clause, act.By, due, with, at));

    /// <summary>上申: whoever may decide on the short path leaves it to the head; the case goes the ordinary way (is-2-4-d).</summary>
    public Refusal? SendUp(Act act, Seat? seat, Regulation regulation)
    {
        if (Guard(act, seat, regulation, out var step) is { } refusal)
        {
            return refusal;
        }

        if (regulation.Route(Route) is not { Hours: RouteHours.Within } || step!.Kind != StepKind.Decision)
        {
            return new NotWaitingForDecision();
        }

        Note(step.Id, Verb.SendUp, act, seat, step.Clause);
        var ordinary = regulation.Routes.First(r => r.Grounds.Count == 0);
        (Route, Step) = (ordinary.Id, ordinary.Steps[0].Id);
        Changed(act);
        return null;
    }

    private Refusal? WhyNotConsulted(UnitId unit, string result, Regulation regulation, out string? clause)
    {
        var step = State == ApplicationState.InRoute ? regulation.Route(Route)?.Step(Step) : null;
        clause = step?.ConsultClause;
        return clause is null ? new NotWaitingForDecision()
            : !RelatedUnits.Contains(unit) ? new NotARelatedUnit(clause)
            : !ConsultationResult.All.Contains(result) ? new ResultIsMissing(clause)
            : null;
    }

    private Refusal? Answered(Act act, UnitId unit, string result, string? clause, StaffId? recordedBy, DateTimeOffset? due, StaffId by, DateTimeOffset at)
    {
        _decisions.Add(new Decision(
            Guid.CreateVersion7(act.At), _decisions.Count + 1, Step, Verb.AnswerUnit, by, "", false, null, at, Current.Number, Current.Hash, act.Why?.Trim() ?? "")
        { Clause = clause, ReasonCode = result, RecordedBy = recordedBy, CountersignDue = due, ForUnit = unit });
        Changed(act);
        return null;
    }
}

public sealed record ConsultationIsOpen(Localized Units, string? By) : Refusal(new Localized(
    $"関係所属との協議が終わっていません（{Units.Ja}）。回答を待つか、電話による協議を記録してください。",
    $"Related units have not been consulted yet ({Units.En}). Wait for the answer, or record the consultation by telephone."), By);

public sealed record ObjectionNeedsReason(Localized Units, string? By) : Refusal(new Localized(
    $"同意しないと答えた関係所属があります（{Units.Ja}）。それでも配信するときは、決定の理由を入力してください。",
    $"Sections concerned do not agree ({Units.En}). To let it go all the same, enter the reason of your decision."), By);

public sealed record StandInNotesConsultation(Localized Vacant, string? By) : Refusal(new Localized(
    $"この所属には{Vacant.Ja}がいません。代わりに確認するときは、関係所属との協議の内容（相手、日時、結果。関係する所属がないときはその旨）を意見の欄に入力してください。",
    $"This unit has no {Vacant.En}. Whoever checks it instead enters the consultations himself: with whom, when, with which outcome, or that no section is concerned."), By);

public sealed record NotARelatedUnit(string? By) : Refusal(new Localized(
    "関係所属として選ばれていません。", "This is not one of the related units of the case."), By);

public sealed record ResultIsMissing(string? By) : Refusal(new Localized(
    "協議の結果（同意・修正の上同意・異議）を選んでください。", "Choose the outcome of the consultation."), By);

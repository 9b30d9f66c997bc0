namespace Shirase.Core.Regulations;

/// <summary>When a path may be taken.</summary>
public enum RouteHours
{
    Any,

    /// <summary>Within the hours of the window gate only.</summary>
    Within,

    /// <summary>Outside them only (夜間・休日).</summary>
    Outside,
}

/// <summary>A path of decision (決裁経路): who acts in which order.</summary>
/// <param name="Id">Such as <c>ordinary</c> or <c>urgent</c>.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Clause">The clause that opens this path.</param>
/// <param name="Grounds">Grounds that open it; empty for the ordinary path.</param>
/// <param name="Steps">The steps after the author's submission, in order; the last one is the publication.</param>
public sealed record Route(
    string Id, Localized Name, string Clause, IReadOnlyList<RouteGround> Grounds, IReadOnlyList<RouteStep> Steps)
{
    /// <summary>When it may be taken.</summary>
    public RouteHours Hours { get; init; }

    /// <summary>True for a path that may lead out of hours: it has grounds and is not kept to the hours.</summary>
    public bool IsUrgent => Grounds.Count > 0 && Hours != RouteHours.Within;

    /// <summary>The last step at which somebody judges the content: the examination, or where there is none the last decision.</summary>
    public RouteStep? Judging => Steps.LastOrDefault(s => s.Kind == StepKind.Examination) ?? Steps.LastOrDefault(s => s.Kind == StepKind.Decision);

    /// <summary>True when nobody but deciders and senders acts on it: no form is sent, assigned or examined.</summary>
    public bool IsWithinUnit => Steps.All(s => s.Kind is StepKind.Decision or StepKind.Publication);

    public RouteStep? Step(string id) => Steps.FirstOrDefault(s => s.Id == id);
}

/// <summary>A ground on which a path may be taken, such as 10(1).</summary>
/// <param name="Id">Such as <c>serious-crime</c>.</param>
/// <param name="Name">The ground in a sentence.</param>
/// <param name="Clause">Such as <c>gx-10-2-1</c>.</param>
/// <param name="MinReason">Least number of characters of the reason; 0 when no reason is asked.</param>
/// <param name="CaseFacts">True when summary, time of recognition and section in charge are asked.</param>
public sealed record RouteGround(string Id, Localized Name, string Clause, int MinReason, bool CaseFacts)
{
    /// <summary>Checks none of which may find anything; else the case takes the ordinary path. Empty where the author's word is enough.</summary>
    public IReadOnlyList<CheckRule> Criteria { get; init; } = [];
}

/// <summary>What kind of act a step asks for.</summary>
public enum StepKind
{
    /// <summary>Decision of the applicant's own head (所属長の決裁).</summary>
    Decision,

    /// <summary>The applicant's unit sends the decided form (送付); done by the system where nothing is missing.</summary>
    Dispatch,

    /// <summary>The manager has somebody examine it (検討の指示); done by a standing instruction where one exists.</summary>
    Assignment,

    /// <summary>Examination of suitability and content (審査).</summary>
    Examination,

    /// <summary>The publication itself (投稿).</summary>
    Publication,
}

/// <summary>One step of a path.</summary>
/// <param name="Id">Such as <c>unit-head</c>.</param>
/// <param name="Kind">What is done there.</param>
/// <param name="Roles">Role ids that may act; any one of them.</param>
/// <param name="Name">Name shown in the row of steps and in the 決裁欄.</param>
/// <param name="Clause">The clause that asks for the step.</param>
/// <param name="Deputies">True when a registered deputy may act (代決), followed by a later inspection (後閲).</param>
/// <param name="ByTelephone">True when the decision may be recorded from a telephone call and countersigned later.</param>
public sealed record RouteStep(
    string Id, StepKind Kind, IReadOnlyList<string> Roles, Localized Name, string Clause, bool Deputies, bool ByTelephone)
{
    /// <summary>For <see cref="AllOf"/>: the head of every related unit (関係所属長) decides, and all must approve (is-2-5-c).</summary>
    public const string RelatedHeads = "related-heads";

    /// <summary>Whose heads all decide; null where any one of the roles decides for the applicant's unit.</summary>
    public string? AllOf { get; init; }

    /// <summary>Role that acts in a unit where nobody holds or deputises any of <see cref="Roles"/>, and notes the consultations itself; null for none (gm-3-3-a-2).</summary>
    public string? StandIn { get; init; }

    /// <summary>The clause under which every related unit is consulted before anybody decides here; null where none is.</summary>
    public string? ConsultClause { get; init; }
}

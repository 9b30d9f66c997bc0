using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Records;

/// <summary>How one clause stands in a period.</summary>
public enum ClauseState
{
    /// <summary>遵守: it was met, each time.</summary>
    Kept,

    /// <summary>例外: it was met, in some cases by an exception with its reason.</summary>
    Exception,

    /// <summary>期限: somebody still has to do what it asks.</summary>
    OpenTask,

    /// <summary>期限超過: the time for it is over.</summary>
    Overdue,

    /// <summary>該当なし: nothing in the period called for it.</summary>
    NotCalledFor,

    /// <summary>予定: no part of the system carries it yet; the office has to see to it.</summary>
    NotCarried,

    /// <summary>宣言: it asks for nothing.</summary>
    Statement,
}

/// <summary>A case in which the rule was met by way of an exception.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Case">The application.</param>
/// <param name="Number">整理番号.</param>
/// <param name="What">Which exception.</param>
/// <param name="Reason">Why, in the words of the person; empty where the document asks for none.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ComplianceException(string Clause, PostApplicationId Case, string Number, Localized What, string Reason, StaffId By, DateTimeOffset At);

/// <summary>One clause in the period.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="State">How it stands.</param>
/// <param name="Kept">How often it was met.</param>
/// <param name="Cases">The applications in which it was met, at most <see cref="Compliance.MostCases"/>.</param>
/// <param name="Exceptions">Exceptions, oldest first.</param>
/// <param name="Duties">Open duties of the clause.</param>
public sealed record ClauseCompliance(
    Clause Clause, ClauseState State, int Kept, IReadOnlyList<PostApplication> Cases, IReadOnlyList<ComplianceException> Exceptions, IReadOnlyList<Duty> Duties);

/// <summary>遵守状況: every clause of a regulation over a period. Pure.</summary>
/// <param name="Regulation">The version in force at the end of the period.</param>
/// <param name="Messages">Applications filed in the period.</param>
/// <param name="OutOfHours">Those of a route with a ground (時間外).</param>
/// <param name="Clauses">In the order of the document.</param>
public sealed record ComplianceReport(Regulation Regulation, int Messages, int OutOfHours, IReadOnlyList<ClauseCompliance> Clauses);

/// <summary>Draws up the report.</summary>
public static class Compliance
{
    /// <summary>Most applications named beside one clause.</summary>
    public const int MostCases = 20;

    /// <summary>The report over what was gathered.</summary>
    /// <param name="cases">Applications filed in the period, with their deliveries' gate lines.</param>
    /// <param name="duties">Open duties of the regulation, and those closed in the period.</param>
    public static ComplianceReport Of(
        Regulation regulation, IReadOnlyList<(PostApplication Application, IReadOnlyList<GateLine> Gate)> cases, IReadOnlyList<Duty> duties, DateTimeOffset now)
    {
        var kept = cases.SelectMany(c => MetBy(regulation, c.Application, c.Gate).Select(clause => (Clause: clause, c.Application))).ToLookup(k => k.Clause, k => k.Application, StringComparer.Ordinal);
        var exceptions = cases.SelectMany(c => ExceptionsOf(regulation, c.Application)).OrderBy(e => e.At).ToLookup(e => e.Clause, StringComparer.Ordinal);
        var byClause = duties.ToLookup(d => d.Clause, StringComparer.Ordinal);
        return new(
            regulation,
            cases.Count,
            cases.Count(c => regulation.Route(c.Application.Route) is { Grounds.Count: > 0 }),
            [.. regulation.Clauses.Select(c => ClauseOf(c, [.. kept[c.Id]], [.. exceptions[c.Id]], [.. byClause[c.Id]], now))]);
    }

    private static ClauseCompliance ClauseOf(
        Clause clause, IReadOnlyList<PostApplication> kept, IReadOnlyList<ComplianceException> exceptions, IReadOnlyList<Duty> duties, DateTimeOffset now)
    {
        var open = duties.Where(d => d.IsOpen).ToList();
        var met = kept.Count + duties.Count - open.Count;
        var state = open.Exists(d => d.IsOverdue(now)) ? ClauseState.Overdue
            : open.Count > 0 ? ClauseState.OpenTask
            : exceptions.Count > 0 ? ClauseState.Exception
            : met > 0 ? ClauseState.Kept
            : clause.IsInForce ? ClauseState.NotCalledFor
            : clause.Planned is not null ? ClauseState.NotCarried
            : ClauseState.Statement;
        return new(clause, state, met, [.. kept.DistinctBy(a => a.Id).Take(MostCases)], exceptions, open);
    }

    // A check that found nothing, a line of the gate that was passed, a confirmation, a decision
    private static IEnumerable<string> MetBy(Regulation regulation, PostApplication application, IReadOnlyList<GateLine> gate) =>
        gate.Where(g => g is { Passed: true, Clause: not null }).Select(g => g.Clause!)
            .Concat(application.Decisions.Where(d => d.Clause is not null).Select(d => d.Clause!))
            .Concat(regulation.Attestations.Where(a => application.ConfirmationOf(a.Id) is not null).Select(a => a.Clause))
            .Concat(Checked(regulation, application));

    private static IEnumerable<string> Checked(Regulation regulation, PostApplication application)
    {
        var kind = application.Current.Content.Kind == PostKind.Repost ? "repost" : "post";
        return regulation.Checks.Where(r => r.Kinds.Count == 0 || r.Kinds.Contains(kind)).Select(r => r.Clause).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<ComplianceException> ExceptionsOf(Regulation regulation, PostApplication application)
    {
        var content = application.Current.Content;
        var filed = application.SubmittedAt!.Value;
        foreach (var (key, reason) in content.KeptReasons.Where(r => r.Value.Length > 0))
        {
            if (regulation.Checks.FirstOrDefault(r => r.Id == Finding.RuleOf(key)) is { } rule)
            {
                yield return Of(rule.Clause, new($"点検「{rule.Check}」の指摘を残した", $"Kept in spite of the check \"{rule.Check}\""), reason, application.Author, filed);
            }
        }

        if (application.ShortNoticeReason.Length > 0 && regulation.Settings.FirstOrDefault(s => s.Id == "lead-days") is { } lead)
        {
            yield return Of(lead.Clause, new("期限より短い申請", "Sent later than the document asks"), application.ShortNoticeReason, application.Author, filed);
        }

        if (regulation.Route(application.Route)?.Grounds.FirstOrDefault(g => g.Id == content.Ground) is { } ground)
        {
            yield return Of(ground.Clause, ground.Name, content.GroundReason, application.Author, filed);
        }

        // Allowed with a reason only; whoever oversees it finds it in the month's list (is-2-4-b)
        foreach (var d in application.Decisions.Where(d => d is { Verb: Verb.Approve, Clause: not null, IsProxy: false } && d.By == application.Author))
        {
            yield return Of(d.Clause!, new("起案者と承認者が同一", "Author and approver are the same"), d.Opinion, d.By, d.At);
        }

        foreach (var d in application.Decisions.Where(d => d.Clause is not null && (d.IsProxy || d.RecordedBy is not null || d.Verb == Verb.Overrule)))
        {
            yield return Of(
                d.Clause!,
                d.Verb == Verb.Overrule ? VerbWords.Of(d) : d.IsProxy ? new("代決", "Decided by a deputy") : new("電話による決定", "Decided by telephone"),
                d.Opinion,
                d.By,
                d.At);
        }

        ComplianceException Of(string clause, Localized what, string reason, StaffId by, DateTimeOffset at) => new(clause, application.Id, application.Number, what, reason, by, at);
    }
}

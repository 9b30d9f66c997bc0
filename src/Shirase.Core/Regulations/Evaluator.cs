namespace Shirase.Core.Regulations;

/// <summary>Runs a regulation's checks over a message. Pure and deterministic; the order of rules in the file does not matter.</summary>
public sealed class Evaluator(IEnumerable<ICheck> checks)
{
    private readonly Dictionary<string, ICheck> _checks = checks.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public ICheck? Find(string name) => _checks.GetValueOrDefault(name);

    public IEnumerable<ICheck> Checks => _checks.Values;

    /// <summary>All findings of the stage and of those before it, in clause order, then in the order of the text.</summary>
    public IReadOnlyList<Finding> Evaluate(Regulation regulation, CheckSubject subject)
    {
        var kind = subject.Kind == Posts.PostKind.Repost ? "repost" : "post";
        return
        [
            .. regulation.Checks
                .Where(r => r.Stage <= subject.Stage && (r.Kinds.Count == 0 || r.Kinds.Contains(kind)))
                .SelectMany(r => _checks[r.Check].Find(subject, r.With).Select(h => ToFinding(r, h, subject.Text)))
                .OrderBy(f => regulation.OrderOf(f.Clause))
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Span?.Start ?? -1)
                .ThenBy(f => f.Message.Ja, StringComparer.Ordinal),
        ];
    }

    /// <summary>What closes a path on this ground for the message; nothing where it may be taken.</summary>
    public IReadOnlyList<Finding> Closing(RouteGround ground, CheckSubject subject) =>
        [.. ground.Criteria.SelectMany(r => _checks[r.Check].Find(subject, r.With).Select(h => ToFinding(r, h, subject.Text)))];

    private static Finding ToFinding(CheckRule rule, Hit hit, string text) =>
        new(
            rule.Id,
            rule.Check,
            rule.Clause,
            rule.Effect,
            hit.Message,
            hit.Span,
            hit.Span is { } s ? text.Substring(s.Start, s.Length) : hit.FieldWords,
            hit.Field,
            hit.Remedy,
            hit.Mend);
}

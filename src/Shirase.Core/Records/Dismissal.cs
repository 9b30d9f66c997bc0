using Shirase.Core.Posts;

namespace Shirase.Core.Records;

/// <summary>A finding that stayed because the author gave a reason (指摘を残した理由).</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">整理番号.</param>
/// <param name="Unit">The applicant's unit.</param>
/// <param name="Words">What the finding speaks of; empty for the message as a whole.</param>
/// <param name="Reason">The reason.</param>
/// <param name="By">Who filed with it.</param>
/// <param name="At">When.</param>
public sealed record Dismissal(PostApplicationId Case, string Number, UnitId Unit, string Words, string Reason, StaffId By, DateTimeOffset At)
{
    /// <summary>The reasons for one rule with which a case was filed, oldest first; one that went on standing at a later filing is told once.</summary>
    /// <param name="rule">Id of the rule.</param>
    public static IEnumerable<Dismissal> Of(PostApplication application, string rule)
    {
        var told = new HashSet<(string, string)>();
        foreach (var filing in application.Decisions.Where(d => d.Verb == Verb.Submit).OrderBy(d => d.Order))
        {
            var reasons = application.Versions.FirstOrDefault(v => v.Hash == filing.ContentHash)?.Content.KeptReasons;
            foreach (var (key, reason) in reasons ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                if (key.StartsWith(rule + "|", StringComparison.Ordinal) && reason.Trim().Length > 0 && told.Add((key, reason)))
                {
                    yield return new(application.Id, application.Number, application.Unit, key[(rule.Length + 1)..], reason.Trim(), filing.By, filing.At);
                }
            }
        }
    }
}

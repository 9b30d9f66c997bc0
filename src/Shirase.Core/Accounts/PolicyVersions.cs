namespace Shirase.Core.Accounts;

/// <summary>
/// Policy and terms of use are entered together and change apart: what is kept as one row counts as a new version of the one, of the other, of both,
/// or of neither. Pure.
/// </summary>
public static class PolicyVersions
{
    /// <summary>Versions as they stood at a moment, from 1; null where nothing was written yet.</summary>
    /// <param name="rows">All rows of one account.</param>
    /// <param name="moment">Null for now.</param>
    public static (int? Policy, int? Terms) At(IEnumerable<PublishedPolicy> rows, DateTimeOffset? moment)
    {
        var facts = rows.Where(r => moment is null || r.At <= moment).OrderBy(r => r.Number).Select(r => r.Facts()).ToList();
        return (Count(facts, OfPolicy), Count(facts, OfTerms));
    }

    private static int? Count(IEnumerable<PolicyFacts> facts, Func<PolicyFacts, PolicyFacts> part)
    {
        var (count, last) = (0, new PolicyFacts().ToJson());
        foreach (var text in facts.Select(f => part(f).ToJson()).Where(t => t != last))
        {
            (count, last) = (count + 1, text);
        }

        return count == 0 ? null : count;
    }

    private static PolicyFacts OfPolicy(PolicyFacts f) => f with { UserRules = "", IntellectualProperty = "", Disclaimer = "", Points = new PolicyFacts().Points };

    private static PolicyFacts OfTerms(PolicyFacts f) => new() { UserRules = f.UserRules, IntellectualProperty = f.IntellectualProperty, Disclaimer = f.Disclaimer };
}

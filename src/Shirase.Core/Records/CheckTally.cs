using Shirase.Core.Regulations;

namespace Shirase.Core.Records;

/// <summary>
/// What became of the findings of one rule in one case: a line of the statistics of checks, which tell what rules help and what rules
/// annoy. Counts only: no words of a text, and no person. A finding counts when the author files, because what comes and goes while
/// somebody is writing says nothing about a rule.
/// </summary>
/// <param name="month">First day of the month in which the rule first reported something in the case.</param>
public sealed class CheckTally(Guid id, BodyId body, PostApplicationId application, UnitId unit, string regulation, string rule, string check, DateOnly month)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    public UnitId Unit { get; private set; } = unit;

    /// <summary>Slug of the regulation.</summary>
    public string Regulation { get; private set; } = regulation;

    /// <summary>Id of the rule in it.</summary>
    public string Rule { get; private set; } = rule;

    public string Check { get; private set; } = check;

    public DateOnly Month { get; private set; } = month;

    /// <summary>Findings shown, each once.</summary>
    public int Reported { get; private set; }

    /// <summary>Findings that the newest attempt still had.</summary>
    public int Standing { get; private set; }

    /// <summary>Findings that were gone at a later attempt: the text was changed.</summary>
    public int Mended { get; private set; }

    /// <summary>Findings with which it was filed, with a reason.</summary>
    public int Kept { get; private set; }

    /// <summary>Findings with which it was filed without a reason: hints, which ask for none.</summary>
    public int Left { get; private set; }

    /// <summary>Attempts at filing that the rule stopped.</summary>
    public int Stops { get; private set; }

    /// <summary>One more attempt at filing the case.</summary>
    /// <param name="filed">False when the attempt was refused, for whatever reason.</param>
    public void Note(ShownRule shown, bool filed)
    {
        Reported += Math.Max(0, shown.Findings - Standing);
        Mended += Math.Max(0, Standing - shown.Findings);
        Standing = shown.Findings;
        (Kept, Left) = filed ? (shown.Answered, shown.Findings - shown.Answered) : (0, 0);
        Stops += !filed && shown.Stops ? 1 : 0;
    }
}

/// <summary>What one attempt at filing showed of one rule.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Check">Its check.</param>
/// <param name="Findings">Number of its findings, of which several on the same words count once.</param>
/// <param name="Answered">How many of them have a reason.</param>
/// <param name="Stops">True when one of them alone is enough to refuse the filing.</param>
public sealed record ShownRule(string Rule, string Check, int Findings, int Answered, bool Stops)
{
    /// <summary>The rules that found something, in the order of the findings.</summary>
    /// <param name="hasReason">Whether the author gave a reason for keeping it.</param>
    public static IReadOnlyList<ShownRule> Of(IEnumerable<Finding> findings, Func<Finding, bool> hasReason) =>
    [
        .. findings.DistinctBy(f => f.Key, StringComparer.Ordinal).GroupBy(f => f.Rule, StringComparer.Ordinal).Select(g =>
        {
            var answered = g.Count(f => f.Effect is Effect.Warn or Effect.Hold && hasReason(f));
            var asked = g.Count(f => f.Effect is Effect.Warn or Effect.Hold);
            return new ShownRule(g.Key, g.First().Check, g.Count(), answered, answered < asked || g.Any(f => f.Effect == Effect.Refuse));
        }),
    ];

    /// <summary>The rule where nothing is found any more.</summary>
    public static ShownRule None(string rule, string check) => new(rule, check, 0, 0, false);
}

/// <summary>The statistics of one rule over a month.</summary>
/// <param name="Regulation">Slug.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Check">Its check.</param>
/// <param name="Cases">Cases in which it reported something.</param>
/// <param name="Reported">Findings shown.</param>
/// <param name="Mended">Findings after which the text was changed.</param>
/// <param name="Kept">Findings kept with a reason.</param>
/// <param name="Left">Hints with which it was filed.</param>
/// <param name="Stops">Attempts at filing that it stopped.</param>
public sealed record RuleTally(string Regulation, string Rule, string Check, int Cases, int Reported, int Mended, int Kept, int Left, int Stops)
{
    /// <summary>Findings of which nothing became yet: the case was not filed.</summary>
    public int Open => Reported - Mended - Kept - Left;

    /// <summary>Of what was settled, the share in percent after which the text was changed; null while nothing is settled.</summary>
    public int? Help => Reported == Open ? null : Mended * 100 / (Reported - Open);
}

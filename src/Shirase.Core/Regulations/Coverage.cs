namespace Shirase.Core.Regulations;

/// <summary>How far a clause is carried today.</summary>
public enum Standing
{
    /// <summary>Controls carry it wholly.</summary>
    Carried,

    /// <summary>Controls carry it, a room is named for the rest.</summary>
    Partly,

    /// <summary>Nothing carries it yet; a room is named.</summary>
    Planned,

    /// <summary>It asks for nothing that could be enforced.</summary>
    Statement,
}

/// <summary>A clause with its controls and the tests that prove it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Tests">Names of the tests, in alphabetical order.</param>
public sealed record ClauseCoverage(Clause Clause, IReadOnlyList<string> Tests)
{
    public Standing Standing => Clause switch
    {
        { CarriedBy.Count: > 0, Planned: null } => Standing.Carried,
        { CarriedBy.Count: > 0 } => Standing.Partly,
        { Planned: not null } => Standing.Planned,
        _ => Standing.Statement,
    };

    /// <summary>True when something carries the clause but no test proves it.</summary>
    public bool IsUnproved => Clause.IsInForce && Tests.Count == 0;

    /// <summary>All clauses of a regulation in their order.</summary>
    /// <param name="regulation">The regulation.</param>
    /// <param name="tests">Names of tests by clause id.</param>
    public static IReadOnlyList<ClauseCoverage> Of(Regulation regulation, ILookup<string, string> tests) =>
        [.. regulation.Clauses.Select(c => new ClauseCoverage(c, [.. tests[c.Id].Order(StringComparer.Ordinal)]))];
}

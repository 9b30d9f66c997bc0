namespace Shirase.Core.Regulations;

/// <summary>How a unit comes to an account: it asks for one, and the answer depends on the platform (ok-3-a, to-1). Null where accounts are entered at once.</summary>
/// <param name="Clause">The clause that is cited where an account is entered without a request.</param>
/// <param name="Definition">The clause that says which platforms the document is about (ok-2, to-1).</param>
public sealed record AccountRequestRule(string Clause, string Definition)
{
    /// <summary>The platform that needs no comparison, such as <c>Facebook</c>; empty where no platform is compared.</summary>
    public string Usual { get; init; } = "";

    /// <summary>The comparison that any other platform needs; null where the document asks for none.</summary>
    public ComparisonRule? Comparison { get; init; }

    /// <summary>The clause that asks for a plan for floods of reactions with the request; null where none is asked for (to-2-5).</summary>
    public string? Plan { get; init; }

    /// <summary>True where a platform of that name is compared with the usual one before it is used.</summary>
    public bool Compares(string platform) => Comparison is not null && !string.Equals(platform.Trim(), Usual, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Comparison of the risks of a platform with those of the usual one (リスクの比較評価).</summary>
/// <param name="Clause">The clause that allows a platform of about the same risk.</param>
/// <param name="Measures">The clause that allows one whose risk is brought down by measures.</param>
/// <param name="Months">How long a signed comparison holds.</param>
/// <param name="Scale">The highest rating; the lowest is 1.</param>
/// <param name="Rows">What is rated.</param>
public sealed record ComparisonRule(string Clause, string Measures, int Months, int Scale, IReadOnlyList<RiskRowRule> Rows);

/// <summary>One risk that is rated (誹謗中傷, 炎上 …).</summary>
public sealed record RiskRowRule(string Id, Localized Name);

using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Records;

/// <summary>The clauses under one number of the document.</summary>
/// <param name="Key">Second part of the ids: <c>12</c>, or <c>0</c>, <c>f</c>, <c>p</c> for notice, form and policy.</param>
public sealed record ClauseChapter(string Key, IReadOnlyList<ClauseCoverage> Clauses)
{
    /// <summary>The chapters of a document in its order.</summary>
    public static IReadOnlyList<ClauseChapter> Of(IEnumerable<ClauseCoverage> clauses) =>
        [.. clauses.GroupBy(c => Part(c.Clause.Id, 1)).Select(g => new ClauseChapter(g.Key, [.. g]))];

    /// <summary>How deep a clause stands below its chapter, 0 to 3.</summary>
    public static int DepthOf(Clause clause) => Math.Clamp(clause.Id.Split('-').Length - 3, 0, 3);

    private static string Part(string id, int index) => id.Split('-') is var parts && parts.Length > index ? parts[index] : id;
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shirase.Tests.Regulations;

/// <summary>
/// Keeps <c>regulations/SLUG.lines.txt</c> honest: for each line of acceptance of a clause that is carried, the test that shows it, or
/// <c>open</c>. A person writes these files, because only a person can say that a test shows a line; here it is seen that none is forgotten.
/// </summary>
public sealed partial class LinesOfClauses
{
    private const string Open = "open";

    private static readonly RegulationLibrary Library =
        RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library;

    public static TheoryData<string> Slugs => [.. Library.Slugs.Where(s => File.Exists(FileFor(s)))];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_the_lines_of_a_document_When_read_Then_each_names_a_test_that_exists_or_is_open(string slug)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => TestName().Matches(File.ReadAllText(f))).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.All(Read(slug), l => Assert.True(l.Shown == Open || tests.Contains(l.Shown), $"{l.Clause}#{l.Number}: there is no test {l.Shown}."));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_a_clause_that_is_carried_When_a_line_is_open_Then_a_room_is_named_for_it_and_only_then(string slug)
    {
        var lines = Read(slug).ToLookup(l => l.Clause, StringComparer.Ordinal);
        var carried = Library.Versions(slug)[^1].Clauses.Where(c => c.IsInForce).ToList();

        Assert.All(carried, c => Assert.True(
            (c.Planned is not null) == lines[c.Id].Any(l => l.Shown == Open),
            $"{c.Id}: `planned` and the open lines in {Path.GetFileName(FileFor(slug))} do not agree."));
        Assert.Empty(lines.Select(l => l.Key).Except(carried.Select(c => c.Id)));
        Assert.All(lines, l => Assert.Equal(Enumerable.Range(1, l.Count()), l.Select(x => x.Number)));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_the_clause_matrix_When_compared_Then_no_line_of_a_carried_clause_is_forgotten(string slug)
    {
        var file = Path.Combine(Repository.Shared, "clauses", slug + ".yaml");
        if (!File.Exists(file))
        {
            Assert.Skip("The clause matrix is not at hand.");
        }

        var yaml = new YamlStream();
        using (var reader = new StreamReader(file))
        {
            yaml.Load(reader);
        }

        var asked = ((YamlSequenceNode)yaml.Documents[0].RootNode["clauses"]).OfType<YamlMappingNode>()
            .ToDictionary(c => $"{c["id"]}", c => c.Children.TryGetValue("accept", out var lines) ? ((YamlSequenceNode)lines).Children.Count : 0);
        var told = Read(slug).ToLookup(l => l.Clause, StringComparer.Ordinal);

        Assert.All(
            Library.Versions(slug)[^1].Clauses.Where(c => c.IsInForce),
            c => Assert.True(told[c.Id].Count() == asked[c.Id], $"{c.Id} has {asked[c.Id]} lines, {Path.GetFileName(FileFor(slug))} tells of {told[c.Id].Count()}."));
    }

    private static string FileFor(string slug) => Path.Combine(Repository.Regulations, slug + ".lines.txt");

    private static List<(string Clause, int Number, string Shown)> Read(string slug) =>
    [
        .. File.ReadLines(FileFor(slug)).Where(l => l.Length > 0 && l[0] != '#').Select(l => Entry().Match(l)).Select(m =>
            (m.Groups["clause"].Value, int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), m.Groups["shown"].Value)),
    ];

    [GeneratedRegex(@"^(?<clause>[a-z0-9-]+)#(?<number>\d+) (?<shown>\w+)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?:void|Task) (?<name>[a-z]+(_[a-z0-9]+)+?_Given_\w+)\s*\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TestName();
}

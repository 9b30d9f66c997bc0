using System.Text.RegularExpressions;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>
/// Keeps <c>regulations/SLUG.tests.txt</c> in step with the test sources. SHIRASE_WRITE=1 writes the lists anew.
/// </summary>
public sealed partial class ListOfClauseTests
{
    private const string Heading = "# Clause and test that proves it. Written by the tests: SHIRASE_WRITE=1 ./test";

    [Fact]
    public void Given_the_test_sources_When_listed_Then_the_files_beside_the_regulations_agree()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => TestName().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        var regulations = Library().All;
        Assert.NotEmpty(regulations);
        foreach (var regulation in regulations)
        {
            Compare(regulation, tests);
        }
    }

    [Fact]
    public void Given_a_test_named_after_a_clause_When_the_clause_is_looked_up_Then_it_exists()
    {
        var clauses = Library().All.SelectMany(r => r.Clauses).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

        Assert.All(Library().Slugs, slug =>
            Assert.All(ClauseTests.Read(Repository.Regulations, slug), g => Assert.Contains(g.Key, clauses)));
    }

    private static void Compare(Regulation regulation, IReadOnlyList<string> tests)
    {
        var prefix = regulation.Clauses[0].Id.Split('-')[0] + "_";
        var lines = tests
            .Where(t => t.StartsWith(prefix, StringComparison.Ordinal))
            .Select(t => (Clause: t[..t.IndexOf("_Given_", StringComparison.Ordinal)].Replace('_', '-'), Test: t))
            .OrderBy(t => regulation.OrderOf(t.Clause))
            .ThenBy(t => t.Test, StringComparer.Ordinal)
            .Select(t => $"{t.Clause} {t.Test}");
        var expected = string.Join('\n', [Heading, .. lines]) + "\n";
        var file = ClauseTests.FileFor(Repository.Regulations, regulation.Slug);
        if (Environment.GetEnvironmentVariable("SHIRASE_WRITE") == "1")
        {
            File.WriteAllText(file, expected);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == expected,
            $"{Path.GetFileName(file)} does not fit the test sources: run SHIRASE_WRITE=1 ./test and commit it.");
    }

    private static RegulationLibrary Library() =>
        RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library;

    [GeneratedRegex(@"(?:void|Task) (?<name>[a-z]+(_[a-z0-9]+)+?_Given_\w+)\s*\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TestName();
}

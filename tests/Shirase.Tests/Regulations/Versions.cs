using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

public sealed class Versions
{
    private const string Dates = "{id: \"2026\", in_force: {from: 2026-04-01}}";

    [Fact]
    public void Given_two_versions_side_by_side_When_asked_Then_the_day_decides_and_a_running_case_keeps_its_own()
    {
        var (library, problems) = Library("{id: old, in_force: {from: 2023-08-01, to: 2026-03-31}}", Dates);

        Assert.Empty(problems);
        Assert.Equal("old", library.InForce("sample", new DateOnly(2026, 3, 31))?.Version);
        Assert.Equal("2026", library.InForce("sample", new DateOnly(2026, 4, 1))?.Version);
        Assert.Null(library.InForce("sample", new DateOnly(2023, 7, 31)));
        Assert.Null(library.InForce("other", new DateOnly(2026, 4, 1)));
        Assert.Equal("old", library.Find("sample", "old")?.Version);
        Assert.Equal(["old", "2026"], library.Versions("sample").Select(r => r.Version));
    }

    [Fact]
    public void Given_a_version_that_has_ended_When_the_day_is_later_Then_it_governs_no_new_case()
    {
        var (library, _) = Library("{id: old, in_force: {from: 2020-07-22, to: 2023-07-31}}");

        Assert.Null(library.InForce("sample", new DateOnly(2023, 8, 1)));
        Assert.NotNull(library.Find("sample", "old"));
    }

    [Theory]
    [InlineData("{id: old, in_force: {from: 2023-08-01}}")]
    [InlineData("{id: old, in_force: {from: 2023-08-01, to: 2026-04-01}}")]
    [InlineData("{id: next, in_force: {from: 2027-04-01}}")]
    public void Given_two_versions_in_force_on_one_day_When_loaded_Then_refused(string other)
    {
        var (_, problems) = Library(other, Dates);

        Assert.Contains("重なっています", Assert.Single(problems).In("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_same_version_twice_When_loaded_Then_refused()
    {
        var (_, problems) = Library(Dates, Dates);

        Assert.Contains("sample.1.yaml", Assert.Single(problems).In("ja"), StringComparison.Ordinal);
    }

    private static (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Library(params string[] versions) =>
        RegulationLibrary.Of([.. versions.Select((v, i) =>
            SampleFile.Read(SampleFile.Text.Replace(Dates, v, StringComparison.Ordinal), $"sample.{i + 1}.yaml"))]);
}

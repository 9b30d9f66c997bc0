using System.CommandLine;
using System.Text.Json;
using Shirase.Cli;
using Xunit;

namespace Shirase.Tests.Regulations;

public sealed class RegulationCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shirase-regulations").FullName;

    public RegulationCommandTests()
    {
        Write("sample.yaml", SampleFile.Text);
        Write("sample.tests.txt", "# heading\ns-1 s_1_Given_a\ns-1 s_1_Given_b\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Given_a_folder_When_listed_Then_slug_version_and_number_of_clauses_are_shown()
    {
        var (code, output, _) = Run("list");

        Assert.Equal(0, code);
        Assert.Contains("sample  2026  2026-04-01", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_coverage_as_json_When_read_Then_it_has_the_shape_that_scripts_rely_on()
    {
        var (code, output, _) = Run("coverage", "sample", "--format", "json");

        Assert.Equal(0, code);
        var regulation = JsonDocument.Parse(output).RootElement.GetProperty("regulations")[0];
        Assert.Equal("sample", regulation.GetProperty("regulation").GetString());
        var clauses = regulation.GetProperty("clauses").EnumerateArray().ToList();
        Assert.Equal(["s-1", "s-2", "s-3"], clauses.Select(c => c.GetProperty("id").GetString()));
        Assert.All(clauses, c => Assert.Equal(
            ["id", "kinds", "controls", "tests", "statement", "planned"], c.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(["s_1_Given_a", "s_1_Given_b"], clauses[0].GetProperty("tests").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("Text", clauses[1].GetProperty("planned").GetString());
        Assert.Equal(JsonValueKind.Null, clauses[1].GetProperty("statement").ValueKind);
        Assert.Equal("目的規定", clauses[2].GetProperty("statement").GetString());
    }

    [Fact]
    public void Given_coverage_as_text_When_read_Then_it_counts_and_names_what_has_no_test()
    {
        var lines = Run("coverage").Output.TrimEnd().Split('\n');

        Assert.EndsWith("3", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("s-2", lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show", "nothing")]
    [InlineData("show", "sample", "s-9")]
    [InlineData("coverage", "nothing")]
    [InlineData("lint", "/no/such/folder")]
    public void Given_a_name_that_is_not_there_When_asked_Then_the_exit_code_is_2_and_a_sentence_says_so(params string[] args)
    {
        var (code, output, error) = Run(args);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(args[^1], error, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_clause_When_shown_Then_its_controls_stand_there() =>
        Assert.Contains("check:length", Run("show", "sample", "s-2").Output, StringComparison.Ordinal);

    [Fact]
    public void Given_wrong_files_When_linted_Then_all_are_told_and_the_exit_code_is_1()
    {
        Write("one.yaml", "regulation: one\n");
        Write("two.yaml", "");

        var (code, output, _) = Run("lint", _folder);

        Assert.Equal(1, code);
        Assert.Contains("one.yaml:1:", output, StringComparison.Ordinal);
        Assert.Contains("two.yaml:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_sound_folder_When_linted_Then_the_exit_code_is_0() => Assert.Equal(0, Run("lint", _folder).Code);

    [Fact]
    public void Given_wrong_files_When_listed_Then_nothing_is_listed_and_the_problems_stand_on_standard_error()
    {
        Write("one.yaml", "regulation: one\n");

        var (code, output, error) = Run("list");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("one.yaml:1:", error, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { RegulationCommand.Create(SampleFile.Vocabulary) };
        var code = root.Parse(["regulation", .. args, "--regulations", _folder])
            .Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}

using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shirase.Tests.Regulations;

public sealed class ShippedRegulations
{
    private static readonly (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Loaded =
        RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All));

    private static Regulation Gunma => Loaded.Library.Versions("gunma-police-x")[^1];

    [Fact]
    public void Given_the_regulations_of_the_repository_When_loaded_Then_nothing_is_wrong() =>
        Assert.Empty(Loaded.Problems.Select(p => p.In("en")));

    [Fact]
    public void Given_the_clause_matrix_When_compared_Then_every_clause_stands_in_its_order_with_its_kinds()
    {
        var file = Path.Combine(Repository.Shared, "clauses", "gunma-police-x.yaml");
        if (!File.Exists(file))
        {
            Assert.Skip("The clause matrix is not at hand.");
        }

        var yaml = new YamlStream();
        using (var reader = new StreamReader(file))
        {
            yaml.Load(reader);
        }

        var matrix = ((YamlSequenceNode)yaml.Documents[0].RootNode["clauses"])
            .Select(c => $"{c["id"]} {string.Join(' ', (YamlSequenceNode)c["kind"])}");

        Assert.Equal(matrix, Gunma.Clauses.Select(c => $"{c.Id} {string.Join(' ', c.Kinds)}"));
        Assert.Equal(126, Gunma.Clauses.Count);
    }

    [Theory]
    [InlineData("gx-10-1", Standing.Carried)]
    [InlineData("gx-12-1-2", Standing.Carried)]
    [InlineData("gx-13-2-1", Standing.Carried)]
    [InlineData("gx-13-4-5", Standing.Partly)]
    [InlineData("gx-14-1-1", Standing.Carried)]
    [InlineData("gx-7-1", Standing.Planned)]
    [InlineData("gx-14-1-2", Standing.Carried)]
    [InlineData("gx-14-2-1", Standing.Planned)]
    [InlineData("gx-p-1", Standing.Carried)]
    [InlineData("gx-1", Standing.Statement)]
    public void Given_a_clause_When_its_standing_is_asked_Then_the_file_is_honest(string id, Standing standing) =>
        Assert.Equal(standing, ClauseCoverage.Of(Gunma, Array.Empty<string>().ToLookup(t => t)).Single(c => c.Clause.Id == id).Standing);

    [Fact]
    public void gx_12_2_2_Given_the_lead_time_When_the_file_is_read_Then_it_is_a_week_and_no_default()
    {
        Assert.Equal(7, Gunma.Number("lead-days", 0));
        Assert.False(Gunma.Settings.Single(s => s.Id == "lead-days").IsDefault);
        Assert.True(Gunma.Settings.Single(s => s.Id == "override-hours").IsDefault);
    }

    [Fact]
    public void gx_10_1_Given_the_turn_of_the_year_When_the_next_office_hour_is_asked_Then_it_is_the_fourth_of_January()
    {
        var hours = Gunma.Window("office-hours")!;

        Assert.Equal(Japan(2027, 1, 4, 8, 30), hours.NextOpening(Japan(2026, 12, 29, 10, 0)));
        Assert.Equal(Japan(2026, 6, 15, 8, 30), hours.NextOpening(Japan(2026, 6, 13, 10, 0)));
        Assert.True(hours.Contains(Japan(2026, 6, 12, 17, 15)));
        Assert.False(hours.Contains(Japan(2026, 6, 12, 17, 16)));
    }

    [Fact]
    public void gx_10_2_0_Given_the_urgent_route_When_read_Then_either_decides_by_telephone_and_the_grounds_lift_the_window()
    {
        var urgent = Gunma.Route("urgent")!;

        Assert.Equal(["serious-crime", "other-immediate"], urgent.Grounds.Select(g => g.Id));
        Assert.Equal([0, 20], urgent.Grounds.Select(g => g.MinReason));
        Assert.True(urgent.Step("examination")!.ByTelephone);
        Assert.Equal(["operation-officer", "operation-manager"], urgent.Step("examination")!.Roles);
        Assert.Equal(urgent.Grounds.Select(g => g.Id), Gunma.Gate("window")!.With.List("lifted_by"));
    }

    [Fact]
    public void gx_12_1_2_Given_the_ordinary_route_When_read_Then_the_head_comes_first_and_may_be_deputised()
    {
        var steps = Gunma.Route("ordinary")!.Steps;

        Assert.Equal(["unit-head", "dispatch", "assignment", "examination", "publication"], steps.Select(s => s.Id));
        Assert.True(steps[0].Deputies);
    }

    [Fact]
    public void gx_f_6_Given_the_form_When_its_boxes_are_counted_Then_there_are_six_and_one_is_for_another_person()
    {
        var boxes = Gunma.Attestations.Where(a => a.Step == "application").ToList();

        Assert.Equal(6, boxes.Count);
        Assert.Equal("no-errors", Assert.Single(boxes, b => b.OtherThanAuthor).Id);
    }

    [Fact]
    public void gx_12_4_2_Given_a_refusal_When_the_reasons_are_offered_Then_the_eight_codes_stand_there() =>
        Assert.Equal(
            ["outside-9", "secrecy", "rights", "inaccurate", "length-or-wording", "timing", "other-channel", "other"],
            Gunma.ReasonCodes.Where(r => r.Clause == "gx-12-4-2").Select(r => r.Id));

    private static DateTimeOffset Japan(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(9));
}

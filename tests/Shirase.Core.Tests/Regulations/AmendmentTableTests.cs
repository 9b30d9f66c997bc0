using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Regulations;

public sealed class AmendmentTableTests
{
    private static readonly Clause First = Clause("s-1", "一の要約");
    private static readonly Clause Second = Clause("s-2", "二の要約");
    private static readonly Clause Third = Clause("s-3", "三の要約");

    [Fact]
    public void Given_the_same_version_twice_When_compared_Then_nothing_differs()
    {
        Assert.Empty(AmendmentTable.Of(With([First, Second]), With([First, Second])));
    }

    [Fact]
    public void Given_a_clause_added_one_dropped_and_one_reworded_When_compared_Then_each_stands_once_in_the_order_of_the_document()
    {
        var rows = AmendmentTable.Of(With([First, Second]), With([First with { Gist = new("新しい要約", "New gist") }, Third]));

        Assert.Equal(["s-1", "s-3", "s-2"], rows.Select(r => r.Id));
        Assert.Equal(("一の要約", "新しい要約"), (rows[0].Before?.Ja, rows[0].After?.Ja));
        Assert.Null(rows[1].Before);
        Assert.Null(rows[2].After);
    }

    [Fact]
    public void Given_a_changed_figure_and_a_milder_check_When_compared_Then_both_versions_of_each_are_said_in_words()
    {
        var before = With([First]) with { Settings = [Setting("140")], Checks = [Check(Effect.Refuse)] };
        var after = With([First]) with { Settings = [Setting("280")], Checks = [Check(Effect.Warn)] };

        var rows = AmendmentTable.Of(before, after);

        Assert.Equal([AmendmentPart.Setting, AmendmentPart.Check], rows.Select(r => r.Part));
        Assert.Equal(("140 characters", "280 characters"), (rows[0].Before?.Ja, rows[0].After?.Ja));
        Assert.Equal(("起案中：だれも通せない max: 140", "起案中：起案者の理由で通る max: 140"), (rows[1].Before?.Ja, rows[1].After?.Ja));
        Assert.All(rows, r => Assert.Equal("s-1", r.Clause));
    }

    [Fact]
    public void Given_a_step_that_moved_When_compared_Then_its_new_place_is_a_difference()
    {
        var (head, desk) = (Step("head", StepKind.Decision), Step("desk", StepKind.Examination));

        var rows = AmendmentTable.Of(With([First]) with { Routes = [Route(head, desk)] }, With([First]) with { Routes = [Route(desk, head)] });

        Assert.Equal(["ordinary/desk", "ordinary/head"], rows.Select(r => r.Id));
        Assert.StartsWith("第2段階", rows[0].Before?.Ja, StringComparison.Ordinal);
        Assert.StartsWith("第1段階", rows[0].After?.Ja, StringComparison.Ordinal);
    }

    private static Setting Setting(string value) => new("limit", value, "characters", false, "s-1", new("上限", "Limit"));

    private static CheckRule Check(Effect effect) =>
        new("length", "length", new(new Dictionary<string, IReadOnlyList<string>> { ["max"] = ["140"] }), Stage.Draft, effect, "s-1", []);

    private static RouteStep Step(string id, StepKind kind) => new(id, kind, ["head"], new(id, id), "s-1", false, false);

    private static Route Route(params RouteStep[] steps) => new("ordinary", new("通常", "Ordinary"), "s-1", [], steps);

    private static Clause Clause(string id, string gist) => new(id, id, new(gist, gist), ["block"], ["verb:approve"], null, null);

    private static Regulation With(IReadOnlyList<Clause> clauses) => new()
    {
        Slug = "sample",
        Title = new("見本", "Sample"),
        Issuer = new("団体", "Body"),
        Version = "1",
        InForceFrom = new DateOnly(2026, 4, 1),
        Roles = [],
        Settings = [],
        Windows = [],
        Routes = [],
        Checks = [],
        Gates = [],
        Attestations = [],
        Clauses = clauses,
    };
}

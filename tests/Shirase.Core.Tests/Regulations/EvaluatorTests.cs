using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Regulations;

public sealed class EvaluatorTests
{
    private static readonly CheckSubject Draft = new()
    {
        Stage = Stage.Submit,
        Text = "赤青赤",
        Now = new DateTimeOffset(2026, 6, 12, 9, 0, 0, TimeSpan.FromHours(9)),
    };

    [Fact]
    public void Given_rules_in_any_order_When_evaluated_Then_findings_come_in_clause_order_and_then_text_order()
    {
        CheckRule[] rules = [Rule("blue", "s-1"), Rule("red", "s-2"), Rule("red-too", "s-1", check: "red")];
        var evaluator = new Evaluator([new Finds("red", "赤"), new Finds("blue", "青")]);

        var one = evaluator.Evaluate(With(rules), Draft);
        var other = evaluator.Evaluate(With([.. rules.Reverse()]), Draft);

        Assert.Equal(["blue@1", "red-too@0", "red-too@2", "red@0", "red@2"], one.Select(f => $"{f.Rule}@{f.Span?.Start}"));
        Assert.Equal(one, other);
    }

    [Fact]
    public void Given_the_same_message_When_evaluated_twice_Then_the_findings_are_equal()
    {
        var evaluator = new Evaluator([new Finds("red", "赤")]);
        var regulation = With([Rule("red", "s-1")]);

        Assert.Equal(evaluator.Evaluate(regulation, Draft), evaluator.Evaluate(regulation, Draft));
    }

    [Fact]
    public void Given_a_rule_of_a_later_stage_When_drafting_Then_it_is_not_asked()
    {
        var evaluator = new Evaluator([new Finds("red", "赤")]);
        var regulation = With([Rule("red", "s-1", Stage.Send)]);

        Assert.Empty(evaluator.Evaluate(regulation, Draft));
        Assert.NotEmpty(evaluator.Evaluate(regulation, Draft with { Stage = Stage.Send }));
    }

    [Fact]
    public void Given_a_rule_for_posts_When_a_repost_is_checked_Then_it_is_not_asked()
    {
        var evaluator = new Evaluator([new Finds("red", "赤")]);
        var regulation = With([Rule("red", "s-1") with { Kinds = ["post"] }]);

        Assert.Empty(evaluator.Evaluate(regulation, Draft with { Kind = PostKind.Repost }));
        Assert.NotEmpty(evaluator.Evaluate(regulation, Draft));
    }

    [Fact]
    public void Given_a_finding_When_read_Then_it_carries_clause_effect_and_the_words()
    {
        var finding = new Evaluator([new Finds("blue", "青")]).Evaluate(With([Rule("blue", "s-2")]), Draft)[0];

        Assert.Equal(("s-2", Effect.Warn, "青"), (finding.Clause, finding.Effect, finding.Text));
    }

    private static CheckRule Rule(string id, string clause, Stage stage = Stage.Draft, string? check = null) =>
        new(id, check ?? id, Parameters.None, stage, Effect.Warn, clause, []);

    private static Regulation With(IReadOnlyList<CheckRule> rules) => new()
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
        Checks = rules,
        Gates = [],
        Attestations = [],
        Clauses = [Clause("s-1"), Clause("s-2")],
    };

    private static Clause Clause(string id) => new(id, id, new("条", "Clause"), ["warn"], ["verb:approve"], null, null);

    private sealed class Finds(string name, string word) : ICheck
    {
        public string Name => name;

        public IReadOnlyList<ParameterSpec> Parameters => [];

        public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
        {
            for (var at = subject.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = subject.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                yield return new Hit(new("見つかりました。", "Found."), new TextSpan(at, word.Length));
            }
        }
    }
}

using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>The regulation of an invented town, written without a line of C#: what the how-to promises.</summary>
public sealed class ExampleTown
{
    private static readonly string File = Path.Combine(Repository.Regulations, "examples", "sakuragawa-town-sns.yaml");

    private static readonly (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Loaded =
        RegulationFolder.Load([File], RegulationVocabulary.Of(TextChecks.All, KnownGates.All));

    private static Regulation Town => Loaded.Library.Versions("sakuragawa-town-sns")[^1];

    [Fact]
    public void Given_the_towns_file_When_linted_Then_nothing_is_wrong_and_it_is_not_in_force_by_itself()
    {
        Assert.Empty(Loaded.Problems.Select(p => p.In("en")));
        Assert.DoesNotContain("sakuragawa-town-sns", RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library.Slugs);
    }

    [Fact]
    public void Given_the_towns_clauses_When_their_standing_is_asked_Then_existing_controls_carry_every_one() =>
        Assert.All(
            ClauseCoverage.Of(Town, Array.Empty<string>().ToLookup(t => t)),
            c => Assert.True(c.Standing is Standing.Carried or Standing.Statement, $"{c.Clause.Id}: {c.Standing}"));

    [Theory]
    [InlineData("お問い合わせは090-0000-0000へ。", "pii-mobile-phone", Effect.Refuse, "sk-6-1")]
    [InlineData("６月12日（木）に夏まつりを開きます。", "date-weekday", Effect.Hold, "sk-6-2")]
    [InlineData("６月11日に夏まつりを開きます。", "date-past", Effect.Warn, "sk-6-2")]
    public void Given_a_draft_of_the_town_When_evaluated_Then_its_own_clauses_speak(string body, string check, Effect effect, string clause)
    {
        var finding = Evaluate(body).First(f => f.Check == check);

        Assert.Equal((effect, clause), (finding.Effect, finding.Clause));
    }

    [Fact]
    public void Given_a_draft_that_the_police_would_refuse_When_evaluated_for_the_town_Then_only_the_towns_rules_count()
    {
        // 300 characters, words of an investigation, no heading
        var findings = Evaluate("防犯カメラの設置を補助します。" + new string('あ', 300));

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(17, 0, true)]
    [InlineData(17, 1, false)]
    [InlineData(8, 29, false)]
    public void Given_the_towns_hours_When_asked_Then_they_are_its_own(int hour, int minute, bool open) =>
        Assert.Equal(open, Town.Window("town-hours")!.Contains(new DateTimeOffset(2026, 6, 12, hour, minute, 0, JapanTime.Offset)));

    private static IReadOnlyList<Finding> Evaluate(string body)
    {
        var content = new PostContent { Kind = PostKind.Post, Subject = "夏まつり", Body = body };
        return new Evaluator(TextChecks.All).Evaluate(Town, new CheckSubject
        {
            Stage = Stage.Submit,
            Channel = "bluesky",
            Subject = content.Subject,
            Text = ComposedText.Of(content, Town.Composition),
            Now = new DateTimeOffset(2026, 6, 12, 10, 0, 0, JapanTime.Offset),
            Content = content,
        });
    }
}

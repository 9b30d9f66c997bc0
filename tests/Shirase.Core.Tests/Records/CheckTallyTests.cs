using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Records;

public sealed class CheckTallyTests
{
    [Fact]
    public void Given_two_findings_When_one_is_changed_and_the_other_kept_with_a_reason_Then_each_is_counted_once()
    {
        var tally = Tally();

        tally.Note(new("date-weekday", "date-weekday", 2, 0, Stops: true), filed: false);
        tally.Note(new("date-weekday", "date-weekday", 2, 0, Stops: true), filed: false);
        tally.Note(new("date-weekday", "date-weekday", 1, 1, Stops: false), filed: true);

        Assert.Equal((2, 1, 1, 0, 2), (tally.Reported, tally.Mended, tally.Kept, tally.Left, tally.Stops));
    }

    [Fact]
    public void Given_a_case_filed_with_a_reason_When_it_came_back_and_the_text_was_changed_Then_it_helped_after_all()
    {
        var tally = Tally();
        tally.Note(new("date-weekday", "date-weekday", 1, 1, Stops: false), filed: true);

        tally.Note(ShownRule.None("date-weekday", "date-weekday"), filed: true);

        Assert.Equal((1, 1, 0, 0), (tally.Reported, tally.Mended, tally.Kept, tally.Left));
    }

    [Fact]
    public void Given_a_hint_a_warning_and_a_refusal_When_shown_Then_only_a_refusal_or_a_warning_without_reason_stops()
    {
        var shown = ShownRule.Of(
            [Finding("hint", Effect.Inform, "a"), Finding("warning", Effect.Warn, "a"), Finding("warning", Effect.Warn, "a"), Finding("answered", Effect.Hold, "b"), Finding("wall", Effect.Refuse, null)],
            f => f.Rule is "answered" or "hint");

        Assert.Equal(
            [new("hint", "hint", 1, 0, false), new("warning", "warning", 1, 0, true), new("answered", "answered", 1, 1, false), new("wall", "wall", 1, 0, true)],
            shown);
    }

    [Theory]
    [InlineData(4, 1, 1, 1, 33)]
    [InlineData(2, 0, 0, 0, null)]
    [InlineData(2, 2, 0, 0, 100)]
    public void Given_counts_When_the_share_of_changed_texts_is_asked_Then_open_findings_do_not_count(int reported, int mended, int kept, int left, int? help) =>
        Assert.Equal(help, new RuleTally("r", "rule", "check", 1, reported, mended, kept, left, 0).Help);

    private static CheckTally Tally() =>
        new(Guid.NewGuid(), new("gunma"), new(Guid.NewGuid()), new(Guid.NewGuid()), "gunma-police-x", "date-weekday", "date-weekday", new(2026, 6, 1));

    private static Finding Finding(string rule, Effect effect, string? words) =>
        new(rule, rule, "gx-13-4-3", effect, new("指摘", "finding"), null, words, null, null, null);
}

using Shirase.Core.People;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.People;

public class ReadingStateTests
{
    private static readonly ReadingRule Rule = new(
        "conduct", "gx-15-1-1", new("心得", "Conduct"), [new("gx-15-1-1", new("自覚と責任をもつ。", "Awareness and responsibility."))], 12, 30, new(2027, 4, 1), false);

    [Theory]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void Given_nothing_confirmed_When_asked_Then_it_is_due_from_the_first_day_on(string day, bool isDue) =>
        Assert.Equal(isDue, On(day, null).IsDue);

    [Theory]
    [InlineData("2028-02-29", true, false, false)]
    [InlineData("2028-03-01", true, true, false)]
    [InlineData("2028-03-31", true, true, false)]
    [InlineData("2028-04-01", false, false, true)]
    public void Given_it_was_confirmed_on_the_first_of_April_When_a_year_passes_Then_it_holds_ends_soon_and_is_due_again(string day, bool holds, bool endsSoon, bool isDue)
    {
        var state = On(day, ReadingConfirmation.Of(Rule, new(2027, 4, 1)));

        Assert.Equal((holds, endsSoon, isDue), (state.Holds, state.EndsSoon, state.IsDue));
    }

    [Fact]
    public void Given_other_words_When_the_old_ones_were_confirmed_Then_it_does_not_hold()
    {
        var before = Rule with { Sentences = [new("gx-15-1-1", new("自覚をもつ。", "Awareness."))] };

        Assert.False(On("2027-05-01", ReadingConfirmation.Of(before, new(2027, 4, 1))).Holds);
    }

    private static ReadingState On(string day, ReadingConfirmation? last) => new("gunma-police-x", Rule, last, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}

using Shirase.Core.Site;
using Xunit;

namespace Shirase.Core.Tests.Site;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData(400, false)]
    [InlineData(401, true)]
    public void Given_a_text_of_a_length_When_shown_in_a_list_Then_only_a_longer_one_is_cut(int length, bool isCut)
    {
        var (text, cut) = Excerpt.Of(new string('あ', length));

        Assert.Equal((isCut, 400), (cut, text.TrimEnd('…').Length));
    }

    [Fact]
    public void Given_families_of_emoji_When_cut_Then_none_is_torn_apart()
    {
        const string family = "👨‍👩‍👧‍👦";

        var (text, isCut) = Excerpt.Of(string.Concat(Enumerable.Repeat(family, 500)));

        Assert.True(isCut);
        Assert.Equal("", text.TrimEnd('…').Replace(family, "", StringComparison.Ordinal));
        Assert.InRange(text.Length, 1, 1201);
    }
}

using Shirase.Core.Site;
using Xunit;

namespace Shirase.Core.Tests.Site;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("gunma_po1ice", true)]
    [InlineData("gunma-police", true)]
    [InlineData("gunma_pollce", true)]
    [InlineData("gunma_police_", true)]
    [InlineData("GUNMA_POLICE", false)]
    [InlineData("tochigi_police", false)]
    [InlineData("police", false)]
    public void Given_a_name_When_set_beside_the_official_one_Then_imitations_are_told(string name, bool imitates) =>
        Assert.Equal(imitates, LookAlike.Of(name, "gunma_police"));

    [Fact]
    public void Given_a_short_official_name_When_two_letters_differ_Then_it_is_another_word() =>
        Assert.False(LookAlike.Of("great", "gunma"));
}

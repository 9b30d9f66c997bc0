using Shirase.Core.Site;
using Xunit;

namespace Shirase.Core.Tests.Site;

/// <summary>What a resident holds in his hands against what was published.</summary>
public sealed class LikenessTests
{
    private const string Post = "【特殊詐欺に注意】\n市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。";

    [Theory]
    [InlineData("【特殊詐欺に注意】 市役所の職員が電話でＡＴＭの操作をお願いすることはありません。\r\n不審な電話は１１０番へ。")]
    [InlineData("【特殊詐欺に注意】市役所の職員が電話でATMの操作を\u200bお願いすることはありません。不審な電話は110番へ。")]
    public void Given_the_same_words_in_another_width_and_with_other_breaks_When_compared_Then_they_are_the_whole(string pasted) =>
        Assert.Equal(LikenessKind.Whole, Likeness.Of(pasted, Post).Kind);

    [Theory]
    [InlineData(Post + "\n至急 0120-000-000 へお電話ください。")]
    [InlineData("【特殊詐欺に注意】\n市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は080-1234-5678へ。")]
    [InlineData("市役所の職員が電話でATMの操作をお願いすることはありません。https://evil.example/")]
    [InlineData("【特殊詐欺に注意】\n市役所の職員が電話でATMの操作をお願いすることはあります。不審な電話は110番へ。")]
    public void Given_words_added_or_changed_When_compared_Then_altered_and_never_the_whole_or_a_part(string pasted) =>
        Assert.Equal(LikenessKind.Altered, Likeness.Of(pasted, Post).Kind);

    [Fact]
    public void Given_some_of_the_words_and_no_others_When_compared_Then_they_are_a_part()
    {
        var part = Likeness.Of("市役所の職員が電話でATMの操作を", Post);

        Assert.Equal(LikenessKind.Part, part.Kind);
        Assert.InRange(part.Covers, 0.1, Likeness.NearlyAll);
    }

    [Theory]
    [InlineData("")]
    [InlineData("110番")]
    [InlineData("春の全国交通安全運動を実施しています。横断歩道では歩行者が優先です。")]
    public void Given_nothing_or_other_words_When_compared_Then_they_are_not_alike(string pasted) =>
        Assert.Equal(LikenessKind.None, Likeness.Of(pasted, Post).Kind);

    [Fact]
    public void Given_halves_of_characters_When_compared_Then_no_error() =>
        Assert.Equal(LikenessKind.Altered, Likeness.Of("\uD83D" + Post + "\uDE00", Post).Kind);
}

using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Text;

public sealed class Counting
{
    private const string Heading = "【特殊詐欺に注意】\n";
    private const string Police = "\nhttps://www.police.pref.gunma.jp/";

    public static TheoryData<string, int, int, bool, bool> Table => new()
    {
        { Full(130), 140, 279, true, true },
        { Full(131), 141, 281, false, false },
        { Full(96) + Police, 140, 235, true, true },
        { Full(97) + Police, 141, 237, true, false },
        { Full(120) + "\nnpa.go.jp", 140, 283, false, true },
        { Full(118) + "\nnpa.go.jp", 138, 279, true, true },
        { Full(119) + "\nnpa.go.jp", 139, 281, false, true },
        { Full(120) + string.Concat(Enumerable.Repeat("葛\U000E0100", 10)), 140, 299, false, true },
        { new string('a', 131), 141, 150, true, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void gx_13_2_1_Given_a_body_under_the_heading_When_counted_Then_both_counts_are_as_measured(
        string body, int literal, int weighted, bool platformTakesIt, bool documentAllowsIt)
    {
        var text = Heading + body;

        Assert.Equal(literal, LiteralCount.Of(text));
        Assert.Equal(weighted, WeightedCount.Of(text));
        Assert.Equal(platformTakesIt, WeightedCount.Measure(text).Valid);
        Assert.Equal(documentAllowsIt, LiteralCount.Of(text) <= 140);
    }

    [Theory]
    [InlineData("https://www.police.pref.gunma.jp/", 33, 23)]
    [InlineData("npa.go.jp", 9, 23)]
    [InlineData("police.pref.gunma.jp", 20, 23)]
    public void gx_13_2_3_Given_an_address_When_counted_Then_the_document_counts_it_as_written_and_X_23(string url, int literal, int weighted)
    {
        Assert.Equal(literal, LiteralCount.Of(url));
        Assert.Equal(weighted, WeightedCount.Of(url));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("a\r\nb", 3, 4)]
    [InlineData("a\nb", 3, 3)]
    [InlineData("が", 1, 2)]
    [InlineData("か\u3099", 1, 2)]
    [InlineData("ｱ", 1, 2)]
    [InlineData("Ａ", 1, 2)]
    [InlineData("―", 1, 1)]
    [InlineData("×", 1, 1)]
    [InlineData("…", 1, 2)]
    [InlineData("\u3000", 1, 2)]
    [InlineData("👨‍👩‍👧‍👦", 1, 2)]
    [InlineData("🇯🇵", 1, 2)]
    [InlineData("👍🏽", 1, 2)]
    [InlineData("1️⃣", 1, 2)]
    [InlineData("☎︎", 1, 4)]
    [InlineData("𠮷", 1, 2)]
    [InlineData("葛\U000E0100", 1, 4)]
    public void Given_a_sign_When_counted_Then_a_reader_sees_one_and_X_weighs_it(string text, int literal, int weighted)
    {
        Assert.Equal(literal, LiteralCount.Of(text));
        Assert.Equal(weighted, WeightedCount.Of(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFEFFb")]
    public void Given_an_empty_text_or_a_forbidden_character_When_measured_Then_it_is_not_valid(string text) =>
        Assert.False(WeightedCount.Measure(text).Valid);

    [Fact]
    public void Given_half_a_surrogate_pair_When_measured_Then_it_counts_as_one_sign()
    {
        Assert.Equal(4, WeightedCount.Of("あ\uD800"));
        Assert.Equal(2, LiteralCount.Of("あ\uD800"));
    }

    [Fact]
    public void Given_a_text_too_long_When_measured_Then_it_says_up_to_where_it_fits()
    {
        Assert.Equal(140, WeightedCount.Measure(Full(141)).FitsUntil);
        Assert.Equal(3, LiteralCount.IndexAfter("a\r\nbc", 2));
    }

    // Each of these made a careless scanner or pattern read the text again and again
    [Theory]
    [InlineData("a.")]
    [InlineData("あ")]
    [InlineData("あ.")]
    [InlineData("#1")]
    [InlineData("a.jp/(")]
    [InlineData("_あ")]
    [InlineData("https://")]
    [InlineData("👨‍👩")]
    public void Given_a_megabyte_of_the_same_When_measured_Then_it_ends(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        Assert.True(WeightedCount.Of(text) > 280);
        Assert.NotNull(HashtagExtractor.Find(text));
    }

    private static string Full(int characters) => new('あ', characters);
}

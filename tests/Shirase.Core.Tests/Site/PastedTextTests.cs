using Shirase.Core.Site;
using Xunit;

namespace Shirase.Core.Tests.Site;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("@gunma_police")]
    [InlineData("ＧＵＮＭＡ＿ＰＯＬＩＣＥ")]
    [InlineData("群馬県警察（@gunma_police）")]
    [InlineData(" 群馬県警察 @gunma_police ")]
    public void Given_a_handle_as_people_copy_it_When_read_Then_it_is_the_handle(string pasted) =>
        Assert.True(PastedText.Of(pasted).IsHandle("gunma_police", "群馬県警察"));

    [Theory]
    [InlineData("群馬県警察")]
    [InlineData("口座が凍結されます @gunma_police")]
    [InlineData("https://evil.example/gunma_police")]
    public void Given_a_name_alone_or_more_than_a_handle_When_read_Then_it_is_no_handle(string pasted) =>
        Assert.False(PastedText.Of(pasted).IsHandle("gunma_police", "群馬県警察"));

    [Theory]
    [InlineData("https://bsky.app/profile/a", "https://bsky.app/profile/a")]
    [InlineData("bsky.app/profile/a", "https://bsky.app/profile/a")]
    [InlineData("ｈｔｔｐｓ：／／bsky.app/profile/a", "https://bsky.app/profile/a")]
    [InlineData("javascript://bsky.app/%0aalert(1)", null)]
    [InlineData("gunma.bsky.social", null)]
    [InlineData("見て https://bsky.app/", null)]
    public void Given_an_address_alone_When_read_Then_it_is_an_address_and_nothing_else_is(string pasted, string? address) =>
        Assert.Equal(address, PastedText.Of(pasted).Address?.AbsoluteUri);

    [Fact]
    public void Given_a_name_inside_Japanese_words_When_names_are_asked_Then_it_is_found() =>
        Assert.Contains("gunma_po1ice", PastedText.Of("公式は@gunma_po1iceです。").Names());

    [Fact]
    public void Given_control_characters_and_half_characters_When_read_Then_what_is_left_can_be_asked_of_any_database()
    {
        var read = PastedText.Of("\0市役所の職員が\uD83D電話でATMの操作をお願い\u0007します。\r\n");

        Assert.Equal("市役所の職員が\uFFFD電話でATMの操作をお願いします。", read.Text);
        Assert.All(read.Anchors, a => Assert.Equal(a, string.Concat(a.EnumerateRunes().Select(r => r.ToString()))));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(500, 12)]
    public void Given_a_text_of_a_length_When_anchors_are_asked_Then_there_are_so_many_and_they_reach_both_ends(int length, int anchors)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('一' + i)));

        var found = PastedText.Of(text).Anchors;

        Assert.Equal(anchors, found.Count);
        Assert.True(anchors == 0 || (text.StartsWith(found[0], StringComparison.Ordinal) && text.EndsWith(found[^1], StringComparison.Ordinal)));
    }
}

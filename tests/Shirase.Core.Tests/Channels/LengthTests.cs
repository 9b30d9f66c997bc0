using Shirase.Core.Channels;
using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Channels;

/// <summary>Counts of platforms other than X, from their published rules.</summary>
public sealed class LengthTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    private static readonly ChannelLimits Bluesky = new(MaxGraphemes: 300, MaxUtf8Bytes: 3000, MaxWeighted: 0, MaxImages: 4, MaxImageBytes: 1, CanRepost: true);

    // Mastodon's own specification of its validator: addresses flat, of remote names only the front, characters as they are seen
    [Theory]
    [InlineData("", 0)]
    [InlineData("あいう", 3)]
    [InlineData("が👩🏽‍🚀🇯🇵", 3)]
    [InlineData("か\u3099", 1)]
    [InlineData("a\r\nb", 3)]
    [InlineData("https://example.jp/", 23)]
    [InlineData("http://bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.com/example", 23)]
    [InlineData("見て https://example.jp/a?b=1#c よ", 3 + 23 + 2)]
    [InlineData("見てhttps://example.jp/日本語のページ", 2 + 23)]
    [InlineData("https://example.jp/日本。", 23)]
    [InlineData("https://example.jp/(a)。", 23)]
    [InlineData("https://example.jp（公式）", 23 + 4)]
    [InlineData("https://example.jp?検索", 23)]
    [InlineData("https://example.jp:8080/a b", 23 + 2)]
    [InlineData("example.jp", 10)]
    [InlineData("https://localhost/abc", 21)]
    [InlineData("https://a.jp https://b.jp", 23 + 1 + 23)]
    [InlineData("@alice", 6)]
    [InlineData("@alice@social.example", 6)]
    [InlineData("@alice@social.example さん", 6 + 3)]
    [InlineData("（@alice@social.example）", 1 + 6 + 1)]
    [InlineData("詳しくは@alice@social.example", 4 + 21)]
    [InlineData("mail@social.example", 19)]
    [InlineData("@alice@social.example@x", 21 + 2)]
    [InlineData("https://example.jp/@alice@other.example", 23)]
    [InlineData("@@alice", 7)]
    [InlineData("@", 1)]
    public void Given_a_text_When_Mastodon_counts_Then_addresses_are_23_and_of_remote_names_only_the_front_counts(string text, int count) =>
        Assert.Equal(count, MastodonCount.Of(text));

    [Fact]
    public void Given_500_characters_by_Mastodon_s_rule_When_measured_Then_one_more_is_too_long()
    {
        var limits = Bluesky with { MaxGraphemes = 500, MaxUtf8Bytes = 0, CharactersPerAddress = 23 };
        var text = new string('あ', 476) + " https://example.jp/" + new string('a', 300);

        Assert.Equal([new(LengthUnit.Characters, 500, 500)], ChannelLength.Of(text, limits));
        Assert.True(ChannelLength.Scarcest("あ" + text, limits)!.Value.IsOver);
    }

    // Lexicon app.bsky.feed.post: maxGraphemes 300, maxLength 3000 (bytes). Facets shorten nothing.
    [Fact]
    public void Given_what_Bluesky_takes_When_measured_Then_graphemes_and_bytes_are_counted()
    {
        Assert.Equal([new(LengthUnit.Bytes, 900, 3000), new(LengthUnit.Characters, 300, 300)], ChannelLength.Of(new string('あ', 300), Bluesky));
        Assert.Equal(new LengthUse(LengthUnit.Characters, 300, 300), ChannelLength.Scarcest(new string('あ', 300), Bluesky));
        Assert.True(ChannelLength.Scarcest(new string('あ', 301), Bluesky)!.Value.IsOver);
        Assert.Equal(19, GraphemeCount.Of("https://example.jp/"));
    }

    [Fact]
    public void Given_few_characters_of_many_bytes_When_measured_Then_the_bytes_run_out_first()
    {
        var text = string.Concat(Enumerable.Repeat(Family, 121));

        Assert.Equal(121, GraphemeCount.Of(text));
        Assert.Equal(new LengthUse(LengthUnit.Bytes, 121 * 25, 3000), ChannelLength.Scarcest(text, Bluesky));
        Assert.True(ChannelLength.Scarcest(text, Bluesky)!.Value.IsOver);
        Assert.False(ChannelLength.Scarcest(text[..^Family.Length], Bluesky)!.Value.IsOver);
    }

    [Fact]
    public void Given_a_platform_without_limits_When_measured_Then_there_is_nothing_to_say() =>
        Assert.Null(ChannelLength.Scarcest("あ", Bluesky with { MaxGraphemes = 0, MaxUtf8Bytes = 0 }));
}

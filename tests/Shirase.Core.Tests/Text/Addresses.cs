using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Text;

public sealed class Addresses
{
    [Theory]
    [InlineData("詳細はnpa.go.jpへ", "npa.go.jp")]
    [InlineData("https://www.police.pref.gunma.jp/を見て", "https://www.police.pref.gunma.jp/")]
    [InlineData("（https://police.example.jp/otoshimono/）", "https://police.example.jp/otoshimono/")]
    [InlineData("HTTP://Example.COM/A(b)c.", "HTTP://Example.COM/A(b)c")]
    [InlineData("README.md", "README.md")]
    [InlineData("https://例え.みんな/", "https://例え.みんな/")]
    [InlineData("https://a.jp/?q=1&r=2。", "https://a.jp/?q=1&r=2")]
    [InlineData("https://t.co/abc123あ", "https://t.co/abc123")]
    [InlineData("a.jp:8080/x", "a.jp:8080/x")]
    public void Given_an_address_in_a_text_When_looked_for_Then_it_ends_where_X_ends_it(string text, string url)
    {
        var found = Assert.Single(UrlExtractor.Find(text));

        Assert.Equal(url, found.Text);
        Assert.Equal(text.IndexOf(url, StringComparison.Ordinal), found.Start);
        Assert.Equal(url.Length, found.Length);
    }

    [Theory]
    [InlineData("someone@npa.go.jp")]
    [InlineData("@npa.go.jp")]
    [InlineData("ｈｔｔｐｓ：／／ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ／")]
    [InlineData("file.unknownending")]
    [InlineData("-npa.go.jp")]
    [InlineData("3.14")]
    [InlineData("みんな.みんな")]
    public void Given_what_only_looks_like_an_address_When_looked_for_Then_there_is_none(string text) =>
        Assert.Empty(UrlExtractor.Find(text));

    [Fact]
    public void Given_several_addresses_When_looked_for_Then_all_are_found_with_their_hosts()
    {
        var found = UrlExtractor.Find("https://www.npa.go.jp/a と mhlw.go.jp と http://x.com/");

        Assert.Equal(["www.npa.go.jp", "mhlw.go.jp", "x.com"], found.Select(u => u.Host));
        Assert.Equal([true, false, true], found.Select(u => u.HasScheme));
    }

    [Theory]
    [InlineData("#交通安全", "交通安全")]
    [InlineData("＃交通安全 です", "交通安全")]
    [InlineData("、#9110へ相談", "9110へ相談")]
    [InlineData("守ろう #a_1 #飲酒運転根絶", "a_1,飲酒運転根絶")]
    public void Given_a_hashtag_When_looked_for_Then_it_is_what_X_links(string text, string tags) =>
        Assert.Equal(tags.Split(','), HashtagExtractor.Find(text).Select(t => t.Tag));

    [Theory]
    [InlineData("（#9110）")]
    [InlineData("#9110 へ")]
    [InlineData("県警#交通安全")]
    [InlineData("https://a.jp/#top")]
    [InlineData("#️⃣あ")]
    [InlineData("#a#b")]
    public void Given_what_only_looks_like_a_hashtag_When_looked_for_Then_there_is_none(string text) =>
        Assert.Empty(HashtagExtractor.Find(text));
}

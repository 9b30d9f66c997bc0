using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class LinksAndWording
{
    [Theory]
    [InlineData("詳しくは https://bit.ly/abc1234 を", "https://bit.ly/abc1234")]
    [InlineData("bit.ly/abc1234", "bit.ly/abc1234")]
    [InlineData("https://www.tinyurl.com/x", "https://www.tinyurl.com/x")]
    public void Given_a_short_address_When_checked_Then_it_is_found(string text, string url) =>
        Assert.Equal(url, Assert.Single(Ask("url-shortener", text)).Words(text));

    [Fact]
    public void Given_hosts_of_its_own_When_checked_Then_these_are_the_short_ones()
    {
        Assert.Single(Ask("url-shortener", "https://s.example.jp/a", ("hosts", ["s.example.jp"])));
        Assert.Empty(Ask("url-shortener", "https://bit.ly/a", ("hosts", ["s.example.jp"])));
        Assert.Empty(Ask("url-shortener", "https://rabbit.ly.example.jp/ https://orbit.ly/"));
    }

    [Fact]
    public void Given_an_address_in_full_width_When_checked_Then_one_click_makes_it_half_width()
    {
        const string Text = "番号までｈｔｔｐｓ：／／ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ／ａ？ｂ＝１です";

        var hit = Assert.Single(Ask("url-fullwidth", Text));

        Assert.Equal("ｈｔｔｐｓ：／／ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ／ａ？ｂ＝１", hit.Words(Text));
        Assert.Equal("https://www.example.jp/a?b=1", hit.Mend);
    }

    [Theory]
    [InlineData("https://www.example.jp/（案内）")]
    [InlineData("https://www.example.jp/　９月")]
    [InlineData("ＷＷＷの使い方")]
    public void Given_a_proper_address_before_full_width_text_When_checked_Then_fine(string text) => Assert.Empty(Ask("url-fullwidth", text));

    [Fact]
    public void gx_9_2_Given_a_link_to_neither_the_police_nor_the_body_When_checked_Then_it_is_shown()
    {
        var subject = Subject("https://www.police.pref.gunma.jp/a と city.maebashi.gunma.jp と https://shop.example.com/ と https://notcity.maebashi.gunma.jp.example.com/")
            with
        { KnownHosts = ["police.pref.gunma.jp", "city.maebashi.gunma.jp"] };

        var hits = Ask("foreign-link", subject);

        Assert.Equal(["https://shop.example.com/", "https://notcity.maebashi.gunma.jp.example.com/"], hits.Select(h => h.Words(subject.Text)));
        Assert.Empty(Ask("foreign-link", Subject("https://www.npa.go.jp/"), ("hosts", ["npa.go.jp"])));
    }

    [Fact]
    public void gx_13_2_2_Given_jargon_When_checked_Then_a_plain_word_is_offered()
    {
        const string Text = "マル被は逃走中。";

        var hit = Assert.Single(Ask("jargon", Text));

        Assert.Equal("マル被", hit.Words(Text));
        Assert.Equal("被疑者", hit.Mend);
        Assert.Contains("word of the trade", hit.Message.En, StringComparison.Ordinal);
        Assert.Empty(Ask("jargon", "被疑者は逃走中。"));
    }

    [Fact]
    public void gx_13_2_2_Given_a_word_list_in_the_file_When_checked_Then_it_is_used()
    {
        var hit = Assert.Single(Ask("jargon", "ＰＭが臨場", ("words", ["PM=警察官"])));

        Assert.Equal("警察官", hit.Mend);
    }

    [Theory]
    [InlineData("encourage-spreading", "【拡散希望】犬を捜しています", "拡散希望")]
    [InlineData("encourage-spreading", "シェア、リポストして多くの方に知らせてください", "シェア、リポストして多くの方に知らせてください")]
    [InlineData("link-text-vague", "詳しくはこちら→https://a.jp/", "詳しくはこちら")]
    [InlineData("credential-leak", "端末のパスワードは Gunma#2026 です。", "パスワードは Gunma#2026")]
    [InlineData("credential-leak", "ＩＤ：ｋｏｕｈｏｕ０１", "ＩＤ：ｋｏｕｈｏｕ０１")]
    public void Given_such_words_When_checked_Then_they_are_found(string check, string text, string words) =>
        Assert.Equal(words, Assert.Single(Ask(check, text)).Words(text));

    [Theory]
    [InlineData("encourage-spreading", "うわさが拡散しています。")]
    [InlineData("encourage-spreading", "不確かな情報を拡散しないでください。画像の転送を控えてください。")]
    [InlineData("link-text-vague", "こちらの地区では")]
    [InlineData("credential-leak", "パスワードは他人に教えないでください。")]
    [InlineData("credential-leak", "IDは大切に")]
    public void Given_harmless_words_When_checked_Then_fine(string check, string text) => Assert.Empty(Ask(check, text));
}

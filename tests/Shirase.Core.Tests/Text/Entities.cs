using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Text;

/// <summary>What X links beside addresses; the whole of it is compared with X's own library in <c>TwitterText</c>.</summary>
public sealed class Entities
{
    [Theory]
    [InlineData("詳しくは@gunma_police へ", "@gunma_police")]
    [InlineData("＠NPA", "＠NPA")]
    [InlineData("RT@npa: 注意", "@npa")]
    [InlineData("@npa/news を見る", "@npa/news")]
    [InlineData("@abcdefghijklmnopqrstuvwxyz", "@abcdefghijklmnopqrst")]
    [InlineData("ご覧ください。$ABC です", "")]
    [InlineData("価格は $ABC.DE です", "$ABC.DE")]
    [InlineData("$ABCDEFG", "")]
    [InlineData("mail@npa.go.jp", "")]
    [InlineData("@npaé", "")]
    [InlineData("@npa@npa", "")]
    [InlineData("!@npa #@npa", "")]
    public void Given_a_text_When_X_would_link_an_account_or_a_symbol_Then_it_is_found_where_it_stands(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', EntityExtractor.Find(text).Where(e => e.Kind is EntityKind.Mention or EntityKind.Cashtag).Select(e => e.Text)));

    [Fact]
    public void Given_signs_inside_an_address_When_looked_for_Then_the_address_alone_is_linked()
    {
        const string Text = "https://example.jp/@npa #交通安全 npa.go.jp/#tag @a";

        Assert.Equal(
            [(EntityKind.Url, "https://example.jp/@npa"), (EntityKind.Hashtag, "#交通安全"), (EntityKind.Url, "npa.go.jp/#tag"), (EntityKind.Mention, "@a")],
            EntityExtractor.Find(Text).Select(e => (e.Kind, e.Text)));
        Assert.All(EntityExtractor.Find(Text), e => Assert.Equal(e.Text, Text.Substring(e.Start, e.Length)));
    }

    [Fact]
    public void Given_an_ending_that_only_begins_like_Latin_When_counted_Then_it_is_an_address() =>
        Assert.Equal(23, WeightedCount.Of("example.vermögensberater"));
}

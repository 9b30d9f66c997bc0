using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Xunit;

namespace Shirase.Core.Tests.Incidents;

public class WebsiteComparisonTests
{
    private static readonly OfficialAccount Account =
        new(new(Guid.NewGuid()), new("gunma-police"), "gunma-police-x", "x", "gunma_police", "群馬県警察", new(Guid.NewGuid()), new(2026, 1, 1));

    [Theory]
    [InlineData("公式アカウント 群馬県警察 @gunma_police", 0)]
    [InlineData("公式アカウント　群馬県警察　＠ＧＵＮＭＡ＿ＰＯＬＩＣＥ", 0)]
    [InlineData("公式アカウント 群馬県警察 @gunma_po1ice", 1)]
    [InlineData("公式アカウント", 3)]
    public void Given_the_list_of_accounts_When_compared_Then_what_it_lacks_is_named(string page, int lacks) =>
        Assert.Equal(lacks, WebsiteComparison.ListingLacks(page, Account, "群馬県警察").Count);

    [Fact]
    public void Given_the_statements_of_a_policy_When_read_Then_each_address_is_found_once_with_its_statement()
    {
        PolicyText policy = new("", [new("a", new("", ""), [Passage("stations", "警察署一覧（https://www.police.pref.gunma.jp/stations）へ。"), Passage("again", "https://www.police.pref.gunma.jp/stations を見てください。"), Passage("none", "電話は110番へ。")])]);

        var (passage, address) = Assert.Single(WebsiteComparison.AddressesIn(policy));

        Assert.Equal(("stations", "https://www.police.pref.gunma.jp/stations"), (passage.Block, address.ToString()));
    }

    private static PolicyPassage Passage(string block, string text) => new(block, "gx-p-3-2-b-2", new(block, block), text, false);
}

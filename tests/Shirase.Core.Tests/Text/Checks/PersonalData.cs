using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class PersonalData
{
    [Theory]
    [InlineData("御家族（090-0000-0000）へ", "090-0000-0000")]
    [InlineData("０８０－００００－００００", "０８０－００００－００００")]
    [InlineData("電話07000000000まで", "07000000000")]
    [InlineData("(090)0000-0000", "090)0000-0000")]
    [InlineData("+81 90-0000-0000", "+81 90-0000-0000")]
    [InlineData("090ー0000ー0000", "090ー0000ー0000")]
    public void gx_13_3_1_Given_a_mobile_number_When_checked_Then_it_is_marked(string text, string number) =>
        Assert.Equal(number, Assert.Single(Ask("pii-mobile-phone", text)).Words(text));

    [Theory]
    [InlineData("安中警察署（027-000-0110）")]
    [InlineData("警察相談専用電話（#9110）")]
    [InlineData("0120-000-0000、110番")]
    [InlineData("1090000000000")]
    public void gx_13_3_1_Given_numbers_of_offices_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-mobile-phone", text));

    [Fact]
    public void gx_13_3_1_Given_a_mobile_number_of_the_office_When_it_is_allowed_Then_fine() =>
        Assert.Empty(Ask("pii-mobile-phone", "090-0000-0000", ("allow", ["09000000000"])));

    [Theory]
    [InlineData("御自宅（027-000-0000）へ", "027-000-0000")]
    [InlineData("被害者の御家族 0278-00-0000", "0278-00-0000")]
    public void gx_13_3_1_Given_a_fixed_line_of_a_household_When_checked_Then_it_is_marked(string text, string number) =>
        Assert.Equal(number, Assert.Single(Ask("pii-mobile-phone", text)).Words(text));

    [Theory]
    [InlineData("広報課 027-000-0000")]
    [InlineData("御家族の方は安中警察署（027-000-0110）へ")]
    [InlineData("御家族で話し合いましょう。\n電話 027-000-0000")]
    public void gx_13_3_1_Given_a_fixed_line_of_an_office_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-mobile-phone", text));

    [Fact]
    public void gx_13_3_1_Given_a_body_that_wants_all_fixed_lines_When_checked_Then_only_listed_ones_pass()
    {
        Assert.Single(Ask("pii-mobile-phone", "広報課 027-000-0000", ("landlines", ["all"])));
        Assert.Empty(Ask("pii-mobile-phone", "広報課 027-000-0000", ("landlines", ["all"]), ("allow", ["0270000000"])));
        Assert.Empty(Ask("pii-mobile-phone", "前橋警察署 027-000-0110、0120-00-0000", ("landlines", ["all"])));
    }

    [Theory]
    [InlineData("連絡は taro.yamada@example.jp まで", "taro.yamada@example.jp")]
    [InlineData("ｋｏｈｏ＠ｅｘａｍｐｌｅ．ｊｐ", "ｋｏｈｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("taro[at]example.jp", "taro[at]example.jp")]
    public void gx_13_3_1_Given_a_mail_address_When_checked_Then_it_is_marked(string text, string address) =>
        Assert.Equal(address, Assert.Single(Ask("pii-email", text)).Words(text));

    [Fact]
    public void gx_13_3_1_Given_no_mail_address_When_checked_Then_fine()
    {
        Assert.Empty(Ask("pii-email", "@gunma_police をフォロー"));
        Assert.Empty(Ask("pii-email", "soudan@police.example.jp", ("allow", ["example.jp"])));
    }

}

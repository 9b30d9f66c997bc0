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
    [InlineData("連絡は taro.yamada@example.jp まで", "taro.yamada@example.jp")]
    [InlineData("ｋｏｈｏ＠ｅｘａｍｐｌｅ．ｊｐ", "ｋｏｈｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    public void gx_13_3_1_Given_a_mail_address_When_checked_Then_it_is_marked(string text, string address) =>
        Assert.Equal(address, Assert.Single(Ask("pii-email", text)).Words(text));

    [Fact]
    public void gx_13_3_1_Given_no_mail_address_When_checked_Then_fine()
    {
        Assert.Empty(Ask("pii-email", "@gunma_police をフォロー"));
        Assert.Empty(Ask("pii-email", "soudan@police.example.jp", ("allow", ["example.jp"])));
    }

    [Theory]
    [InlineData("田中一郎さんを表彰", "田中一郎")]
    [InlineData("高橋容疑者を", "高橋")]
    [InlineData("担当：髙﨑まで", "髙﨑")]
    [InlineData("担当佐藤", "佐藤")]
    [InlineData("山田花子（34）が", "山田花子")]
    [InlineData("佐々木氏は", "佐々木")]
    public void gx_13_3_1_Given_a_name_When_checked_Then_it_is_marked(string text, string name) =>
        Assert.Equal(name, Assert.Single(Ask("pii-name", text)).Words(text));

    [Theory]
    [InlineData("皆さんの一声が被害を防ぎます")]
    [InlineData("お子さんや娘さん、奥さん、業者さん")]
    [InlineData("逃走中の容疑者")]
    [InlineData("女子児童（8歳）")]
    [InlineData("太田市内、高崎警察署、前橋市、氏名は伏せます")]
    [InlineData("11月20日（金）担当課")]
    [InlineData("森の中、林の中の様子")]
    public void gx_13_3_1_Given_no_name_When_checked_Then_nothing_is_marked(string text) => Assert.Empty(Ask("pii-name", text));
}

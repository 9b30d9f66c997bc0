using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class PersonalNumbers
{
    [Theory]
    [InlineData("車は群馬 580 あ 00-00です", "群馬 580 あ 00-00")]
    [InlineData("白色軽自動車群馬580あ00-00", "群馬580あ00-00")]
    [InlineData("（高崎５００さ１２－３４）", "高崎５００さ１２－３４")]
    [InlineData("前橋 30A ね ・・-12", "前橋 30A ね ・・-12")]
    [InlineData("袖ヶ浦 330 は 12-34", "袖ヶ浦 330 は 12-34")]
    [InlineData("高崎 あ 12-34のオートバイ", "高崎 あ 12-34")]
    [InlineData("ナンバーは「12-34」", "12-34")]
    [InlineData("ナンバー1234の車", "1234")]
    [InlineData("品川300わ1234", "品川300わ1234")]
    [InlineData("高崎・500・み・12-34", "高崎・500・み・12-34")]
    public void gx_13_3_1_Given_a_number_plate_When_checked_Then_it_is_marked(string text, string plate) =>
        Assert.Equal(plate, Assert.Single(Ask("pii-plate", text)).Words(text));

    [Theory]
    [InlineData("群馬県内で580件の届出")]
    [InlineData("白色の軽自動車、群馬ナンバー")]
    [InlineData("高崎 10 時から 12 時まで")]
    [InlineData("前橋市千代田町一丁目、電話 027-000-0110")]
    [InlineData("千葉 33 で 1234 件")]
    [InlineData("ナンバーディスプレイ、ナンバーリクエスト")]
    [InlineData("マイナンバーは1234から始まります。整理ナンバー123456")]
    public void gx_13_3_1_Given_no_number_plate_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-plate", text));

    [Theory]
    [InlineData("番号123456789018です", "123456789018")]
    [InlineData("1234-5678-9018", "1234-5678-9018")]
    [InlineData("１２３４　５６７８　９０１８", "１２３４　５６７８　９０１８")]
    public void gx_13_3_1_Given_twelve_digits_with_their_check_digit_When_checked_Then_marked(string text, string number) =>
        Assert.Equal(number, Assert.Single(Ask("pii-mynumber", text)).Words(text));

    [Theory]
    [InlineData("123456789012")]
    [InlineData("0000-0000-0000")]
    [InlineData("法人番号 1123456789018")]
    [InlineData("1-1234-5678-9018")]
    [InlineData("12345678901890")]
    [InlineData("運転免許証番号 123456789018")]
    [InlineData("電話 027-000-0110")]
    public void gx_13_3_1_Given_other_digits_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-mynumber", text));

    [Theory]
    [InlineData("pii-document-number", "運転免許証番号は123456789012", "123456789012")]
    [InlineData("pii-document-number", "免許証番号：第12-34-567890-12号", "12-34-567890-12")]
    [InlineData("pii-document-number", "旅券番号 TK1234567", "TK1234567")]
    [InlineData("pii-document-number", "在留カード AB12345678CD", "AB12345678CD")]
    [InlineData("pii-account-number", "見本銀行 普通 1234567", "1234567")]
    [InlineData("pii-account-number", "口座番号は１２３４５６７", "１２３４５６７")]
    [InlineData("pii-account-number", "カード 4111-1111-1111-1111", "4111-1111-1111-1111")]
    [InlineData("pii-account-number", "仮田支店（普）1234567", "1234567")]
    public void gx_13_3_1_Given_the_number_of_a_document_or_an_account_When_checked_Then_marked(string check, string text, string number) =>
        Assert.Equal(number, Assert.Single(Ask(check, text)).Words(text));

    [Theory]
    [InlineData("pii-document-number", "運転免許証の番号を聞き出す電話に注意")]
    [InlineData("pii-document-number", "整理番号 123456789012")]
    [InlineData("pii-document-number", "パスポートの申請は10日前まで")]
    [InlineData("pii-account-number", "口座番号や暗証番号を教えないでください。電話 027-000-0110")]
    [InlineData("pii-account-number", "受付番号 1234567")]
    [InlineData("pii-account-number", "4111-1111-1111-1112")]
    public void gx_13_3_1_Given_no_such_number_When_checked_Then_fine(string check, string text) => Assert.Empty(Ask(check, text));

    [Fact]
    public void gx_13_3_1_Given_an_account_of_the_office_When_it_is_allowed_Then_fine() =>
        Assert.Empty(Ask("pii-account-number", "義援金 普通 1234567", ("allow", ["1234567"])));

    [Theory]
    [InlineData("昭和60年1月2日生", "昭和60年1月2日生")]
    [InlineData("S60.1.2生まれの男性", "S60.1.2生まれ")]
    [InlineData("（１９８５年１月２日生）", "１９８５年１月２日生")]
    [InlineData("生年月日：平成2年5月6日", "平成2年5月6日")]
    [InlineData("誕生日は5月6日", "5月6日")]
    public void gx_13_3_1_Given_a_birth_date_When_checked_Then_marked(string text, string date) =>
        Assert.Equal(date, Assert.Single(Ask("pii-birth-date", text)).Words(text));

    [Theory]
    [InlineData("令和8年4月1日生徒会が")]
    [InlineData("令和8年6月12日（金）に発生")]
    [InlineData("生年月日を聞き出す電話に注意")]
    [InlineData("2026年12月5日生活安全課")]
    public void gx_13_3_1_Given_another_date_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-birth-date", text));

    [Theory]
    [InlineData("女子児童（8歳）が", "8歳")]
    [InlineData("３５歳の会社員の男", "３５歳")]
    [InlineData("会社員の男（42）を", "42")]
    [InlineData("山田さん（八歳）", "八歳")]
    [InlineData("年齢：71歳", "71歳")]
    [InlineData("5才の男児", "5才")]
    [InlineData("（35歳、会社員）", "35歳")]
    [InlineData("清水次郎（42）を指名手配", "42")]
    [InlineData("5歳児が行方不明", "5歳")]
    public void gx_13_3_1_Given_an_exact_age_When_checked_Then_marked(string text, string age) =>
        Assert.Equal(age, Assert.Single(Ask("pii-age-exact", text)).Words(text));

    [Theory]
    [InlineData("70歳代の男性")]
    [InlineData("16歳以上、18歳未満、75歳以下")]
    [InlineData("年齢20歳から30歳くらい")]
    [InlineData("20歳～30歳くらい、40歳前後、50歳ぐらい")]
    [InlineData("満18歳の方、70歳になると")]
    [InlineData("（12）次の各号")]
    [InlineData("1歳6か月児健診")]
    [InlineData("65歳の方を対象に")]
    [InlineData("18歳・19歳、5歳又は6歳以上、3歳児健診")]
    public void gx_13_3_1_Given_an_age_of_nobody_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-age-exact", text));

    [Fact]
    public void gx_13_3_1_Given_an_adults_age_When_marked_Then_the_decade_is_offered()
    {
        Assert.Equal("70歳代", Assert.Single(Ask("pii-age-exact", "71歳の男性")).Mend);
        Assert.Null(Assert.Single(Ask("pii-age-exact", "8歳の女児")).Mend);
    }
}

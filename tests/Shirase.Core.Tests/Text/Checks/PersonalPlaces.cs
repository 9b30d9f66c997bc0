using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class PersonalPlaces
{
    [Theory]
    [InlineData("太田市仮沢町一丁目2番3号の住宅", "仮沢町一丁目2番3号")]
    [InlineData("前橋市仮宮町１－２－３の路上", "仮宮町１－２－３")]
    [InlineData("群馬県高崎市仮田町123番地4で", "仮田町123番地4")]
    [InlineData("大字仮沢123番地の住宅", "大字仮沢123番地")]
    [InlineData("金沢市広坂1-2-3で火災", "広坂1-2-3")]
    [InlineData("小松市園町2丁目5番10の住宅", "園町2丁目5番10")]
    [InlineData("仮田町二丁目三番四号", "仮田町二丁目三番四号")]
    [InlineData("仮田町5番6号の民家", "仮田町5番6号")]
    [InlineData("仮田マンション203号室", "マンション203号室")]
    [InlineData("緑が丘1-2-3", "緑が丘1-2-3")]
    [InlineData("佐波郡玉村町仮新田12番地", "仮新田12番地")]
    [InlineData("前橋市仮宮町一の二の三", "仮宮町一の二の三")]
    [InlineData("住所：仮沢1-2-3", "仮沢1-2-3")]
    [InlineData("笠懸町仮山12番3号の住宅", "笠懸町仮山12番3号")]
    public void gx_13_3_1_Given_an_address_with_its_number_When_checked_Then_marked(string text, string address) =>
        Assert.Equal(address, Assert.Single(Ask("pii-address-detail", text)).Words(text));

    [Theory]
    [InlineData("太田市仮沢町一丁目の路上、前橋市仮宮町地内")]
    [InlineData("国道17号、県道12号線、110番、1番線、第3条第2号")]
    [InlineData("令和8年6-7月、前橋市内10-12時、11-20")]
    [InlineData("前橋警察署 027-000-0110、171番、#9110")]
    [InlineData("仮田町一丁目2号線の工事")]
    [InlineData("市内で一番地域に近い警察")]
    [InlineData("第1-2-3号様式")]
    public void gx_13_3_1_Given_a_place_without_house_number_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-address-detail", text));

    [Theory]
    [InlineData("会場：前橋市仮手町一丁目1番1号")]
    [InlineData("前橋市仮手町1-1-1 群馬県庁1階")]
    [InlineData("安中警察署（安中市仮中1-2-3）")]
    [InlineData("〒371-0000 前橋市仮手町1-1-1 警察本部広報課")]
    [InlineData("高崎市仮松町35番地1、高崎市役所で")]
    public void gx_13_3_1_Given_the_address_of_an_office_or_a_venue_When_checked_Then_fine(string text) => Assert.Empty(Ask("pii-address-detail", text));

    [Fact]
    public void gx_13_3_1_Given_an_address_that_the_body_publishes_When_it_is_allowed_in_any_spelling_Then_fine() =>
        Assert.Empty(Ask("pii-address-detail", "前橋市仮手町1-1-1へ", ("allow", ["仮手町一丁目1番1号"])));

    [Theory]
    [InlineData("仮田小学校3年2組の女子児童（8歳）が声をかけられ", "仮田小学校3年2組の女子児童（8歳）")]
    [InlineData("自宅のある仮田公園北側のアパート前で、男から声をかけられました", "自宅のある仮田公園北側のアパート")]
    [InlineData("仮沢中学校2年の女子生徒が盗撮される被害", "仮沢中学校2年の女子生徒")]
    [InlineData("仮田高校に通う女子生徒がつきまとわれる事案", "仮田高校に通う女子生徒")]
    [InlineData("仮田商店に勤務する女性（42）が襲われ", "仮田商店に勤務する女性（42）")]
    [InlineData("仮田小4年1組の女児", "仮田小4年1組の女児")]
    [InlineData("仮田小3年の女児が声をかけられ", "仮田小3年の女児")]
    [InlineData("自宅アパート「仮田荘」の前で襲われ", "自宅アパート「仮田荘」")]
    [InlineData("仮田幼稚園の年長組の女児が不審な男に", "仮田幼稚園の年長組の女児")]
    public void gx_13_3_1_Given_words_that_tell_who_was_hurt_When_checked_Then_marked(string text, string words) =>
        Assert.Equal(words, Assert.Single(Ask("victim-identifiable", text)).Words(text));

    [Theory]
    [InlineData("下校中の児童が声をかけられる事案が発生")]
    [InlineData("市内の小学校の女子児童が声をかけられ")]
    [InlineData("通学中の女子生徒が被害")]
    [InlineData("仮田小学校の児童が交通安全の標語を作りました")]
    [InlineData("小学校3年生の皆さん、事故に注意")]
    [InlineData("自宅のあるマンションの駐車場で被害")]
    [InlineData("自宅や車の施錠を確認してください。事件が発生")]
    [InlineData("高崎市内の商店に勤務する女性が被害")]
    public void gx_13_3_1_Given_nobody_to_be_found_out_When_checked_Then_fine(string text) => Assert.Empty(Ask("victim-identifiable", text));

    [Theory]
    [InlineData("窃盗の疑いで仮田高校2年の少年（16）を逮捕しました", "仮田高校2年の少年（16）")]
    [InlineData("少年の山田太郎（17）を検挙", "山田太郎")]
    [InlineData("高崎市仮田町1-2-3に住む少女を補導", "仮田町1-2-3")]
    public void gx_13_3_1_Given_words_that_tell_who_a_young_suspect_is_When_checked_Then_marked(string text, string words) =>
        Assert.Contains(words, Ask("juvenile-identifiable", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("市内の高校生の少年を窃盗の疑いで逮捕しました")]
    [InlineData("会社員の山田太郎容疑者（42）を逮捕しました")]
    [InlineData("少年の健全育成。仮田高校で補導員の研修")]
    [InlineData("仮田小学校の児童が防犯教室")]
    public void gx_13_3_1_Given_no_young_suspect_to_be_found_out_When_checked_Then_fine(string text) => Assert.Empty(Ask("juvenile-identifiable", text));

    [Theory]
    [InlineData("見かけた方は御家族（090-0000-0000）へ連絡をお願いします。", "御家族")]
    [InlineData("心当たりのある方は、飼い主まで御連絡ください。", "飼い主")]
    [InlineData("情報をお持ちの方はLINEで連絡してください。", "LINEで連絡")]
    [InlineData("情報は taro@gmail.com へ。", "taro@gmail.com")]
    public void gx_13_3_1_Given_a_contact_that_is_no_office_When_checked_Then_marked(string text, string words) =>
        Assert.Equal(words, Assert.Single(Ask("contact-not-official", text)).Words(text));

    [Theory]
    [InlineData("見かけた方は110番か安中警察署（027-000-0110）へ連絡をお願いします。")]
    [InlineData("家族や消費者ホットライン（188）に相談する")]
    [InlineData("お金の話が出たら、家族に電話してください。")]
    [InlineData("いったん電話を切り、本人の元の番号にかけ直しましょう。")]
    [InlineData("息子を名乗る電話があったら、御家族に連絡して確かめましょう。")]
    [InlineData("県の公式LINEで情報をお届けします。お問い合わせは広報課へ。")]
    public void gx_13_3_1_Given_an_office_as_contact_When_checked_Then_fine(string text) => Assert.Empty(Ask("contact-not-official", text));
}

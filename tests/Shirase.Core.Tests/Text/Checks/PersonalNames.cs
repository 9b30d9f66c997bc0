using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class PersonalNames
{
    [Theory]
    [InlineData("田中一郎さんを表彰", "田中一郎")]
    [InlineData("高橋容疑者を", "高橋")]
    [InlineData("担当：髙﨑まで", "髙﨑")]
    [InlineData("担当佐藤", "佐藤")]
    [InlineData("山田花子（34）が", "山田花子")]
    [InlineData("佐々木氏は", "佐々木")]
    [InlineData("髙橋さんの家", "髙橋")]
    [InlineData("会社員田中一郎（３４歳）", "田中一郎")]
    [InlineData("前橋市山田太郎さん", "山田太郎")]
    [InlineData("会社員の山田花子が行方不明", "山田花子")]
    [InlineData("山田　太郎さん", "山田　太郎")]
    [InlineData("山田さくらさん（8）", "山田さくら")]
    [InlineData("氏名：五十畑太郎", "五十畑太郎")]
    [InlineData("生活安全課の佐藤巡査部長", "佐藤")]
    [InlineData("担当：生活安全課　山田", "山田")]
    [InlineData("逮捕された林容疑者", "林")]
    [InlineData("渡邉さんからお礼", "渡邉")]
    [InlineData("長谷川次郎君が入賞", "長谷川次郎")]
    [InlineData("近所のたなかさんの家", "たなか")]
    [InlineData("タナカさんに", "タナカ")]
    [InlineData("ジョン・スミスさんが", "ジョン・スミス")]
    [InlineData("Tanaka Taro を", "Tanaka Taro")]
    [InlineData("Hanako SATO", "Hanako SATO")]
    [InlineData("高崎さんが", "高崎")]
    [InlineData("講師　鈴木一郎", "鈴木一郎")]
    [InlineData("見本花子さん（35歳）が", "見本花子")]
    [InlineData("架空容疑者を逮捕", "架空")]
    [InlineData("ひなたちゃん（5）が", "ひなた")]
    [InlineData("広報担当の山田へ", "山田")]
    [InlineData("勅使河原学さんを捜しています", "勅使河原学")]
    [InlineData("指導員の吉岡先生", "吉岡")]
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
    [InlineData("利根川の水位、高崎駅、高崎市、渡良瀬川、松井田町")]
    [InlineData("山田商店、株式会社佐藤建設、高橋医院（35）")]
    [InlineData("山本知事は視察しました。知事の山田太郎")]
    [InlineData("群馬県知事山田太郎")]
    [InlineData("館林警察署長が感謝状を贈りました")]
    [InlineData("前橋署員、高崎署長、桐生支部長")]
    [InlineData("大家さん、仲居さん、大工さん、本屋さん、農家さん")]
    [InlineData("皆様、同様に、お客様、仕様、模様、神様、多様な")]
    [InlineData("みなさん、おくさん、おかあさん、おまわりさん、あかちゃん")]
    [InlineData("ボランティアさん、スタッフさん、ママさん")]
    [InlineData("Gunma Police, Takasaki Station, New York")]
    [InlineData("宮城県、福島県、千葉市、石川県警、山口県")]
    [InlineData("上野公園、三浦半島、青山学院、高野豆腐、大泉学園")]
    [InlineData("担当：交通部交通企画課")]
    [InlineData("窃盗容疑者、男性容疑者、詐欺の被疑者の男")]
    [InlineData("強盗容疑者、指名手配容疑者、連続窃盗容疑者、重要容疑者、女性容疑者")]
    [InlineData("ぐんまちゃん、上州くん（マスコット）")]
    [InlineData("担当の警察署へ、担当の課まで、代表の皆さん")]
    public void gx_13_3_1_Given_no_name_When_checked_Then_nothing_is_marked(string text) => Assert.Empty(Ask("pii-name", text));

    [Fact]
    public void gx_13_3_1_Given_a_person_who_agreed_for_good_When_the_name_is_allowed_Then_fine() =>
        Assert.Empty(Ask("pii-name", "山田太郎さんを表彰", ("allow", ["山田太郎"])));

    [Theory]
    [InlineData("会社員の四十九院翔が", true, true, "四十九院翔", true)]
    [InlineData("現場は利根川の河原", true, false, "利根川", false)]
    [InlineData("高崎駅前の広場", true, false, "高崎", false)]
    [InlineData("勅使河原氏は", true, false, "勅使河原", true)]
    [InlineData("勅使河原の交差点", true, false, "勅使河原", false)]
    [InlineData("知事の勅使河原翔", true, true, "勅使河原翔", false)]
    public void gx_13_3_1_Given_a_proposal_of_an_analysis_When_checked_Then_context_and_gazetteer_decide(
        string text, bool surname, bool given, string name, bool expected)
    {
        var span = new TextSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length);

        var hits = Ask("pii-name", Subject(text) with { Names = [new NameProposal(span, surname, given)] });

        Assert.Equal(expected ? [name] : [], hits.Select(h => h.Words(text)));
    }
}

using Shirase.Core.Posts;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Advertising, politics, rumours, secrets, quotations of others, searches without consent.</summary>
public sealed class ForbiddenContent
{
    [Theory]
    [InlineData("協賛店の見本食堂で使える半額クーポンを差し上げます。", "半額クーポン")]
    [InlineData("見本食堂へぜひお越しください。", "見本食堂へぜひお越しください")]
    [InlineData("見本書店でお買い求めください。", "見本書店でお買い求めください")]
    [InlineData("今だけのお得な機会です。", "今だけのお得")]
    [InlineData("反射材を特価で販売しています。", "特価")]
    [InlineData("会員募集中です。", "会員募集中")]
    [InlineData("防犯カメラは好評発売中です。", "好評発売中")]
    [InlineData("自転車が20%OFFです。", "20%OFFです")]
    [InlineData("見本ホテルを御利用ください。", "見本ホテルを御利用ください")]
    [InlineData("ポイント5倍の日です。", "ポイント5倍")]
    public void Given_advertising_When_checked_Then_found(string text, string words) =>
        Assert.Contains(words, Ask("advertising", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("「必ずもうかる」と投資を勧められる被害が増えています。")]
    [InlineData("「激安」をうたう偽の通販サイトに注意してください。")]
    [InlineData("激安をうたう偽サイトの被害が増えています。")]
    [InlineData("定期演奏会の入場は無料です。ぜひお越しください。")]
    [InlineData("前橋警察署へお越しください。")]
    [InlineData("免許を返納した方は、運転経歴証明書の交付を受けられます。")]
    [InlineData("会場へぜひお越しください。")]
    [InlineData("半額を求められたら詐欺を疑ってください。")]
    [InlineData("最寄りの交番を御利用ください。")]
    [InlineData("クーポンをうたう不審なメールに注意してください。")]
    public void Given_no_advertising_When_checked_Then_fine(string text) => Assert.Empty(Ask("advertising", text));

    [Theory]
    [InlineData("次の知事選では、実績のある現職の見本候補を応援しましょう。", "現職の見本候補を応援しましょう")]
    [InlineData("見本党に投票してください。", "見本党に投票してください")]
    [InlineData("自民党を支持します。", "自民党を支持します")]
    [InlineData("清き一票をお願いします。", "清き一票")]
    [InlineData("見本市長を落選させましょう。", "見本市長を落選させましょう")]
    [InlineData("憲法改正に反対しましょう。", "憲法改正に反対しましょう")]
    [InlineData("見本教に入信しましょう。", "見本教に入信しましょう")]
    [InlineData("内閣を打倒しましょう。", "内閣を打倒しましょう")]
    [InlineData("新人の見本氏に一票をお願いします。", "新人の見本氏に一票をお願いします")]
    [InlineData("信じる者は救われます。", "信じる者は救われます")]
    public void Given_politics_or_religion_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("political-activity", text), h => h.Words(text)!.Contains(words, StringComparison.Ordinal) || words.Contains(h.Words(text)!, StringComparison.Ordinal));

    [Theory]
    [InlineData("知事選の投票日は7月5日です。投票に行きましょう。")]
    [InlineData("選挙違反の取締りを行っています。")]
    [InlineData("政党や候補者を名乗る電話に注意してください。")]
    [InlineData("選手を応援しましょう。")]
    [InlineData("被害者の御家族を支援しています。")]
    [InlineData("知事が交通安全を呼び掛けました。")]
    [InlineData("「○○党に投票して」という電話の相談がありました。")]
    [InlineData("神社の参道は通行止めです。")]
    [InlineData("市長から感謝状を受けました。")]
    [InlineData("議会で予算が可決されました。")]
    public void Given_neutral_news_When_checked_Then_fine(string text) => Assert.Empty(Ask("political-activity", text));

    [Theory]
    [InlineData("未確認ですが、刃物を持った男がいます。", "未確認ですが")]
    [InlineData("市内で通り魔が出たといううわさがあります。", "といううわさがあります")]
    [InlineData("犯人は駅の方向へ逃げたらしいです。", "逃げたらしいです")]
    [InlineData("SNSの投稿によると、火災が起きています。", "SNSの投稿によると")]
    [InlineData("真偽は不明ですが、注意してください。", "真偽は不明ですが")]
    [InlineData("男は市外へ逃げたそうです。", "逃げたそうです")]
    [InlineData("おそらく同じ男でしょう。", "おそらく同じ男でしょう")]
    [InlineData("確認は取れていませんが、爆発があったとのことです。", "確認は取れていませんが")]
    [InlineData("近所の人の話では、不審な車がいたとか。", "近所の人の話では")]
    [InlineData("事実かどうか分かりませんが、お知らせします。", "事実かどうか分かりませんが")]
    public void Given_hearsay_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("unverified-information", text), h => h.Words(text)!.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("「外国人が井戸に毒を入れた」といううわさが流れていますが、事実ではありません。")]
    [InlineData("デマに惑わされないでください。うわさがあります。")]
    [InlineData("クマの目撃情報がありました。")]
    [InlineData("復旧の見込みは立っていません。")]
    [InlineData("素晴らしい活動に感謝します。")]
    [InlineData("左前部が壊れている可能性があります。")]
    [InlineData("被害状況は確認中です。")]
    [InlineData("雨が強くなるおそれがあります。")]
    [InlineData("うろついているとの情報がありました。")]
    [InlineData("男は20歳くらいとみられます。")]
    public void Given_verified_news_or_a_denial_When_checked_Then_fine(string text) => Assert.Empty(Ask("unverified-information", text));

    [Theory]
    [InlineData("現在、捜査員が内偵を進めています。", "内偵")]
    [InlineData("容疑者を特定しました。", "容疑者を特定しました")]
    [InlineData("防犯カメラの映像を解析しています。", "防犯カメラの映像を解析しています")]
    [InlineData("明日、関係先を家宅捜索する予定です。", "関係先を家宅捜索する予定です")]
    [InlineData("逮捕状を請求しました。", "逮捕状を請求しました")]
    [InlineData("男は金に困っていたと供述しています。", "供述して")]
    [InlineData("駅前で張り込みをしています。", "張り込みを")]
    [InlineData("携帯電話の位置情報を追跡しています。", "携帯電話の位置情報を追跡しています")]
    [InlineData("今夜、国道で検問を実施する予定です。", "検問を実施する予定です")]
    [InlineData("現場から指紋が検出されました。", "現場から指紋が検出されました")]
    public void Given_a_secret_of_an_investigation_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("investigation-secret", text), h => h.Words(text)!.Contains(words, StringComparison.Ordinal) || words.Contains(h.Words(text)!, StringComparison.Ordinal));

    [Theory]
    [InlineData("警察官を名乗り、「逮捕状が出ている」と言う電話は詐欺です。")]
    [InlineData("警察官を装い、逮捕状を請求したなどと言う電話に注意してください。")]
    [InlineData("防犯カメラの設置を検討してください。")]
    [InlineData("被疑者の男を検挙しました。")]
    [InlineData("ドライブレコーダーに映っている可能性のある方は連絡をお願いします。")]
    [InlineData("年末の飲酒運転の取締りを強化します。")]
    [InlineData("鑑識体験の見学会を開きます。")]
    [InlineData("捜査に御協力をお願いします。")]
    [InlineData("情報提供者の秘密は守ります。")]
    [InlineData("犯人の特徴は次のとおりです。")]
    public void Given_what_may_be_told_When_checked_Then_fine(string text) => Assert.Empty(Ask("investigation-secret", text));

    [Theory]
    [InlineData("https://x.com/someone/status/123", "https://x.com/someone/status/123")]
    [InlineData("https://www.instagram.com/p/abc/ を見てください", "https://www.instagram.com/p/abc/")]
    [InlineData("詳しくは https://youtu.be/abcdef", "https://youtu.be/abcdef")]
    [InlineData("山田さんの投稿を紹介します。", "山田さんの投稿を紹介")]
    [InlineData("フォロワーの投稿を引用します。", "フォロワーの投稿を引用します")]
    [InlineData("RT @taro_gunma 危険です", "RT @taro_gunma")]
    [InlineData("一般の方の動画を紹介します。", "一般の方の動画を紹介します")]
    [InlineData("引用ポストです。", "引用ポスト")]
    [InlineData("掲示板の書き込みを引用します。", "書き込みを引用します")]
    [InlineData("https://www.tiktok.com/@taro/video/123", "https://www.tiktok.com/@taro/video/123")]
    public void Given_the_post_of_somebody_else_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("quote-third-party", text), h => h.Words(text)!.StartsWith(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("https://police.example.jp/status/1")]
    [InlineData("県警のXアカウントの投稿を御覧ください。")]
    [InlineData("元の投稿は削除しました。")]
    [InlineData("11月20日（金）午前10時の投稿で誤りがありました。")]
    [InlineData("気象庁の投稿を御確認ください。")]
    [InlineData("https://x.com/example_gunma")]
    [InlineData("個人情報の投稿はしないでください。")]
    [InlineData("闇バイトの投稿に注意してください。")]
    [InlineData("公式Xの投稿で案内しています。")]
    [InlineData("お子さんの写真の投稿は慎重に。")]
    public void Given_own_posts_or_none_When_checked_Then_fine(string text) => Assert.Empty(Ask("quote-third-party", text));

    [Fact]
    public void Given_a_repost_or_a_known_public_body_When_checked_Then_quoting_is_fine()
    {
        var subject = Subject("https://x.com/example_jma/status/1");

        Assert.Empty(Ask("quote-third-party", subject with { Kind = PostKind.Repost }));
        Assert.Empty(Ask("quote-third-party", subject with { Facts = Fact("repost_target_public_body") }));
        Assert.Empty(Ask("quote-third-party", subject with { KnownHosts = ["x.com/example_jma"] }));
    }

    [Theory]
    [InlineData("前橋市内に住む70歳代の男性の行方が分からなくなっています。見かけた方は110番をお願いします。", "行方が分からなくなっています")]
    [InlineData("小学生の女児が行方不明になっています。情報の提供をお願いします。", "行方不明になっています")]
    [InlineData("80歳代の女性が帰宅していません。身長150センチくらい。", "帰宅していません")]
    [InlineData("高齢の方の行方が分かりません。お心当たりの方は連絡をください。", "行方が分かりません")]
    [InlineData("特異行方不明者の手配です。16歳の男子。", "特異行方不明者の手配")]
    public void gm_t_4_3_Given_a_search_for_a_person_without_consent_on_record_When_checked_Then_found(string text, string words)
    {
        Assert.StartsWith(words, Assert.Single(Ask("missing-person-consent", text)).Words(text), StringComparison.Ordinal);
        Assert.Empty(Ask("missing-person-consent", Subject(text) with { Facts = Fact("family_consent") }));
    }

    [Theory]
    [InlineData("行方不明の方は無事発見されました。70歳代の男性です。")]
    [InlineData("認知症の方の行方不明を防ぐため、声をかけ合いましょう。")]
    [InlineData("行方不明者の捜索訓練を行いました。")]
    [InlineData("落とし物の行方が分からないときは、届け出てください。")]
    [InlineData("犯人の行方は分かっていません。")]
    public void gm_t_4_3_Given_no_search_for_a_person_When_checked_Then_fine(string text) => Assert.Empty(Ask("missing-person-consent", text));

    private static Dictionary<string, string> Fact(string name) => new(StringComparer.Ordinal) { [name] = "true" };
}

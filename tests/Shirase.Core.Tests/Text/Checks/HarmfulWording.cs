using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Wording that degrades, accuses or describes what need not be described.</summary>
public sealed class HarmfulWording
{
    [Theory]
    [InlineData("外国人は犯罪に関わることが多いので、近づかないようにしましょう。", "外国人は犯罪に関わることが多い")]
    [InlineData("ホームレスは危険なので通報してください。", "ホームレスは危険")]
    [InlineData("精神障害者は何をするか分からないため、注意が必要です。", "精神障害者は何をするか分からない")]
    [InlineData("ベトナム人は犯罪者が多いと言われています。", "ベトナム人は犯罪者が多い")]
    [InlineData("生活保護受給者はうそつきばかりです。", "生活保護受給者はうそつきばかり")]
    [InlineData("移民が治安を悪くするおそれがあります。", "移民が治安を悪くする")]
    [InlineData("外国人には近づかないようにしてください。", "外国人には近づかないように")]
    [InlineData("女のくせに運転が荒いとの声があります。", "女のくせに")]
    [InlineData("土人の村と呼ばれた時代もありました。", "土人")]
    [InlineData("気違いのように走る車がいます。", "気違い")]
    [InlineData("外人の男を見かけました。", "外人")]
    public void gm_5_5_2_Given_words_that_degrade_When_checked_Then_found(string text, string words) =>
        Assert.Contains(words, Ask("discriminatory-expression", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("外国人の方のための相談窓口を開設しました。")]
    [InlineData("高齢者は詐欺の被害に遭うことが多いので、御家族で話し合ってください。")]
    [InlineData("夜間の横断は高齢者にとって危険です。")]
    [InlineData("女性が一人で歩くときは、明るい道を選びましょう。")]
    [InlineData("外国人は犯罪の被害に遭いやすいとの調査があります。")]
    [InlineData("若者が犯罪に巻き込まれる事例が増えています。")]
    [InlineData("障害者の方の駐車区画に止めないでください。")]
    [InlineData("ちびっこ警察官の体験に来てください。")]
    [InlineData("国会議員は案外人気です。海外人材の相談も受けます。")]
    [InlineData("道のかたわらで土人形の店を見ました。全国人口の話もしました。")]
    [InlineData("不審者には近づかないようにしてください。")]
    [InlineData("電話がかかったいたずらの例を紹介します。")]
    [InlineData("朝鮮人参を使った料理教室です。")]
    public void gm_5_5_2_Given_words_about_people_without_judgement_When_checked_Then_fine(string text) =>
        Assert.Empty(Ask("discriminatory-expression", text));

    [Theory]
    [InlineData("外国人風の男がいました。", "外国人風")]
    [InlineData("東南アジア系の男が立ち去りました。", "東南アジア系")]
    [InlineData("中国人らしき二人組です。", "中国人らしき")]
    [InlineData("ブラジル人とみられる男性です。", "ブラジル人とみられる")]
    [InlineData("片言の日本語で話しかけました。", "片言の日本語")]
    [InlineData("白人のような顔立ちの人物です。", "白人のような")]
    [InlineData("国籍不明の男が逃げました。", "国籍不明の男")]
    [InlineData("ハーフっぽい少年です。", "ハーフっぽい")]
    [InlineData("日本人風の女です。", "日本人風")]
    [InlineData("肌の色が浅黒い男です。", "肌の色が浅黒い男")]
    public void gm_5_5_2_Given_a_guess_at_nationality_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("descriptor-ethnicity", text), h => h.Words(text)!.StartsWith(words.TrimEnd('男'), StringComparison.Ordinal));

    [Theory]
    [InlineData("外国人の方は、在留カードを確認してください。")]
    [InlineData("中国語とポルトガル語で案内しています。")]
    [InlineData("黒色の上着を着た男です。")]
    [InlineData("和風の店の前で発生しました。")]
    [InlineData("日系企業を装う勧誘に注意してください。")]
    [InlineData("台風の接近に注意してください。")]
    [InlineData("白い車で立ち去りました。")]
    [InlineData("韓国料理店の駐車場で発生しました。")]
    [InlineData("職員風の服装の男です。")]
    [InlineData("ブラジル人学校で交通安全教室を開きました。")]
    public void gm_5_5_2_Given_features_without_nationality_When_checked_Then_fine(string text) => Assert.Empty(Ask("descriptor-ethnicity", text));

    [Theory]
    [InlineData("館林市内の架空リフォーム株式会社は、高齢者をだます悪質な業者です。", "架空リフォーム株式会社は、高齢者をだます悪質な業者です")]
    [InlineData("見本商店は詐欺です。", "見本商店は詐欺です")]
    [InlineData("株式会社見本は客をだまして契約させています。", "株式会社見本は客をだまして契約させています")]
    [InlineData("「見本水道」という業者は、ぼったくりです。", "「見本水道」という業者は、ぼったくりです")]
    [InlineData("A社は違法営業を行っています。", "A社は違法営業を行っています")]
    [InlineData("見本工務店の社長は詐欺師です。", "見本工務店の社長は詐欺師です")]
    [InlineData("山田さんは泥棒です。", "山田さんは泥棒です")]
    [InlineData("見本電機の社長・見本太郎は詐欺師です。", "社長・見本太郎は詐欺師です")]
    [InlineData("悪質業者の「見本リフォーム」にだまされないでください。", "悪質業者の「見本リフォーム」")]
    [InlineData("見本クリニックは信用できません。", "見本クリニックは信用できません")]
    [InlineData("見本不動産は悪徳業者なので契約しないでください。", "見本不動産は悪徳業者なので契約しないでください")]
    public void Given_somebody_named_and_accused_When_checked_Then_found(string text, string words) =>
        Assert.Contains(words, Ask("defamation", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("点検を装う悪質な業者に注意してください。")]
    [InlineData("「ATMで還付金を受け取れる」は詐欺です。")]
    [InlineData("「老人ホームの入居権」は詐欺です。")]
    [InlineData("見本銀行を装ったメールは詐欺です。")]
    [InlineData("見本信用金庫の職員が詐欺を防ぎ、感謝状を贈りました。")]
    [InlineData("株式会社見本と詐欺防止の協定を結びました。")]
    [InlineData("見本商事は、特定商取引法違反で業務停止命令を受けた悪質な業者です。")]
    [InlineData("火災保険が使えると勧める悪質な業者の相談が増えています。")]
    [InlineData("見本銀行は、顧客を悪質な業者から守る取組を始めました。")]
    [InlineData("悪質な業者は、その場で契約を迫ります。")]
    [InlineData("警察官を名乗る男は詐欺です。")]
    public void Given_nobody_named_or_somebody_impersonated_When_checked_Then_fine(string text) => Assert.Empty(Ask("defamation", text));

    [Theory]
    [InlineData("犯人の男は黒い服です。", "犯人の男")]
    [InlineData("近所に住む男が犯人です。", "男が犯人です")]
    [InlineData("ひき逃げ犯の男を捜しています。", "ひき逃げ犯の男")]
    [InlineData("犯人は市内に住む会社員です。", "犯人は市内に住む会社員です")]
    [InlineData("山田容疑者が犯人に間違いありません。", "容疑者が犯人に間違いありません")]
    [InlineData("真犯人の女性が逃げています。", "真犯人の女性")]
    [InlineData("目撃された男を犯人と断定しました。", "犯人と断定しました")]
    [InlineData("この少年が犯人だと判明しました。", "少年が犯人だと判明しました")]
    [InlineData("犯人の高校生は自転車で逃げました。", "犯人の高校生")]
    [InlineData("放火魔の男がうろついています。", "放火魔の男")]
    public void Given_a_person_called_the_offender_When_checked_Then_found(string text, string words) =>
        Assert.Contains(words, Ask("presumption-of-innocence", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("渋川市内で強盗事件が発生し、犯人が逃走しています。")]
    [InlineData("犯人は徒歩で逃げています。")]
    [InlineData("犯人の逃走方向は不明です。")]
    [InlineData("被疑者の男を検挙しました。")]
    [InlineData("刃物を持った男が現金を奪って逃走しました。")]
    [InlineData("詐欺の犯人は言葉巧みに電話をかけてきます。")]
    [InlineData("犯人グループは受け子を募集しています。")]
    [InlineData("訓練では、犯人の男に扮した警察官が逃走しました。")]
    [InlineData("「犯人の男を捕まえた」という電話は詐欺です。")]
    [InlineData("犯人を見かけても近づかず、110番通報してください。")]
    public void Given_an_offender_who_is_nobody_yet_When_checked_Then_fine(string text) => Assert.Empty(Ask("presumption-of-innocence", text));

    [Theory]
    [InlineData("男が性器を露出し、自慰行為をしながら生徒に近づく事案が発生しました。", "性器を露出し、自慰行為をしながら")]
    [InlineData("男が陰部を見せる事案です。", "陰部を見せる")]
    [InlineData("男に胸を揉まれる事案です。", "胸を揉まれる")]
    [InlineData("全裸の男が走り去りました。", "全裸")]
    [InlineData("男が精液をかける事案です。", "精液をかける")]
    [InlineData("男に下着を脱がされました。", "下着を脱")]
    [InlineData("男に足を舐められました。", "足を舐め")]
    [InlineData("尻を触られる事案です。", "尻を触られる")]
    [InlineData("股間を押し付けられる事案です。", "股間を押し付けられる")]
    [InlineData("性行為を求める言葉をかけられました。", "性行為")]
    public void gm_5_5_2_Given_a_sexual_act_described_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("sexual-explicit", text), h => h.Words(text)!.StartsWith(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("公然わいせつ事案が発生しました。")]
    [InlineData("男に身体の一部を見せられる事案が発生しました。")]
    [InlineData("不同意性交等罪の法定刑が変わりました。")]
    [InlineData("男に体を触られる事案が発生しました。")]
    [InlineData("スカートの裾に注意してください。")]
    [InlineData("性犯罪被害相談電話（#8103）があります。")]
    [InlineData("性的な被害に遭った方は相談してください。")]
    [InlineData("胸ポケットの財布を盗まれました。")]
    [InlineData("下着の盗難が発生しています。")]
    [InlineData("腕をつかまれる事案が発生しました。")]
    public void gm_5_5_2_Given_the_standard_wording_When_checked_Then_fine(string text) => Assert.Empty(Ask("sexual-explicit", text));
}

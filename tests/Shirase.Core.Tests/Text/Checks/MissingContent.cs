using Shirase.Core.Regulations;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>What a message leaves out: what to do, what was done, where and when, the mark of a drill, what was wrong.</summary>
public sealed class MissingContent
{
    [Theory]
    [InlineData("前橋市内で、空き巣の被害が増えています。")]
    [InlineData("県内で詐欺の電話が多発しています。")]
    [InlineData("11月20日（金）、高崎市内で強盗事件が発生しました。")]
    [InlineData("東吾妻町内でクマが目撃されました。")]
    [InlineData("太田市内で不審な男が目撃されました。")]
    [InlineData("みなかみ町内の国道は、土砂崩れのため通行止めになっています。通行止めは発生から2日目です。")]
    [InlineData("偽メールが届いています。")]
    [InlineData("駅前で自転車の盗難が相次いでいます。")]
    [InlineData("市内で交通事故が発生しています。")]
    [InlineData("予兆電話が複数かかっています。")]
    public void gx_13_2_2_Given_danger_without_advice_When_checked_Then_found(string text) => Assert.Single(Ask("missing-action", text));

    [Theory]
    [InlineData("空き巣の被害が増えています。鍵をかけましょう。")]
    [InlineData("不審者が目撃されました。110番通報をお願いします。")]
    [InlineData("被疑者の男を検挙しました。ひったくり事件が発生していた地域です。")]
    [InlineData("行方不明の方は無事に発見されました。")]
    [InlineData("詐欺を防いだ方に感謝状を贈りました。")]
    [InlineData("路面が凍結しています。急ブレーキを避けてください。")]
    [InlineData("定期演奏会を開きます。")]
    [InlineData("詐欺の電話がかかっています。\n・その場で契約しない")]
    [InlineData("クマが出没しています。山菜採りの際は注意！")]
    [InlineData("規制は解除しました。事故は発生していません。")]
    public void gx_13_2_2_Given_advice_or_an_all_clear_When_checked_Then_fine(string text) => Assert.Empty(Ask("missing-action", text));

    [Theory]
    [InlineData("大泉町内で、外国人風の男がうろついているとの情報がありました。", "うろついている")]
    [InlineData("男が児童を見ていました。", "見ていました")]
    [InlineData("公園に男が座っていたとの通報がありました。", "座っていた")]
    [InlineData("男が児童に「さようなら」と声をかけました。", "「さようなら」と声をかけました")]
    [InlineData("男が生徒に「水筒、落としたよ」などと声をかけました。", "「水筒、落としたよ」などと声をかけました")]
    [InlineData("不審な男がいました。", "不審な男がいました")]
    [InlineData("車が路上に停まっていたとの情報です。", "停まっていた")]
    [InlineData("男が駅前でたたずんでいるとの通報がありました。", "たたずんでいる")]
    [InlineData("男が不審な動きをしていました。", "不審な動きをしていました")]
    [InlineData("男から「おはよう」と言われました。", "「おはよう」と言われました")]
    public void Given_conduct_that_is_none_When_checked_Then_found(string text, string words) =>
        Assert.Contains(words, Ask("missing-fact", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("男から「家はどこ」「一緒に遊ぼう」などと声をかけられました。")]
    [InlineData("男につきまとわれ、立っていたところを見られました。")]
    [InlineData("男が児童の腕をつかみました。")]
    [InlineData("不審な人物を見かけたときは、110番通報をお願いします。")]
    [InlineData("うろついている人を見かけたら通報してください。")]
    [InlineData("男がスマートフォンを向けていました。")]
    [InlineData("クマが畑を歩いていました。")]
    [InlineData("車で後ろから並走していました。")]
    [InlineData("歩行者が立っている横断歩道では止まりましょう。")]
    [InlineData("男が刃物を持って立っていました。")]
    public void Given_conduct_that_speaks_for_itself_When_checked_Then_fine(string text) => Assert.Empty(Ask("missing-fact", text));

    [Theory]
    [InlineData("児童が男に声をかけられる事案が発生しました。注意してください。", "いつ・どこで")]
    [InlineData("11月20日（金）、ひったくり事件が発生しました。", "どこで")]
    [InlineData("前橋市内で強盗事件が発生しました。", "いつ")]
    [InlineData("クマが目撃されました。", "いつ・どこで")]
    [InlineData("交通安全教室を開催します。ぜひ御参加ください。", "いつ・どこで")]
    [InlineData("12月6日（日）に防犯講座を開きます。", "どこで")]
    [InlineData("県民ホールで定期演奏会を開催します。", "いつ")]
    [InlineData("高崎市内で火災が発生しました。", "いつ")]
    [InlineData("現金が盗まれました。", "いつ・どこで")]
    [InlineData("女性がバッグを奪われました。", "いつ・どこで")]
    public void gx_13_2_2_Given_an_incident_without_place_or_time_When_checked_Then_told_what_is_missing(string text, string missing) =>
        Assert.StartsWith(missing + "が", Assert.Single(Ask("missing-place-time", text)).Message.Ja, StringComparison.Ordinal);

    [Theory]
    [InlineData("11月20日（金）午前6時30分頃、東吾妻町内でクマ1頭が目撃されました。")]
    [InlineData("12月6日（日）、渋川市内で交通安全教室を開きます。")]
    [InlineData("県内では11月に入り、事故が続いています。")]
    [InlineData("事件が発生したときは、110番通報をお願いします。")]
    [InlineData("本日、太田市内で事故が発生しました。")]
    [InlineData("10月下旬に太田市内で連続して発生した事件の被疑者を検挙しました。")]
    [InlineData("昨夜、前橋駅付近で火災が発生しました。")]
    [InlineData("短い時間でも鍵をかけましょう。")]
    [InlineData("オンラインで12月6日（日）に説明会を開催します。")]
    [InlineData("16時頃、国道で事故が発生しました。")]
    public void gx_13_2_2_Given_place_and_time_When_checked_Then_fine(string text) => Assert.Empty(Ask("missing-place-time", text));

    [Theory]
    [InlineData("渋川市内で強盗事件が発生しました。", "渋", "【訓練】渋")]
    [InlineData("\nこれは訓練です。", "こ", "【訓練】こ")]
    [InlineData("訓練です。", "訓", "【訓練】訓")]
    public void Given_a_drill_without_its_mark_When_checked_Then_one_click_puts_it_first(string text, string words, string mend)
    {
        var hit = Assert.Single(Ask("training-mark-missing", Drill(text)));

        Assert.Equal((words, mend), (hit.Words(text), hit.Mend));
    }

    [Theory]
    [InlineData("強盗事件", "強", "訓練　強")]
    [InlineData("𠮟責事案", "𠮟", "訓練　𠮟")]
    public void gx_15_2_2_Given_a_drill_under_a_heading_When_checked_Then_one_click_puts_the_mark_into_the_subject(string subject, string words, string mend)
    {
        var hit = Assert.Single(Ask("training-mark-missing", Drill($"【{subject}】\n渋川市内で発生しました。") with { Subject = subject }));

        Assert.Equal((words, mend), (hit.Words($"【{subject}】\n渋川市内で発生しました。"), hit.Mend));
        Assert.Empty(Ask("training-mark-missing", Drill("【訓練　強盗事件】\n発生しました。") with { Subject = "訓練　強盗事件" }));
    }

    [Fact]
    public void Given_a_drill_by_mail_When_checked_Then_subject_and_text_both_say_so()
    {
        Assert.Equal("subject", Assert.Single(Ask("training-mark-missing", Drill("【訓練】これは訓練です。") with { Channel = "mail", Subject = "強盗事件" })).Field);
        Assert.Empty(Ask("training-mark-missing", Drill("【訓練】これは訓練です。") with { Channel = "mail", Subject = "【訓練】強盗事件" }));
        Assert.Empty(Ask("training-mark-missing", Drill("【訓練：大雪】これは訓練です。")));
        Assert.Empty(Ask("training-mark-missing", "大雪に注意してください。"));
    }

    [Theory]
    [InlineData("【訂正】先ほどの投稿に誤りがありました。お詫びします。", "先ほどの投稿")]
    [InlineData("先日の投稿を訂正します。", "先日の投稿")]
    [InlineData("投稿内容に誤りがありました。お詫びして訂正します。", "投稿内容に誤りがありまし")]
    [InlineData("11月19日（木）の投稿を訂正します。", "訂正します")]
    [InlineData("前回のメールに誤りがございました。正しくは午後1時です。", "前回のメール")]
    [InlineData("【訂正とお詫び】\n日時は12月6日です。", "訂正とお詫び")]
    [InlineData("昨日の配信の時刻に誤りがありました。正しくは午前10時です。", "昨日の配信")]
    [InlineData("お詫びと訂正\n電話番号が違っていました。", "お詫びと訂正")]
    [InlineData("11月20日の投稿の一部に誤りがありました。", "投稿の一部に誤りがありまし")]
    [InlineData("開催日を訂正しました。", "訂正し")]
    public void Given_a_correction_that_leaves_something_out_When_checked_Then_found(string text, string words) =>
        Assert.Contains(Ask("correction-incomplete", text), h => h.Words(text)!.StartsWith(words[..^1], StringComparison.Ordinal));

    [Theory]
    [InlineData("11月20日（金）午前10時の投稿で終了時刻を「午後3時」とお知らせしましたが、正しくは「午後1時」です。お詫びして訂正します。")]
    [InlineData("11月19日（木）の投稿でお知らせした開始時刻に誤りがありました。正しくは午前10時です。お詫びし、訂正します。")]
    [InlineData("12月1日の配信の電話番号に誤りがありました。（誤）027-000-0111 （正）027-000-0110 訂正します。")]
    [InlineData("押し間違いに注意してください。")]
    [InlineData("記載内容に誤りがあるときは、訂正してください。")]
    [InlineData("間違い電話にお気を付けください。")]
    [InlineData("定期演奏会を開きます。")]
    [InlineData("12月3日にお知らせした会場は「県民ホール」ではなく「市民ホール」です。訂正します。")]
    [InlineData("不審者ではないことを確認しました。")]
    [InlineData("御迷惑をおかけして申し訳ありません。")]
    public void Given_a_whole_correction_or_none_When_checked_Then_fine(string text) => Assert.Empty(Ask("correction-incomplete", text));

    [Fact]
    public void Given_the_same_words_within_days_When_checked_Then_found()
    {
        const string Text = "【早めのライト点灯】\n午後4時を目安にライトをつけ、ハイビームを使いましょう。";
        var subject = Subject(Text) with { Previous = [new("【早めのライト点灯】\n午後４時を目安にライトをつけ、ハイビームを使いましょう！", Now.AddDays(-2))] };

        Assert.Contains("2日前", Assert.Single(Ask("duplicate-post", subject)).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("duplicate-post", subject, ("days", ["1"])));
        Assert.Empty(Ask("duplicate-post", subject with { Text = "【夏の交通安全】\n横断歩道では歩行者を優先しましょう。" }));
        Assert.Empty(Ask("duplicate-post", Text));
    }

    private static CheckSubject Drill(string text) => Subject(text) with { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["training"] = "true" } };
}

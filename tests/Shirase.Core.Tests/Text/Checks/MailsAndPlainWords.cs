using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Rules of mails to subscribers, and how plain the words are.</summary>
public sealed class MailsAndPlainWords
{
    [Theory]
    [InlineData("12月5日（土）午前10時から、警察官の採用説明会を開きます。")]
    [InlineData("警察官を募集しています。会計年度任用職員の募集です。")]
    [InlineData("交通安全教室を開催します。")]
    [InlineData("定期演奏会にぜひお越しください。")]
    [InlineData("相談窓口の御案内です。")]
    [InlineData("運転免許更新の窓口の受付時間を変更します。")]
    [InlineData("護身術講習会の参加者を募集します。")]
    [InlineData("防犯ポスターを募集しています。")]
    [InlineData("インターンシップの参加をお待ちしています。")]
    [InlineData("春のふれあいフェスタを開催します。")]
    public void gm_4_4_a_1_Given_recruitment_an_event_or_a_desk_When_mailed_Then_found(string text)
    {
        Assert.Single(Ask("mail-category-scope", InMail(text)));
        Assert.Empty(Ask("mail-category-scope", text));
    }

    [Theory]
    [InlineData("12月1日（火）から年末特別警戒を実施し、パトロールを強化します。")]
    [InlineData("花火大会の開催に伴い、国道を通行止めにします。")]
    [InlineData("投資セミナーへの参加を勧める詐欺が増えています。")]
    [InlineData("困ったときは、最寄りの警察署の窓口に相談してください。")]
    [InlineData("情報の提供をお願いします。")]
    [InlineData("闇バイトを募集する投稿は不審です。")]
    [InlineData("クマが目撃されました。外出を控えてください。")]
    [InlineData("まつり会場付近で、児童が声をかけられる事案が発生しました。")]
    [InlineData("消費者ホットライン（188）に相談してください。")]
    [InlineData("大会は中止になりました。交通規制は行いません。")]
    public void gm_4_4_a_1_Given_what_mails_are_for_When_mailed_Then_fine(string text) => Assert.Empty(Ask("mail-category-scope", InMail(text)));

    [Theory]
    [InlineData("2026-06-10T06:59:00+09:00", 1)]
    [InlineData("2026-06-10T07:00:00+09:00", 0)]
    [InlineData("2026-06-10T20:00:00+09:00", 0)]
    [InlineData("2026-06-10T20:01:00+09:00", 1)]
    [InlineData("2026-06-09T22:30:00+00:00", 0)]
    [InlineData("2026-06-10T21:30:00+09:00", 1)]
    public void gm_4_2_Given_an_hour_When_mailed_Then_only_those_by_day_are_fine(string at, int hits)
    {
        var subject = InMail("本文") with { SendAt = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(hits, Ask("mail-hours", subject).Count);
        Assert.Empty(Ask("mail-hours", subject with { Channel = "x" }));
        Assert.Empty(Ask("mail-hours", subject with { Content = new PostContent { Ground = "cannot-wait" } }));
    }

    [Fact]
    public void gm_4_2_Given_hours_of_its_own_When_mailed_Then_they_hold() =>
        Assert.Contains("午前9時から午後5時30分", Assert.Single(Ask("mail-hours", InMail("本文") with { SendAt = Now.AddHours(10) }, ("from", ["09:00"]), ("to", ["17:30"]))).Message.Ja, StringComparison.Ordinal);

    [Theory]
    [InlineData("館林警察署", "全県", "板倉町内で、児童が声をかけられました。", "全県 板倉町")]
    [InlineData("太田警察署", "前橋市", "太田市内で、車が盗まれました。", "太田市")]
    [InlineData("渋川警察署", "渋川市", "吾妻郡東吾妻町内でクマが目撃されました。", "東吾妻町")]
    [InlineData("高崎警察署", "高崎市", "群馬県前橋市の商業施設です。", "前橋市")]
    [InlineData("沼田警察署", "沼田市 全県", "沼田市内の果樹園です。", "全県")]
    [InlineData("前橋警察署", "前橋市", "前橋市仮宮町地内の路上で発生しました。", "")]
    [InlineData("警察本部 刑事部捜査第一課", "全県", "渋川市内で強盗事件が発生しました。", "")]
    [InlineData("沼田警察署", "沼田市 昭和村 川場村", "沼田市内の果樹園です。", "")]
    [InlineData("渋川警察署", "渋川市", "市内の農村部や港町のような町並みです。都市部と同市内も同じです。", "")]
    [InlineData("藤岡警察署", "藤岡市 富岡市", "藤岡市、富岡市の住宅に電話がありました。", "")]
    [InlineData("長野原警察署", "嬬恋村 長野原町", "嬬恋村内で、村役場に連絡してください。", "")]
    public void gm_4_4_b_1_Given_areas_When_mailed_Then_unit_and_text_fit(string office, string areas, string text, string found) =>
        Assert.Equal(
            found,
            string.Join(' ', Ask("mail-area-mismatch", InMail(text) with { Office = office, Areas = areas.Split(' ') }).Select(h => h.Words(text) ?? h.FieldWords)));

    [Fact]
    public void gm_4_4_c_2_Given_a_district_When_mailed_beyond_it_Then_found() =>
        Assert.Equal("前橋市", Assert.Single(Ask("mail-area-mismatch", InMail("本文") with { Office = "館林警察署", Areas = ["館林市", "前橋市"] }, ("districts", ["館林警察署=館林市、板倉町"]))).FieldWords);

    [Theory]
    [InlineData("easy-japanese", "速やかに避難してください。", "速やかに", "すぐに")]
    [InlineData("easy-japanese", "交通ルールを遵守し、", "遵守し", "守り")]
    [InlineData("double-negative", "事故が起きないとは限りません。", "ないとは限りません", null)]
    [InlineData("double-negative", "通行できないわけではありません。", "ないわけではありません", null)]
    [InlineData("double-negative", "中止せざるを得ません。", "ざるを得ません", null)]
    [InlineData("difficult-kanji", "隣家の蔓が伸びています。", "蔓", null)]
    [InlineData("abbreviation-undefined", "DVの相談は警察へ", "DV", null)]
    [InlineData("era-mixed", "令和8年4月から2027年3月まで", "2027年", null)]
    [InlineData("typing-errors", "鍵をを掛けましょう。", "をを", "を")]
    [InlineData("typing-errors", "お願いします。。", "。。", "。")]
    [InlineData("typing-errors", "御連絡くだいさ。", "くだいさ", "ください")]
    [InlineData("typing-errors", "「鍵かけをしましょう。", "「", null)]
    [InlineData("phone-format", "電話 027-00-0110", "027-00-0110", null)]
    [InlineData("phone-format", "電話 0270-000-01100", "0270-000-01100", null)]
    [InlineData("phone-format", "携帯 090-000-0000", "090-000-0000", null)]
    public void gx_13_2_2_Given_words_that_are_not_plain_When_checked_Then_found(string check, string text, string words, string? mend)
    {
        var hit = Assert.Single(Ask(check, text));

        Assert.EndsWith(words, hit.Words(text), StringComparison.Ordinal);
        Assert.Equal(mend, hit.Mend);
    }

    [Theory]
    [InlineData("easy-japanese", "すぐに避難してください。")]
    [InlineData("double-negative", "通行できません。")]
    [InlineData("double-negative", "「だまされないとは限らない」と考えましょう。")]
    [InlineData("double-negative", "外国人の犯罪ではありません。無理はしないでください。")]
    [InlineData("difficult-kanji", "嬬恋村内と桐生警察署管内です。頃合いを見てください。")]
    [InlineData("difficult-kanji", "蔓（つる）が伸びています。")]
    [InlineData("abbreviation-undefined", "SNSやATMに注意。DV（配偶者などからの暴力）の相談。")]
    [InlineData("abbreviation-undefined", "https://example.jp/ABC #DVABC")]
    [InlineData("era-mixed", "令和8年（2026年）11月と令和9年")]
    [InlineData("era-mixed", "2026年12月から2027年1月")]
    [InlineData("typing-errors", "ますます増えています。国に届けました。")]
    [InlineData("typing-errors", "ごみは、はっきり分けます。")]
    [InlineData("phone-format", "電話 027-000-0110、0120-000-000、090-0000-0000、03-0000-0000")]
    [InlineData("phone-format", "令和8年06-12、2026-06-12、（#9110）")]
    [InlineData("long-sentence", "戸締まりをしましょう。")]
    public void gx_13_2_2_Given_plain_words_When_checked_Then_fine(string check, string text) => Assert.Empty(Ask(check, text));

    [Fact]
    public void Given_a_sentence_of_more_than_eighty_characters_When_checked_Then_found()
    {
        var text = string.Concat(Enumerable.Repeat("自転車に乗るときは、", 8)) + "止まりましょう。短い文です。";

        Assert.Equal(text[..^6], Assert.Single(Ask("long-sentence", text)).Words(text) + "。");
        Assert.Empty(Ask("long-sentence", text, ("max", ["90"])));
    }

    private static CheckSubject InMail(string text) => Subject(text) with { Channel = "mail", Subject = "件名" };
}

using Shirase.Core.Posts;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class HeadingAndLength
{
    private const string Heading = "【特殊詐欺に注意】\n";

    [Fact]
    public void gx_13_2_1_Given_130_full_width_characters_When_checked_Then_accepted()
    {
        var text = Heading + new string('あ', 130);

        Assert.Empty(Ask("x-length", text));
        Assert.Empty(Ask("x-length-policy", text));
    }

    [Fact]
    public void gx_13_2_1_Given_131_full_width_characters_When_checked_Then_both_counts_refuse_and_mark_the_surplus()
    {
        var text = Heading + new string('あ', 131);

        var platform = Assert.Single(Ask("x-length", text));
        var document = Assert.Single(Ask("x-length-policy", text));

        Assert.Contains("X換算281／280", platform.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("281 of 280", platform.Message.En, StringComparison.Ordinal);
        Assert.Contains("141文字、1文字超過", document.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("141, 1 too many", document.Message.En, StringComparison.Ordinal);
        Assert.Equal("あ", platform.Words(text));
        Assert.Equal("あ", document.Words(text));
    }

    [Fact]
    public void gx_13_2_1_Given_variant_kanji_When_checked_Then_the_platform_count_alone_refuses()
    {
        var text = Heading + new string('あ', 120) + string.Concat(Enumerable.Repeat("葛\U000E0100", 10));

        Assert.Contains("X換算299", Assert.Single(Ask("x-length", text)).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("x-length-policy", text));
    }

    [Fact]
    public void gx_13_2_3_Given_a_long_address_When_checked_Then_the_document_count_alone_refuses()
    {
        var text = Heading + new string('あ', 97) + "\nhttps://www.police.pref.gunma.jp/";

        Assert.Empty(Ask("x-length", text));
        Assert.Contains("141文字", Assert.Single(Ask("x-length-policy", text)).Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_13_2_1_Given_platform_only_When_checked_Then_the_document_count_is_not_asked()
    {
        var text = Heading + new string('a', 131);

        Assert.Single(Ask("x-length-policy", text, ("mode", ["strict"])));
        Assert.Empty(Ask("x-length-policy", text, ("mode", ["platform_only"])));
        Assert.Empty(Ask("x-length-policy", text, ("max", ["200"])));
    }

    [Fact]
    public void Given_a_mail_When_checked_Then_limits_and_heading_of_posts_are_not_asked()
    {
        var mail = Subject(new string('あ', 500)) with { Channel = "mail", Subject = "【続報】" };

        Assert.All(["x-length", "x-length-policy", "heading-missing", "heading-mismatch", "subject-line"], c => Assert.Empty(Ask(c, mail)));
    }

    [Theory]
    [InlineData("見出しのない本文")]
    [InlineData("【】\n本文")]
    [InlineData("【閉じない\n見出し】")]
    [InlineData("")]
    public void gx_13_1_2_Given_no_heading_When_checked_Then_it_is_missed(string text) => Assert.Single(Ask("heading-missing", text));

    [Fact]
    public void gx_13_1_2_Given_a_heading_When_checked_Then_fine() => Assert.Empty(Ask("heading-missing", "【件名】\n本文"));

    [Fact]
    public void gx_13_1_1_Given_a_heading_that_is_not_the_subject_When_checked_Then_the_subject_mends_it()
    {
        var subject = Subject("【車上ねらいに注意】\n本文") with { Subject = "自転車盗に注意" };

        var hit = Assert.Single(Ask("heading-mismatch", subject));

        Assert.Equal("【車上ねらいに注意】", hit.Words(subject.Text));
        Assert.Equal("【自転車盗に注意】", hit.Mend);
        Assert.Empty(Ask("heading-mismatch", subject with { Text = "【自転車盗に注意】\n本文" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("一行\n二行")]
    [InlineData("【件名】")]
    [InlineData("件名】")]
    public void gx_13_1_1_Given_a_subject_that_cannot_be_a_heading_When_checked_Then_refused(string subject) =>
        Assert.Equal("subject", Assert.Single(Ask("subject-line", Subject(new PostContent { Subject = subject }))).Field);

    [Fact]
    public void gx_13_1_1_Given_a_subject_with_a_bracket_When_checked_Then_the_sentence_says_so() =>
        Assert.Equal("件名に改行・【】は使えません。", Ask("subject-line", Subject(new PostContent { Subject = "【件名" }))[0].Message.Ja);

    [Fact]
    public void gx_13_1_1_Given_a_plain_subject_When_checked_Then_fine() =>
        Assert.Empty(Ask("subject-line", Subject(new PostContent { Subject = "特殊詐欺に注意" })));

    [Theory]
    [InlineData("@someone こんにちは")]
    [InlineData("【件名】\n@someone こんにちは")]
    [InlineData("【件名】\n ＠ｓｏｍｅｏｎｅ こんにちは")]
    public void gx_8_1_1_Given_a_body_that_starts_with_a_name_When_checked_Then_it_is_a_reply(string text) =>
        Assert.Equal("リプライは行わない運用です。", Assert.Single(Ask("reply-prohibited", text)).Message.Ja);

    [Theory]
    [InlineData("【件名】\n本文で @someone に触れる")]
    [InlineData("【件名】\n@ の後に何もない")]
    public void gx_8_1_1_Given_a_name_in_the_middle_When_checked_Then_it_is_no_reply(string text) => Assert.Empty(Ask("reply-prohibited", text));
}

using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class ImagesAndReposts
{
    private static readonly MediaItem Photo =
        new(Guid.NewGuid(), "00", "image/png", "署の外観", "広報係が撮影", "群馬県警察", "own-work");

    private static readonly PostContent Repost = new() { Kind = PostKind.Repost };

    [Fact]
    public void gx_f_2_Given_an_image_without_words_When_checked_Then_it_is_named()
    {
        var subject = Subject("本文") with { Media = [Photo, Photo with { Alt = "　" }] };

        Assert.Equal("画像2の代替テキストがありません。", Assert.Single(Ask("image-alt-missing", subject)).Message.Ja);
        Assert.Empty(Ask("image-alt-missing", subject with { Media = [Photo] }));
    }

    [Fact]
    public void gx_15_3_Given_an_image_without_origin_holder_and_basis_When_checked_Then_each_is_missed()
    {
        Assert.Equal(3, Ask("media-rights", With(Photo with { Origin = "", RightHolder = "", Basis = "" })).Count);
        Assert.Empty(Ask("media-rights", With(Photo)));
    }

    [Fact]
    public void gx_15_3_Given_a_licence_When_it_has_no_proof_or_is_past_its_end_Then_refused_with_the_date()
    {
        var licensed = Photo with { Basis = "licence", Proof = "許諾書", RightsUntil = new DateOnly(2026, 6, 10) };

        Assert.Contains("許諾の証拠", Assert.Single(Ask("media-rights", With(licensed with { Proof = "" }))).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("media-rights", With(licensed)));
        var ended = Assert.Single(Ask("media-rights", With(licensed with { RightsUntil = new DateOnly(2026, 6, 9) })));
        Assert.Contains("2026年6月9日", ended.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("2026-06-09", ended.Message.En, StringComparison.Ordinal);
        Assert.Single(Ask("media-rights", With(licensed) with { SendAt = Now.AddDays(1) }));
    }

    [Theory]
    [InlineData("桃を収穫する小学生", "", true)]
    [InlineData("桃を収穫する小学生", "保護者の同意書（5月13日）", false)]
    [InlineData("桃を収穫する小学生", "顔をぼかした", false)]
    [InlineData("収穫した桃", "", false)]
    public void ok_5_2_u_2_Given_pupils_in_an_image_When_no_word_on_consent_Then_it_is_missed(string alt, string consent, bool isMissed)
    {
        var hits = Ask("persons-consent-missing", With(Photo with { Alt = alt, PersonsConsent = consent }), ("words", ["児童", "小学生"]));

        Assert.Equal(isMissed ? ["画像1に小学生が写っています。同意の記録がありません。"] : [], hits.Select(h => h.Message.Ja));
    }

    [Theory]
    [InlineData("https://x.com/maebashi_city")]
    [InlineData("https://x.com/")]
    [InlineData("https://x.com/maebashi_city/status/abc")]
    [InlineData("https://example.com/maebashi_city/status/1")]
    [InlineData("https://x.com@example.com/a/status/1")]
    [InlineData("前橋市の昨日のポスト")]
    public void gx_12_5_1_Given_an_address_of_no_single_post_When_checked_Then_refused(string address)
    {
        var content = Repost with { Repost = new RepostTarget(address, "", null, null, "", false) };

        Assert.Equal("ポストを特定できるURLを入力してください。", Assert.Single(Ask("repost-target", Subject(content, ""))).Message.Ja);
    }

    [Theory]
    [InlineData("https://x.com/maebashi_city/status/1234567890")]
    [InlineData("https://twitter.com/maebashi_city/status/1234567890?s=20")]
    [InlineData("https://mobile.x.com/maebashi_city/status/1234567890/photo/1")]
    public void gx_12_5_1_Given_the_address_of_a_post_When_checked_Then_fine(string address) =>
        Assert.Empty(Ask("repost-target", Subject(Repost with { Repost = new RepostTarget(address, "", null, null, "", false) }, "")));

    [Fact]
    public void gx_12_5_1_Given_no_address_When_checked_Then_author_time_and_opening_words_are_all_needed()
    {
        var target = new RepostTarget("", "maebashi_city", null, Now, "大雪に関する", false);

        Assert.Empty(Ask("repost-target", Subject(Repost with { Repost = target }, "")));
        Assert.Single(Ask("repost-target", Subject(Repost with { Repost = target with { PostedAt = null } }, "")));
        Assert.Single(Ask("repost-target", Subject(Repost with { Repost = target with { Text = "" } }, "")));
        Assert.Single(Ask("repost-target", Subject(Repost, "")));
    }

    [Fact]
    public void gx_8_2_2_Given_an_author_who_is_not_registered_When_checked_Then_refused()
    {
        var subject = Subject(Repost, "") with { Repost = new RepostFacts("shop", null, null, true, true) };

        var hit = Assert.Single(Ask("repost-public-body", subject));

        Assert.Contains("国・地方公共団体・公共性の高い機関として登録されていません", hit.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("@shop", hit.Message.En, StringComparison.Ordinal);
        Assert.Single(Ask("repost-public-body", subject with { Repost = null }));
        Assert.Empty(Ask("repost-public-body", subject with { Repost = new RepostFacts("maebashi_city", "local-authority", "前橋市", true, true) }));
        Assert.Empty(Ask("repost-public-body", Subject("本文")));
    }

    [Fact]
    public void gx_8_2_3_Given_no_or_little_necessity_When_checked_Then_refused()
    {
        Assert.Equal("necessity", Assert.Single(Ask("repost-necessity", Subject(Repost, ""))).Field);
        Assert.Contains("2文字", Assert.Single(Ask("repost-necessity", Subject(Repost with { Necessity = "必要" }, ""))).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("repost-necessity", Subject(Repost with { Necessity = "大雪の予報を県民に早く知らせるため" }, "")));
    }

    private static CheckSubject With(MediaItem media) => Subject(new PostContent { Media = [media] });
}

using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Core.Text.Links;
using Xunit;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Links that were followed, and links in QR codes (is-3-7, gx-13-4-3).</summary>
public sealed class FollowedLinks
{
    private const string Campaign = "https://go.example.com/a";
    private const string Final = "https://www.pref.gunma.jp/page/1.html";

    [Fact]
    public void Given_a_link_in_an_image_When_mended_Then_nothing_is_because_nobody_types_into_an_image()
    {
        Assert.Null(new MentionedLink("https://example.jp/", "example.jp", null, 1).Mend("https://example.jp/b"));
        Assert.Equal("https://example.jp/b", new MentionedLink("https://example.jp/", "example.jp", new TextSpan(0, 19), null).Mend("https://example.jp/b"));
    }

    [Fact]
    public void is_3_7_Given_a_link_that_ends_on_another_site_When_checked_Then_it_is_found_with_the_final_address_as_mend()
    {
        var hit = Assert.Single(Find("url-redirect", $"詳しくは {Campaign} へ。", new LinkTrail(Campaign, Final, LinkState.Answers, 200)));

        Assert.Equal((Final, new TextSpan(5, Campaign.Length)), (hit.Mend, hit.Span));
        Assert.Contains(Final, hit.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_3_7_Given_a_link_that_stays_with_its_owner_When_checked_Then_nothing_is_found() =>
        Assert.Empty(Find("url-redirect", "http://pref.gunma.jp/page/1.html", new LinkTrail("http://pref.gunma.jp/page/1.html", Final, LinkState.Answers, 200)));

    [Fact]
    public void is_3_7_Given_a_link_that_is_passed_on_without_end_When_checked_Then_it_is_found() =>
        Assert.Single(Find("url-redirect", Campaign, new LinkTrail(Campaign, Campaign, LinkState.Circles)));

    [Fact]
    public void is_3_7_Given_a_known_shortener_When_its_end_is_known_Then_the_refusal_shows_it_and_offers_it()
    {
        var hit = Assert.Single(Find("url-shortener", "https://x.gd/abc", new LinkTrail("https://x.gd/abc", Final, LinkState.Answers, 200)));

        Assert.Equal(Final, hit.Mend);
        Assert.Contains(Final, hit.Remedy!.Ja, StringComparison.Ordinal);
        Assert.Empty(Find("url-redirect", "https://x.gd/abc", new LinkTrail("https://x.gd/abc", Final, LinkState.Answers, 200)));
    }

    [Theory]
    [InlineData("url-shortener", "https://x.gd/abc")]
    [InlineData("url-redirect", Campaign)]
    public void is_3_7_Given_such_a_link_in_a_QR_code_When_checked_Then_the_image_is_named_and_nothing_in_the_text(string check, string link)
    {
        var hit = Assert.Single(FindIn(check, "写真を御覧ください。", [[], [link]], new LinkTrail(link, Final, LinkState.Answers, 200)));

        Assert.Equal(("media", (TextSpan?)null, (string?)null), (hit.Field, hit.Span, hit.Mend));
        Assert.Contains("画像2枚目のQRコード", hit.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("image 2", hit.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkState.Gone, 404, "ページがありません（404）")]
    [InlineData(LinkState.Gone, null, "見つかりません")]
    [InlineData(LinkState.Silent, 503, "応答がありません")]
    [InlineData(LinkState.Inside, null, "住民から開けない")]
    public void gx_13_4_3_Given_a_link_behind_which_nothing_is_found_When_checked_Then_it_is_told_why(LinkState state, int? status, string says) =>
        Assert.Contains(says, Assert.Single(Find("url-dead", Final, new LinkTrail(Final, Final, state, status))).Message.Ja, StringComparison.Ordinal);

    [Fact]
    public void gx_13_4_3_Given_a_page_that_answers_or_a_link_that_was_not_followed_When_checked_Then_nothing_is_found()
    {
        Assert.Empty(Find("url-dead", Final, new LinkTrail(Final, Final, LinkState.Answers, 200)));
        Assert.Empty(Find("url-dead", Final));
        Assert.Empty(Find("url-redirect", Campaign));
    }

    [Fact]
    public void Given_an_address_without_a_scheme_When_it_was_followed_Then_it_is_recognised() =>
        Assert.Single(Find("url-dead", "詳しくは npa.go.jp へ", new LinkTrail("https://npa.go.jp", "https://npa.go.jp", LinkState.Gone, 404)));

    private static List<Hit> Find(string check, string text, params LinkTrail[] trails) => FindIn(check, text, [], trails);

    private static List<Hit> FindIn(string check, string text, IReadOnlyList<IReadOnlyList<string>> codes, params LinkTrail[] trails) =>
    [
        .. TextChecks.All.Single(c => c.Name == check).Find(
            new CheckSubject
            {
                Stage = Stage.Submit,
                Text = text,
                Now = new DateTimeOffset(2026, 6, 11, 10, 0, 0, TimeSpan.FromHours(9)),
                ImageCodes = codes,
                LinkTrails = trails.ToDictionary(t => t.Address, StringComparer.Ordinal),
            },
            Parameters.None),
    ];
}

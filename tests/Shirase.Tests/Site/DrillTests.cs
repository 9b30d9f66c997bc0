using System.Net;
using AngleSharp.Dom;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>訓練: an exercise must never be taken for news.</summary>
public sealed class DrillTests(RealSite real, SampleSite sample) : IClassFixture<RealSite>, IClassFixture<SampleSite>
{
    private const string Words = "訓練のため、前橋市内で大きな地震が発生したとします。落ち着いて行動してください。";

    [Fact]
    public async Task Given_a_real_installation_When_a_drill_was_published_Then_the_public_finds_neither_it_nor_its_account_nor_its_image()
    {
        var drill = await real.PublishAsync(Words, "drill", SiteApp.Picture(), "防災訓練");
        var image = await real.ImageOfAsync(drill);

        var everything = await real.EverythingAsync();

        Assert.DoesNotContain("大きな地震", everything, StringComparison.Ordinal);
        Assert.DoesNotContain($"{drill.Id}", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("訓練用", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("@gunma_police ", everything.Replace("<", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("gunma_police_site", everything, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await real.AnswerAsync($"/site/gunma-police/posts/{drill.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await real.AnswerAsync($"/site/gunma-police/media/{image}")).StatusCode);
        Assert.Contains("0件", await real.GetAsync("/site/gunma-police/posts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_account_that_was_connected_to_a_platform_since_When_its_old_drills_are_looked_for_Then_they_are_drills_still()
    {
        const string words = "訓練のため、高崎市内で不審者が目撃されたとします。登下校の見守りをお願いします。";
        var drill = await real.PublishAsync(words, "drill", subject: "見守り訓練");
        await real.AlterAsync($"UPDATE accounts SET channel = 'bluesky', service = 'https://bsky.social/' WHERE handle = 'gunma_police'");
        try
        {
            Assert.DoesNotContain("高崎市内", await real.EverythingAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await real.AnswerAsync($"/site/gunma-police/posts/{drill.Id}")).StatusCode);
            Assert.Equal("訓練の投稿です", Title(await real.AskAsync(drill.OutgoingText)));
            Assert.Contains("https://bsky.app/profile/gunma_police", await real.GetAsync("/site/gunma-police/accounts"), StringComparison.Ordinal);
        }
        finally
        {
            await real.AlterAsync($"UPDATE accounts SET channel = 'drill', service = NULL WHERE handle = 'gunma_police'");
        }
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "【訓練】")]
    [InlineData(false, "")]
    [InlineData(false, "【訓練】")]
    public async Task Given_a_drill_When_its_words_or_address_are_pasted_Then_it_is_called_a_practice_post_and_never_genuine(bool isSample, string mark)
    {
        SiteApp app = isSample ? sample : real;
        var drill = await app.PublishAsync($"訓練のため、渋川市内で火災が発生したとします（{isSample}{mark}）。煙に近づかないでください。", "drill", subject: "火災訓練");

        foreach (var pasted in new[] { mark + drill.OutgoingText, drill.Address })
        {
            var answer = await app.AskAsync(pasted);
            Assert.Equal("訓練の投稿です", Title(answer));
            Assert.DoesNotContain("本物", CaseApp.Words(answer.QuerySelector("#answer")), StringComparison.Ordinal);
        }

        Assert.Equal("It is a practice post", Title(await app.AskAsync(mark + drill.OutgoingText, "en")));
    }

    [Fact]
    public async Task Given_some_words_of_a_drill_When_pasted_in_a_real_installation_Then_nothing_is_given_away()
    {
        await real.PublishAsync("訓練のため、沼田市内で橋が落ちたとします。県道を通らないでください。訓練です。", "drill", subject: "道路訓練");

        Assert.Equal("公式の発信には見つかりません", Title(await real.AskAsync("沼田市内で橋が落ちたとします。")));
    }

    [Fact]
    public async Task Given_the_sample_installation_When_a_drill_was_published_Then_it_is_shown_and_marked_everywhere()
    {
        var drill = await sample.PublishAsync(Words, "drill", subject: "防災訓練");

        Assert.Equal("訓練", (await sample.PageAsync($"/site/gunma-police/posts/{drill.Id}")).QuerySelector("h1 .chip")!.TextContent.Trim());
        Assert.Contains("【訓練】防災訓練", await sample.GetAsync("/site/gunma-police/feed.atom"), StringComparison.Ordinal);
        Assert.Contains("\"drill\":true", await sample.GetAsync("/site/gunma-police/accounts.json"), StringComparison.Ordinal);
        Assert.Equal("訓練用のアカウントです", Title(await sample.AskAsync("@gunma_police")));
    }

    private static string Title(IDocument page) => CaseApp.Words(page.QuerySelector("#answer .banner__title"));
}

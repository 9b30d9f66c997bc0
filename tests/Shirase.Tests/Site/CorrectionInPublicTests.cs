using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>What residents read of an error: why a post is gone, and what is right.</summary>
public sealed class CorrectionInPublicTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Home = "/site/gunma-police";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => site.Office;

    [Fact]
    public async Task gx_13_4_5_Given_a_removed_post_and_its_notice_When_residents_look_Then_archive_notice_and_feed_point_at_each_other_and_say_why()
    {
        var post = await site.PublishAsync("交通規制は午後3時に終わります。御協力をお願いします。", subject: "交通規制");
        await site.RemoveAsync(post);
        Office.Fine(await Office.WriteCorrectionAsync(post.Application, wrong: "午後3時", right: "午後1時"));
        Assert.DoesNotContain("午後1時", await site.EverythingAsync(), StringComparison.Ordinal);
        Office.Fine(await Office.AnnounceAsync(post.Application));
        var notice = $"{Home}/notices/{await NoticeIdAsync(post)}";

        var archived = await site.PageAsync($"{Home}/posts/{post.Id}");
        Assert.Contains("内容に誤りがあったため、この投稿は削除しました。", CaseApp.Words(archived.QuerySelector("article")), StringComparison.Ordinal);
        Assert.NotNull(archived.QuerySelector($"a[href='{notice}']"));
        var told = await site.PageAsync(notice);
        Assert.Contains("（誤）午後3時 （正）午後1時", CaseApp.Words(told.QuerySelector("article")), StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector($"a[href='{Home}/posts/{post.Id}']"));
        Assert.DoesNotContain("訓練", CaseApp.Words(told.QuerySelector("article")), StringComparison.Ordinal);

        var entry = XDocument.Parse(await site.GetAsync($"{Home}/feed.atom")).Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value == $"urn:uuid:{post.Id}");
        Assert.Equal(["removed-error", "corrected"], entry.Elements(Atom + "category").Select(c => c.Attribute("term")!.Value));
        Assert.Contains(entry.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "related" && l.Attribute("href")!.Value.EndsWith(notice, StringComparison.Ordinal));
        Assert.Contains("訂正のお知らせ：", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_3_1_Given_words_that_must_not_be_read_When_they_are_corrected_Then_neither_notice_nor_application_says_them_again()
    {
        var post = await site.PublishAsync("届出は白い屋根の家の御家族まで。詳しくは警察署へ。", subject: "落とし物");
        Office.Fine(await Office.AskAsync<Removing, Core.Refusal?>("mori", (r, w) => r.OrderAsync(post.Application, w, null, Ct, RemovalKind.Unsuitable)));
        await Office.RunJobsAsync();
        Office.Fine(await Office.WriteCorrectionAsync(post.Application, wrong: "白い屋根の家の御家族", right: "前橋警察署"));
        var draft = (await Office.CorrectAsync(post.Application)).Value;
        Office.Fine(await Office.AnnounceAsync(post.Application));

        Assert.DoesNotContain("白い屋根", (await Office.ReadAsync(draft)).Current.Content.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("白い屋根", await site.EverythingAsync(), StringComparison.Ordinal);
        Assert.Contains("掲載が適当でない情報", await site.EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_correction_of_an_exercise_When_residents_look_Then_its_notice_is_not_there()
    {
        var post = await site.PublishAsync("訓練で使う文面です。不審な電話は110番へ。", channel: "drill", subject: "訓練用");
        await site.RemoveAsync(post);
        Office.Fine(await Office.WriteCorrectionAsync(post.Application, wrong: "くり返しの誤り", right: "くり返しの正しい内容"));
        Office.Fine(await Office.AnnounceAsync(post.Application));

        Assert.Equal(HttpStatusCode.NotFound, (await site.AnswerAsync($"{Home}/notices/{await NoticeIdAsync(post)}")).StatusCode);
        Assert.DoesNotContain("くり返し", await site.EverythingAsync(), StringComparison.Ordinal);
    }

    private Task<string> NoticeIdAsync(PostDelivery post) =>
        Office.Store.DbAsync(db => db.Corrections.Where(c => c.Target == post.Application).Select(c => c.NoticeId).SingleAsync(Ct), Office.Body);
}

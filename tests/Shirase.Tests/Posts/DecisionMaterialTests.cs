using AngleSharp.Dom;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>判断の材料: what those who decide read beside the text.</summary>
public sealed class DecisionMaterialTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_9_2_Given_a_foreign_link_kept_with_a_reason_When_the_reviewer_opens_it_Then_he_sees_both()
    {
        var id = await KeptAsync(await Office.ContentAsync() with { Url = "https://www.example.com/a" }, "主催者の案内であるため");

        Assert.All(await MaterialAsync(id), m =>
        {
            Assert.Contains("www.example.com", m, StringComparison.Ordinal);
            Assert.Contains("主催者の案内であるため", m, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task gx_13_3_1_Given_a_mobile_number_kept_with_a_reason_When_head_and_supervisor_open_it_Then_both_see_the_reason()
    {
        var id = await KeptAsync(await Office.ContentAsync("訓練の申込みは090-1234-5678へ。"), "公用の携帯電話であるため");

        Assert.All(await MaterialAsync(id), m =>
        {
            Assert.Contains("090-1234-5678", m, StringComparison.Ordinal);
            Assert.Contains("公用の携帯電話であるため", m, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task gx_13_2_2_Given_jargon_that_the_author_dismissed_When_the_reviewer_opens_it_Then_word_plain_word_and_dismissal_stand_there()
    {
        var id = await KeptAsync(await Office.ContentAsync("マル被を名のる電話に注意してください。"), "報道で使われた表現のため");

        Assert.All(await MaterialAsync(id), m =>
        {
            Assert.Contains("マル被", m, StringComparison.Ordinal);
            Assert.Contains("被疑者", m, StringComparison.Ordinal);
            Assert.Contains("報道で使われた表現のため", m, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task gx_13_4_2_Given_a_difference_kept_with_a_reason_When_the_reviewer_opens_it_Then_he_sees_both()
    {
        var content = await Office.ContentAsync("６月26日（金）に前橋警察署で防犯教室を開催します。");
        var id = await KeptAsync(
            content with
            {
                NoRelatedDocuments = false,
                RelatedDocuments = [new("press-release", "広報第12号", "６月25日（木）に前橋警察署で防犯教室を開催します。")],
            },
            "広報文の後に日程が変わったため");

        Assert.All(await MaterialAsync(id), m => Assert.Contains("広報文の後に日程が変わったため", m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_12_3_3_Given_an_attached_press_release_When_the_supervisor_reviews_Then_both_texts_stand_side_by_side_and_consistent_must_be_answered()
    {
        const string Release = "市役所の職員をかたる不審な電話が市内で続いています。";
        var id = await Office.ToExaminationAsync(await Office.ContentAsync() with
        {
            NoRelatedDocuments = false,
            RelatedDocuments = [new("press-release", "広報第12号", Release)],
        });

        var page = await OpenAsync(id, "kobayashi");

        var beside = page.QuerySelectorAll("section[aria-labelledby=related] .as-sent").Select(p => p.TextContent).ToList();
        Assert.Equal(2, beside.Count);
        Assert.StartsWith("【特殊詐欺に注意】", beside[0], StringComparison.Ordinal);
        Assert.Equal(Release, beside[1]);
        Assert.False(page.QuerySelector("#line-consistency-examined")!.HasAttribute("checked"));
        Assert.Equal("gx-12-3-3", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "kobayashi", null, "consistency-examined")).Clause);
    }

    [Fact]
    public async Task gx_8_2_2_Given_a_registered_citys_post_When_the_reviewer_opens_it_Then_its_class_stands_there()
    {
        var id = await Office.ToExaminationAsync(await Office.RepostAsync(SamplePartners.CityPost));

        var page = await OpenAsync(id, "kobayashi");

        Assert.Contains("前橋市（見本）（地方公共団体）", CaseApp.Words(page.QuerySelector("section[aria-labelledby=outgoing]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_8_2_3_Given_the_supervisor_approved_a_repost_When_its_record_is_opened_Then_reason_name_and_time_stand_there()
    {
        var id = await Office.ToExaminationAsync(await Office.RepostAsync(SamplePartners.CityPost));
        Office.Clock.SetJapan(2026, 6, 11, 11, 20);
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}", Ct);

        var page = await CaseApp.SeenAsync(author, Ct);
        Assert.Contains("訓練のサイレンを事件と思った通報が増えるため", CaseApp.Words(page.QuerySelector("section[aria-labelledby=outgoing]")), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("#course-list > li").Select(CaseApp.Words),
            l => l.Contains("11:20 承認", StringComparison.Ordinal) && l.Contains("小林 智子", StringComparison.Ordinal));
        await author.GetAsync($"/posts/{id}/evidence", Ct);
        Assert.Contains((await CaseApp.SeenAsync(author, Ct)).QuerySelectorAll("tr").Select(CaseApp.Words),
            r => r.Contains("投稿（リポスト）する必要がある", StringComparison.Ordinal) && r.Contains("小林 智子", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_9_2_Given_a_public_bodys_activity_When_the_reviewer_opens_it_Then_class_body_and_source_stand_there()
    {
        var repost = await Office.RepostAsync(SamplePartners.CityPost);
        var id = await Office.ToExaminationAsync(await Office.ContentAsync("前橋市が防災訓練を行います。サイレンが鳴りますが、訓練です。") with
        {
            ContentClass = "public-body-activity",
            PublicBody = repost.PublicBody,
            ActivityOrSource = "市の防災訓練実施要領",
        });

        var words = Assert.Single(await MaterialAsync(id, "kobayashi"));

        Assert.Contains("国・自治体・公共性の高い機関の活動に関する情報 市の防災訓練実施要領 前橋市（見本）（地方公共団体）", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_10_2_2_Given_ground_2_When_the_decider_opens_it_Then_he_reads_why_the_next_office_hour_is_too_late()
    {
        Office.Clock.SetJapan(2026, 6, 12, 17, 30);
        const string Why = "夜間に帰宅する人が多く、月曜の朝では被害を防げないため";
        var id = await Office.UrgentFiledAsync(await Office.UrgentAsync() with { Ground = "other-immediate", Case = null, GroundReason = Why });

        Assert.Contains(Why, CaseApp.Words((await OpenAsync(id, "kobayashi")).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(Why, CaseApp.Words((await OpenAsync(id, "hoshino")).QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_12_2_2_Given_a_form_sent_on_short_notice_When_manager_and_supervisor_open_it_Then_the_mark_of_six_days_and_the_reason_stand_there()
    {
        Office.Clock.SetJapan(2026, 6, 12, 0, 10);
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id, shortNoticeReason: "市から依頼が届いたのが昨日であるため"));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        foreach (var login in new[] { "hoshino", "kobayashi" })
        {
            var page = await OpenAsync(id, login);
            Assert.Contains("短期（6日前）", CaseApp.Words(page.QuerySelector(".page-head")), StringComparison.Ordinal);
            Assert.Contains("市から依頼が届いたのが昨日であるため", CaseApp.Words(page.QuerySelector("#short-notice")), StringComparison.Ordinal);
        }
    }

    // The author keeps what a check marks, with a reason, and files; it waits for the head
    private async Task<PostApplicationId> KeptAsync(PostContent content, string why)
    {
        var id = await Office.BeginAsync(content);
        var refusal = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id));
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [refusal.Finding.Key] = why };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        return id;
    }

    private async Task<IReadOnlyList<string>> MaterialAsync(PostApplicationId id, params string[] logins)
    {
        var words = new List<string>();
        foreach (var login in logins is [] ? ["negishi", "kobayashi"] : logins)
        {
            words.Add(CaseApp.Words((await OpenAsync(id, login)).QuerySelector("section[aria-labelledby=material]")));
        }

        return words;
    }

    private async Task<IDocument> OpenAsync(PostApplicationId id, string login)
    {
        using var browser = await app.SignInAsync(login, Ct);
        await browser.GetAsync($"/posts/{id}/decision", Ct);
        return await CaseApp.SeenAsync(browser, Ct);
    }
}

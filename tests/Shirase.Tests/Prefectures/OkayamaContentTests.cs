using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>岡山 4(8) and 5(2) to (4): what is written, where it must stand first, and who checks it.</summary>
public abstract class OkayamaContentTests(TestStore store, WebsiteOfTheTest website) : IAsyncLifetime
{
    private const string Page = "https://www.pref.okayama.jp/kanko/hinan.html";

    private Prefecture Office { get; } = Prefecture.Okayama(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(TestContext.Current.CancellationToken);
        store.Clock.SetJapan(2026, 5, 14, 10);
        website.IsDown = false;
        website.Pages.Clear();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_4_3_u_2_Given_no_category_When_filed_Then_refused()
    {
        var refusal = await FiledAsync(await Office.ContentAsync() with { Category = null });

        Assert.Equal("ok-4-3-u-2", refusal.Clause);
        Assert.Contains("発信する内容の分類が選ばれていません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_u_2_Given_something_other_than_the_policy_lists_When_filed_Then_a_reason_is_asked_that_the_case_keeps()
    {
        var other = await Office.ContentAsync() with { Category = PostContent.OutsidePolicy };
        Assert.Equal("ok-4-3-u-2", (await FiledAsync(other)).Clause);

        var id = await Office.ReadyAsync(other with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["policy-category|"] = "庁内の求めにより一度だけ伝えるため" } });

        var content = (await Office.ReadAsync(id)).Current.Content;
        Assert.Equal((PostContent.OutsidePolicy, "庁内の求めにより一度だけ伝えるため"), (content.Category, content.KeptReasons["policy-category|"]));
    }

    [Fact]
    public async Task ok_4_8_Given_the_question_unanswered_When_filed_Then_refused()
    {
        var refusal = await FiledAsync(await Office.ContentAsync() with { Website = null });

        Assert.Equal("ok-4-8", refusal.Clause);
    }

    [Fact]
    public async Task ok_4_8_Given_yes_without_an_address_When_filed_Then_the_website_comes_first()
    {
        var refusal = await FiledAsync(await Office.ContentAsync() with { Website = new(true, "") });

        Assert.Equal("ok-4-8", refusal.Clause);
        Assert.Contains("公式ホームページへの掲載を先に行ってください", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.jp/hinan.html")]
    [InlineData("http://www.pref.okayama.jp/kanko/hinan.html")]
    public async Task ok_4_8_Given_an_address_that_is_not_the_official_website_When_filed_Then_refused(string address) =>
        Assert.Equal("ok-4-8", (await FiledAsync(await Office.ContentAsync() with { Website = new(true, address) })).Clause);

    [Fact]
    public async Task ok_4_8_Given_no_such_page_When_ordered_Then_refused_And_sent_once_it_stands_there()
    {
        var id = await Office.ReadyAsync(await CriticalAsync());
        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("ok-4-8", refusal.Clause);

        website.Pages[Page] = "観光案内 避難所のお知らせ 駅前の観光案内所を避難所として開きました。";

        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task ok_4_8_Given_a_page_with_other_words_When_ordered_Then_refused()
    {
        website.Pages[Page] = "桃の花の見頃";
        var id = await Office.ReadyAsync(await CriticalAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Contains("同じ内容が見当たりません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_8_Given_the_site_unreachable_When_the_head_lets_it_go_with_reason_Then_it_goes_out_and_the_page_is_due_in_60_minutes()
    {
        website.IsDown = true;
        var id = await Office.ReadyAsync(await CriticalAsync());
        Assert.Contains("つながりません", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Text.Ja, StringComparison.Ordinal);
        Assert.IsType<ReasonNeeded>(await WithoutAsync(id, "miyake", ""));

        TestKit.Posts.Office.Fine(await WithoutAsync(id, "miyake", "観光客が駅に取り残されており、待てない。"));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));

        var look = Assert.Single(await LooksAsync(id), l => l.ReleasedAt is not null);
        Assert.Equal(TimeSpan.FromMinutes(60), look.FollowDue - look.ReleasedAt);
        Assert.True(look.OwesPage);
        Assert.Contains(await LooksAsync(id), l => l.State == WebsiteState.Unreachable);
    }

    [Fact]
    public async Task ok_4_8_Given_what_went_first_When_the_page_is_seen_Then_nothing_is_owed_any_more()
    {
        website.IsDown = true;
        var id = await Office.ReadyAsync(await CriticalAsync());
        Assert.NotNull(await Office.PublishAsync(id));
        TestKit.Posts.Office.Fine(await WithoutAsync(id, "miyake", "観光客が駅に取り残されており、待てない。"));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));

        website.IsDown = false;
        website.Pages[Page] = "避難所のお知らせ";
        TestKit.Posts.Office.Fine(await Office.AskAsync<LookingAtWebsite, Refusal?>("namba", (l, w) => l.AskAsync(id, w, Ct)));

        Assert.All(await LooksAsync(id), l => Assert.False(l.OwesPage));
    }

    [Fact]
    public async Task ok_4_8_Given_a_site_that_answers_When_the_head_wants_to_go_without_Then_refused()
    {
        var id = await Office.ReadyAsync(await CriticalAsync());
        Assert.NotNull(await Office.PublishAsync(id));

        Assert.IsType<WebsiteAnswers>(await WithoutAsync(id, "miyake", "急ぐため"));
    }

    [Fact]
    public async Task ok_4_8_Given_staff_who_are_not_the_head_When_they_want_to_go_without_Then_refused()
    {
        website.IsDown = true;
        var id = await Office.ReadyAsync(await CriticalAsync());
        Assert.NotNull(await Office.PublishAsync(id));

        Assert.IsType<OnlyTheHeadGoesWithout>(await WithoutAsync(id, "fujiwara", "急ぐため"));
    }

    [Fact]
    public async Task ok_5_2_0_Given_the_five_points_When_one_is_not_ticked_Then_refused_by_its_own_clause()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<AttestationIsOpen>(await Office.SubmitAsync(id, "service-rules"));

        Assert.Equal("ok-5-2-o-1", refusal.Clause);
    }

    [Fact]
    public async Task ok_5_2_o_2_Given_awareness_not_confirmed_When_filed_Then_refused() => await TickAsync("awareness", "ok-5-2-o-2");

    [Fact]
    public async Task ok_5_2_a_2_Given_not_misread_not_confirmed_When_filed_Then_refused() => await TickAsync("not-misread", "ok-5-2-a-2");

    [Fact]
    public async Task ok_5_2_a_1_Given_a_wrong_weekday_When_filed_Then_a_reason_is_asked_with_the_right_one()
    {
        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(await Office.ContentAsync("祭りは５月17日（月）に開きます。")));

        Assert.Equal("ok-5-2-a-1", refusal.Clause);
        Assert.Contains("日曜日", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("祭りの日　程です。会場は①番です。")]
    public async Task ok_5_2_i_Given_spaces_and_machine_dependent_signs_When_filed_Then_each_is_pointed_out(string text) =>
        Assert.Equal("ok-5-2-i", (await FiledAsync(await Office.ContentAsync(text))).Clause);

    [Fact]
    public async Task ok_5_2_i_Given_a_space_inside_a_word_When_checked_Then_the_joined_word_is_offered()
    {
        var findings = await FindAsync("日 時 ５月17日");

        var found = Assert.Single(findings, f => f.Check == "char-spaced-word");
        Assert.Equal(("日 時", "日時"), (found.Text, found.Mend));
        Assert.DoesNotContain(await FindAsync("東京 大阪"), f => f.Check == "char-spaced-word");
    }

    [Fact]
    public async Task ok_5_2_u_1_Given_an_image_without_rights_When_filed_Then_refused()
    {
        var content = await Office.ContentAsync() with { Media = [new(Guid.NewGuid(), "00", "image/png", "花の写真")] };

        Assert.Equal("ok-5-2-u-1", (await FiledAsync(content)).Clause);
    }

    [Fact]
    public async Task ok_5_2_u_2_Given_a_quoted_photo_of_children_without_consent_When_filed_Then_refused()
    {
        var content = await Office.RepostAsync();

        Assert.Equal("ok-5-2-u-2", (await FiledAsync(content with { Care = content.Care! with { Persons = "", Consent = "" } })).Clause);
    }

    [Fact]
    public async Task ok_5_2_u_2_Given_a_mobile_number_When_filed_Then_a_reason_is_asked() =>
        Assert.Equal("ok-5-2-u-2", (await FiledAsync(await Office.ContentAsync("申込みは 090-1234-5678 へ。"))).Clause);

    [Fact]
    public async Task ok_5_2_e_1_Given_a_quote_without_verification_note_When_filed_Then_refused_and_it_stays_a_draft()
    {
        var content = await Office.RepostAsync();
        var id = await Office.BeginAsync(content with { Care = content.Care! with { Verified = "" } });

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("ok-5-2-e-1", refusal.Clause);
        Assert.Contains("引用する投稿の確認方法を記入してください", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Draft, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task ok_5_2_e_1_Given_a_citizens_post_with_care_taken_When_reposted_Then_it_goes_out()
    {
        var id = await Office.PublishedAsync(await Office.RepostAsync());

        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task ok_5_2_e_2_Given_a_link_to_a_private_site_When_filed_Then_a_reason_is_asked() =>
        Assert.Equal("ok-5-2-e-2", (await FiledAsync(await Office.ContentAsync("詳しくは https://example.com/matsuri を見てください。"))).Clause);

    [Fact]
    public async Task ok_5_2_o_1_Given_a_draft_that_speaks_of_a_candidate_When_filed_Then_a_reason_is_asked_for_whoever_checks() =>
        Assert.Equal("ok-5-2-o-1", (await FiledAsync(await Office.ContentAsync("候補者の演説会のお知らせです。"))).Clause);

    [Fact]
    public async Task ok_5_2_o_1_Given_a_draft_that_names_a_candidate_When_the_officer_would_approve_Then_the_head_has_to_decide()
    {
        var id = await KeptAsync(await Office.ContentAsync("候補者の公開討論会を県立図書館で開きます。"));

        var refusal = Assert.IsType<HeldForAnotherRole>(await Office.ApproveAsync(id, "fujiwara"));
        Assert.Equal("ok-5-2-o-1", refusal.Clause);
        Assert.Contains("所属長の決定が必要です", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "miyake"));
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task ok_5_4_Given_a_document_that_says_internal_paper_When_filed_Then_the_word_is_shown_and_the_head_confirms()
    {
        var content = await Office.ContentAsync() with { NoRelatedDocuments = false, RelatedDocuments = [new("other", "打合せメモ", "内部資料　公表の日程の案")] };

        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(content));
        Assert.Equal("ok-5-4", refusal.Clause);
        Assert.Contains("内部資料", refusal.Text.Ja, StringComparison.Ordinal);
        var id = await KeptAsync(content);
        Assert.Equal("ok-5-4", Assert.IsType<HeldForAnotherRole>(await Office.ApproveAsync(id, "fujiwara")).Clause);
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "miyake"));
    }

    [Fact]
    public async Task ok_5_2_u_2_Given_a_photo_of_pupils_without_consent_When_filed_Then_refused_until_it_is_entered()
    {
        var photo = new MediaItem(Guid.NewGuid(), "00", "image/png", "桃を収穫する小学生") { Origin = "観光課が撮影", RightHolder = "岡山県", Basis = "own-work" };
        var content = await Office.ContentAsync() with { Media = [photo] };

        var refusal = await FiledAsync(content);
        Assert.Equal("ok-5-2-u-2", refusal.Clause);
        Assert.Contains("同意の記録がありません", refusal.Text.Ja, StringComparison.Ordinal);
        await KeptAsync(content with { Media = [photo with { PersonsConsent = "保護者の同意書（学校を通じて5月13日）" }] });
    }

    [Fact]
    public async Task ok_5_3_Given_the_author_When_approving_his_own_post_Then_refused_And_a_colleague_may()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        Assert.Equal("ok-5-3", (await Office.ApproveAsync(id, "namba"))?.Clause);
        Assert.Equal("ok-5-3", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "fujiwara"));
    }

    [Theory]
    [InlineData("not-public")]
    [InlineData("")]
    public async Task ok_5_4_Given_what_is_not_public_or_not_answered_When_filed_Then_refused(string status)
    {
        var content = await Office.ContentAsync();

        Assert.Equal("ok-5-4", (await FiledAsync(content with { Release = content.Release! with { Status = status } })).Clause);
    }

    [Fact]
    public async Task ok_5_4_Given_the_words_internal_paper_When_filed_Then_the_word_is_shown_and_a_reason_asked()
    {
        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(await Office.ContentAsync("内部資料によると、来月から変わります。")));

        Assert.Equal("ok-5-4", refusal.Clause);
        Assert.Contains("内部資料", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_4_Given_an_embargo_until_14_00_When_ordered_at_13_50_Then_refused_with_the_time()
    {
        var content = await Office.ContentAsync();
        var embargo = new DateTimeOffset(2026, 5, 14, 14, 0, 0, JapanTime.Offset);
        var id = await Office.ReadyAsync(content with { DesiredAt = embargo, Release = content.Release! with { NotBefore = embargo } });
        store.Clock.SetJapan(2026, 5, 14, 13, 50);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("ok-5-4", refusal.Clause);
        Assert.Contains("14:00", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_i_4_Given_the_roles_of_the_document_When_the_head_is_posted_Then_he_answers_for_his_own_unit_only()
    {
        var miyake = await Office.WhoAsync("miyake");

        var seats = await store.AskAsync<CaseReader, IReadOnlyList<Core.People.Seat>>(
            async r => (await r.RosterAsync(Office.Body, new DateOnly(2026, 5, 14), Ct)).SeatsOf(miyake.Staff), Office.Body);

        Assert.Contains(seats, s => s is { Role: "operation-manager", Unit: not null });
        Assert.DoesNotContain(seats, s => s.Unit is null);
    }

    [Fact]
    public async Task ok_5_2_i_Given_an_image_without_alternative_text_When_filed_Then_a_reason_is_asked_and_stored()
    {
        var content = await Office.ContentAsync() with { Media = [new(Guid.NewGuid(), "00", "image/png", "") { Origin = "own", RightHolder = "岡山県", Basis = "own-work" }] };
        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(content));
        Assert.Equal("ok-5-2-i", refusal.Clause);

        var id = await Office.BeginAsync(content with { KeptReasons = Reason(refusal, "飾りの画像で、伝える内容がないため") });
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        Assert.Equal("飾りの画像で、伝える内容がないため", (await Office.ReadAsync(id)).Current.Content.KeptReasons[refusal.Finding.Key]);
    }

    [Fact]
    public async Task ok_5_2_u_1_Given_a_citizens_photo_without_permission_on_file_When_filed_Then_refused_for_want_of_the_proof()
    {
        var content = await Office.ContentAsync() with { Media = [new(Guid.NewGuid(), "00", "image/png", "花の写真") { Origin = "citizen", RightHolder = "投稿した方", Basis = "licence" }] };

        var refusal = Assert.IsType<FindingRefuses>(await FiledAsync(content));

        Assert.Equal("ok-5-2-u-1", refusal.Clause);
        Assert.Contains("許諾の証拠がありません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_2_a_2_Given_an_abbreviation_of_the_units_list_When_filed_Then_the_question_names_it()
    {
        var unit = await store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == "tourism").Select(u => u.Id).SingleAsync(Ct), Office.Body);
        TestKit.Posts.Office.Fine(await Office.AskAsync<KeepLocalRules, Refusal?>("miyake", (k, w) => k.SetAsync(
            w, "okayama-social-media", unit, new ListedWords("local-words", ["県観連"], Effect.Warn, "ok-5-2-a-2", new("略さずに書きます。", "Write it in full.")), "略語は正式の名称に直すため", Ct)));

        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(await Office.ContentAsync("県観連の催しです。お出かけの前に案内を御覧ください。")));
        await store.DbAsync(db => db.LocalRules.ExecuteDeleteAsync(Ct), Office.Body);

        Assert.Equal("ok-5-2-a-2", refusal.Clause);
        Assert.Contains("県観連", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_5_3_Given_two_warnings_passed_with_reasons_When_the_sheet_is_drawn_up_Then_both_reasons_stand_on_it()
    {
        var content = await Office.ContentAsync("内部資料を基にしました。申込みは 090-1234-5678 へ。");
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (await Office.SubmitAsync(await Office.BeginAsync(content with { KeptReasons = reasons })) is ReasonIsMissing missing)
        {
            reasons[missing.Finding.Key] = $"理由{reasons.Count + 1}";
        }

        Assert.True(reasons.Count >= 2);
        var id = await Office.BeginAsync(content with { KeptReasons = reasons });
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "miyake"));
        var sheet = await Office.SheetAsync(id);
        Assert.All(reasons.Values, r => Assert.Contains(sheet.Lines, l => l.How.Ja.Contains($"残す理由：{r}", StringComparison.Ordinal)));
    }

    private static SortedDictionary<string, string> Reason(ReasonIsMissing refusal, string why) => new(StringComparer.Ordinal) { [refusal.Finding.Key] = why };

    private async Task TickAsync(string box, string clause)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.Equal(clause, Assert.IsType<AttestationIsOpen>(await Office.SubmitAsync(id, box)).Clause);
    }

    private async Task<Refusal> FiledAsync(PostContent content)
    {
        var refusal = await Office.SubmitAsync(await Office.BeginAsync(content));
        Assert.NotNull(refusal);
        return refusal;
    }

    /// <summary>Filed with a reason for everything that asks for one.</summary>
    private async Task<PostApplicationId> KeptAsync(PostContent content)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            var id = await Office.BeginAsync(content with { KeptReasons = new SortedDictionary<string, string>(reasons, StringComparer.Ordinal) });
            if (await Office.SubmitAsync(id) is not { } refusal)
            {
                return id;
            }

            reasons.Add(Assert.IsType<ReasonIsMissing>(refusal).Finding.Key, "公開の催しを正しく伝えるため");
        }
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(string text)
    {
        var content = await Office.ContentAsync(text);
        var unit = await store.DbAsync(db => Task.FromResult(db.Units.First(u => u.Code == "tourism")), Office.Body);
        return await store.AskAsync<Screening, IReadOnlyList<Finding>>(
            s => s.FindAsync(TestStore.Regulations.Versions("okayama-social-media")[0], content, unit, Stage.Draft, store.Clock.Now, null, null, null, Ct), Office.Body);
    }

    private async Task<PostContent> CriticalAsync() => await Office.ContentAsync("避難所のお知らせ\n駅前の観光案内所を避難所として開きました。") with
    {
        Subject = "避難所のお知らせ",
        Website = new(true, Page),
    };

    private Task<Refusal?> WithoutAsync(PostApplicationId id, string login, string why) =>
        Office.AskAsync<LookingAtWebsite, Refusal?>(login, (l, w) => l.GoWithoutAsync(id, w, why, Ct));

    private Task<List<WebsiteLook>> LooksAsync(PostApplicationId id) => store.DbAsync(
        db => Task.FromResult(db.WebsiteLooks.Where(l => l.Application == id).ToList()), Office.Body);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

public sealed class OkayamaContentOnSqlite(SqlitePrefectures store) : OkayamaContentTests(store, store.Website), IClassFixture<SqlitePrefectures>;

public sealed class OkayamaContentOnPostgres(PostgresPrefectures store) : OkayamaContentTests(store, store.Website), IClassFixture<PostgresPrefectures>;

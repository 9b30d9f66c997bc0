using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>栃木: approval method, classes of information, care in sending, the procedure before the first post. Saturday evening, 16 May 2026.</summary>
public abstract class TochigiTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Office { get; } = Prefecture.Tochigi(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(TestContext.Current.CancellationToken);
        store.Clock.SetJapan(2026, 5, 16, 20);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_2_1_Given_a_post_When_sent_Then_unit_author_approver_and_time_are_on_file()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());

        var application = await Office.ReadAsync(id);
        Assert.Equal((await Office.WhoAsync("tomoko")).Staff, application.Author);
        var approver = await StaffAsync("omori");
        Assert.Contains(application.StandingApprovals(), d => d.By == approver && d.Clause == "to-5-2-i");
        Assert.StartsWith("観交-2026-", application.Number, StringComparison.Ordinal);
        Assert.NotNull((await Office.DeliveryAsync(id)).PublishedAt);
    }

    [Fact]
    public async Task to_2_1_Given_the_account_of_a_dissolved_unit_When_a_post_is_filed_Then_refused_until_another_unit_answers_for_it()
    {
        var admin = new Shirase.People.Doer(Office.Body, (await Office.WhoAsync("tochigi-admin")).Staff, store.Clock.Now);
        var ready = await Office.ReadyAsync(await Office.ContentAsync());
        var draft = await Office.BeginAsync(await Office.ContentAsync());
        var (account, standing) = (await Office.AccountAsync(), await UnitAsync("tourism-exchange"));
        var old = await store.AskAsync<Shirase.People.RegisterUnit, Shirase.People.Entered<UnitId>>(r => r.RunAsync(admin, new("old", "観光企画課", "Tourism Planning", "", "観企"), Ct), Office.Body);
        TestKit.Posts.Office.Fine(await HandAsync(old.Id!.Value));
        TestKit.Posts.Office.Fine(await store.AskAsync<Shirase.People.RegisterUnit, Refusal?>(r => r.DissolveAsync(admin, old.Id!.Value, new DateOnly(2026, 5, 15), Ct), Office.Body));

        var refusal = Assert.IsType<Shirase.Accounts.AccountHasNoUnit>(await Office.SubmitAsync(draft));
        Assert.Equal("to-2-1", refusal.Clause);
        Assert.Contains("運用所属が廃止", (await Office.PublishAsync(ready))!.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<Shirase.Accounts.UnitIsGone>(await HandAsync(old.Id!.Value));

        TestKit.Posts.Office.Fine(await HandAsync(standing));
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(draft));

        Task<Refusal?> HandAsync(UnitId unit) => store.AskAsync<Shirase.Accounts.AccountOwners, Refusal?>(o => o.HandOverAsync(admin, account, unit, Ct), Office.Body);
    }

    private Task<UnitId> UnitAsync(string code) =>
        store.DbAsync(db => db.Units.Where(u => u.Body == SampleCast.Tochigi && u.Code == code).Select(u => u.Id).SingleAsync(Ct));

    [Fact]
    public Task to_2_2_a_Given_the_law_not_confirmed_When_filed_Then_refused() => TickAsync("law", "to-2-2-a");

    [Fact]
    public Task to_2_2_b_Given_rules_of_service_not_confirmed_When_filed_Then_refused() => TickAsync("service-rules", "to-2-2-b");

    [Fact]
    public async Task to_2_2_b_Given_a_draft_that_names_a_candidate_When_filed_Then_a_reason_is_asked() =>
        Assert.Equal("to-2-2-b", (await FiledAsync(await Office.ContentAsync("候補者の方が祭りに来られます。"))).Clause);

    [Fact]
    public async Task to_2_2_c_Given_no_class_of_information_When_filed_Then_refused()
    {
        var refusal = await FiledAsync(await Office.ContentAsync() with { Release = null });

        Assert.Equal("to-2-2-c", refusal.Clause);
        Assert.Contains("情報区分を選択してください", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_2_3_a_Given_a_mobile_number_When_filed_Then_it_waits_for_removal_or_a_reason() =>
        Assert.Equal("to-2-3-a", Assert.IsType<ReasonIsMissing>(await FiledAsync(await Office.ContentAsync("申込みは 090-1234-5678 へ。"))).Clause);

    [Fact]
    public async Task to_2_3_b_Given_a_medium_without_licence_entry_When_filed_Then_refused_and_it_stays_a_draft()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Media = [new(Guid.NewGuid(), "00", "image/png", "花の写真")] });

        Assert.Equal("to-2-3-b", (await Office.SubmitAsync(id))?.Clause);
        Assert.Equal(ApplicationState.Draft, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task to_2_3_c_Given_a_quoted_photo_of_persons_without_consent_When_filed_Then_refused()
    {
        var content = await Office.RepostAsync();

        Assert.Equal("to-2-3-c", (await FiledAsync(content with { Care = content.Care! with { Persons = "" } })).Clause);
    }

    [Fact]
    public Task to_2_4_a_Given_terms_of_the_platform_not_reviewed_When_sent_Then_refused() => OpenAsync("terms-reviewed", "to-2-4-a");

    [Fact]
    public Task to_2_5_Given_no_response_plan_When_sent_Then_refused() => OpenAsync("response-plan", "to-2-5");

    [Fact]
    public Task to_4_2_a_Given_dates_not_looked_at_again_When_filed_Then_refused() => TickAsync("cannot-be-recalled", "to-4-2-a");

    [Fact]
    public async Task to_4_2_a_Given_a_wrong_weekday_When_filed_Then_a_reason_is_asked() =>
        Assert.Equal("to-4-2-a", (await FiledAsync(await Office.ContentAsync("祭りは５月24日（月）に開きます。"))).Clause);

    [Fact]
    public Task to_4_2_i_Given_the_question_of_misreading_unanswered_When_approved_Then_refused() => LineAsync("not-misread", "to-4-2-i");

    [Fact]
    public async Task to_4_2_u_Given_five_dates_When_filed_Then_the_summary_is_proposed_and_a_reason_asked()
    {
        var refusal = await FiledAsync(await Office.ContentAsync("５月17日、５月18日、５月19日、５月20日、５月21日に会場を順に巡ります。詳しくは窓口へ。"));

        Assert.Equal("to-5-3-2-a", Assert.IsType<ReasonIsMissing>(refusal).Clause);
    }

    [Fact]
    public async Task to_5_3_2_a_Given_a_long_draft_with_a_reason_When_filed_Then_it_passes()
    {
        var content = await Office.ContentAsync("５月17日、５月18日、５月19日、５月20日、５月21日に会場を順に巡ります。詳しくは窓口へ。");
        content = content with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["complex-content|"] = "日程そのものを知らせるため。" } };

        TestKit.Posts.Office.Fine(await Office.SubmitAsync(await Office.BeginAsync(content)));
    }

    [Fact]
    public async Task to_5_3_2_b_Given_a_summary_without_link_telephone_or_desk_When_filed_Then_a_reason_is_asked()
    {
        var content = await Office.ContentAsync("５月17日、５月18日、５月19日、５月20日、５月21日に会場を順に巡ります。");
        content = content with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["complex-content|"] = "日程そのものを知らせるため。" } };

        var refusal = await FiledAsync(content);

        Assert.Equal("to-5-3-2-b", refusal.Clause);
        Assert.Contains("詳しい情報の入手方法がありません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_5_1_a_1_Given_no_purpose_When_adopted_Then_refused()
    {
        var refusal = Assert.IsType<PolicyIsIncomplete>(await Office.PolicyAsync(p => p with { Purpose = "" }));

        Assert.Equal("to-5-1-a-1", refusal.Clause);
        Assert.Contains("利用の目的", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_5_1_a_2_Given_no_content_When_adopted_Then_refused() =>
        Assert.Equal("to-5-1-a-2", (await Office.PolicyAsync(p => p with { Contents = "" }))?.Clause);

    [Fact]
    public async Task to_5_1_a_3_Given_no_word_on_contributions_When_adopted_Then_refused() =>
        Assert.Equal("to-5-1-a-3", (await Office.PolicyAsync(p => p with { Contributions = "" }))?.Clause);

    [Fact]
    public async Task to_5_1_a_4_Given_further_matters_left_out_When_adopted_Then_it_stands() =>
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { OtherMethods = "", PersonalInformation = "", Disclaimer = "" }));

    [Fact]
    public Task to_5_1_a_5_Given_the_policy_not_on_the_website_When_sent_Then_refused() => OpenAsync("policy-live", "to-5-1-a-5");

    [Fact]
    public Task to_5_1_i_1_Given_a_profile_silent_on_its_mode_When_sent_Then_refused() => OpenAsync("profile-mode", "to-5-1-i-1");

    [Fact]
    public async Task to_5_1_i_1_Given_no_mode_When_adopted_Then_refused() =>
        Assert.Equal("to-5-1-i-1", (await Office.PolicyAsync(p => p with { Mode = "" }))?.Clause);

    [Fact]
    public Task to_5_1_i_2_Given_a_profile_without_the_policy_When_sent_Then_refused() => OpenAsync("profile-policy", "to-5-1-i-2");

    [Fact]
    public async Task to_5_2_a_Given_somebody_of_another_unit_When_sending_Then_refused()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        Assert.IsType<CaseNotFound>(await Office.PublishAsync(id, login: "yoshizawa"));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task to_5_2_i_Given_an_account_without_approval_method_When_sent_Then_refused()
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Approval = "" }));
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Approval = "課長補佐が承認する。" }));

        Assert.Equal("to-5-2-i", refusal.Clause);
        Assert.Contains("承認方法が定められていません", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task to_5_2_i_Given_the_approver_wrote_in_it_When_he_approves_Then_another_one_is_demanded_And_the_head_may()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        var application = await Office.ReadAsync(id);
        TestKit.Posts.Office.Fine(await Office.AskAsync<Drafting, Refusal?>("omori", (d, w) => d.SaveAsync(
            id, w, application.Current.Content with { Body = "桃の花が見頃になりました。" }, application.Revision, Ct)));
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        var refusal = await Office.ApproveAsync(id, "omori");

        Assert.Equal("to-5-2-i", Assert.IsType<TouchedContentCannotDecide>(refusal).Clause);
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id, "shinohara"));
    }

    [Fact]
    public async Task to_5_2_u_Given_answers_without_an_arrangement_When_saved_Then_refused_And_with_one_it_stands()
    {
        var refusal = Assert.IsType<ReplyNeedsArrangement>(await Office.PolicyAsync(p => p with { Contributions = "answered", AnswerDays = 3, AnsweredBy = "" }));

        Assert.Equal("to-5-2-u", refusal.Clause);
        Assert.Contains("返信の体制が定められていません", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Contributions = "answered", AnswerDays = 3, AnsweredBy = "担当が答え、課長補佐が承認する。" }));
    }

    [Fact]
    public async Task to_5_1_i_1_Given_another_mode_When_saved_Then_an_arrangement_and_a_new_profile_are_demanded()
    {
        Assert.Equal("to-5-2-u", Assert.IsType<ReplyNeedsArrangement>(await Office.PolicyAsync(p => p with { Mode = "community", AnsweredBy = "" })).Clause);

        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Mode = "community", AnsweredBy = "担当が答え、課長補佐が承認する。" }));
        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(await Office.ReadyAsync(await Office.ContentAsync())));
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Mode = "send-only" }));
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Points = new Dictionary<string, DateOnly>(p.Points) { [PublishedPolicy.ProfileMode] = default } }));

        Assert.Equal("to-5-1-i-1", refusal.Clause);
    }

    [Fact]
    public async Task to_4_2_u_Given_five_dates_and_four_conditions_When_looked_at_Then_the_hint_proposes_a_page_and_a_summary()
    {
        var content = await Office.ContentAsync("５月17日、５月18日、５月19日、５月20日、５月21日に、雨のときを除き、申込みがあるとき、晴れの場合、風が弱い場合に限り会場を巡ります。詳しくは窓口へ。");
        var unit = await store.DbAsync(db => Task.FromResult(db.Units.First(u => u.Body == Office.Body && u.Name == "観光交流課")), Office.Body);
        var found = await store.AskAsync<Screening, IReadOnlyList<Finding>>(
            s => s.FindAsync(TestStore.Regulations.Versions("tochigi-social-media")[0], content, unit, Stage.Draft, store.Clock.Now, null, null, null, Ct), Office.Body);

        var hint = Assert.Single(found, f => f.Clause == "to-4-2-u" && f.Check == "complex-content");
        Assert.Contains("要点だけを書き、詳しくは公式ホームページ", hint.Remedy!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_6_1_a_Given_class_2_without_a_decision_When_filed_Then_refused()
    {
        var refusal = await FiledAsync(await Office.ContentAsync() with { Release = new("2", "", "", null, null) });

        Assert.Equal("to-6-1-a", refusal.Clause);
        Assert.Contains("公開の決定がない情報区分Ⅱは発信できません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_6_1_a_Given_class_2_with_number_and_day_When_approved_Then_the_approver_confirmed_it_and_both_are_on_file()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Release = new("2", "", "観交第12号", new DateOnly(2026, 4, 30), null) });
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));
        Assert.Equal("to-6-1-a", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "omori", "release-confirmed")).Clause);

        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id));

        var application = await Office.ReadAsync(id);
        Assert.Equal(await StaffAsync("omori"), application.ConfirmationOf("release-confirmed")?.By);
        Assert.Equal("観交第12号", application.Current.Content.Release?.DecisionNumber);
    }

    [Fact]
    public async Task to_6_1_a_Given_the_words_secret_outside_When_filed_Then_a_reason_is_asked() =>
        Assert.Equal("to-6-1-a", (await FiledAsync(await Office.ContentAsync("部外秘の資料から紹介します。"))).Clause);

    [Fact]
    public Task to_6_1_i_1_Given_the_leak_check_unanswered_When_approved_Then_refused() => LineAsync("no-leak", "to-6-1-i-1");

    [Fact]
    public Task to_6_1_i_2_Given_the_slander_check_unanswered_When_approved_Then_refused() => LineAsync("no-slander", "to-6-1-i-2");

    [Fact]
    public async Task to_6_1_i_2_Given_a_listed_word_When_filed_Then_a_reason_is_asked_and_goes_to_the_approver()
    {
        var content = await Office.ContentAsync("隣の県は無能だと言う人もいます。");
        var refusal = Assert.IsType<ReasonIsMissing>(await FiledAsync(content));
        Assert.Equal("to-6-1-i-2", refusal.Clause);
        Assert.Contains("無能", refusal.Text.Ja, StringComparison.Ordinal);

        var id = await Office.BeginAsync(content with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [refusal.Finding.Key] = "引用であり、批判を紹介するため" } });
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        Assert.Contains((await Office.SheetAsync(id)).Lines, l => l.Clause == "to-6-1-i-2" && l.How.Ja.Contains("引用であり、批判を紹介するため", StringComparison.Ordinal));
    }

    [Fact]
    public Task to_6_1_i_3_Given_the_effects_unanswered_When_approved_Then_refused() => LineAsync("effects", "to-6-1-i-3");

    [Fact]
    public async Task to_6_1_u_Given_a_repost_without_verification_note_When_filed_Then_refused()
    {
        var content = await Office.RepostAsync();

        Assert.Equal("to-6-1-u", (await FiledAsync(content with { Care = content.Care! with { Verified = "" } })).Clause);
    }

    [Fact]
    public async Task to_6_1_u_Given_a_policy_that_does_not_cover_reposts_When_filed_Then_refused()
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { MayRepost = false }));

        var refusal = await FiledAsync(await Office.RepostAsync());
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { MayRepost = true }));

        Assert.Equal("to-6-1-u", refusal.Clause);
    }

    [Fact]
    public async Task to_6_1_e_1_Given_a_correction_without_the_circumstances_When_written_Then_refused()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());

        var refusal = await Office.AskAsync<Correcting, Refusal?>("tomoko", (c, w) => c.WriteAsync(id, w, new("５月17日", "５月18日", ""), Ct));

        Assert.Equal("to-6-1-e-1", refusal?.Clause);
        Assert.Contains("経緯を記入してください", refusal!.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.AskAsync<Correcting, Refusal?>("tomoko", (c, w) => c.WriteAsync(id, w, new("５月17日", "５月18日", "資料の写し間違い"), Ct)));
    }

    [Fact]
    public Task to_7_1_a_1_Given_a_profile_without_the_unit_When_sent_Then_refused() => OpenAsync("profile-unit", "to-7-1-a-1");

    [Fact]
    public Task to_7_1_a_2_Given_a_profile_that_hides_the_public_body_When_sent_Then_refused() => OpenAsync("profile-public-body", "to-7-1-a-2");

    [Fact]
    public Task to_7_1_i_Given_verification_not_settled_When_sent_Then_refused() => OpenAsync("verification", "to-7-1-i");

    [Fact]
    public Task to_7_1_u_1_Given_no_link_from_the_website_When_sent_Then_refused() => OpenAsync("linked-from-website", "to-7-1-u-1");

    [Fact]
    public Task to_7_1_u_2_Given_no_link_to_the_website_When_sent_Then_refused() => OpenAsync("links-to-website", "to-7-1-u-2");

    [Fact]
    public Task to_7_2_o_Given_two_step_authentication_not_settled_When_sent_Then_refused() => OpenAsync("strong-authentication", "to-7-2-o");

    [Fact]
    public async Task to_7_2_o_Given_two_step_authentication_not_said_When_the_point_is_confirmed_Then_refused_and_a_reason_needs_a_day_of_review()
    {
        var refusal = Assert.IsType<AuthenticationIsOpen>(await Office.PolicyAsync(p => p with { Authentication = "" }));
        Assert.Equal("to-7-2-o", refusal.Clause);
        Assert.Contains("認証の強化策を設定するか、できない理由を登録してください", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<AuthenticationIsOpen>(await Office.PolicyAsync(p => p with { Authentication = "off", AuthenticationReason = "共用の端末で使えない" }));

        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Authentication = "off", AuthenticationReason = "共用の端末で使えない", AuthenticationReview = new(2026, 7, 1) }));
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Authentication = "on" }));
    }

    [Fact]
    public async Task to_7_4_a_Given_a_sent_post_When_the_platform_is_away_Then_text_time_and_address_are_kept_here()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());

        var delivery = await Office.DeliveryAsync(id);

        Assert.Contains("桃の花", delivery.OutgoingText, StringComparison.Ordinal);
        Assert.NotNull(delivery.PublishedAt);
        Assert.NotEmpty(delivery.RemoteId);
    }

    private async Task OpenAsync(string point, string clause)
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Points = p.Points.Where(x => x.Key != point).ToDictionary() }));
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = await Office.PublishAsync(id);
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Points = new Dictionary<string, DateOnly>(p.Points) { [point] = default } }));

        Assert.Equal(clause, Assert.IsType<GateIsClosed>(refusal).Clause);
        var name = TestStore.Regulations.Versions("tochigi-social-media")[0].AccountPoints.Single(x => x.Id == point).Name.Ja;
        Assert.Contains($"未了：{name}", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    private async Task TickAsync(string box, string clause)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.Equal(clause, Assert.IsType<AttestationIsOpen>(await Office.SubmitAsync(id, box)).Clause);
    }

    private async Task LineAsync(string line, string clause)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));

        Assert.Equal(clause, Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "omori", line)).Clause);
    }

    private async Task<Refusal> FiledAsync(PostContent content)
    {
        var refusal = await Office.SubmitAsync(await Office.BeginAsync(content));
        Assert.NotNull(refusal);
        return refusal;
    }

    private async Task<StaffId> StaffAsync(string login) => (await Office.WhoAsync(login)).Staff;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

public sealed class TochigiOnSqlite(SqlitePrefectures store) : TochigiTests(store), IClassFixture<SqlitePrefectures>;

public sealed class TochigiOnPostgres(PostgresPrefectures store) : TochigiTests(store), IClassFixture<PostgresPrefectures>;

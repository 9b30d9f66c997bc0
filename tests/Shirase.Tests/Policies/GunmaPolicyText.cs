using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The policy of the police on X: what its annex dictates and what is refused when it is missing.</summary>
public sealed class GunmaPolicyText
{
    private static PolicyBench Policy => PolicyBench.Gunma;

    [Fact]
    public void Given_the_regulation_and_the_register_When_composed_Then_nothing_stops_the_policy_and_no_variable_is_left()
    {
        Assert.Empty(Policy.Findings);
        Assert.DoesNotContain("{", Policy.Text.ToJson().Replace("{\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("群馬県警察Ｘ（エックス）運用ポリシー", Policy.Text.Title);
    }

    [Fact]
    public void gx_5_1_Given_a_draft_without_the_information_posted_When_looked_at_Then_it_is_refused_by_name_and_all_gaps_come_together()
    {
        var stops = Policy.Without("information-posted").Without("operator").Because("operator").Stops;

        Assert.Equal(["operator", "information-posted"], stops.Select(s => s.Block));
        Assert.Contains("発信する情報", stops[1].Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_1_Given_the_register_When_composed_Then_the_first_block_names_headquarters_and_handle_and_cannot_be_left_out()
    {
        Assert.Contains("群馬県警察本部", Policy.Of("purpose"), StringComparison.Ordinal);
        Assert.Contains("＠gunma_police", Policy.Of("purpose"), StringComparison.Ordinal);
        Policy.RefusesToLeaveOut("gx-p-1", "purpose");
    }

    [Fact]
    public void gx_p_2_1_Given_a_policy_that_does_not_say_that_it_only_sends_When_looked_at_Then_refused() => Policy.RefusesWithout("gx-p-2-1", "one-way", "発信専用");

    [Fact]
    public void gx_p_2_2_Given_a_policy_that_promises_answers_When_looked_at_Then_refused_wherever_the_promise_stands()
    {
        Policy.RefusesToLeaveOut("gx-p-2-2", "no-individual-response");

        var promise = Assert.Single(Policy.Writes("publication", "このポリシーは、ホームページに掲載します。御質問には回答します。").Because("publication").Stops);
        Assert.Equal(("conflict", "gx-p-2-2", Effect.Refuse), (promise.Kind, promise.Clause, promise.Effect));
        Assert.Contains("回答します", promise.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_3_0_Given_another_operator_than_the_register_says_When_looked_at_Then_both_names_are_shown()
    {
        var finding = Assert.Single(Policy.Writes("operator", "このアカウントの運用者は、群馬県です。").Because("operator").Stops);

        Assert.Equal("gx-p-3-0", finding.Clause);
        Assert.Contains("群馬県警察本部", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("運用者は、群馬県です", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_3_1_1_Given_a_third_class_in_the_regulation_When_the_rewritten_policy_lacks_it_Then_it_is_refused_until_it_names_all()
    {
        var rewritten = Policy.Writes("information-posted", Policy.Of("information-posted")).Because("information-posted");
        Assert.Empty(rewritten.Stops);
        var third = new NamedChoice("recruitment", new("採用に関する情報", "Recruitment"), "gx-9-1");
        var grown = rewritten with { Regulation = rewritten.Regulation with { ContentClasses = [.. rewritten.Regulation.ContentClasses, third] } };

        var finding = Assert.Single(grown.Stops);

        Assert.Equal("gx-p-3-1-1", finding.Clause);
        Assert.Contains("採用に関する情報", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_3_1_2_Given_a_policy_without_the_operators_choice_When_looked_at_Then_refused() => Policy.RefusesWithout("gx-p-3-1-2", "operator-discretion", "必要と認め");

    [Fact]
    public void gx_p_3_2_a_1_Given_a_draft_that_promises_to_watch_around_the_clock_When_looked_at_Then_a_warning_names_the_conflict()
    {
        var text = "返信などを常に見ているわけではありません。ただし24時間監視しています。";

        var finding = Policy.Writes("not-constantly-read", text).Stops.Single(f => f.Kind == "conflict");

        Assert.Equal((Effect.Warn, "gx-p-3-2-a-1"), (finding.Effect, finding.Clause));
        Assert.Contains("24時間監視", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Policy.Writes("not-constantly-read", text).Because("not-constantly-read").Stops);
    }

    [Fact]
    public void gx_p_3_2_a_2_Given_a_policy_silent_on_one_of_the_three_When_looked_at_Then_that_one_is_named()
    {
        foreach (var word in new[] { "フォロー", "返信", "リポスト" })
        {
            Policy.RefusesWithout("gx-p-3-2-a-2", "no-follow-reply-repost", word);
        }
    }

    [Fact]
    public void gx_p_3_2_a_3_Given_an_exception_that_forgets_whom_it_is_for_When_looked_at_Then_refused()
    {
        Policy.RefusesWithout("gx-p-3-2-a-3", "repost-exception", "地方公共団体");
        Policy.RefusesWithout("gx-p-3-2-a-3", "repost-exception", "公共性の高い");
    }

    [Fact]
    public void gx_p_3_2_b_1_Given_a_policy_without_the_word_on_reports_by_comment_When_looked_at_Then_refused()
    {
        Policy.RefusesToLeaveOut("gx-p-3-2-b-1", "no-incident-reports");
        Policy.RefusesWithout("gx-p-3-2-b-1", "no-incident-reports", "事故");
    }

    [Fact]
    public void gx_p_3_2_b_2_Given_no_address_of_the_station_list_When_looked_at_Then_it_is_asked_for_and_a_wrong_one_is_refused()
    {
        var open = Assert.Single(Policy.Answers("station-list", " ").Stops);
        Assert.Equal(("placeholder", "gx-p-3-2-b-2"), (open.Kind, open.Clause));
        Assert.Contains("警察署一覧のページ", open.Message.Ja, StringComparison.Ordinal);

        Assert.Contains(Policy.Answers("station-list", "http://example.com/").Stops, f => f.Kind == "address" && f.Clause == "gx-p-3-2-b-2");
        Policy.RefusesWithout("gx-p-3-2-b-2", "nearest-station", "駐在所");
    }

    [Fact]
    public void gx_p_3_2_b_3_Given_119_in_place_of_110_When_looked_at_Then_refused_and_the_block_is_named()
    {
        var finding = Assert.Single(Policy.Writes("emergency-110", "急ぐときは、119番に電話してください。").Because("emergency-110").Stops);

        Assert.Equal((Effect.Refuse, "gx-p-3-2-b-3"), (finding.Effect, finding.Clause));
        Assert.Contains("急ぐときの110番", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_3_2_c_1_Given_a_policy_that_forgets_one_kind_of_submission_When_looked_at_Then_that_kind_is_named()
    {
        foreach (var kind in new[] { "通報", "相談", "意見", "要望", "苦情" })
        {
            Policy.RefusesWithout("gx-p-3-2-c-1", "no-response-to-submissions", kind);
        }
    }

    [Fact]
    public void gx_p_3_2_c_2_Given_a_policy_without_the_consultation_line_When_looked_at_Then_refused() => Policy.RefusesWithout("gx-p-3-2-c-2", "consultation-9110", "#9110");

    [Fact]
    public void gx_p_3_2_c_3_Given_a_new_address_of_the_page_When_composed_again_Then_only_its_sentence_changes()
    {
        var moved = Policy.Answers("consultation-page", "https://www.police.pref.gunma.jp/new-soudan");

        Assert.Contains("new-soudan", moved.Of("consultation-website"), StringComparison.Ordinal);
        Assert.Equal(["consultation-website"], moved.Text.Passages.Where(p => Policy.Text.Of(p.Block) != p.Text).Select(p => p.Block));

        // Rewritten by hand, the old address is noticed
        var stale = moved.Writes("consultation-website", Policy.Of("consultation-website")).Because("consultation-website");
        Assert.Contains("new-soudan", Assert.Single(stale.Stops).Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void gx_p_3_2_c_4_Given_only_two_of_the_three_ways_to_consult_When_looked_at_Then_the_third_is_named() => Policy.RefusesToLeaveOut("gx-p-3-2-c-4", "consultation-station");

    [Fact]
    public void gx_p_3_3_Given_a_policy_that_does_not_reserve_closing_without_notice_When_looked_at_Then_refused()
    {
        Policy.RefusesToLeaveOut("gx-p-3-3", "closure-without-notice");
        Policy.RefusesWithout("gx-p-3-3", "closure-without-notice", "予告なく");
    }

    [Fact]
    public void gx_p_5_1_Given_a_policy_that_forbids_copying_but_not_reprinting_When_looked_at_Then_refused() => Policy.RefusesWithout("gx-p-5-1", "copyright", "転載");

    [Fact]
    public void gx_p_5_2_Given_the_exceptions_without_the_stated_source_When_looked_at_Then_that_one_is_named()
    {
        Policy.RefusesWithout("gx-p-5-2", "copyright-exceptions", "出所");
        Policy.RefusesWithout("gx-p-5-2", "copyright-exceptions", "私的");
    }

    [Fact]
    public void gx_p_6_1_Given_a_policy_that_does_not_say_where_it_is_published_When_looked_at_Then_refused() => Policy.RefusesWithout("gx-p-6-1", "publication", "ホームページ");

    [Fact]
    public void gx_p_6_2_Given_a_policy_without_the_word_on_changes_When_looked_at_Then_refused() => Policy.RefusesToLeaveOut("gx-p-6-2", "change");

    [Fact]
    public void gx_p_6_3_Given_a_policy_that_announces_changes_on_one_side_only_When_looked_at_Then_the_other_is_named() => Policy.RefusesWithout("gx-p-6-3", "change-announced", "このアカウント");

    [Fact]
    public void gx_p_7_1_Given_a_policy_without_the_first_disclaimer_When_looked_at_Then_refused_and_named() => Policy.RefusesToLeaveOut("gx-p-7-1", "disclaimer-use");

    [Fact]
    public void gx_p_7_2_Given_a_page_that_lost_the_second_disclaimer_When_compared_Then_it_is_reported_by_name()
    {
        var page = string.Join("<br>", Policy.Text.Passages.Where(p => p.Block != "disclaimer-replies").Select(p => p.Text));

        Assert.Equal("免責２（返信・リポスト）", Assert.Single(Policy.Text.MissingOn(page)).Name.Ja);
        Assert.Empty(Policy.Text.MissingOn(page + Policy.Of("disclaimer-replies").Replace("、", "、 \n", StringComparison.Ordinal)));
    }

    [Fact]
    public void gx_p_7_3_Given_a_disclaimer_that_names_only_disputes_among_users_When_looked_at_Then_the_missing_half_is_marked() =>
        Policy.RefusesWithout("gx-p-7-3", "disclaimer-disputes", "第三者");
}

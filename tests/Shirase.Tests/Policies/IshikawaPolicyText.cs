using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The policy of a unit of 石川県警察: the annex is a guide, so what is left out asks for a reason; blanks are refused.</summary>
public sealed class IshikawaPolicyText
{
    private static PolicyBench Policy => PolicyBench.Ishikawa;

    [Fact]
    public void Given_the_model_and_the_register_When_composed_Then_nothing_stops_the_policy()
    {
        Assert.Empty(Policy.Stops);
        Assert.All(Policy.Findings, f => Assert.Equal("law", f.Kind));
    }

    [Theory]
    [InlineData("〇〇課が運用します。", "〇〇課")]
    [InlineData("令和〇年からです。", "〇年")]
    [InlineData("交通部○○課長", "○○課長")]
    [InlineData("担当：＿＿＿＿", "＿＿")]
    [InlineData("{unit}が運用します。", "{unit}")]
    public void is_2_2_a_Given_a_placeholder_left_in_the_draft_When_looked_at_Then_refused_and_shown(string text, string shown)
    {
        var finding = Policy.Writes("issuer", text + "交通部交通企画課").Because("issuer").Stops[0];

        Assert.Equal(("placeholder", Effect.Refuse), (finding.Kind, finding.Effect));
        Assert.Contains(shown, finding.Message.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("二〇二六年六月一日")]
    [InlineData("百二〇号")]
    public void Given_a_zero_in_a_number_written_in_kanji_When_looked_at_Then_it_is_no_placeholder(string number) =>
        Assert.Empty(Policy.Writes("issuer", $"交通部交通企画課 {number}").Because("issuer").Stops);

    [Fact]
    public void is_2_2_a_Given_sections_left_out_or_rewritten_When_looked_at_Then_a_reason_is_asked_and_an_empty_one_is_refused()
    {
        Policy.AsksWhyLeftOut("is-t-7", "urgent");

        var rewritten = Policy.Writes("agreement", "内容に同意いただける方が御利用ください。");
        Assert.Equal(("rewritten", Effect.Warn), (Assert.Single(rewritten.Stops).Kind, rewritten.Stops[0].Effect));
        Assert.Empty(rewritten.Because("agreement").Stops);

        Assert.Equal(Effect.Refuse, Assert.Single(Policy.Writes("agreement", "  ").Because("agreement").Stops).Effect);
    }

    [Fact]
    public void is_t_0_a_Given_an_account_on_X_When_composed_Then_title_and_platform_come_from_the_register_with_the_name_of_the_day()
    {
        Assert.Equal("石川県警察交通企画課Ｘ（旧ツイッター）運用ポリシー", Policy.Text.Title);
        Assert.Equal("石川県警察交通企画課ツイッター運用ポリシー", Policy.On(2020, 6, 11).Text.Title);
        var facebook = Policy with { Subject = Policy.Subject with { Channel = "facebook" } };
        Assert.Contains("Facebook", facebook.Text.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("〇", Policy.Text.ToJson(), StringComparison.Ordinal);
        Assert.Contains((Policy with { Subject = Policy.Subject with { Channel = "unheard-of" } }).Stops, f => f.Kind == "placeholder" && f.Block == "title");
    }

    [Fact]
    public void is_t_0_b_Given_another_name_than_the_register_When_looked_at_Then_both_are_shown_and_a_reason_is_asked()
    {
        var other = Policy.Writes("preamble", "「石川県警交通課」（以下「本アカウント」といいます。）の運用について定めます。");

        var finding = other.Stops.First(f => f.Kind == "says");
        Assert.Equal((Effect.Warn, "is-t-0-b"), (finding.Effect, finding.Clause));
        Assert.Contains("石川県警察交通企画課", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("石川県警交通課", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Empty(other.Because("preamble").Stops);
    }

    [Fact]
    public void is_t_0_c_Given_a_policy_that_does_not_ask_for_agreement_When_looked_at_Then_a_reason_is_asked() => Policy.AsksWhyWithout("is-t-0-c", "agreement", "同意");

    [Fact]
    public void is_t_1_1_Given_a_renamed_unit_When_composed_again_Then_every_sentence_has_the_new_name_and_a_rewritten_one_is_noticed()
    {
        var renamed = Policy with { Subject = Policy.Subject with { Unit = "交通総務課" } };

        Assert.Contains("交通部交通総務課", renamed.Of("operating-unit"), StringComparison.Ordinal);
        Assert.Contains("交通部交通総務課", renamed.Of("issuer"), StringComparison.Ordinal);
        var kept = renamed.Writes("operating-unit", Policy.Of("operating-unit"));
        Assert.Contains(kept.Stops, f => f.Kind == "says" && f.Clause == "is-t-1-1" && f.Message.Ja.Contains("交通総務課", StringComparison.Ordinal));
    }

    [Fact]
    public void is_t_1_2_Given_a_handle_that_differs_in_one_letter_When_looked_at_Then_refused_whatever_the_reason_and_both_are_shown()
    {
        var finding = Assert.Single(Policy.Writes("account-name", "アカウント名：＠ishikawa_kotu").Because("account-name").Stops);

        Assert.Equal((Effect.Refuse, "is-t-1-2"), (finding.Effect, finding.Clause));
        Assert.Contains("＠ishikawa_kotsu", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("＠ishikawa_kotu」", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_1_3_a_Given_the_category_of_the_form_When_composed_Then_the_policy_names_it_in_the_same_words() => Category("is-t-1-3-a", "content-crime", "nearby-crime");

    [Fact]
    public void is_t_1_3_b_Given_the_category_of_the_form_When_composed_Then_the_policy_names_it_in_the_same_words() => Category("is-t-1-3-b", "content-traffic", "traffic-accident");

    [Fact]
    public void is_t_1_3_c_Given_the_category_of_the_form_When_composed_Then_the_policy_names_it_in_the_same_words() => Category("is-t-1-3-c", "content-events", "events");

    [Fact]
    public void is_t_1_4_Given_the_hours_as_data_When_composed_Then_the_text_is_made_of_them_and_other_hours_are_refused()
    {
        Assert.Contains("平日（祝日及び12月29日から1月3日までを除く。）の9時から17時まで", Policy.Of("hours"), StringComparison.Ordinal);

        var finding = Assert.Single(Policy.Writes("hours", "発信する時間帯：平日の10時から16時まで").Because("hours").Stops);
        Assert.Equal((Effect.Refuse, "is-t-1-4"), (finding.Effect, finding.Clause));
    }

    [Fact]
    public void is_t_1_5_Given_a_policy_that_does_not_reserve_an_end_without_notice_When_looked_at_Then_a_reason_is_asked() =>
        Policy.AsksWhyWithout("is-t-1-5", "end-without-notice", "予告なく");

    [Fact]
    public void is_t_2_1_a_Given_a_policy_silent_on_its_care_When_looked_at_Then_a_reason_is_asked() => Policy.AsksWhyLeftOut("is-t-2-1-a", "accuracy-care");

    [Fact]
    public void is_t_2_1_b_Given_the_disclaimer_of_accuracy_is_removed_When_looked_at_Then_a_reason_is_asked_and_kept() => Policy.AsksWhyLeftOut("is-t-2-1-b", "accuracy-no-guarantee");

    [Fact]
    public void is_t_2_2_Given_a_disclaimer_of_one_case_only_When_looked_at_Then_the_other_is_named()
    {
        Policy.AsksWhyWithout("is-t-2-2", "damage", "利用したこと");
        Policy.AsksWhyWithout("is-t-2-2", "damage", "利用できなかったこと");
    }

    [Fact]
    public void is_t_2_3_Given_the_disclaimer_on_comments_is_absent_When_looked_at_Then_it_is_named_and_a_reason_is_asked()
    {
        Policy.AsksWhyLeftOut("is-t-2-3", "user-comments");

        // Other words do not hide the block
        Assert.DoesNotContain(Policy.Writes("user-comments", "いただいたコメントの内容は、運用所属の責任の外にあります。").Because("user-comments").Findings, f => f.Kind is "left-out" or "says");
    }

    [Fact]
    public void is_t_2_4_Given_disputes_among_users_only_When_looked_at_Then_the_third_party_is_pointed_out() => Policy.AsksWhyWithout("is-t-2-4", "disputes", "第三者");

    [Fact]
    public void is_t_4_1_Given_a_policy_edited_to_promise_replies_When_looked_at_Then_refused_with_reference_to_sending_only()
    {
        var finding = Policy.Writes("no-replies", "寄せられた発信には、できるだけ返信します。").Because("no-replies").Stops.Single();

        Assert.Equal(("conflict", Effect.Refuse, "is-3-5-b"), (finding.Kind, finding.Effect, finding.Clause));
        Assert.Contains("3(5)", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_4_2_Given_the_sentence_on_direct_messages_When_changed_or_removed_Then_refused_because_it_is_locked()
    {
        Assert.Contains("ダイレクトメッセージ", Policy.Of("no-direct-messages"), StringComparison.Ordinal);
        Policy.RefusesToLeaveOut("is-t-4-2", "no-direct-messages");

        var finding = Assert.Single(Policy.Writes("no-direct-messages", "ダイレクトメッセージを受け付けます。").Because("no-direct-messages").Stops);
        Assert.Equal(("locked", Effect.Refuse, "is-t-4-2"), (finding.Kind, finding.Effect, finding.Clause));
    }

    [Fact]
    public void is_t_5_Given_an_ordinance_that_ended_When_a_policy_cites_it_Then_end_and_successor_are_named_and_nothing_is_replaced()
    {
        var outline = Policy.Regulation.Policy!;
        var ended = outline.Laws[0] with { To = new(2023, 3, 31), Successor = "個人情報の保護に関する法律施行条例" };
        var bench = Policy with { Regulation = Policy.Regulation with { Policy = outline with { Laws = [ended] } }, Fill = Policy.Fill with { Reasons = new Dictionary<string, string>() } };

        var finding = Assert.Single(bench.On(2025, 4, 1).Stops);

        Assert.Equal((Effect.Warn, "is-t-5"), (finding.Effect, finding.Clause));
        Assert.Contains("令和5年3月31日", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("個人情報の保護に関する法律施行条例", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("平成15年石川県条例第2号", bench.On(2025, 4, 1).Of("personal-data"), StringComparison.Ordinal);
        Assert.Empty(bench.On(2025, 4, 1).Because("personal-data", "改訂までの間、現行の案内として残す。").Stops);

        // In its time nothing was wrong with it but that nobody confirmed it
        Assert.Contains("確かめられていません", Assert.Single(bench.On(2020, 4, 1).Stops).Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_6_Given_a_policy_that_does_not_reserve_changes_without_notice_When_looked_at_Then_a_reason_is_asked() => Policy.AsksWhyWithout("is-t-6", "change", "予告なく");

    [Fact]
    public void is_t_7_Given_a_policy_that_forgets_one_of_the_places_to_call_When_looked_at_Then_it_is_named()
    {
        foreach (var place in new[] { "110番", "警察署", "交番", "駐在所" })
        {
            Policy.AsksWhyWithout("is-t-7", "urgent", place);
        }
    }

    [Fact]
    public void is_t_8_Given_no_address_of_the_page_for_complaints_When_looked_at_Then_it_is_asked_for_by_name()
    {
        var finding = Assert.Single(Policy.Answers("inquiry-page", "").Stops);

        Assert.Equal((Effect.Refuse, "is-t-8"), (finding.Effect, finding.Clause));
        Assert.Contains("相談・苦情等窓口", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_9_a_Given_adoption_on_1_April_2025_When_composed_Then_it_ends_with_the_day_in_the_era_and_nobody_types_another()
    {
        Assert.Equal("令和7年4月1日", Policy.On(2025, 4, 1).Of("adopted-on"));
        Assert.Contains(Policy.Writes("adopted-on", "令和6年4月1日").Stops, f => f.Kind == "locked" && f.Clause == "is-t-9-a");
    }

    [Fact]
    public void is_t_9_b_Given_the_register_When_composed_Then_the_policy_ends_with_department_and_unit_as_in_its_first_section()
    {
        Assert.Equal("石川県警察交通部交通企画課", Policy.Of("issuer"));
        Assert.Contains("交通部交通企画課", Policy.Of("operating-unit"), StringComparison.Ordinal);
        Policy.AsksWhyWithout("is-t-9-b", "issuer", "交通企画課");
    }

    // The form offers the classes of the same list: neither can drift from the other
    private static void Category(string clause, string block, string category)
    {
        var name = Policy.Regulation.ContentClasses.Single(c => c.Id == category);
        Assert.Equal(clause, name.Clause);
        Assert.Contains(name.Name.Ja, Policy.Of(block), StringComparison.Ordinal);
        Policy.AsksWhyLeftOut(clause, block);
        Policy.AsksWhyWithout(clause, block, name.Name.Ja);
    }
}

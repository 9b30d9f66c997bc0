using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The fourteen prohibited acts: each is dictated by a clause of its own, keeps its place and its aspects.</summary>
public sealed class GunmaProhibitedActs
{
    private static PolicyBench Policy => PolicyBench.Gunma;

    [Fact]
    public void gx_p_4_0_1_Given_a_list_of_thirteen_When_looked_at_Then_the_missing_act_is_named()
    {
        Assert.Equal(14, Policy.Regulation.Policy!.Acts.Count);
        foreach (var act in Policy.Regulation.Policy.Acts)
        {
            Policy.RefusesToLeaveOut(act.Clause, act.Id);
        }
    }

    [Fact]
    public void gx_p_4_0_2_Given_a_policy_without_the_threshold_or_the_deletion_When_looked_at_Then_refused()
    {
        Policy.RefusesWithout("gx-p-4-0-2", "deletion-without-notice", "おそれ");
        Policy.RefusesWithout("gx-p-4-0-2", "deletion-without-notice", "予告なく");
    }

    [Fact]
    public void gx_p_4_0_3_Given_a_policy_that_does_not_announce_blocking_When_looked_at_Then_refused() =>
        Policy.RefusesWithout("gx-p-4-0-3", "blocking-without-notice", "ブロック");

    [Fact]
    public void gx_p_4_1_Given_the_item_without_the_risk_of_breaking_the_law_When_looked_at_Then_refused() => Act(1, "illegal", "法令", "おそれ");

    [Fact]
    public void gx_p_4_2_Given_the_item_without_a_target_or_an_aspect_When_looked_at_Then_each_gap_is_refused() => Act(2, "defamation", "個人", "団体", "名誉", "信用", "誹謗");

    [Fact]
    public void gx_p_4_3_Given_the_item_with_one_of_politics_and_religion_only_When_looked_at_Then_refused() => Act(3, "politics-religion", "政治", "宗教");

    [Fact]
    public void gx_p_4_4_Given_the_item_without_a_holder_or_a_right_When_looked_at_Then_each_gap_is_refused() => Act(4, "ip-portrait", "第三者", "知的財産権", "肖像権");

    [Fact]
    public void gx_p_4_5_Given_the_item_without_one_kind_of_trade_When_looked_at_Then_refused() => Act(5, "commercial", "広告", "宣伝", "勧誘", "営業");

    [Fact]
    public void gx_p_4_6_Given_the_item_without_fostering_discrimination_When_looked_at_Then_refused() => Act(6, "discrimination", "あおる");

    [Fact]
    public void gx_p_4_7_Given_the_item_without_public_order_When_looked_at_Then_refused() => Act(7, "public-order", "公の秩序");

    [Fact]
    public void gx_p_4_8_Given_the_item_without_forgery_falsehood_or_rumour_When_looked_at_Then_refused() => Act(8, "false-rumour", "偽造", "虚偽", "風評");

    [Fact]
    public void gx_p_4_9_Given_the_item_without_consent_or_one_of_its_acts_When_looked_at_Then_refused() => Act(9, "privacy", "承諾", "特定", "開示", "漏らす");

    [Fact]
    public void gx_p_4_10_Given_the_item_that_forgets_third_parties_When_looked_at_Then_refused() => Act(10, "impersonation", "利用者", "第三者");

    [Fact]
    public void gx_p_4_11_Given_the_item_without_what_makes_programs_harmful_When_looked_at_Then_refused() => Act(11, "malware", "有害");

    [Fact]
    public void gx_p_4_12_Given_the_item_without_partial_alteration_When_looked_at_Then_refused() => Act(12, "alteration", "全部", "一部");

    [Fact]
    public void gx_p_4_13_Given_the_item_without_the_missing_relation_When_looked_at_Then_refused() => Act(13, "irrelevant", "関係のない");

    [Fact]
    public void gx_p_4_14_Given_the_item_that_does_not_say_who_judges_When_looked_at_Then_refused() => Act(14, "other-acts", "運用者", "不適切");

    private static void Act(int number, string code, params string[] aspects)
    {
        var clause = $"gx-p-4-{number}";
        Assert.Equal((code, clause), (Policy.Regulation.Policy!.Acts[number - 1].Id, Policy.Regulation.Policy.Acts[number - 1].Clause));
        Assert.True(Policy.Text.Passages.Single(p => p.Block == code).IsItem);
        foreach (var aspect in aspects)
        {
            Policy.RefusesWithout(clause, code, aspect);
        }
    }
}

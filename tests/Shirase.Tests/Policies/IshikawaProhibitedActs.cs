using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>What users of an account of 石川県警察 must not do: named in public, each item with its own clause, none dropped without a reason.</summary>
public sealed class IshikawaProhibitedActs
{
    private static PolicyBench Policy => PolicyBench.Ishikawa;

    [Fact]
    public void is_t_3_0_Given_a_policy_that_does_not_announce_measures_When_looked_at_Then_a_reason_is_asked() => Policy.AsksWhyWithout("is-t-3-0", "measures", "ブロック");

    [Fact]
    public void is_t_3_1_Given_the_item_without_consent_When_looked_at_Then_it_is_named() => Act(0, "is-t-3-1", "personal-information", "承諾", "特定", "開示", "漏らす");

    [Fact]
    public void is_t_3_2_Given_the_item_without_a_target_or_an_aspect_When_looked_at_Then_it_is_named() => Act(1, "is-t-3-2", "honour", "石川県警察", "第三者", "名誉", "信用", "中傷");

    [Fact]
    public void is_t_3_3_Given_the_item_without_one_of_the_rights_When_looked_at_Then_it_is_named() => Act(2, "is-t-3-3", "rights", "著作権", "肖像権", "知的財産権");

    [Fact]
    public void is_t_3_4_Given_the_item_that_forgets_third_parties_When_looked_at_Then_it_is_named() => Act(3, "is-t-3-4", "impersonation", "利用者", "第三者");

    [Fact]
    public void is_t_3_5_Given_the_item_with_law_only_or_morals_only_When_looked_at_Then_the_other_is_named() => Act(4, "is-t-3-5", "law-and-morals", "法令", "公序良俗");

    [Fact]
    public void is_t_3_6_Given_the_item_without_trade_When_looked_at_Then_it_is_named() => Act(5, "is-t-3-6", "trade", "営利");

    [Fact]
    public void is_t_3_7_Given_the_item_with_one_of_politics_and_religion_When_looked_at_Then_the_other_is_named() => Act(6, "is-t-3-7", "politics-religion", "政治", "宗教");

    [Fact]
    public void is_t_3_8_Given_an_account_on_X_When_composed_Then_the_item_names_the_operator_of_the_day_and_not_the_one_of_the_model()
    {
        Act(7, "is-t-3-8", "platform-abuse", "X Corp.");

        Assert.DoesNotContain("Twitter社", Policy.Text.ToJson(), StringComparison.Ordinal);
        Assert.Contains("Twitter社", Policy.On(2021, 4, 1).Of("platform-abuse"), StringComparison.Ordinal);
        Assert.Contains("Meta Platforms", (Policy with { Subject = Policy.Subject with { Channel = "facebook" } }).Of("platform-abuse"), StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_3_9_a_Given_the_item_without_whose_right_it_is_When_looked_at_Then_it_is_named() => Act(8, "is-t-3-9-a", "other-rights", "個人の権利");

    [Fact]
    public void is_t_3_9_b_Given_the_item_without_the_purpose_of_the_account_When_looked_at_Then_it_is_named() => Act(9, "is-t-3-9-b", "unrelated", "趣旨");

    [Fact]
    public void is_t_3_9_c_Given_the_catch_all_When_composed_Then_it_comes_last_and_names_the_unit_that_judges()
    {
        Act(10, "is-t-3-9-c", "inappropriate", "不適切");

        Assert.Contains("交通企画課", Policy.Of("inappropriate"), StringComparison.Ordinal);
        Assert.Equal(11, Policy.Regulation.Policy!.Acts.Count);
    }

    private static void Act(int at, string clause, string code, params string[] aspects)
    {
        Assert.Equal((code, clause), (Policy.Regulation.Policy!.Acts[at].Id, Policy.Regulation.Policy.Acts[at].Clause));
        Policy.AsksWhyLeftOut(clause, code);
        foreach (var aspect in aspects)
        {
            Policy.AsksWhyWithout(clause, code, aspect);
        }
    }
}

using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>岡山 4: policy, terms of use and the procedure by which an account becomes official.</summary>
public abstract class OkayamaAccountTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Office { get; } = Prefecture.Okayama(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(TestContext.Current.CancellationToken);
        store.Clock.SetJapan(2026, 5, 14, 10);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_4_2_a_Given_a_second_account_without_a_policy_When_a_post_is_sent_Then_refused()
    {
        var second = await Office.SecondAccountAsync("okayama_matsuri");
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [second.Value] });

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Contains("このアカウントの運用ポリシーがありません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public Task ok_4_2_b_Given_no_terms_adopted_When_sent_Then_refused() => OpenAsync("terms-adopted", "ok-4-2-b");

    [Fact]
    public Task ok_4_2_c_Given_no_report_When_sent_Then_refused() => OpenAsync("reported", "ok-4-2-c");

    [Fact]
    public Task ok_4_5_e_Given_the_terms_not_on_the_website_When_sent_Then_refused() => OpenAsync("terms-live", "ok-4-5-e");

    [Fact]
    public Task ok_4_5_b_Given_the_account_not_on_the_list_When_sent_Then_refused() => OpenAsync("listed", "ok-4-5-b");

    [Fact]
    public Task ok_4_6_a_Given_a_profile_without_the_unit_When_sent_Then_refused() => OpenAsync("profile-unit", "ok-4-6-a");

    [Fact]
    public Task ok_4_6_b_Given_a_profile_without_the_website_When_sent_Then_refused() => OpenAsync("profile-website", "ok-4-6-b");

    [Fact]
    public Task ok_4_7_a_Given_credentials_not_in_safe_keeping_When_sent_Then_refused() => OpenAsync("credentials-kept", "ok-4-7-a");

    [Fact]
    public async Task ok_5_1_a_Given_everything_but_the_report_When_sent_Then_refused_And_sent_once_it_is_confirmed()
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Points = p.Points.Where(x => x.Key != "reported").ToDictionary() }));
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Assert.Contains("公聴広報課への報告", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Text.Ja, StringComparison.Ordinal);

        TestKit.Posts.Office.Fine(await AllDoneAsync());

        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
        var policy = (await Office.PolicyAsync(await Office.AccountAsync()))!;
        Assert.Equal(new DateOnly(2026, 5, 14), policy.Facts().Points["reported"]);
        Assert.Equal((await Office.WhoAsync("miyake")).Staff, policy.By);
    }

    [Fact]
    public async Task ok_4_3_0_Given_a_policy_without_address_and_hours_When_adopted_Then_exactly_these_two_are_named()
    {
        var refusal = Assert.IsType<PolicyIsIncomplete>(await Office.PolicyAsync(p => p with { Address = "", From = null, To = null }));

        Assert.Equal(["アカウントのURL", "運用時間"], refusal.Items.Select(i => i.Ja));
    }

    [Fact]
    public Task ok_4_3_i_2_Given_no_address_When_adopted_Then_refused() => MissingAsync("address", "ok-4-3-i-2");

    [Fact]
    public async Task ok_4_3_i_2_Given_a_short_link_as_address_When_saved_Then_refused_and_the_full_one_is_asked_for()
    {
        var refusal = Assert.IsType<AccountAddressIsShort>(await Office.PolicyAsync(p => p with { Address = "https://bit.ly/abc" }));

        Assert.Equal("ok-4-3-i-2", refusal.Clause);
    }

    [Fact]
    public Task ok_4_3_i_4_Given_nobody_responsible_When_adopted_Then_refused() => MissingAsync("responsible", "ok-4-3-i-4");

    [Fact]
    public Task ok_4_3_u_1_Given_no_purpose_When_adopted_Then_refused() => MissingAsync("purpose", "ok-4-3-u-1");

    [Fact]
    public Task ok_4_3_u_2_Given_no_content_When_adopted_Then_refused() => MissingAsync("contents", "ok-4-3-u-2");

    [Fact]
    public Task ok_4_3_e_1_Given_no_hours_When_adopted_Then_refused() => MissingAsync("hours", "ok-4-3-e-1");

    [Fact]
    public Task ok_4_3_e_2_Given_no_word_on_questions_When_adopted_Then_refused() => MissingAsync("contributions", "ok-4-3-e-2");

    [Fact]
    public Task ok_4_3_e_3_Given_no_other_methods_When_adopted_Then_refused() => MissingAsync("other-methods", "ok-4-3-e-3");

    [Fact]
    public async Task ok_4_3_e_3_Given_a_policy_silent_on_reposts_When_a_repost_is_filed_Then_refused()
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { MayRepost = false }));
        var id = await Office.BeginAsync(await Office.RepostAsync());

        var refusal = await Office.SubmitAsync(id);
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { MayRepost = true }));

        Assert.Equal("ok-4-3-e-3", Assert.IsType<PolicyHasNoReposts>(refusal).Clause);
        Assert.Contains("運用ポリシーに再投稿の定めがありません", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public Task ok_4_3_o_Given_no_word_on_personal_information_When_adopted_Then_refused() => MissingAsync("personal-information", "ok-4-3-o");

    [Fact]
    public async Task ok_4_3_o_Given_a_law_whose_validity_has_ended_When_adopted_Then_its_end_is_shown_and_a_reason_or_another_is_asked_for()
    {
        var refusal = Assert.IsType<LawHasEnded>(await Office.PolicyAsync(p => p with { Law = "岡山県個人情報保護条例", LawUntil = new(2023, 3, 31) }));
        Assert.Equal("ok-4-3-o", refusal.Clause);
        Assert.Contains("2023年3月31日で効力を失っています", refusal.Text.Ja, StringComparison.Ordinal);

        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Law = "岡山県個人情報保護条例", LawUntil = new(2023, 3, 31), LawReason = "経過措置により残る。" }));
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Law = "個人情報の保護に関する法律", LawUntil = null, LawReason = "" }));
    }

    [Fact]
    public async Task ok_4_4_0_Given_terms_without_disclaimer_When_adopted_Then_refused_and_named()
    {
        var refusal = Assert.IsType<PolicyIsIncomplete>(await Office.PolicyAsync(p => p with { Disclaimer = "" }));

        Assert.Equal(["免責事項"], refusal.Items.Select(i => i.Ja));
    }

    [Fact]
    public Task ok_4_4_a_Given_no_rules_for_users_When_adopted_Then_refused() => MissingAsync("user-rules", "ok-4-4-a");

    [Fact]
    public Task ok_4_4_i_Given_no_word_on_intellectual_property_When_adopted_Then_refused() => MissingAsync("intellectual-property", "ok-4-4-i");

    [Fact]
    public Task ok_4_4_u_Given_no_disclaimer_When_adopted_Then_refused() => MissingAsync("disclaimer", "ok-4-4-u");

    [Fact]
    public async Task ok_4_2_a_Given_a_changed_policy_When_saved_without_a_reason_Then_refused_And_with_one_both_versions_stay()
    {
        Assert.IsType<PolicyNeedsReason>(await Office.PolicyAsync(p => p with { Purpose = "新しい目的" }, why: ""));
        var before = (await Office.PolicyAsync(await Office.AccountAsync()))!;

        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Purpose = "県内の魅力を伝える。" }, why: "年度の見直し"));

        var after = (await Office.PolicyAsync(before.Account))!;
        Assert.Equal((before.Number + 1, "年度の見直し"), (after.Number, after.Why));
    }

    [Fact]
    public async Task ok_4_2_a_Given_staff_who_are_not_the_head_When_they_enter_the_policy_Then_refused()
    {
        var refusal = Assert.IsType<OnlyWhoAnswersEnters>(await Office.PolicyAsync(p => p with { Purpose = "別" }, login: "namba"));

        Assert.Equal("ok-4-2-a", refusal.Clause);
        Assert.IsType<OnlyWhoAnswersEnters>(await Office.PolicyAsync(p => p with { Purpose = "別" }, login: "okayama-admin"));
    }

    [Fact]
    public async Task ok_4_1_a_Given_the_register_When_accounts_are_read_Then_each_belongs_to_exactly_one_unit()
    {
        var account = await Office.AccountAsync();

        var owner = await store.DbAsync(async db => (await db.Accounts.FindAsync(account))!.Owner, Office.Body);

        Assert.NotEqual(Guid.Empty, owner.Value);
    }

    private static Func<PolicyFacts, PolicyFacts> Without(string item) => p => item switch
    {
        "address" => p with { Address = "" },
        "responsible" => p with { Responsible = "" },
        "purpose" => p with { Purpose = "" },
        "contents" => p with { Contents = "" },
        "hours" => p with { From = null, To = null },
        "contributions" => p with { Contributions = "" },
        "other-methods" => p with { OtherMethods = "" },
        "personal-information" => p with { PersonalInformation = "" },
        "user-rules" => p with { UserRules = "" },
        "intellectual-property" => p with { IntellectualProperty = "" },
        "disclaimer" => p with { Disclaimer = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Unknown item."),
    };

    private async Task MissingAsync(string item, string clause)
    {
        var refusal = Assert.IsType<PolicyIsIncomplete>(await Office.PolicyAsync(Without(item)));

        Assert.Equal(clause, refusal.Clause);
        Assert.Contains(Assert.Single(refusal.Items).Ja, refusal.Text.Ja, StringComparison.Ordinal);
    }

    private async Task OpenAsync(string point, string clause)
    {
        TestKit.Posts.Office.Fine(await Office.PolicyAsync(p => p with { Points = p.Points.Where(x => x.Key != point).ToDictionary() }));
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = await Office.PublishAsync(id);
        TestKit.Posts.Office.Fine(await AllDoneAsync());

        Assert.Equal(clause, Assert.IsType<GateIsClosed>(refusal).Clause);
        var name = TestStore.Regulations.Versions("okayama-social-media")[0].AccountPoints.Single(x => x.Id == point).Name.Ja;
        Assert.Contains($"未了：{name}", refusal.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    private Task<Refusal?> AllDoneAsync() => Office.PolicyAsync(p => p with
    {
        Points = TestStore.Regulations.Versions("okayama-social-media")[0].AccountPoints.ToDictionary(x => x.Id, x => p.Points.GetValueOrDefault(x.Id)),
    });
}

public sealed class OkayamaAccountOnSqlite(SqlitePrefectures store) : OkayamaAccountTests(store), IClassFixture<SqlitePrefectures>;

public sealed class OkayamaAccountOnPostgres(PostgresPrefectures store) : OkayamaAccountTests(store), IClassFixture<PostgresPrefectures>;

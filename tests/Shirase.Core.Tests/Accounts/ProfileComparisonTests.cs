using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Accounts;

/// <summary>What a profile lacks, and a text that would not.</summary>
public sealed class ProfileComparisonTests
{
    private static readonly Uri Site = new("https://www.pref.example.lg.jp/");

    private static readonly ProfileFacts Facts = new("reiji_koho", "例示県広報", "広報課", "例示県", Site, new("https://www.pref.example.lg.jp/policy"), "send-only");

    private static readonly IReadOnlyList<ProfileRule> Rules =
    [
        Rule("handle", ProfileAspect.Handle), Rule("name", ProfileAspect.Name), Rule("unit", ProfileAspect.Unit), Rule("operator", ProfileAspect.Operator), Rule("website", ProfileAspect.Website),
        Rule("policy", ProfileAspect.Policy), Rule("follows-nobody", ProfileAspect.FollowsNobody), Rule("mark", ProfileAspect.Mark),
        Rule("send-only", ProfileAspect.Says) with { Says = ["情報発信のみ", "発信専用"], Mode = "send-only" },
        Rule("community", ProfileAspect.Says) with { Says = ["交流の場"], Mode = "community" },
    ];

    private static readonly PlatformProfile Good = new(
        "例示県広報", "例示県広報課の公式アカウント（発信専用）。https://www.pref.example.lg.jp/policy", ["https://www.pref.example.lg.jp/"], true, 0, [])
    {
        Handle = "Reiji_Koho",
    };

    [Fact]
    public void Given_a_profile_that_shows_everything_When_compared_Then_nothing_is_missing() => Assert.Empty(Lacks(Good));

    [Theory]
    [InlineData("name", "例示県の広報", null)]
    [InlineData("unit", null, "例示県の公式アカウント（発信専用）。https://www.pref.example.lg.jp/policy")]
    [InlineData("operator", null, "広報課の公式アカウント（発信専用）。https://www.pref.example.lg.jp/policy")]
    [InlineData("policy", null, "例示県広報課の公式アカウント（発信専用）。https://www.pref.example.lg.jp/old-policy")]
    [InlineData("send-only", null, "例示県広報課の公式アカウント。https://www.pref.example.lg.jp/policy")]
    public void Given_one_thing_changed_When_compared_Then_just_that_is_missing(string missing, string? name, string? text) =>
        Assert.Equal([missing], Lacks(Good with { Name = name ?? Good.Name, Text = text ?? Good.Text }));

    [Theory]
    [InlineData("reiji_kanko", true)]
    [InlineData("", false)]
    public void ok_4_5_c_Given_another_handle_on_the_platform_When_compared_Then_links_to_it_fail(string handle, bool isMissing) =>
        Assert.Equal(isMissing ? ["handle"] : [], Lacks(Good with { Handle = handle }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(160, true)]
    [InlineData(100, false)]
    public void is_t_7_Given_room_in_the_profile_When_the_text_is_proposed_Then_it_tells_where_emergencies_are_told(int longest, bool isThere)
    {
        IReadOnlyList<ProfileRule> rules = [.. Rules, Rule("emergency", ProfileAspect.Says) with { Says = ["事件・事故の通報は110番へ"], IsOnlyProposed = true }];

        Assert.Equal(isThere, ProfileComparison.Propose(rules, Facts, longest).EndsWith("110番へ。", StringComparison.Ordinal));
        Assert.Empty(ProfileComparison.Lacks(Good, rules, Facts, _ => true, false));
    }

    [Fact]
    public void ok_4_6_b_Given_only_a_campaign_page_of_a_contractor_When_compared_Then_it_is_not_the_official_address() =>
        Assert.Equal(["website"], Lacks(Good with { Links = ["https://campaign.example.com/"] }, u => u.Host == Site.Host && u.AbsolutePath == "/"));

    [Fact]
    public void gx_8_1_2_Given_it_follows_two_accounts_When_compared_Then_both_are_named()
    {
        var lack = Assert.Single(ProfileComparison.Lacks(Good with { Following = 2, Followed = ["one", "two"] }, Rules, Facts, _ => true, false));

        Assert.Equal("follows-nobody", lack.Rule.Id);
        Assert.Equal("2件のアカウントをフォローしています：@one、@two", lack.Words.Ja);
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(null, true, false)]
    public void to_7_1_i_Given_a_mark_When_it_was_there_and_is_not_now_Then_it_is_missing(bool? now, bool before, bool isMissing) =>
        Assert.Equal(isMissing ? ["mark"] : [], ProfileComparison.Lacks(Good with { IsMarked = now }, Rules, Facts, _ => true, before).Select(l => l.Rule.Id));

    [Fact]
    public void to_5_1_i_1_Given_another_mode_When_compared_Then_another_sentence_is_asked_for() =>
        Assert.Equal(["community"], ProfileComparison.Lacks(Good, Rules, Facts with { Mode = "community" }, _ => true, false).Select(l => l.Rule.Id));

    [Fact]
    public void ok_4_6_a_Given_the_proposed_text_When_it_stands_Then_nothing_is_missing()
    {
        var proposed = ProfileComparison.Propose(Rules, Facts);

        Assert.Equal("例示県広報課の公式アカウントです。\n情報発信のみ。\n公式ホームページ https://www.pref.example.lg.jp/\n運用ポリシー https://www.pref.example.lg.jp/policy", proposed);
        Assert.Empty(Lacks(Good with { Text = proposed, Links = [] }));
    }

    [Fact]
    public void ok_4_6_a_Given_a_change_nobody_announced_When_seen_Then_it_is_news_once_and_stays_until_owned()
    {
        var look = new ProfileLook(new(Guid.NewGuid()), new("okayama"));
        var at = new DateTimeOffset(2026, 6, 11, 1, 0, 0, TimeSpan.Zero);
        Assert.False(look.Saw(Good, [], at));
        Assert.False(look.Saw(Good with { Following = 3 }, ["follows-nobody"], at));
        Assert.True(look.Saw(Good with { Text = "乗っ取りました" }, ["unit"], at.AddDays(1)));
        Assert.False(look.Saw(Good, [], at.AddDays(2)));
        Assert.Equal((at.AddDays(1), Good.Text), (look.ChangedAt!.Value, look.Before!.Text));

        Assert.IsType<ProfileChangeNeedsReason>(look.Own(new(new(Guid.NewGuid()), at, " "), "ok-4-6-a"));
        Assert.Null(look.Own(new(new(Guid.NewGuid()), at, "広報課が直した"), "ok-4-6-a"));
        Assert.IsType<ProfileChangeIsSettled>(look.Own(new(new(Guid.NewGuid()), at, "広報課が直した"), "ok-4-6-a"));
        Assert.Null(look.Before);
    }

    private static List<string> Lacks(PlatformProfile profile, Func<Uri, bool>? opens = null) =>
        [.. ProfileComparison.Lacks(profile, Rules, Facts, opens ?? (u => u.Host == Site.Host), false).Select(l => l.Rule.Id)];

    private static ProfileRule Rule(string id, ProfileAspect aspect) => new(id, aspect, "x-1", new(id, id), [], null, null);
}

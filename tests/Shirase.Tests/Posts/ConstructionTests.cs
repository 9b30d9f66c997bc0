using System.Reflection;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What the program has no way to do.</summary>
public sealed class ConstructionTests
{
    private static readonly string[] Known =
    [
        "PublishAsync", "RemoveAsync", "ReadAsync", "FindAsync", "ListAsync", "WhoAmIAsync", "LookUpAsync", "ProfileOf", "ProfileAsync",
        "CostOf", "ConsentAt", "RedeemAsync", "RevokeAsync", "HealthAsync", "ExchangeAsync", "CommentsAsync", "HideAsync",
    ];

    [Fact]
    public void gx_8_1_2_Given_the_contract_of_all_channels_When_its_members_are_listed_Then_there_is_nothing_to_follow_or_like_with()
    {
        var channels = typeof(IChannel).Assembly.GetTypes().Where(t => t.IsInterface && typeof(IChannel).IsAssignableFrom(t)).ToList();

        Assert.Contains(typeof(ILiveChannel), channels);
        Assert.All(channels.SelectMany(c => c.GetMethods()).Where(m => !m.IsSpecialName), m => Assert.Contains(m.Name, Known));
    }

    [Fact]
    public void gx_p_3_2_a_2_Given_what_people_can_do_When_the_verbs_are_listed_Then_none_follows_or_replies()
    {
        Assert.DoesNotContain(KnownControls.Verbs, v => v.Contains("follow", StringComparison.Ordinal) || v.Contains("reply", StringComparison.Ordinal));
        Assert.Contains("no-follow", KnownControls.Constructions);
    }

    [Fact]
    public void gx_8_1_1_Given_a_delivery_When_its_parts_are_listed_Then_none_can_name_a_post_to_answer()
    {
        var parts = typeof(Delivery).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal);

        // What is continued is a post that was sent from here before, of the same account (is-3-5-a)
        Assert.Equal(["Account", "At", "ContinuationOf", "Images", "Key", "NotBefore", "RepostOf", "Text"], parts);
    }
}

using System.Reflection;
using Shirase.Core;
using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Drill;

public sealed class DrillChannelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Given_the_types_of_live_channels_When_looked_through_Then_no_drill_message_fits_any_of_them()
    {
        var parameters = typeof(ILiveChannel).GetMethods().SelectMany(m => m.GetParameters()).Select(p => p.ParameterType).ToList();

        Assert.Contains(typeof(LiveDelivery), parameters);
        Assert.DoesNotContain(parameters, p => p.IsAssignableFrom(typeof(DrillDelivery)));
        Assert.False(typeof(LiveDelivery).IsAssignableFrom(typeof(DrillDelivery)));
        Assert.True(typeof(LiveDelivery).IsSealed);
        Assert.True(typeof(DrillDelivery).IsSealed);
        Assert.DoesNotContain(
            typeof(LiveDelivery).GetConstructors(BindingFlags.Public | BindingFlags.Instance).SelectMany(c => c.GetParameters()),
            p => p.ParameterType.IsAssignableFrom(typeof(DrillDelivery)));
    }

    [Fact]
    public void Given_all_channels_When_looked_through_Then_none_is_live_and_drill()
    {
        var channels = typeof(Registration).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IChannel))).ToList();

        Assert.True(channels.Count >= 3);
        Assert.All(channels, c => Assert.NotEqual(c.IsAssignableTo(typeof(ILiveChannel)), c.IsAssignableTo(typeof(IDrillChannel))));
    }

    [Theory]
    [InlineData("避難所を開設しました")]
    [InlineData("")]
    [InlineData("【訓練】避難所を開設しました")]
    public async Task Given_any_text_When_published_in_a_drill_Then_it_starts_with_the_mark_once(string text)
    {
        var drill = new DrillUnderTest();

        var published = Assert.IsType<DeliveryOutcome.Published>(await drill.PublishAsync(drill.Letter(text), Ct));

        var read = await drill.ReadAsync(published.Id, Ct);
        Assert.StartsWith(DrillDelivery.Mark, read!.Text, StringComparison.Ordinal);
        Assert.Equal(0, read.Text.LastIndexOf(DrillDelivery.Mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_partners_post_When_reposted_Then_author_text_and_mark_are_shown()
    {
        var drill = new DrillUnderTest();
        await drill.Timeline.AddAsync(
            new(drill.Account.Body, "partner-1", "pref_gunma_drill", "大雨に警戒してください", [], DateTimeOffset.UnixEpoch), Ct);

        var letter = drill.Letter("") with { RepostOf = "https://shirase.example/drill/gunma-police/posts/partner-1" };
        var published = Assert.IsType<DeliveryOutcome.Published>(await drill.PublishAsync(letter, Ct));

        var read = await drill.ReadAsync(published.Id, Ct);
        Assert.Equal("【訓練】大雨に警戒してください", read!.Text);
        Assert.Equal("pref_gunma_drill", read.OriginalAuthorHandle);
        Assert.Equal("gunma_drill", read.AuthorHandle);
    }

    [Fact]
    public async Task Given_a_partners_repost_When_looked_up_Then_the_original_author_is_named()
    {
        var drill = new DrillUnderTest();
        await drill.Timeline.AddAsync(
            new(drill.Account.Body, "p2", "pref_gunma_drill", "断水のお知らせ", [], DateTimeOffset.UnixEpoch, "somebody", "https://shirase.example/drill/gunma-police/posts/p1"),
            Ct);

        var found = await drill.Channel.LookUpAsync(drill.Account, "https://shirase.example/drill/gunma-police/posts/p2", Ct);

        Assert.Equal("somebody", found?.OriginalAuthorHandle);
        Assert.Equal("pref_gunma_drill", found?.AuthorHandle);
    }

    [Theory]
    [InlineData("https://x.com/drill/gunma-police/posts/p1")]
    [InlineData("https://shirase.example/drill/ishikawa-police/posts/p1")]
    [InlineData("https://shirase.example/drill/gunma-police/posts/")]
    [InlineData("https://shirase.example/drill/gunma-police/posts/p1/../../../etc")]
    [InlineData("javascript:alert(1)")]
    [InlineData("これは住所ではありません")]
    [InlineData("")]
    public async Task Given_an_address_that_is_no_post_of_this_body_When_looked_up_Then_there_is_nothing(string address)
    {
        var drill = new DrillUnderTest();
        await drill.Timeline.AddAsync(new(drill.Account.Body, "p1", "a", "t", [], DateTimeOffset.UnixEpoch), Ct);
        await drill.Timeline.AddAsync(new(new BodyId("ishikawa-police"), "p1", "a", "t", [], DateTimeOffset.UnixEpoch), Ct);

        Assert.Null(await drill.Channel.LookUpAsync(drill.Account, address, Ct));
    }
}

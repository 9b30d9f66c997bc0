using Shirase.Core.Channels;
using Shirase.TestKit.Platforms;
using Xunit;

namespace Shirase.Channels.Tests.Facebook;

/// <summary>What is a Page's own: comments, and tokens of persons and of Pages.</summary>
public sealed class FacebookPageTests(FacebookOffice office) : IClassFixture<FacebookOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_comments_When_one_is_hidden_and_shown_again_Then_the_platform_and_the_list_say_so()
    {
        var facebook = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("ご意見をどうぞ"), Ct));
        var comment = office.Server.Write(published.Id.Value, "住民", "電話番号は 090-0000-0000 です");
        office.Server.Write(published.Id.Value, "別の住民", "ありがとうございます");

        Assert.Null(await facebook.Channel.HideAsync(facebook.Account, new(comment), true, Ct));

        Assert.True(office.Server.IsHidden(comment));
        var listed = await facebook.Channel.CommentsAsync(facebook.Account, published.Id, 50, Ct);
        Assert.Equal([("住民", true), ("別の住民", false)], listed.Select(c => (c.Author, c.IsHidden)));
        Assert.Null(await facebook.Channel.HideAsync(facebook.Account, new(comment), false, Ct));
        Assert.False(office.Server.IsHidden(comment));
    }

    [Fact]
    public async Task Given_a_comment_that_is_gone_When_hidden_Then_it_is_not_found()
    {
        var facebook = office.New();

        var outcome = await facebook.Channel.HideAsync(facebook.Account, new("1_2"), true, Ct);

        Assert.Equal(RefusedBecause.NotFound, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task Given_comments_that_cannot_be_read_When_listed_Then_silence_is_not_taken_for_none()
    {
        var facebook = office.New();
        office.Server.Do(PlatformFault.ErrorBefore, FacebookServer.Comments);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => facebook.Channel.CommentsAsync(facebook.Account, new("1_2"), 50, Ct));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(30, null)]
    [InlineData(null, 60)]
    [InlineData(90, 60)]
    public async Task Given_a_token_When_its_health_is_asked_Then_the_earlier_end_is_told(int? days, int? dataDays)
    {
        var facebook = office.New();
        var now = office.Clock.Now;
        (facebook.Page.EndsAt, facebook.Page.DataEndsAt) = (days is { } d ? now.AddDays(d) : null, dataDays is { } e ? now.AddDays(e) : null);

        var health = await facebook.Channel.HealthAsync(facebook.Account, Ct);

        var earlier = new[] { days, dataDays }.Min();
        Assert.Equal(earlier is { } first ? now.AddDays(first) : null, health?.EndsAt);
        Assert.True(health!.IsValid);
        Assert.Empty(health.Missing);
    }

    [Fact]
    public async Task Given_a_token_without_a_permission_When_its_health_is_asked_Then_what_is_missing_is_named()
    {
        var facebook = office.New();
        facebook.Page.Scopes = ["pages_read_engagement", "pages_manage_engagement"];

        Assert.Equal(["pages_manage_posts"], (await facebook.Channel.HealthAsync(facebook.Account, Ct))?.Missing);
        Assert.False((await facebook.Channel.HealthAsync(facebook.Account with { Secret = "token-of-nobody" }, Ct))?.IsValid);
    }

    [Fact]
    public async Task Given_no_app_in_the_settings_When_asked_Then_nothing_is_known_and_nothing_is_changed()
    {
        await using var product = office.Product(o => o.AppSecret = null);
        var facebook = office.New(product);

        Assert.Null(await facebook.Channel.HealthAsync(facebook.Account, Ct));
        Assert.Equal(facebook.Account.Secret, await facebook.Channel.ExchangeAsync(facebook.Account, Ct));
        Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("アプリの設定なしでも送れます"), Ct));
    }

    [Fact]
    public async Task Given_a_persons_token_When_exchanged_Then_it_is_the_Pages_own_that_does_not_end()
    {
        var facebook = office.New();
        var person = facebook.Account with { Secret = office.Server.PersonOf(facebook.Page) };

        Assert.Equal(facebook.Page.Token, await facebook.Channel.ExchangeAsync(person, Ct));
        Assert.Equal(facebook.Page.Token, await facebook.Channel.ExchangeAsync(facebook.Account, Ct));
        Assert.Null(await facebook.Channel.ExchangeAsync(person with { Handle = "another-page" }, Ct));
        Assert.Null(await facebook.Channel.ExchangeAsync(person with { Secret = "token-of-nobody" }, Ct));
    }

    [Fact]
    public async Task Given_a_page_registered_by_its_number_When_asked_who_it_is_Then_the_number_is_named()
    {
        var facebook = office.New();

        Assert.Equal(facebook.Page.Id, await facebook.Channel.WhoAmIAsync(facebook.Account with { Handle = facebook.Page.Id }, Ct));
        Assert.Equal(facebook.Page.Name, await facebook.Channel.WhoAmIAsync(facebook.Account with { Handle = "another-page" }, Ct));
    }
}

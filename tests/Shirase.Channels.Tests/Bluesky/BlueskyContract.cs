using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Bluesky;

public sealed class BlueskyContract(PdsServer server) : UploadingContract, IClassFixture<PdsServer>
{
    [Fact]
    public async Task Given_a_wrong_password_When_published_Then_the_credentials_are_refused()
    {
        var bluesky = await BlueskyAsync();
        var letter = bluesky.Letter("誰でもありません");
        var delivery = bluesky.Delivery(letter) with { Account = bluesky.Account with { Secret = "wrong-wrong-wrong" } };

        var outcome = await bluesky.Channel.PublishAsync(delivery, Ct);

        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Null(await bluesky.FindAsync(letter, Ct));
    }

    [Fact]
    public async Task Given_an_open_session_When_the_password_is_wrong_Then_the_session_is_not_inherited()
    {
        var bluesky = await BlueskyAsync();
        Assert.IsType<DeliveryOutcome.Published>(await bluesky.PublishAsync(bluesky.Letter("正しい合言葉"), Ct));

        Assert.Null(await bluesky.Channel.WhoAmIAsync(bluesky.Account with { Secret = "wrong-wrong-wrong" }, Ct));
        Assert.Null(await bluesky.Channel.WhoAmIAsync(bluesky.Account with { Secret = null }, Ct));
        Assert.Equal(bluesky.Account.Handle, await bluesky.Channel.WhoAmIAsync(bluesky.Account, Ct));
    }

    protected override async Task<ChannelUnderTest> ChannelAsync() => await BlueskyAsync();

    private Task<BlueskyUnderTest> BlueskyAsync() => server.SharedAsync(Ct);
}

using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Facebook;

public sealed class FacebookContract(FacebookOffice office) : UploadingContract, IClassFixture<FacebookOffice>
{
    [Fact]
    public async Task Given_a_token_of_nobody_When_published_Then_the_credentials_are_refused()
    {
        var facebook = office.New();
        var strange = facebook.Account with { Secret = "token-of-nobody" };

        var outcome = await facebook.Channel.PublishAsync(facebook.Delivery(facebook.Letter("誰でもありません")) with { Account = strange }, Ct);

        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await facebook.CountAsync(Ct));
        Assert.Null(await facebook.Channel.WhoAmIAsync(strange, Ct));
        Assert.Equal(facebook.Account.Handle, await facebook.Channel.WhoAmIAsync(facebook.Account, Ct));
    }

    protected override Task<ChannelUnderTest> ChannelAsync() => Task.FromResult<ChannelUnderTest>(office.New());
}

using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>X with the four keys of OAuth 1.0a.</summary>
public sealed class XContract(XOffice office) : UploadingContract, IClassFixture<XOffice>
{
    [Fact]
    public async Task Given_keys_of_nobody_When_published_Then_the_credentials_are_refused()
    {
        var x = office.New();
        var letter = x.Letter("誰でもありません");
        var strange = x.Account with { Secret = (x.User.Keys with { TokenSecret = "wrong" }).ToSecret() };

        var outcome = await x.Channel.PublishAsync(x.Delivery(letter) with { Account = strange }, Ct);

        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await x.CountAsync(Ct));
        Assert.Null(await x.Channel.WhoAmIAsync(strange, Ct));
        Assert.Equal(x.Account.Handle, await x.Channel.WhoAmIAsync(x.Account, Ct));
    }

    protected override Task<ChannelUnderTest> ChannelAsync() => Task.FromResult<ChannelUnderTest>(office.New());
}

/// <summary>X with tokens of OAuth 2 that end and are renewed.</summary>
public sealed class XByConsentContract(XOffice office) : UploadingContract, IClassFixture<XOffice>
{
    protected override Task<ChannelUnderTest> ChannelAsync() => Task.FromResult<ChannelUnderTest>(office.NewByConsent());
}

using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Mastodon;

/// <summary>A server that keeps keys.</summary>
public sealed class MastodonContract(MastodonOffice office) : UploadingContract, IClassFixture<MastodonOffice>
{
    [Fact]
    public async Task Given_a_token_of_nobody_When_published_Then_the_credentials_are_refused()
    {
        var mastodon = office.New();
        var strange = mastodon.Account with { Secret = "token-of-nobody" };

        var outcome = await mastodon.Channel.PublishAsync(mastodon.Delivery(mastodon.Letter("誰でもありません")) with { Account = strange }, Ct);

        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await mastodon.CountAsync(Ct));
        Assert.Null(await mastodon.Channel.WhoAmIAsync(strange, Ct));
        Assert.Equal(mastodon.Account.Handle, await mastodon.Channel.WhoAmIAsync(mastodon.Account, Ct));
    }

    protected override Task<ChannelUnderTest> ChannelAsync() => Task.FromResult<ChannelUnderTest>(office.New());
}

/// <summary>A server of another make, which ignores keys and does not tell the words as they were written.</summary>
public sealed class MastodonOtherMakeContract(MastodonOffice office) : UploadingContract, IClassFixture<MastodonOffice>
{
    protected override Task<ChannelUnderTest> ChannelAsync()
    {
        (office.Server.KeepsKeys, office.Server.KnowsSources) = (false, false);
        return Task.FromResult<ChannelUnderTest>(office.New(office.Product(o => o.KeepsKeys = false)));
    }
}

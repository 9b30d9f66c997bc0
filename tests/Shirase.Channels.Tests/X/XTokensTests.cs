using Shirase.Core.Channels;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>Tokens that end after two hours, and refresh tokens that work once.</summary>
public sealed class XTokensTests(XOffice office) : IClassFixture<XOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_token_that_ran_out_When_published_Then_it_is_renewed_once_and_one_post_stands()
    {
        var x = office.NewByConsent();
        office.Server.EndAccessTokens();
        var before = office.Server.Renewed;

        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("合鍵を替えました"), Ct));

        Assert.Equal(before + 1, office.Server.Renewed);
        Assert.Equal(1, await x.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_token_in_its_last_minute_When_published_Then_it_is_renewed_beforehand()
    {
        var user = office.Server.AddUser();
        var pair = office.Server.NewPair(user) with { EndsAt = office.Clock.Now.AddSeconds(30) };
        var x = office.With(user, user.Account with { Secret = office.Tokens.Add(pair) });
        var before = office.Server.Requests.Count;

        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("早めに替えます"), Ct));

        Assert.Equal([XServer.Token, XServer.Create], office.Server.Requests.Skip(before).Select(r => r.Operation));
    }

    [Fact]
    public async Task Given_many_calls_at_once_on_two_nodes_When_the_token_has_ended_Then_the_refresh_token_is_used_once()
    {
        var user = office.Server.AddUser();
        var account = user.Account with { Secret = office.Tokens.Add(office.Server.NewPair(user)) };
        office.Server.EndAccessTokens();
        var before = office.Server.Renewed;
        await using var one = office.Product();
        await using var other = office.Product();
        var nodes = new[] { office.With(user, account, one), office.With(user, account, other) };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => nodes[i % 2].PublishAsync(nodes[0].Letter($"同時に{i}"), Ct)));

        Assert.All(outcomes, o => Assert.IsType<DeliveryOutcome.Published>(o));
        Assert.Equal(before + 1, office.Server.Renewed);
        Assert.Equal(12, office.Server.CountOf(user));
    }

    [Fact]
    public async Task Given_a_replayed_refresh_token_When_published_Then_nothing_is_tried_any_more_until_it_is_connected_anew()
    {
        var user = office.Server.AddUser();
        var pair = office.Server.NewPair(user);
        var stolen = office.With(user, user.Account with { Secret = office.Tokens.Add(pair) });
        var x = office.With(user, user.Account with { Secret = office.Tokens.Add(pair) });
        office.Server.EndAccessTokens();
        Assert.IsType<DeliveryOutcome.Published>(await stolen.PublishAsync(stolen.Letter("先に使われました"), Ct));
        office.Server.EndAccessTokens();

        var outcome = await x.PublishAsync(x.Letter("もう使えません"), Ct);
        var before = office.Server.Requests.Count;
        var again = await x.PublishAsync(x.Letter("もう一度"), Ct);

        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(RefusedBecause.BadCredentials, Assert.IsType<DeliveryOutcome.Refused>(again).Because);
        Assert.Equal(before, office.Server.Requests.Count);
        Assert.Null(await x.Channel.WhoAmIAsync(x.Account, Ct));
    }

    [Theory]
    [InlineData(XFault.ErrorBefore)]
    [InlineData(XFault.BreakBefore)]
    public async Task Given_tokens_that_cannot_be_renewed_now_When_published_Then_it_is_tried_later_and_nothing_has_ended(XFault fault)
    {
        var x = office.NewByConsent();
        office.Server.EndAccessTokens();
        office.Server.Do(fault, XServer.Token);

        Assert.IsType<DeliveryOutcome.TryLater>(await x.PublishAsync(x.Letter($"まだ {fault}"), Ct));
        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter($"今度は {fault}"), Ct));
    }
}

using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Bluesky;
using Shirase.Core.Channels;
using Shirase.TestKit.Bluesky;
using Xunit;

namespace Shirase.Channels.Tests.Bluesky;

/// <summary>What the channel makes of a way to the real server that breaks.</summary>
public sealed class BlueskyFaults(PdsServer server) : IClassFixture<PdsServer>
{
    private const string Put = "com.atproto.repo.putRecord";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OnTheWay.DropTheAnswer)]
    [InlineData(OnTheWay.SwallowTheAnswer)]
    [InlineData(OnTheWay.GarbleTheAnswer)]
    public async Task Given_a_lost_answer_When_published_Then_it_is_unknown_and_found_afterwards_and_a_repeat_is_harmless(OnTheWay what)
    {
        await using var way = await OverAsync(Put, what);
        var letter = way.Direct.Letter("答えが届きませんでした");

        var outcome = await way.Broken.PublishAsync(letter, Ct);

        Assert.IsType<DeliveryOutcome.Unknown>(outcome);
        var found = await way.Broken.FindAsync(letter, Ct);
        Assert.Equal(letter.Text, found?.Text);
        var again = Assert.IsType<DeliveryOutcome.Published>(await way.Direct.PublishAsync(letter, Ct));
        Assert.Equal(found!.Id, again.Id);
        Assert.Equal(1, await way.Direct.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_gateway_that_gives_up_When_published_Then_it_is_unknown_and_not_found()
    {
        await using var way = await OverAsync(Put, OnTheWay.Answer503);
        var letter = way.Direct.Letter("届いていません");

        Assert.IsType<DeliveryOutcome.Unknown>(await way.Broken.PublishAsync(letter, Ct));

        Assert.Null(await way.Broken.FindAsync(letter, Ct));
    }

    [Theory]
    [InlineData("com.atproto.server.createSession", OnTheWay.Answer503)]
    [InlineData("com.atproto.server.createSession", OnTheWay.DropTheAnswer)]
    [InlineData("com.atproto.repo.uploadBlob", OnTheWay.Answer503)]
    [InlineData("com.atproto.repo.uploadBlob", OnTheWay.DropTheAnswer)]
    public async Task Given_a_break_before_the_post_is_written_When_published_Then_it_may_be_tried_again(string method, OnTheWay what)
    {
        await using var way = await OverAsync(method, what);
        var letter = way.Direct.Letter("まだ書かれていません") with { Images = [new(TestKit.Images.PngFile.Of(8, 8), "image/png", "図", 8, 8)] };

        Assert.IsType<DeliveryOutcome.TryLater>(await way.Broken.PublishAsync(letter, Ct));

        Assert.Equal(0, await way.Direct.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_redirect_When_published_Then_it_is_not_followed()
    {
        await using var way = await OverAsync(Put, OnTheWay.Redirect);

        var outcome = await way.Broken.PublishAsync(way.Direct.Letter("よそへは行きません"), Ct);

        Assert.Equal(RefusedBecause.Invalid, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(1, way.Proxy.Met);
    }

    [Fact]
    public async Task Given_a_token_that_ran_out_When_published_Then_the_session_is_renewed_and_one_post_stands()
    {
        await using var way = await OverAsync(Put, OnTheWay.ExpiredOnce);

        Assert.IsType<DeliveryOutcome.Published>(await way.Broken.PublishAsync(way.Direct.Letter("合鍵を替えました"), Ct));

        Assert.Equal(2, way.Proxy.Met);
        Assert.Equal(1, await way.Direct.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_service_that_cannot_say_When_looked_for_Then_silence_is_not_taken_for_absence()
    {
        await using var way = await OverAsync("com.atproto.repo.getRecord", OnTheWay.Answer503);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => way.Broken.FindAsync(way.Direct.Letter("わかりません"), Ct));
    }

    [Fact]
    public async Task Given_nobody_listening_When_published_Then_it_may_be_tried_again()
    {
        var nobody = new Uri("http://127.0.0.1:9/");
        await using var product = server.Product(service: nobody);
        var channel = product.CreateScope().ServiceProvider.GetRequiredService<BlueskyChannel>();
        var delivery = new LiveDelivery(
            Guid.NewGuid(), new(new("gunma-police"), "a.test", nobody, "x"), "誰もいません", [], null, DateTimeOffset.UnixEpoch);

        Assert.IsType<DeliveryOutcome.TryLater>(await channel.PublishAsync(delivery, Ct));
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => channel.FindAsync(delivery, Ct));
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => channel.WhoAmIAsync(delivery.Account, Ct));
    }

    [Fact]
    public async Task Given_a_server_that_counts_calls_When_too_many_Then_the_channel_says_how_long_to_wait()
    {
        using var limited = new PdsServer { Variable = "SHIRASE_PDS_LIMITED" };
        // Limits come before passwords: a name that nobody has is counted too, and costs no hashing
        var account = new ChannelAccount(new("gunma-police"), $"nobody{Guid.NewGuid():N}"[..16] + ".test", limited.Address, "x");
        await ExhaustSessionsAsync(limited, account);
        await using var product = limited.Product();
        var channel = product.CreateScope().ServiceProvider.GetRequiredService<BlueskyChannel>();

        var outcome = await channel.PublishAsync(
            new LiveDelivery(Guid.NewGuid(), account, "混み合っています", [], null, DateTimeOffset.UnixEpoch), Ct);

        var later = Assert.IsType<DeliveryOutcome.TryLater>(outcome);
        Assert.InRange(later.After!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Contains("RateLimitExceeded", later.VendorSaid, StringComparison.Ordinal);
    }

    private static async Task ExhaustSessionsAsync(PdsServer limited, ChannelAccount account)
    {
        // The server allows 30 sign-ins in five minutes and takes its time for each, so all at once
        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var answer = await limited.SendAsync(
                "com.atproto.server.createSession", new { identifier = account.Handle, password = "wrong-wrong-wrong" }, null, Ct);
            return (int)answer.StatusCode;
        }));
        Assert.Contains(429, statuses);
    }

    private async Task<Way> OverAsync(string method, OnTheWay what)
    {
        var account = await server.NewAccountAsync(Ct);
        var proxy = await ForwardingProxy.StartAsync(server.Address, method, what, Ct);
        var product = server.Product(o =>
        {
            o.Services.Add(proxy.Address);
            o.Timeout = TimeSpan.FromSeconds(1.5);
        });
        var channel = product.CreateScope().ServiceProvider.GetRequiredService<BlueskyChannel>();
        return new(proxy, product, new(server, channel, account with { Service = proxy.Address }), new(server, channel, account));
    }

    private sealed record Way(ForwardingProxy Proxy, ServiceProvider Product, BlueskyUnderTest Broken, BlueskyUnderTest Direct) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Product.DisposeAsync();
            await Proxy.DisposeAsync();
        }
    }
}

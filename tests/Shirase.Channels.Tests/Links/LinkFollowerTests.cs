using Microsoft.Extensions.DependencyInjection;
using Shirase.Core.Channels;
using Shirase.Core.Text.Links;
using Shirase.TestKit.Text;
using Xunit;

namespace Shirase.Channels.Tests.Links;

/// <summary>Following links over real connections (is-3-7).</summary>
public sealed class LinkFollowerTests : IAsyncLifetime
{
    private readonly LinkSites _sites = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _sites.StartAsync(Ct);

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task is_3_7_Given_a_link_that_is_passed_on_twice_When_followed_Then_its_end_is_known()
    {
        _sites.PassesOn("http://s.example.com/a", "http://www.example.com/b");
        _sites.PassesOn("http://www.example.com/b", "/c");
        _sites.Stands("http://www.example.com/c");

        Assert.Equal(new LinkTrail("http://s.example.com/a", "http://www.example.com/c", LinkState.Answers, 200), await FollowAsync("http://s.example.com/a"));
    }

    [Fact]
    public async Task is_3_7_Given_a_page_whose_head_sends_readers_on_When_followed_Then_that_counts_as_passing_on()
    {
        _sites.Stands("http://campaign.example.com/", "<html><head><META HTTP-EQUIV=\"Refresh\" content=\"0; URL=http://other.example.jp/x\"></head></html>");
        _sites.Stands("http://other.example.jp/x");

        Assert.Equal("http://other.example.jp/x", (await FollowAsync("http://campaign.example.com/")).Final);
    }

    [Fact]
    public async Task is_3_7_Given_pages_that_pass_readers_round_in_a_circle_When_followed_Then_it_ends_after_the_redirects_of_the_settings()
    {
        _sites.PassesOn("http://a.example.com/", "http://b.example.com/");
        _sites.PassesOn("http://b.example.com/", "http://a.example.com/");

        Assert.Equal(LinkState.Circles, (await FollowAsync("http://a.example.com/")).State);
        Assert.Equal(6, _sites.Asked.Count);
    }

    [Fact]
    public async Task Given_a_page_that_is_gone_and_a_server_in_trouble_When_followed_Then_both_are_told_apart()
    {
        _sites.Breaks("http://busy.example.com/");

        Assert.Equal((LinkState.Gone, 404), Said(await FollowAsync("http://www.example.com/old")));
        Assert.Equal((LinkState.Silent, 503), Said(await FollowAsync("http://busy.example.com/")));
    }

    [Fact]
    public async Task Given_a_page_that_never_ends_When_followed_Then_only_its_head_is_read()
    {
        _sites.Stands("http://long.example.com/", new string('あ', 2_000_000));

        Assert.Equal(LinkState.Answers, (await FollowAsync("http://long.example.com/")).State);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Given_an_address_inside_the_house_When_followed_by_the_product_s_own_way_out_Then_nothing_is_called(string address)
    {
        await using var services = new ServiceCollection().AddConfiguration().AddOutbound().AddLinkFollower().BuildServiceProvider();
        address = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, _sites.Port);

        Assert.Equal(LinkState.Inside, (await services.GetRequiredService<IFollowLinks>().FollowAsync(address, Ct)).State);
        Assert.Empty(_sites.Asked);
    }

    [Theory]
    [InlineData("ftp://www.example.com/")]
    [InlineData("http://")]
    [InlineData("http://exa mple.com/")]
    public async Task Given_what_no_browser_opens_When_followed_Then_nothing_is_there(string address) =>
        Assert.Equal(LinkState.Gone, (await FollowAsync(address)).State);

    private static (LinkState, int?) Said(LinkTrail trail) => (trail.State, trail.Status);

    private async Task<LinkTrail> FollowAsync(string address)
    {
        var made = new ServiceCollection().AddConfiguration().AddOutbound().AddLinkFollower();
        _sites.Serve(made);
        await using var services = made.BuildServiceProvider();
        return await services.GetRequiredService<IFollowLinks>().FollowAsync(address, Ct);
    }
}

internal static class BareConfiguration
{
    public static IServiceCollection AddConfiguration(this IServiceCollection services) =>
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
}

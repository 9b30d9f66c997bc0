using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Mastodon;
using Shirase.Core.Channels;
using Shirase.TestKit;
using Shirase.TestKit.Platforms;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.Mastodon;

/// <summary>The test server with the product's channel in front of it; both go by one clock, which stands at the contract's morning.</summary>
public sealed class MastodonOffice : IAsyncLifetime
{
    private readonly List<ServiceProvider> _products = [];
    private ServiceProvider? _product;

    public TestClock Clock { get; } = new();

    public MastodonServer Server { get; private set; } = null!;

    public MemoryMeter Meter { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Clock.SetJapan(2026, 11, 21, 9, 30);
        Server = new(Clock);
        await Server.StartAsync();
        _product = Product();
    }

    /// <summary>The channel through its own registration.</summary>
    public ServiceProvider Product(Action<MastodonOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IAccountMeter>(Meter);
        services.AddMastodon(o =>
        {
            o.Services.Add(Server.Address);
            o.Timeout = TimeSpan.FromSeconds(1.5);
            configure?.Invoke(o);
        });
        var product = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        _products.Add(product);
        return product;
    }

    /// <summary>A new account of its own.</summary>
    public MastodonUnderTest New(ServiceProvider? product = null)
    {
        var user = Server.AddUser();
        return new(Server, user, (product ?? _product!).CreateScope().ServiceProvider.GetRequiredService<MastodonChannel>(), user.Account);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var product in _products)
        {
            await product.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}

/// <summary>The channel with an account of its own on the test server.</summary>
public sealed class MastodonUnderTest(MastodonServer server, MastodonUser user, MastodonChannel channel, ChannelAccount account) : LiveUnderTest(channel, account)
{
    public MastodonChannel Channel => channel;

    public MastodonUser User => user;

    /// <summary>Five hundred characters, of which the address counts as twenty-three.</summary>
    public override string LongestText => new string('あ', 476) + " https://www.police.pref.gunma.example.lg.jp/notices/2026/11/21/long/" + new string('a', 40) + ".html";

    public override string UnusedId => "112999999999999999";

    public override Task<int> CountAsync(CancellationToken ct) => Task.FromResult(server.CountOf(user));
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Facebook;
using Shirase.Core.Channels;
using Shirase.TestKit;
using Shirase.TestKit.Platforms;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.Facebook;

/// <summary>The test server with the product's channel in front of it; both go by one clock, which stands at the contract's morning.</summary>
public sealed class FacebookOffice : IAsyncLifetime
{
    private readonly List<ServiceProvider> _products = [];
    private ServiceProvider? _product;

    public TestClock Clock { get; } = new();

    public FacebookServer Server { get; private set; } = null!;

    public MemoryMeter Meter { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Clock.SetJapan(2026, 11, 21, 9, 30);
        Server = new(Clock);
        await Server.StartAsync();
        _product = Product();
    }

    /// <summary>The channel through its own registration.</summary>
    public ServiceProvider Product(Action<FacebookOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IAccountMeter>(Meter);
        services.AddFacebook(o =>
        {
            (o.Service, o.AppId, o.AppSecret, o.Timeout) = (Server.Address, FacebookServer.AppId, FacebookServer.AppSecret, TimeSpan.FromSeconds(1.5));
            configure?.Invoke(o);
        });
        var product = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        _products.Add(product);
        return product;
    }

    /// <summary>A new Page of its own.</summary>
    public FacebookUnderTest New(ServiceProvider? product = null)
    {
        var page = Server.AddPage();
        return new(Server, page, (product ?? _product!).CreateScope().ServiceProvider.GetRequiredService<FacebookChannel>(), page.Account);
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

/// <summary>The channel with a Page of its own on the test server.</summary>
public sealed class FacebookUnderTest(FacebookServer server, FacebookPage page, FacebookChannel channel, ChannelAccount account) : LiveUnderTest(channel, account)
{
    public FacebookChannel Channel => channel;

    public FacebookPage Page => page;

    public override string LongestText => new('あ', 63_206);

    public override string UnusedId => "112999999999999999_112999999999999998";

    public override Task<int> CountAsync(CancellationToken ct) => Task.FromResult(server.CountOf(page));
}

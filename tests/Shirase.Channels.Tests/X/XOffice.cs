using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.X;
using Shirase.Core.Channels;
using Shirase.TestKit;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>The test server with the product's channel in front of it; both go by one clock, which stands at the contract's morning.</summary>
public sealed class XOffice : IAsyncLifetime
{
    private readonly List<ServiceProvider> _products = [];
    private ServiceProvider? _product;

    public TestClock Clock { get; } = new();

    public XServer Server { get; private set; } = null!;

    public MemoryTokens Tokens { get; } = new();

    public MemoryMeter Meter { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Clock.SetJapan(2026, 11, 21, 9, 30);
        Server = await XServer.StartAsync(Clock);
        _product = Product();
    }

    /// <summary>The channel through its own registration.</summary>
    public ServiceProvider Product(Action<XOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPlatformTokens>(Tokens).AddSingleton<IAccountMeter>(Meter);
        services.AddX(o =>
        {
            (o.Service, o.ConsentPage) = (Server.Address, new Uri(Server.Address, "/i/oauth2/authorize"));
            (o.ClientId, o.ClientSecret) = (XServer.ClientId, XServer.ClientSecret);
            o.Timeout = TimeSpan.FromSeconds(1.5);
            configure?.Invoke(o);
        });
        var product = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        _products.Add(product);
        return product;
    }

    /// <summary>A new account of its own, signed by four keys.</summary>
    public XUnderTest New() => With(Server.AddUser());

    /// <summary>A new account of its own, with tokens that end.</summary>
    public XUnderTest NewByConsent()
    {
        var user = Server.AddUser();
        return With(user, user.Account with { Secret = Tokens.Add(Server.NewPair(user)) });
    }

    public XUnderTest With(XUser user, ChannelAccount? account = null, ServiceProvider? product = null) => new(
        Server, user, (product ?? _product!).CreateScope().ServiceProvider.GetRequiredService<XChannel>(), account ?? user.Account);

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
public sealed class XUnderTest(XServer server, XUser user, XChannel channel, ChannelAccount account) : LiveUnderTest(channel, account)
{
    public XChannel Channel => channel;

    public XUser User => user;

    public override string LongestText => new('あ', 140);

    public override string UnusedId => "1234567890123456789";

    public override Task<int> CountAsync(CancellationToken ct) => Task.FromResult(server.CountOf(user));

    public IReadOnlyList<string> Operations => [.. server.Requests.Select(r => r.Operation)];
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Bluesky;
using Shirase.Core.Channels;
using Shirase.TestKit.Bluesky;

namespace Shirase.Channels.Tests.Bluesky;

/// <summary>The real server with the product's channel in front of it.</summary>
public sealed class PdsServer : Pds
{
    private ChannelAccount? _account;
    private ServiceProvider? _product;

    /// <summary>The channel with one account for a whole class of tests: sign-ins are what the server takes longest for.</summary>
    public async Task<BlueskyUnderTest> SharedAsync(CancellationToken ct)
    {
        _account ??= await NewAccountAsync(ct);
        _product ??= Product();
        return new(this, _product.CreateScope().ServiceProvider.GetRequiredService<BlueskyChannel>(), _account);
    }

    /// <summary>The product's own channel, through its own registration.</summary>
    public ServiceProvider Product(Action<BlueskyOptions>? configure = null, Uri? service = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddBluesky(o =>
        {
            o.Services.Add(service ?? Address);
            configure?.Invoke(o);
        });
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    protected override void Dispose(bool disposing)
    {
        _product?.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The channel on the real server, with an account of its own.</summary>
public sealed class BlueskyUnderTest(PdsServer server, BlueskyChannel channel, ChannelAccount account) : LiveUnderTest(channel, account)
{
    public BlueskyChannel Channel => channel;

    public override string LongestText => new('あ', 300);

    public override string UnusedId => $"at://{Account.Handle}/app.bsky.feed.post/3zzzzzzzzzz22";

    public override async Task<int> CountAsync(CancellationToken ct) =>
        (await server.GetAsync($"com.atproto.repo.listRecords?repo={Account.Handle}&collection=app.bsky.feed.post&limit=100", ct))
            .GetProperty("records").GetArrayLength();
}

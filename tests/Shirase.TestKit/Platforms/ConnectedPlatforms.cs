using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Channels.Facebook;
using Shirase.Channels.Mastodon;
using Shirase.Core;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.TestKit.Platforms;

/// <summary>The sample police beside a test server of Facebook and one of Mastodon, on the store's clock.</summary>
public sealed class ConnectedPlatforms(TestClock clock) : IAsyncDisposable
{
    public FacebookServer Facebook { get; } = new(clock);

    public MastodonServer Mastodon { get; } = new(clock);

    public async Task StartAsync()
    {
        await Facebook.StartAsync();
        await Mastodon.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Facebook.DisposeAsync();
        await Mastodon.DisposeAsync();
    }

    internal static void Equip(IServiceCollection services, Func<ConnectedPlatforms> platforms)
    {
        Office.Equip(services);
        services.AddScoped<AccountCheckJob>().AddFacebook().AddMastodon();
        services.AddOptions<FacebookOptions>().Configure(o => (o.Service, o.AppId, o.AppSecret) = (platforms().Facebook.Address, FacebookServer.AppId, FacebookServer.AppSecret));
        services.AddOptions<MastodonOptions>().Configure(o => o.Services.Add(platforms().Mastodon.Address));
    }
}

/// <summary>Connecting official accounts to them.</summary>
public static class ConnectingPlatforms
{
    /// <summary>Enters an account under this handle and connects it; the refusal, or null.</summary>
    public static async Task<(AccountId Account, Refusal? Refusal)> ConnectToAsync(this Office office, string channel, string handle, Uri service, string secret)
    {
        var account = await office.RegisterAsync(handle);
        return (account, await office.Store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(ConnectedX.Doer(office), account, channel, service.ToString(), secret, TestContext.Current.CancellationToken), Office.Body));
    }
}

/// <summary>On SQLite.</summary>
public sealed class PlatformsOnSqlite : SqliteStore, IPlatformsOffice
{
    public PlatformsOnSqlite() => Also = s => ConnectedPlatforms.Equip(s, () => Platforms);

    public ConnectedPlatforms Platforms { get; private set; } = null!;

    protected override async Task CreateAsync()
    {
        Platforms = new(Clock);
        await Platforms.StartAsync();
        await base.CreateAsync();
    }

    protected override async Task DropAsync()
    {
        await Platforms.DisposeAsync();
        await base.DropAsync();
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PlatformsOnPostgres : PostgresStore, IPlatformsOffice
{
    public PlatformsOnPostgres() => Also = s => ConnectedPlatforms.Equip(s, () => Platforms);

    public ConnectedPlatforms Platforms { get; private set; } = null!;

    protected override async Task CreateAsync()
    {
        Platforms = new(Clock);
        await Platforms.StartAsync();
        await base.CreateAsync();
    }

    protected override async Task DropAsync()
    {
        await Platforms.DisposeAsync();
        await base.DropAsync();
    }
}

/// <summary>An office whose accounts can stand on Facebook and Mastodon.</summary>
public interface IPlatformsOffice
{
    ConnectedPlatforms Platforms { get; }
}

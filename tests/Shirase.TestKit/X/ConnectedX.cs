using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Channels.X;
using Shirase.Core;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.X;

/// <summary>The sample police with an account on the test server of X. Equip a store with it, and connect an account.</summary>
public static class ConnectedX
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Adds the channel, bound to a server that may be started later.</summary>
    public static void Equip(IServiceCollection services, Func<XServer> server) => services
        .AddX()
        .AddOptions<XOptions>().Configure(o =>
        {
            (o.Service, o.ConsentPage) = (server().Address, new Uri(server().Address, "/i/oauth2/authorize"));
            (o.ClientId, o.ClientSecret) = (XServer.ClientId, XServer.ClientSecret);
            o.Timeout = TimeSpan.FromSeconds(2);
        });

    /// <summary>Enters the user of the server as an official account and connects it by its four keys.</summary>
    public static async Task<AccountId> ConnectXAsync(this Office office, XUser user)
    {
        var account = await office.RegisterAsync(user.Handle);
        Office.Fine(await office.Store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(Doer(office), account, XChannel.ChannelName, user.Account.Service!.ToString(), user.Keys.ToSecret(), Ct), Office.Body));
        return account;
    }

    /// <summary>The same by consent: the account has tokens that end.</summary>
    public static async Task<AccountId> ConnectXByConsentAsync(this Office office, XServer server, XUser user)
    {
        var account = await office.RegisterAsync(user.Handle);
        var secret = await office.Store.AskAsync<TokenStore, string>(t => t.AddAsync(Office.Body, account, server.NewPair(user), Ct), Office.Body);
        Office.Fine(await office.Store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(Doer(office), account, XChannel.ChannelName, server.Address.ToString(), secret, Ct), Office.Body));
        return account;
    }

    public static Doer Doer(Office office) => new(Office.Body, null, office.Clock.Now);
}

/// <summary>On SQLite, with a test server of X on the store's clock.</summary>
public sealed class XSqliteOffice : SqliteStore, IXOffice
{
    public XSqliteOffice() => Also = s => IXOffice.Equip(s, this);

    public XServer Server { get; set; } = null!;

    protected override async Task CreateAsync()
    {
        Server = await XServer.StartAsync(Clock);
        await base.CreateAsync();
    }

    protected override async Task DropAsync()
    {
        await Server.DisposeAsync();
        await base.DropAsync();
    }
}

/// <summary>On PostgreSQL, with a test server of X on the store's clock.</summary>
public sealed class XPostgresOffice : PostgresStore, IXOffice
{
    public XPostgresOffice() => Also = s => IXOffice.Equip(s, this);

    public XServer Server { get; set; } = null!;

    protected override async Task CreateAsync()
    {
        Server = await XServer.StartAsync(Clock);
        await base.CreateAsync();
    }

    protected override async Task DropAsync()
    {
        await Server.DisposeAsync();
        await base.DropAsync();
    }
}

/// <summary>An office whose accounts can stand on X.</summary>
public interface IXOffice
{
    XServer Server { get; }

    internal static void Equip(IServiceCollection services, IXOffice office)
    {
        Office.Equip(services);
        services.AddScoped<AccountCheckJob>();
        ConnectedX.Equip(services, () => office.Server);
    }
}

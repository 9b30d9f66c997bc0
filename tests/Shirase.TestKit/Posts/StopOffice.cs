using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;
using Shirase.Channels.Website;
using Shirase.Duties;
using Shirase.TestKit.Site;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;

namespace Shirase.TestKit.Posts;

/// <summary>The office with a website of its own and with X, where a test starts it.</summary>
public sealed class StopOffice : IDisposable
{
    public WebPages Site { get; } = new();

    /// <summary>Set it before the first call to X.</summary>
    public XServer? X { get; set; }

    public void Dispose() => Site.Dispose();

    internal void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddDuties();
        services.Configure<WebsiteOptions>(o => o.OfficialHosts.Add(new Uri(Site.Address, "police/")));
        services.AddX(o =>
        {
            o.Service = X?.Address ?? o.Service;
            (o.ClientId, o.ClientSecret) = (XServer.ClientId, XServer.ClientSecret);
        });
    }
}

/// <summary>On SQLite.</summary>
public sealed class StopSqliteOffice : SqliteStore
{
    public StopSqliteOffice() => Also = Around.Equip;

    public StopOffice Around { get; } = new();
}

/// <summary>On PostgreSQL.</summary>
public sealed class StopPostgresOffice : PostgresStore
{
    public StopPostgresOffice() => Also = Around.Equip;

    public StopOffice Around { get; } = new();
}

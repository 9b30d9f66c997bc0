using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Storage;
using Shirase.TestKit;
using Shirase.TestKit.Storage;

namespace Shirase.Journeys.Browsing;

/// <summary>The sample installation as it runs, its own job loop included, with addresses that a browser can open.</summary>
public class JourneyApp : ShiraseApp
{
    /// <param name="also">Changes to the services.</param>
    protected JourneyApp(Action<IServiceCollection> also)
        : this(FreePort(), also)
    {
    }

    private JourneyApp(int port, Action<IServiceCollection>? also = null)
        : base(new SqliteStore(), settings: Around(port), also: also, port: port)
    {
    }

    public JourneyApp()
        : this(FreePort())
    {
    }

    /// <summary>The address of a practice partner's post.</summary>
    public string PartnerPost(string id) => $"{Address}drill/gunma-police/posts/{id}";

    /// <summary>Does behind the product's back what a platform, or somebody with access to the machine, could do.</summary>
    public async Task<T> BehindAsync<T>(Func<ShiraseDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(new BodyId("gunma-police"));
        return await work(scope.ServiceProvider.GetRequiredService<ShiraseDb>());
    }

    /// <summary>As if the manager had adopted the policy of an account and the system had seen it on the website.</summary>
    public async Task AdoptPolicyAsync(string handle, CancellationToken ct)
    {
        await using var scope = Services.CreateAsyncScope();
        var body = new BodyId("gunma-police");
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(body);
        var db = scope.ServiceProvider.GetRequiredService<ShiraseDb>();
        var account = await db.Accounts.Where(a => a.Handle == handle).Select(a => a.Id).SingleAsync(ct);
        var who = new Shirase.Posts.Who(await db.Staff.Where(s => s.LoginName == "hoshino").Select(s => s.Id).SingleAsync(ct), body);
        var keep = scope.ServiceProvider.GetRequiredService<Shirase.Accounts.KeepPolicyDocument>();
        await keep.BeginAsync(who, account, ct);
        var draft = (await Shirase.Accounts.PolicyDocuments.PolicyVersionsAsync(db, account, ct))[0];
        TestKit.Posts.Office.Fine(await keep.AdoptAsync(who, account, TestKit.Posts.PolicyIntents.Gunma, draft.Revision, null, null, ct));
        db.ChangeTracker.Clear();
        var adopted = (await Shirase.Accounts.PolicyDocuments.PolicyVersionsAsync(db, account, ct))[0];
        db.Add(new Core.Incidents.PageProof(
            Guid.CreateVersion7(), body, adopted.Id, Core.Incidents.Told.PolicyPage, "https://example.lg.jp/policy", adopted.Hash, "", adopted.By, adopted.At));
        db.Add(new Core.Incidents.PageProof(
            Guid.CreateVersion7(), body, account.Value, Core.Incidents.Told.Listing, "https://example.lg.jp/accounts", adopted.Hash, "", adopted.By, adopted.At));
        await db.SaveChangesAsync(ct);
    }

    private static Dictionary<string, string?> Around(int port) => new()
    {
        ["Channels:Drill:BaseAddress"] = $"http://localhost:{port}/",
        ["Channels:Website:BaseAddress"] = $"http://localhost:{port}/",
        ["Channels:Bluesky:Services:0"] = Environment.GetEnvironmentVariable("SHIRASE_PDS"),
        ["Jobs:Poll"] = "00:00:00.2",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit;

/// <summary>
/// The whole product on a free loopback port, for HTTP clients and for a real browser. One store, one clock. Use it as a class
/// fixture (<see cref="SampleApp"/>), or make one with settings of your own.
/// </summary>
public class ShiraseApp : IAsyncLifetime
{
    private readonly Host _host;
    private readonly int _port;

    /// <param name="store">The database; the app owns it and drops it.</param>
    /// <param name="sample">Seeds the sample installation and lets sample people sign in.</param>
    /// <param name="settings">Further configuration, such as <c>SignIn:Attempts</c>.</param>
    /// <param name="also">Changes to the services, such as a channel of the test's own.</param>
    /// <param name="port">Where it listens, for settings that must name it beforehand; 0 (the default) takes any that is free.</param>
    public ShiraseApp(
        TestStore store, bool sample = true, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? also = null, int port = 0)
    {
        _port = port;
        Store = store;
        _host = new Host(store, sample, settings ?? new Dictionary<string, string?>(), also);
    }

    public TestStore Store { get; }

    public TestClock Clock => Store.Clock;

    /// <summary>The services of the running host, for arranging what has no page. Tests act through HTTP.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Where a browser finds it, such as <c>http://localhost:43210/</c>. Passkeys need the name localhost.</summary>
    public Uri Address
    {
        get
        {
            Store.SkipWhereAbsent();
            return field;
        }

        private set;
    } = new("http://localhost/");

    public async ValueTask InitializeAsync()
    {
        await Store.InitializeAsync();
        if (Store.Absent is not null)
        {
            return;
        }

        _host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _host.StartServer();
        var bound = _host.ClientOptions.BaseAddress;
        Address = new UriBuilder(bound) { Host = "localhost" }.Uri;
    }

    /// <summary>A browser without scripts: keeps cookies, follows redirects, knows forms.</summary>
    public TestBrowser Open() => new(Address);

    /// <summary>The same on another device of this machine, such as 127.0.0.2; only 127.0.0.1 is the sample's registered terminal.</summary>
    public TestBrowser Open(IPAddress from) => new(Address, from);

    /// <summary>A browser signed in as a sample person, such as <c>tamura</c> or <c>hoshino</c> (see SampleCast).</summary>
    public Task<TestBrowser> SignInAsync(string login, CancellationToken ct = default) => SignInAsync(Open(), login, ct);

    /// <summary>The same on another device of this machine.</summary>
    public Task<TestBrowser> SignInAsync(string login, IPAddress from, CancellationToken ct = default) => SignInAsync(Open(from), login, ct);

    private static async Task<TestBrowser> SignInAsync(TestBrowser browser, string login, CancellationToken ct)
    {
        await browser.GetAsync("/sign-in", ct);
        await browser.PostAsync("/sign-in?handler=Sample", new() { ["login"] = login }, ct);
        Assert.False(browser.Where.StartsWith("/sign-in", StringComparison.Ordinal), $"Nobody was signed in as {login}.");
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed class Host(
        TestStore store, bool sample, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? also)
        : WebApplicationFactory<Web.Shell.Frame>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            var all = new Dictionary<string, string?>(store.Settings) { ["Installation:Sample"] = sample ? "true" : "false", ["Regulations:Folder"] = Places.Regulations };
            // All tests of a class sign in from one address; the limits have tests of their own
            all["Limits:SignInsPerMinute"] = all["Limits:PastesPerMinute"] = all["SignIn:AddressAttempts"] = "100000";
            // Tests of links name servers of their own; nothing else is followed out of this machine
            all["Links:Follow"] = "false";
            foreach (var (key, value) in settings)
            {
                all[key] = value;
            }

            // As settings of the host they are there before Program reads them
            foreach (var (key, value) in all)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(l => l.ClearProviders());
            builder.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(store.Clock));
                also?.Invoke(services);
            });
        }
    }
}

/// <summary>The sample installation on SQLite, as a class fixture.</summary>
public sealed class SampleApp() : ShiraseApp(new SqliteStore());

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirase.Channels.Links;
using Shirase.Core.Channels;

namespace Shirase.TestKit.Text;

/// <summary>Web sites of many names on one server of this machine: the tests say what stands at which address.</summary>
public sealed class LinkSites : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication? _app;

    /// <summary>Addresses that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public int Port => new Uri(_app!.Urls.First()).Port;

    public async Task StartAsync(CancellationToken ct = default)
    {
        if (_app is not null)
        {
            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(http =>
        {
            var address = $"http://{http.Request.Host.Host}{http.Request.Path}";
            _asked.Enqueue(address);
            http.Response.StatusCode = 404;
            return _pages.TryGetValue(address, out var page) ? page(http) : Task.CompletedTask;
        });
        await _app.StartAsync(ct);
    }

    /// <summary>A page with these words.</summary>
    public void Stands(string address, string html = "<html><body>お知らせ</body></html>") => _pages[address] = async http =>
    {
        (http.Response.StatusCode, http.Response.ContentType) = (200, "text/html; charset=utf-8");
        await http.Response.WriteAsync(html);
    };

    /// <summary>Passes readers on.</summary>
    public void PassesOn(string address, string to) => _pages[address] = http =>
    {
        (http.Response.StatusCode, http.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    };

    /// <summary>Answers with an error of the server.</summary>
    public void Breaks(string address) => _pages[address] = http =>
    {
        http.Response.StatusCode = 503;
        return Task.CompletedTask;
    };

    /// <summary>Takes the page away.</summary>
    public void IsGone(string address) => _pages.TryRemove(address, out _);

    /// <summary>Lets the product follow links; whatever the host is called, it finds this server. Everything else is the product's own.</summary>
    public void Serve(IServiceCollection services)
    {
        services.AddOptions<LinkOptions>().Configure(o => o.Follow = true);
        services.AddHttpClient<IFollowLinks, LinkFollower>().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public ValueTask DisposeAsync() => _app is null ? ValueTask.CompletedTask : _app.DisposeAsync();
}

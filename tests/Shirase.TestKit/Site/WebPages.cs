using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shirase.TestKit.Site;

/// <summary>A body's website outside the product, on a free port of this machine: pages that the test writes, with status and age.</summary>
public sealed class WebPages : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.Ordinal);

    public WebPages()
    {
        Address = new($"http://localhost:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>How often any page was asked for.</summary>
    public int Asked => _asked;

    private int _asked;

    /// <summary>Writes a page; the answer is its address.</summary>
    public string Write(string path, string html, int status = 200, DateTimeOffset? changedAt = null, Encoding? encoding = null)
    {
        _pages["/" + path] = new(status, (encoding ?? Encoding.UTF8).GetBytes(html), changedAt);
        return new Uri(Address, path).ToString();
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _asked);
            var page = _pages.GetValueOrDefault(context.Request.Url!.AbsolutePath) ?? new(404, "なし"u8.ToArray(), null);
            context.Response.StatusCode = page.Status;
            context.Response.ContentType = "text/html";
            if (page.ChangedAt is { } changed)
            {
                context.Response.Headers["Last-Modified"] = changed.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
            }

            await context.Response.OutputStream.WriteAsync(page.Bytes);
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed record Page(int Status, byte[] Bytes, DateTimeOffset? ChangedAt);
}

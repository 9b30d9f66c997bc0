using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shirase.TestKit.Nodes;

/// <summary>
/// A load balancer as small as one can be: asks each node's <c>/health/ready</c> many times a second and sends every request to one that
/// said yes. It repeats nothing, so a request that meets a closed door is lost and seen.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Uri, bool> _nodes = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;
    private int _turn;

    private Balancer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient("on").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) });
        _app = builder.Build();
        _app.Run(ForwardAsync);
        _watch = Task.Run(WatchAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<Balancer> StartAsync(CancellationToken ct)
    {
        var balancer = new Balancer();
        await balancer._app.StartAsync(ct);
        return balancer;
    }

    /// <summary>A node that may get requests once it says that it is ready.</summary>
    public void Add(Uri node) => _nodes[node] = false;

    public bool IsReady(Uri node) => _nodes.GetValueOrDefault(node);

    public void Forget(Uri node) => _nodes.TryRemove(node, out _);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        await _app.DisposeAsync();
        _end.Dispose();
    }

    private HttpClient Client => _app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("on");

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            foreach (var node in _nodes.Keys)
            {
                var isReady = false;
                try
                {
                    using var answer = await Client.GetAsync(new Uri(node, "/health/ready"), _end.Token);
                    isReady = answer.IsSuccessStatusCode;
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                {
                    // A node that does not answer is not ready
                }

                _nodes.TryUpdate(node, isReady, !isReady);
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var ready = _nodes.Where(n => n.Value).Select(n => n.Key).OrderBy(n => n.Port).ToList();
        if (ready.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var node = ready[(int)((uint)Interlocked.Increment(ref _turn) % (uint)ready.Count)];
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(node, context.Request.Path + context.Request.QueryString.ToString()));
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("Accept", context.Request.Headers.Accept.ToString());
        try
        {
            using var answer = await Client.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }
}

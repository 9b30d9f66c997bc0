using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shirase.TestKit.Bluesky;

/// <summary>What happens on the way between us and the server.</summary>
public enum OnTheWay
{
    Forward,

    /// <summary>The server does its work and the connection breaks before the answer arrives.</summary>
    DropTheAnswer,

    /// <summary>The server does its work and the answer never arrives.</summary>
    SwallowTheAnswer,

    /// <summary>The server does its work and answers, three seconds late.</summary>
    BeSlow,

    /// <summary>The server is not asked and the answer never arrives.</summary>
    SwallowTheQuestion,

    /// <summary>The server is not asked; a gateway says that it is not available.</summary>
    Answer503,

    /// <summary>The server is not asked; something sends us elsewhere.</summary>
    Redirect,

    /// <summary>The server does its work and the answer is cut to pieces.</summary>
    GarbleTheAnswer,

    /// <summary>The server is not asked and says that the token has run out, once.</summary>
    ExpiredOnce,
}

/// <summary>A small proxy in front of the real server that misbehaves for one method.</summary>
public sealed class ForwardingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _target;
    private readonly string _method;
    private OnTheWay _what;
    private int _met;

    private ForwardingProxy(Uri target, string method, OnTheWay what)
    {
        (_target, _method, _what) = (target, method, what);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient("on");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>How often the method was called.</summary>
    public int Met => _met;

    /// <summary>Changes what happens from now on, and counts anew.</summary>
    public void Do(OnTheWay what) => (_what, _met) = (what, 0);

    public static async Task<ForwardingProxy> StartAsync(Uri target, string method, OnTheWay what, CancellationToken ct)
    {
        var proxy = new ForwardingProxy(target, method, what);
        await proxy._app.StartAsync(ct);
        return proxy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var what = context.Request.Path.Value!.EndsWith(_method, StringComparison.Ordinal) ? _what : OnTheWay.Forward;
        var met = what == OnTheWay.Forward ? 0 : Interlocked.Increment(ref _met);
        switch (what)
        {
            case OnTheWay.Answer503:
                context.Response.StatusCode = 503;
                return;
            case OnTheWay.SwallowTheQuestion:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case OnTheWay.Redirect:
                context.Response.Redirect("http://localhost:9/elsewhere");
                return;
            case OnTheWay.ExpiredOnce when met == 1:
                context.Response.StatusCode = 400;
                await context.Response.WriteAsJsonAsync(new { error = "ExpiredToken", message = "Token has expired" });
                return;
        }

        if (what == OnTheWay.BeSlow)
        {
            await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted);
        }

        using var answer = await ForwardAsync(context);
        switch (what)
        {
            case OnTheWay.DropTheAnswer:
                context.Abort();
                return;
            case OnTheWay.SwallowTheAnswer:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case OnTheWay.GarbleTheAnswer:
                await context.Response.Body.WriteAsync(new byte[] { 0x7B, 0xFF, 0xFE, 0x00 }, context.RequestAborted);
                return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Where(h => h.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        using var http = _app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("on");
        using var request = new HttpRequestMessage(
            new(context.Request.Method), new Uri(_target, context.Request.Path + context.Request.QueryString.ToString()));
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        if (context.Request.Headers.Authorization is { Count: > 0 } token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token.ToString());
        }

        return await http.SendAsync(request);
    }
}

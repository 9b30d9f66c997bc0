using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Shirase.TestKit.Platforms;

/// <summary>A platform with a memory on this machine: a derived class does its work, the test switches its faults on.</summary>
public abstract class PlatformServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<PlatformRequest> _requests = [];
    private readonly Dictionary<string, Queue<PlatformFault>> _faults = new(StringComparer.Ordinal);
    private readonly (string Operation, Regex Line)[] _routes;
    private long _next = 112_000_000_000_000_000;

    /// <param name="clock">Time on the server.</param>
    /// <param name="operations">Method and path, with names in braces where ids stand; the first that fits is taken.</param>
    protected PlatformServer(TimeProvider clock, params string[] operations)
    {
        Clock = clock;
        _routes = [.. operations.Select(o => (o, new Regex(
            "^" + Regex.Replace(Regex.Escape(o), @"\\\{(?<name>\w+)\}", "(?<${name}>[A-Za-z0-9_.]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) + "$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))];
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri Address => new(_app.Urls.First() + "/");

    /// <summary>Every request since the start, in order.</summary>
    public IReadOnlyList<PlatformRequest> Requests => Locked(() => (IReadOnlyList<PlatformRequest>)[.. _requests]);

    protected TimeProvider Clock { get; }

    public Task StartAsync(CancellationToken ct = default) => _app.StartAsync(ct);

    /// <summary>The next calls of an operation go wrong, one after another.</summary>
    public void Do(PlatformFault fault, string operation, int times = 1) => Locked(() =>
    {
        var queue = _faults.TryGetValue(operation, out var q) ? q : _faults[operation] = new();
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(fault);
        }

        return times;
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _app.DisposeAsync();
    }

    protected T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    protected string Number() => (_next += 7).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Does the work of a call; it is alone while it runs.</summary>
    protected abstract PlatformAnswer Work(PlatformAsked asked, PlatformFault? fault);

    /// <summary>The platform's own words for a fault that does nothing, or null where it has none.</summary>
    protected abstract PlatformAnswer? Refusal(PlatformFault fault);

    private async Task HandleAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Request.Body = new MemoryStream(body.ToArray());
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var asked = Match(context, body.ToArray(), form);
        var fault = Locked(() => _faults.TryGetValue(asked.Operation, out var queue) && queue.TryDequeue(out var f) ? f : (PlatformFault?)null);
        var answer = Before(fault) ?? Locked(() => Work(asked, fault));
        Locked(() =>
        {
            _requests.Add(new(
                context.Request.Method, context.Request.GetEncodedPathAndQuery(), context.Request.ContentType, asked.Body, asked.Operation, answer.Status,
                context.Request.Headers["Idempotency-Key"].ToString()));
            return answer;
        });
        await AnswerAsync(context, answer, fault);
    }

    private PlatformAsked Match(HttpContext context, byte[] body, IFormCollection? form)
    {
        var line = $"{context.Request.Method} {context.Request.Path}";
        foreach (var (operation, path) in _routes)
        {
            if (path.Match(line) is { Success: true } match)
            {
                return new(operation, match.Groups["id"].Value, context.Request, body, form);
            }
        }

        return new("", "", context.Request, body, form);
    }

    private PlatformAnswer? Before(PlatformFault? fault) => fault switch
    {
        PlatformFault.ErrorBefore => new(503, JsonValue.Create("Service Unavailable")),
        PlatformFault.BreakBefore => new(0, null),
        PlatformFault.Redirect => new(302, null) { Headers = [("Location", "http://127.0.0.1:9/elsewhere")] },
        { } other => Refusal(other),
        _ => null,
    };

    private static async Task AnswerAsync(HttpContext context, PlatformAnswer answer, PlatformFault? fault)
    {
        if (fault is PlatformFault.LoseTheAnswer or PlatformFault.BreakBefore)
        {
            context.Abort();
            return;
        }

        if (fault is PlatformFault.SwallowTheAnswer)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        context.Response.StatusCode = fault is PlatformFault.ErrorAfterSuccess ? 500 : answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var text = fault is PlatformFault.ErrorAfterSuccess ? "{}" : answer.Body?.ToJsonString() ?? "";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(fault is PlatformFault.CutTheAnswer ? text[..(text.Length / 2)] : text, context.RequestAborted);
    }
}

/// <summary>A request as it arrived.</summary>
public sealed record PlatformRequest(string Method, string PathAndQuery, string? ContentType, byte[] Body, string Operation, int Status, string IdempotencyKey);

/// <summary>What a derived server answers.</summary>
public sealed record PlatformAnswer(int Status, JsonNode? Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

/// <summary>A request on its way to the work.</summary>
public sealed record PlatformAsked(string Operation, string Id, HttpRequest Http, byte[] Body, IFormCollection? Form)
{
    public string Token => Http.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    public JsonObject? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public string Query(string name) => Http.Query[name].ToString();
}

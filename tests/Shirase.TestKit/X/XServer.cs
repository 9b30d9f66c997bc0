using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Shirase.TestKit.X;

/// <summary>
/// X as far as this product uses it, with a memory: posts, duplicates, reposts, timelines, media, tokens that work once. Faults are
/// switched on by the test. Tests ask it how often a text stands.
/// </summary>
public sealed partial class XServer : IAsyncDisposable
{
    public const string Create = "POST /2/tweets";
    public const string Delete = "DELETE /2/tweets/{id}";
    public const string Read = "GET /2/tweets/{id}";
    public const string Timeline = "GET /2/users/{id}/tweets";
    public const string Me = "GET /2/users/me";
    public const string Following = "GET /2/users/{id}/following";
    public const string Repost = "POST /2/users/{id}/retweets";
    public const string UndoRepost = "DELETE /2/users/{id}/retweets/{source_tweet_id}";
    public const string AppendMedia = "POST /2/media/upload/{id}/append";
    public const string Token = "POST /2/oauth2/token";
    public const string Revoke = "POST /2/oauth2/revoke";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<XUser> _users = [];
    private readonly List<XServerPost> _posts = [];
    private readonly List<XRequest> _requests = [];
    private readonly Dictionary<string, Queue<XFault>> _faults = new(StringComparer.Ordinal);
    private long _next = 1_900_000_000_000_000_000;

    private XServer(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Where it answers; the address for <c>Channels:X:Service</c>.</summary>
    public Uri Address => new(_app.Urls.First() + "/");

    /// <summary>How late <see cref="XFault.Slow"/> answers. Default: 0.3 seconds.</summary>
    public TimeSpan SlowBy { get; set; } = TimeSpan.FromSeconds(0.3);

    /// <summary>Reads of the timeline that do not show a new post yet. Default: none.</summary>
    public int TimelineLag { get; set; }

    /// <summary>Headers of <see cref="XFault.TooMany"/>: name without <c>-reset</c>, what remains, and in how long it begins anew.</summary>
    public IReadOnlyList<(string Header, int Remaining, TimeSpan In)> Resets { get; set; } = [("x-rate-limit", 0, TimeSpan.FromMinutes(15))];

    /// <summary>Every request since the start, in order.</summary>
    public IReadOnlyList<XRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Every post that ever stood, also removed ones.</summary>
    public IReadOnlyList<XServerPost> Posts
    {
        get
        {
            lock (_lock)
            {
                return [.. _posts];
            }
        }
    }

    /// <summary>Starts a server on a free port of this machine.</summary>
    /// <param name="clock">Time on the server; the machine's own by default.</param>
    /// <param name="ct">Stops the start.</param>
    public static async Task<XServer> StartAsync(TimeProvider? clock = null, CancellationToken ct = default)
    {
        var server = new XServer(clock ?? TimeProvider.System);
        await server._app.StartAsync(ct);
        return server;
    }

    public XUser AddUser(string? handle = null)
    {
        lock (_lock)
        {
            var id = Number();
            var user = new XUser(id, handle ?? "x" + id[^8..], Address);
            _users.Add(user);
            return user;
        }
    }

    /// <summary>The next calls of an operation go wrong, one after another.</summary>
    public void Do(XFault fault, string operation = Create, int times = 1)
    {
        lock (_lock)
        {
            var queue = _faults.TryGetValue(operation, out var q) ? q : _faults[operation] = new();
            for (var i = 0; i < times; i++)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Posts on the platform's own page, past the product; the answer is its public address.</summary>
    public string PostByHand(XUser user, string text)
    {
        lock (_lock)
        {
            var post = new XServerPost(Number(), user, text, _clock.GetUtcNow(), [], null);
            _posts.Add(post);
            return $"https://x.com/{user.Handle}/status/{post.Id}";
        }
    }

    /// <summary>How often a text stands now.</summary>
    public int CountOf(string text)
    {
        lock (_lock)
        {
            return _posts.Count(p => !p.IsGone && p.RepostOf is null && p.Text == text);
        }
    }

    /// <summary>How many posts of an account stand now, reposts included.</summary>
    public int CountOf(XUser user)
    {
        lock (_lock)
        {
            return _posts.Count(p => !p.IsGone && p.Author == user);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var asked = new Asked(context, body.ToArray());
        var fault = Next(asked.Operation);
        var answer = Before(fault) ?? Work(asked, fault);
        lock (_lock)
        {
            _requests.Add(new(
                context.Request.Method, context.Request.GetEncodedPathAndQuery(), context.Request.ContentType, asked.Body, asked.Operation, answer.Status));
        }

        await AnswerAsync(context, answer, fault);
    }

    private XFault? Next(string operation)
    {
        lock (_lock)
        {
            return _faults.TryGetValue(operation, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
        }
    }

    private Answer? Before(XFault? fault) => fault switch
    {
        XFault.ErrorBefore => new(503, Problem("Service Unavailable", "Over capacity")),
        XFault.BreakBefore => new(0, null),
        XFault.Redirect => new(302, null) { Location = "http://127.0.0.1:9/elsewhere" },
        XFault.TooMany => new(429, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = 88, ["message"] = "Rate limit exceeded" }) }) { Limits = Resets },
        XFault.ExpiredToken => new(401, Problem("Unauthorized", "Unauthorized")),
        XFault.CreditsUsedUp => new(402, Problem("CreditsDepleted", "Your enrolled account does not have any credits to fulfill this request.")),
        XFault.Suspended => new(403, Problem("Forbidden", "Your account is suspended and is not permitted to access this feature.")),
        XFault.Locked => new(403, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = 326, ["message"] = "To protect our users, this account has been temporarily locked." }) }),
        XFault.ErrorsOnly => new(200, new JsonObject { ["errors"] = new JsonArray(Gone("0")) }),
        _ => null,
    };

    private async Task AnswerAsync(HttpContext context, Answer answer, XFault? fault)
    {
        switch (fault)
        {
            case XFault.LoseTheAnswer or XFault.BreakBefore:
                context.Abort();
                return;
            case XFault.SwallowTheAnswer:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case XFault.Slow:
                await Task.Delay(SlowBy, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case XFault.ErrorAfterSuccess:
                answer = new(500, Problem("Internal Server Error", "Something is broken."));
                break;
            case XFault.PartialErrors when answer.Body is { } partial:
                partial["errors"] = new JsonArray(Gone("7"));
                break;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (header, remaining, wait) in answer.Limits)
        {
            context.Response.Headers[header + "-limit"] = "100";
            context.Response.Headers[header + "-remaining"] = remaining.ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers[header + "-reset"] = (_clock.GetUtcNow() + wait).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (answer.Location is not null)
        {
            context.Response.Headers.Location = answer.Location;
        }

        var text = answer.Body?.ToJsonString() ?? "";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(fault == XFault.CutTheAnswer ? text[..(text.Length / 2)] : text, context.RequestAborted);
    }

    private string Number() => (_next += 7).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Problem(string title, string detail) => new() { ["title"] = title, ["detail"] = detail, ["type"] = "about:blank" };

    private static JsonObject Gone(string id) => new()
    {
        ["title"] = "Not Found Error",
        ["detail"] = $"Could not find tweet with id: [{id}].",
        ["resource_type"] = "tweet",
        ["resource_id"] = id,
        ["type"] = "https://api.x.com/2/problems/resource-not-found",
    };

    private sealed record Answer(int Status, JsonObject? Body)
    {
        public IReadOnlyList<(string Header, int Remaining, TimeSpan In)> Limits { get; init; } = [];

        public string? Location { get; init; }
    }
}

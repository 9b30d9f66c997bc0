using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shirase.Tests.Webhooks;

/// <summary>What reached the receiver.</summary>
public sealed record Received(string Id, string Timestamp, string Signature, string Body, string Path);

/// <summary>
/// Another system, over a real Kestrel: it checks what it is told by the published convention and by code of its own – nothing of the
/// product's – and answers as the test wishes.
/// </summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private Receiver(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<Received> Calls { get; } = new();

    /// <summary>What it answers; 204 unless the test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = c =>
    {
        c.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var headers = context.Request.Headers;
            receiver.Calls.Enqueue(new(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync(), context.Request.Path));
            await receiver.Answer(context);
        });
        await app.StartAsync();
        receiver.Address = new Uri(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/hook");
        return receiver;
    }

    /// <summary>The check of docs/how-to/webhooks.md: signature, age, and whether it was here before.</summary>
    public string Check(Received call, string secret, DateTimeOffset now)
    {
        if (!long.TryParse(call.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || Math.Abs(now.ToUnixTimeSeconds() - sent) > 300)
        {
            return "too old";
        }

        using var mac = new HMACSHA256(Convert.FromBase64String(secret.Split('_', 2)[1]));
        var expected = mac.ComputeHash(Encoding.UTF8.GetBytes(call.Id + "." + call.Timestamp + "." + call.Body));
        if (!call.Signature.Split(' ').Any(s => s.StartsWith("v1,", StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(s[3..]), expected)))
        {
            return "forged";
        }

        return _known.TryAdd(call.Id, true) ? "taken" : "known";
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

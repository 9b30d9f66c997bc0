using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>Traces and metrics as a collector gets them, from a real exporter over HTTP.</summary>
public sealed class CollectorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_collector_When_posts_go_out_Then_it_gets_jobs_calls_and_requests_and_nobody_is_named()
    {
        var got = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(got);
        var app = new MeasuredApp(new Dictionary<string, string?> { ["Telemetry:Collector"] = collector.Urls.Single(), ["Telemetry:QueueEvery"] = "00:00:01" });
        await using (app)
        {
            await app.InitializeAsync();
            await app.WorkAsync();
        }

        var traces = string.Concat(got.Where(g => g.Path == "/v1/traces").Select(g => g.Body));
        var metrics = string.Concat(got.Where(g => g.Path == "/v1/metrics").Select(g => g.Body));
        Assert.Contains("job publish", traces, StringComparison.Ordinal);
        Assert.Contains("channel publish", traces, StringComparison.Ordinal);
        Assert.Contains("posts/{id:guid}", traces, StringComparison.Ordinal);
        Assert.Contains("shirase.deliveries", metrics, StringComparison.Ordinal);
        Assert.Contains("shirase.queue.age", metrics, StringComparison.Ordinal);
        Assert.All(MeasuredApp.Planted.Append(Uri.EscapeDataString("万場紅葉")), planted =>
        {
            Assert.DoesNotContain(planted, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(planted, metrics, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string, string)> got)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Ct);
            got.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
        await app.StartAsync(Ct);
        return app;
    }
}

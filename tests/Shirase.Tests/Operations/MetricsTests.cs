using System.Net;
using System.Text.RegularExpressions;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>Measures as Prometheus reads them: there after the act, and without a word of what people wrote.</summary>
public sealed partial class MetricsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_posts_that_went_out_were_held_and_were_refused_When_measured_Then_each_is_counted_and_nobody_is_named()
    {
        await using var app = new MeasuredApp(new Dictionary<string, string?> { ["Telemetry:MetricsFrom:0"] = "127.0.0.1" });
        await app.InitializeAsync();
        await app.WorkAsync();
        using var prometheus = app.Open(IPAddress.Loopback);

        var answer = await prometheus.GetAsync("/metrics", Ct);
        var text = prometheus.Page;

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("shirase_deliveries_total{channel=\"drill\",outcome=\"published\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("shirase_deliveries_total{channel=\"drill\",outcome=\"held\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("shirase_deliveries_total{channel=\"drill\",outcome=\"removed\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("shirase_gate_refusals_total{clause=\"gx-11-2\",gate=\"terminal\",stage=\"order\"} 1\n", text, StringComparison.Ordinal);
        Assert.Matches("shirase_gate_refusals_total\\{clause=\"[a-z0-9-]+\",gate=\"lateness\",stage=\"send\"\\} 1\n", text);
        Assert.Contains("shirase_removal_duration_seconds_count{channel=\"drill\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("shirase_sign_in_refused_total{reason=\"unknown\"} 1\n", text, StringComparison.Ordinal);
        Assert.Matches("shirase_job_duration_seconds_count\\{kind=\"publish\",outcome=\"done\"\\} 2\n", text);
        Assert.Contains("shirase_queue_age_seconds ", text, StringComparison.Ordinal);
        Assert.Contains("shirase_jobs_due ", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.All(MeasuredApp.Planted, planted => Assert.DoesNotContain(planted, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task Given_nothing_configured_or_another_address_When_measures_are_asked_Then_there_is_no_such_page()
    {
        await using var silent = new ShiraseApp(new SqliteStore());
        await using var other = new ShiraseApp(new SqliteStore(), settings: new Dictionary<string, string?> { ["Telemetry:MetricsFrom:0"] = "127.0.0.0/31" });
        await silent.InitializeAsync();
        await other.InitializeAsync();
        using var anybody = silent.Open();
        using var near = other.Open(IPAddress.Parse("127.0.0.2"));
        using var named = other.Open(IPAddress.Loopback);

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/metrics", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await near.GetAsync("/metrics", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await named.GetAsync("/metrics", Ct)).StatusCode);
    }

    [GeneratedRegex("""^[a-z_:][a-z0-9_:]*(\{([a-zA-Z_]\w*="([^"\\]|\\.)*"(,|(?=\})))+\})? -?[0-9.eE+-]+$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}

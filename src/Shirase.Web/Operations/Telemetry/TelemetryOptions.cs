using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Who is told how the product runs. Configuration section <c>Telemetry</c>; nobody by default.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Collector that gets traces and metrics by OTLP, such as <c>http://collector.example.lg.jp:4318</c>. Default: none, nothing is sent.</summary>
    public Uri? Collector { get; set; }

    /// <summary><c>http</c> (protobuf over HTTP) or <c>grpc</c>. Default: <c>http</c>.</summary>
    [RegularExpression("http|grpc", ErrorMessage = "Telemetry:Protocol には http か grpc を指定してください。 / must be http or grpc.")]
    public string Protocol { get; set; } = "http";

    /// <summary>Share of requests that are traced. Default: 1, all of them. Range: 0–1.</summary>
    [Range(0.0, 1.0)]
    public double TracedShare { get; set; } = 1;

    /// <summary>
    /// Addresses or networks (<c>10.0.0.5</c>, <c>10.0.0.0/24</c>) that may read <c>/metrics</c>. Default: none; the page does not exist then.
    /// </summary>
    public IList<string> MetricsFrom { get; } = [];

    /// <summary>How often the queue is looked at for the collector. Default: 15 seconds. Range: 1 second–10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan QueueEvery { get; set; } = TimeSpan.FromSeconds(15);
}

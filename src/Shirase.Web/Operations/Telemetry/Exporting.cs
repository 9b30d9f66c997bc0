using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Shirase.Operations.Telemetry;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Sends traces and metrics to the configured collector; without one nothing is set up.</summary>
internal sealed class Exporting(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private readonly Lock _ending = new();
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Collector is not { } collector)
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateEmpty().AddService("shirase", serviceInstanceId: Environment.MachineName);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Measures.Name, "Microsoft.AspNetCore", "Npgsql")
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.Value.TracedShare)))
            .AddProcessor(new KnownTags())
            .AddOtlpExporter(o => To(o, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([.. MetricsText.Meters])
            .AddOtlpExporter(o => To(o, collector, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    // What was not sent yet is sent now. The host may stop and dispose at the same time: whoever comes second waits for the first
    public void Dispose()
    {
        lock (_ending)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
            (_traces, _metrics) = (null, null);
        }
    }

    private void To(OtlpExporterOptions exporter, Uri collector, string path)
    {
        var isGrpc = options.Value.Protocol == "grpc";
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? collector : new Uri($"{collector.ToString().TrimEnd('/')}/{path}");
    }
}

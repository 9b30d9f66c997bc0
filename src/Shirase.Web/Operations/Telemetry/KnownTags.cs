using System.Diagnostics;
using OpenTelemetry;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>
/// Takes away every tag of a span that is not on this list before it leaves: paths, queries, statements and connection strings may hold
/// what people typed, and a library may add more tomorrow.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "db.system", "db.system.name", "db.operation.name", "db.response.status_code", "server.address", "server.port",
        "shirase.job.kind", "shirase.job.id", "shirase.job.attempt", "shirase.job.outcome", "shirase.channel", "shirase.delivery.id", "shirase.outcome",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.Where(t => !Kept.Contains(t.Key)).ToList())
        {
            data.SetTag(key, null);
        }

        // Libraries name a request by its path and a database call by its statement, and repeat messages of exceptions
        if (data.Source.Name != Shirase.Operations.Telemetry.Measures.Name)
        {
            data.DisplayName = data.GetTagItem("http.route") is string route ? $"{data.GetTagItem("http.request.method")} {route}" : data.OperationName;
        }

        if (data.Status == ActivityStatusCode.Error)
        {
            data.SetStatus(ActivityStatusCode.Error);
        }
    }
}

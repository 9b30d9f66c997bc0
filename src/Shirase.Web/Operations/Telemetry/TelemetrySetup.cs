using Microsoft.Extensions.Options;
using Shirase.Operations.Telemetry;
using Shirase.Web.Shell;

namespace Shirase.Web.Operations.Telemetry;

internal static class TelemetrySetup
{
    private const string Format = "text/plain; version=0.0.4; charset=utf-8";

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryRules>();
        services.AddMeasures().AddSingleton<MetricsText>().AddSingleton<QueueWatch>();
        services.AddHostedService<Exporting>();
        return services.AddHostedService(s => s.GetRequiredService<QueueWatch>());
    }

    /// <summary>For Prometheus. Whoever is not on the list is told what anybody is told of a page that does not exist.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        var from = app.Services.GetRequiredService<IOptions<TelemetryOptions>>();
        app.MapGet("/metrics", async (HttpContext http, MetricsText text, QueueWatch queue) =>
        {
            if (!AddressList.Holds(from.Value.MetricsFrom, http.Connection.RemoteIpAddress))
            {
                return Results.NotFound();
            }

            await queue.LookAsync(http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(text.Write(), Format);
        });
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            // Not listening costs nothing; what happened before anybody could ask is not missed
            if (from.Value.MetricsFrom.Count > 0)
            {
                app.Services.GetRequiredService<MetricsText>().Start();
            }
        });
    }
}

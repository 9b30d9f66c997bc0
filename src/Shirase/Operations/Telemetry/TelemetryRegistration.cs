using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shirase.Operations.Telemetry;

public static class TelemetryRegistration
{
    /// <summary>Where things are counted. Costs next to nothing while nobody listens; may be called by every room that counts.</summary>
    public static IServiceCollection AddMeasures(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<Measures>();
        services.TryAddScoped<DeliveryMeasures>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IInterceptor, DeliveryMeasures>());
        return services;
    }
}

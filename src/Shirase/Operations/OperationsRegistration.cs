using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirase.Operations.Health;

namespace Shirase.Operations;

public static class OperationsRegistration
{
    /// <summary>Tag of the checks that decide whether a node gets requests.</summary>
    public const string Ready = "ready";

    /// <summary>What people who run the system need: health, the state of the queue.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<QueueLook>();
        services.AddHealthChecks()
            .AddCheck<StoppingHealth>("node", tags: [Ready])
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<KeysHealth>("keys", tags: [Ready])
            .AddCheck<LoopHealth>("jobs", tags: [Ready])
            .AddCheck<QueueHealth>("queue", tags: [Ready])
            .AddCheck<LinkHealth>("links")
            .AddCheck<DiskHealth>("disk", tags: [Ready]);
        services.AddOptions<HealthCheckServiceOptions>().Configure<Microsoft.Extensions.Options.IOptions<HealthOptions>>((checks, ours) =>
        {
            foreach (var check in checks.Registrations)
            {
                check.Timeout = ours.Value.Patience;
            }
        });
        return services;
    }
}

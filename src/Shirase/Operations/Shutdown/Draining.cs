using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Shirase.Operations.Shutdown;

/// <summary>Keeps the doors open for a while after the node was told to end: who is on the way here must not find them closed.</summary>
internal sealed class Draining(IOptions<ShutdownOptions> options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before anything stops: jobs are not claimed any more (JobLoop), readiness says so (StoppingHealth), pages still answer
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.Delay(options.Value.Drain, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class ShutdownRegistration
{
    /// <summary>An orderly end, within a limit.</summary>
    public static IServiceCollection AddShutdown(this IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration(ShutdownOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, ours) =>
        {
            host.ShutdownTimeout = ours.Value.Drain + ours.Value.Patience;

            // A browser that keeps its connection open must not eat the time of the jobs
            host.ServicesStopConcurrently = true;
        });
        return services.AddHostedService<Draining>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shirase.Storage.Instances;

/// <summary>Leaves the sign of life of this node while it runs.</summary>
public sealed class InstancePulse(IServiceScopeFactory scopes, IOptions<InstanceOptions> options, ILogger<InstancePulse> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Pulse);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<InstanceFence>().BeatAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
            {
                log.PulseFailed(e);
            }
        }
    }
}

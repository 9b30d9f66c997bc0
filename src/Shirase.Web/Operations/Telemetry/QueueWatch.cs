using Microsoft.Extensions.Options;
using Shirase.Operations;
using Shirase.Operations.Telemetry;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Looks at the queue for the collector. For <c>/metrics</c> the look is taken when it is asked.</summary>
internal sealed partial class QueueWatch(
    IServiceScopeFactory scopes, Measures measures, IOptions<TelemetryOptions> options, ILogger<QueueWatch> log) : BackgroundService
{
    public async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        measures.QueueIs(await scope.ServiceProvider.GetRequiredService<QueueLook>().ReadAsync(ct));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Collector is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.QueueEvery);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                LogLookFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "The queue could not be looked at for the collector.", EventName = nameof(LogLookFailed))]
    private partial void LogLookFailed(Exception cause);
}

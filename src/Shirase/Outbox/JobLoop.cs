using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Core;

namespace Shirase.Outbox;

/// <summary>Takes due jobs one after another and hands them to their handler. Thin: the logic stands in the rooms.</summary>
public sealed class JobLoop(
    IServiceScopeFactory scopes, JobSignal signal, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Work && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunOneAsync(stoppingToken))
                {
                    await signal.WaitAsync(options.Value.Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LoopFailed(e);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task<bool> RunOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        if (await queue.ClaimAsync(clock.GetUtcNow().Truncated(), options.Value.Lease, ct) is not { } job)
        {
            return false;
        }

        await RunAsync(job, queue, ct);
        return true;
    }

    private async Task RunAsync(Job job, JobQueue queue, CancellationToken ct)
    {
        try
        {
            // The handler works in its own scope, bound to the job's body
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Storage.CurrentBody>().Is(job.Body);
            var again = await scope.ServiceProvider.GetRequiredKeyedService<IJobHandler>(job.Kind).RunAsync(job, ct);
            if (again is { } at)
            {
                await queue.AgainAsync(job, at, "", ct);
            }
            else
            {
                await queue.DoneAsync(job, clock.GetUtcNow().Truncated(), ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.JobFailed(job.Id, job.Kind, job.Attempts, e);
            var wait = TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(job.Attempts, 8))));
            await queue.AgainAsync(job, clock.GetUtcNow().Truncated() + wait, e.GetType().Name, ct);
        }
    }
}

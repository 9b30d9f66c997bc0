using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Operations.Shutdown;
using Shirase.Operations.Telemetry;

namespace Shirase.Outbox;

/// <summary>
/// Takes due jobs and hands them to their handlers, some of each queue at a time. A queue that is full does not keep the
/// others waiting. Thin: the logic stands in the rooms.
/// </summary>
public sealed class JobLoop(
    IServiceScopeFactory scopes, JobSignal signal, JobPulse pulse, Measures measures, IOptions<JobOptions> options,
    IOptions<ShutdownOptions> shutdown, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _running = [];
    private readonly HashSet<Task> _tasks = [];
    private readonly CancellationTokenSource _patienceEnded = new();
    private bool _isDisposed;

    /// <summary>Nothing new is taken since the node was told to end; what runs may finish until patience ends, then gives its claim back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Before the host itself loses patience, so that there is time to give claims back
        if (!_isDisposed)
        {
            _patienceEnded.CancelAfter(shutdown.Value.Patience * 0.8);
        }

        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _isDisposed = true;
        _patienceEnded.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Told to end comes first, the stop of services after pages were drained
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        while (options.Value.Work && !ending.IsCancellationRequested)
        {
            pulse.Beat();
            try
            {
                if (!await StartOneAsync(ending.Token))
                {
                    await signal.WaitAsync(options.Value.Poll, ending.Token);
                }
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LoopFailed(e);
                await Task.Delay(TimeSpan.FromSeconds(1), ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        await Task.WhenAll(Running());
    }

    private Task[] Running()
    {
        lock (_lock)
        {
            return [.. _tasks];
        }
    }

    private IReadOnlyCollection<string> Full()
    {
        lock (_lock)
        {
            return [.. _running.Where(r => r.Value >= options.Value.PerLane).Select(r => r.Key)];
        }
    }

    private async Task<bool> StartOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        if (await queue.ClaimAsync(clock.GetUtcNow().Truncated(), options.Value.Lease, ct, Full()) is not { } job)
        {
            return false;
        }

        lock (_lock)
        {
            _running[job.Lane] = _running.GetValueOrDefault(job.Lane) + 1;
            _tasks.Add(Task.Run(() => RunAsync(job), CancellationToken.None).ContinueWith(t => Ended(job, t), TaskScheduler.Default));
        }

        return true;
    }

    private void Ended(Job job, Task task)
    {
        if (task.Exception is { } broken)
        {
            log.LoopFailed(broken);
        }

        lock (_lock)
        {
            _running[job.Lane]--;
            _tasks.RemoveWhere(t => t.IsCompleted);
        }

        signal.Wake();
    }

    private async Task RunAsync(Job job)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(_patienceEnded.Token);
        var renewal = RenewAsync(job, mine);
        try
        {
            await HandleAsync(job, mine.Token);
        }
        finally
        {
            await mine.CancelAsync();
            await renewal;
        }
    }

    private async Task HandleAsync(Job job, CancellationToken ct)
    {
        using var watch = new JobWatch(measures, clock, job);
        try
        {
            // The handler works in its own scope, bound to the job's body
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Storage.CurrentBody>().Is(job.Body);
            var again = await scope.ServiceProvider.GetRequiredKeyedService<IJobHandler>(job.Kind).RunAsync(job, ct);
            watch.Outcome = again is null ? "done" : "again";
            await OnQueueAsync(queue => again is { } at
                ? queue.AgainAsync(job, at, ct)
                : queue.DoneAsync(job, clock.GetUtcNow().Truncated(), ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            watch.Outcome = "left";
            log.JobLeft(job.Id, job.Kind);
            await LeaveAsync(job);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            watch.Outcome = "broke";
            await BrokeAsync(job, e, ct);
        }
    }

    // Another node need not wait for the end of the lease
    private async Task LeaveAsync(Job job)
    {
        try
        {
            await OnQueueAsync(queue => queue.LeaveAsync(job, CancellationToken.None));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.RenewalFailed(job.Id, e);
        }
    }

    private async Task BrokeAsync(Job job, Exception e, CancellationToken ct)
    {
        log.JobFailed(job.Id, job.Kind, job.Attempts, e);
        var now = clock.GetUtcNow().Truncated();
        var isLast = job.Failures + 1 >= options.Value.MaxFailures;
        DateTimeOffset? again = isLast ? null : now.AddSeconds(Math.Min(300, Math.Pow(2, Math.Min(job.Failures + 1, 8))));
        if (await OnQueueAsync(queue => queue.BrokeAsync(job, now, again, e.GetType().Name, ct)) && isLast)
        {
            log.JobGivenUp(job.Id, job.Kind);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Storage.CurrentBody>().Is(job.Body);
            await scope.ServiceProvider.GetRequiredKeyedService<IJobHandler>(job.Kind).GiveUpAsync(job, ct);
        }
    }

    // Work that lasts longer than its lease must not be begun by another node meanwhile
    private async Task RenewAsync(Job job, CancellationTokenSource mine)
    {
        while (!mine.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Lease / 3, mine.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            try
            {
                if (!mine.IsCancellationRequested
                    && !await OnQueueAsync(queue => queue.RenewAsync(job, clock.GetUtcNow().Truncated() + options.Value.Lease, mine.Token)))
                {
                    await mine.CancelAsync();
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The database is away: the next renewal may find it again, else the lease ends by itself
                log.RenewalFailed(job.Id, e);
            }
        }
    }

    private async Task<bool> OnQueueAsync(Func<JobQueue, Task<bool>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JobQueue>());
    }
}

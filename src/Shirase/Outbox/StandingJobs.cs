using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>Names jobs that stand as one row each and renew themselves from then on, such as the reminders of a body.</summary>
public interface IStandingJobs
{
    /// <summary>Every row that ought to be there now, with an id made of its name (<see cref="NamedId"/>).</summary>
    Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>Sees to it, once a minute on every node, that each standing job has its row.</summary>
public sealed class StandingJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StandingJobs> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ShiraseDb>();
                foreach (var kind in scope.ServiceProvider.GetServices<IStandingJobs>())
                {
                    await AddAsync(db, await kind.ListAsync(clock.GetUtcNow().Truncated(), stoppingToken), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment must not end the program
                log.StandingJobsFailed(e);
            }

            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }

    // First without the body's lock: once it stands there is nothing to wait for
    private static async Task AddAsync(ShiraseDb db, IReadOnlyList<Job> jobs, CancellationToken ct)
    {
        foreach (var job in jobs)
        {
            if (await db.Jobs.AnyAsync(j => j.Id == job.Id, ct))
            {
                continue;
            }

            await using var change = await db.BeginChangeAsync(job.Body, ct);
            if (!await db.Jobs.AnyAsync(j => j.Id == job.Id, ct))
            {
                db.Add(job);
                await db.SaveChangesAsync(ct);
                await change.CommitAsync(ct);
            }
        }
    }
}

public static class StandingJobsRegistration
{
    public static IServiceCollection AddStandingJobs<T>(this IServiceCollection services)
        where T : class, IStandingJobs =>
        services.AddScoped<IStandingJobs, T>().AddHostedService<StandingJobs>();
}

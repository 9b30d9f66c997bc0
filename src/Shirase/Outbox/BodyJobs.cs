using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>One row of a kind for every body.</summary>
public sealed class BodyJobs(ShiraseDb db, IEnumerable<BodyJobs.Kind> kinds) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Bodies.AsNoTracking().Select(b => b.Id).ToListAsync(ct)).SelectMany(
            body => kinds.Select(k => new Job(NamedId.Of($"{k.Name}/{body.Slug}"), body, k.Name, Guid.Empty, now, now)))];

    /// <summary>A kind of job that every body has.</summary>
    public sealed record Kind(string Name);
}

public static class BodyJobsRegistration
{
    /// <summary>A job that stands for every body; it says itself when it runs again.</summary>
    public static IServiceCollection AddBodyJob<T>(this IServiceCollection services, string kind)
        where T : class, IJobHandler
    {
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IStandingJobs, BodyJobs>());
        return services.AddJob<T>(kind).AddSingleton(new BodyJobs.Kind(kind)).AddHostedService<StandingJobs>();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>The reminders of every body.</summary>
public sealed class StandingDuties(ShiraseDb db) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Bodies.AsNoTracking().Select(b => b.Id).ToListAsync(ct))
            .Select(body => new Job(NamedId.Of($"{ReminderJob.Kind}/{body.Slug}"), body, ReminderJob.Kind, Guid.Empty, now, now))];
}

public static class DutiesRegistration
{
    public static IServiceCollection AddDuties(this IServiceCollection services) =>
        services.AddJob<ReminderJob>(ReminderJob.Kind).AddStandingJobs<StandingDuties>();
}

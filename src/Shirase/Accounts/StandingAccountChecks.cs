using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>One daily look for every account outside the house.</summary>
public sealed class StandingAccountChecks(ShiraseDb db) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Accounts.AsNoTracking().Where(a => a.Service != null && a.Channel != DrillDelivery.Channel).ToListAsync(ct))
            .Select(a => new Job(IdOf(a), a.Body, AccountCheckJob.Kind, a.Id.Value, now, now))];

    private static Guid IdOf(OfficialAccount account) => NamedId.Of($"{AccountCheckJob.Kind}/{account.Id}");
}

public static class AccountChecks
{
    /// <summary>The daily look at connected accounts.</summary>
    public static IServiceCollection AddAccountChecks(this IServiceCollection services) =>
        services.AddJob<AccountCheckJob>(AccountCheckJob.Kind).AddStandingJobs<StandingAccountChecks>();
}

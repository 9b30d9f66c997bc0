using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Sees to it that every account outside the house has its one row for the daily look; it renews itself from then on.</summary>
public sealed class AccountCheckStart(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                await AddAsync(scope.ServiceProvider.GetRequiredService<ShiraseDb>(), stoppingToken);
            }

            await Task.Delay(TimeSpan.FromMinutes(10), stoppingToken);
        }
    }

    private async Task AddAsync(ShiraseDb db, CancellationToken ct)
    {
        var outside = await db.Accounts.AsNoTracking().Where(a => a.Service != null && a.Channel != DrillDelivery.Channel).ToListAsync(ct);
        foreach (var account in outside)
        {
            await using var change = await db.BeginChangeAsync(account.Body, ct);
            var id = IdOf(account);
            if (!await db.Jobs.AnyAsync(j => j.Id == id, ct))
            {
                var now = clock.GetUtcNow().Truncated();
                db.Add(new Job(id, account.Body, AccountCheckJob.Kind, account.Id.Value, now, now, Lane.House));
                await db.SaveChangesAsync(ct);
                await change.CommitAsync(ct);
            }
        }
    }

    // The same row from every node: its id is made of the account's
    private static Guid IdOf(OfficialAccount account) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{AccountCheckJob.Kind}/{account.Id}")).AsSpan(0, 16));
}

public static class AccountChecks
{
    /// <summary>The daily look at connected accounts.</summary>
    public static IServiceCollection AddAccountChecks(this IServiceCollection services) =>
        services.AddJob<AccountCheckJob>(AccountCheckJob.Kind).AddHostedService<AccountCheckStart>();
}

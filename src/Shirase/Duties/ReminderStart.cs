using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Sees to it that every body has its one reminder row; it renews itself from then on.</summary>
public sealed class ReminderStart(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<ShiraseDb>();
                foreach (var body in await db.Bodies.AsNoTracking().Select(b => b.Id).ToListAsync(stoppingToken))
                {
                    await AddAsync(db, body, stoppingToken);
                }
            }

            await Task.Delay(TimeSpan.FromMinutes(10), stoppingToken);
        }
    }

    private async Task AddAsync(ShiraseDb db, BodyId body, CancellationToken ct)
    {
        // The same row from every node: its id is made of the body's name
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"remind/{body.Slug}")).AsSpan(0, 16));
        await using var transaction = await db.BeginChangeAsync(body, ct);
        if (!await db.Jobs.AnyAsync(j => j.Id == id, ct))
        {
            var now = clock.GetUtcNow().Truncated();
            db.Add(new Job(id, body, ReminderJob.Kind, Guid.Empty, now, now));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }
}

public static class DutiesRegistration
{
    public static IServiceCollection AddDuties(this IServiceCollection services) =>
        services.AddJob<ReminderJob>(ReminderJob.Kind).AddHostedService<ReminderStart>();
}

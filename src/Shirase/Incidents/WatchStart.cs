using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Sees to it that every connected account whose platform lists posts has its one row of the watch; it renews itself from then on.</summary>
public sealed class WatchStart(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AddAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment must not end the program
                log.WatchNotStarted(e);
            }

            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }

    private async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ShiraseDb>();
        var channels = services.GetRequiredService<ChannelSet>();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Deleted && a.Service != null).ToListAsync(ct))
        {
            var id = TimelineWatch.IdOf(account.Id, account.Channel);
            if (channels.Find(account.Channel) is not IListPosts || await db.Jobs.AnyAsync(j => j.Id == id, ct))
            {
                continue;
            }

            await using var change = await db.BeginChangeAsync(account.Body, ct);
            if (!await db.Jobs.AnyAsync(j => j.Id == id, ct))
            {
                db.Add(TimelineWatch.JobFor(account, clock.GetUtcNow().Truncated()));
                await db.SaveChangesAsync(ct);
                await change.CommitAsync(ct);
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>One watch for every connected account whose platform lists posts.</summary>
public sealed class StandingWatches(ShiraseDb db, ChannelSet channels) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Deleted && a.Service != null).ToListAsync(ct))
            .Where(a => channels.Find(a.Channel) is IListPosts).Select(a => TimelineWatch.JobFor(a, now))];
}

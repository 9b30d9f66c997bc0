using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
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

/// <summary>One look at the website each day for every account that is not the website itself.</summary>
public sealed class StandingWebsiteWatches(ShiraseDb db) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Deleted && a.Channel != "website").ToListAsync(ct))
            .Select(a => new Job(NamedId.Of($"{WebsiteWatch.Kind}/{a.Id}"), a.Body, WebsiteWatch.Kind, a.Id.Value, now, now))];
}

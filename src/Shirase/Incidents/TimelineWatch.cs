using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Incidents;

/// <summary>
/// Compares the timeline of a connected account with what was sent to it. What we never sent alarms at once: somebody else posts in our
/// name. Only what the account itself posted is read, nothing of those who write to it.
/// </summary>
public sealed class TimelineWatch(
    ShiraseDb db, CaseReader reader, Outgoing outgoing, IncidentNotices notices, InstanceFence fence, IOptions<WatchOptions> options) : IJobHandler
{
    public const string Kind = "watch";

    /// <summary>Younger posts may not be shown yet. Ours.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    private WatchOptions Options => options.Value;

    /// <summary>The one row that watches an account on a channel; the same from every node.</summary>
    public static Job JobFor(OfficialAccount account, DateTimeOffset now) =>
        new(IdOf(account.Id, account.Channel), account.Body, Kind, account.Id.Value, now, now, Lane.To(account.Channel));

    public static Guid IdOf(AccountId account, string channel) => NamedId.Of($"watch/{account}/{channel}");

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new AccountId(job.Subject);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is null or { State: AccountState.Deleted })
        {
            return null;
        }

        var now = reader.Now;
        if (job.Lane != Lane.To(account.Channel) || account.Service is null || await fence.ClosedAsync(ct) is not null)
        {
            return now + Options.Every;
        }

        var look = await db.TimelineLooks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) ?? new TimelineLook(id, account.Body, job.CreatedAt);
        var isLong = look.LongOn != now.JapanDay();
        var since = Later(look.From, isLong ? now - Options.Daily : (look.At ?? now) - Options.Overlap);
        try
        {
            var shown = await outgoing.ListAsync(account.Channel, account, since, Options.Most, ct);
            if (shown is not null)
            {
                await CompareAsync(account, shown, since, now, isLong, look, ct);
            }
        }
        catch (ChannelUnreachableException)
        {
            await SaveAsync(account, look, l => l.SawNothing(now), ct);
        }

        return now + Options.Every;
    }

    private async Task CompareAsync(
        OfficialAccount account, IReadOnlyList<RemotePost> shown, DateTimeOffset since, DateTimeOffset now, bool isLong, TimelineLook look, CancellationToken ct)
    {
        var found = TimelineComparison.Of(shown, await SentAsync(account, ct), since, now - Lag, shown.Count < Options.Most);
        var gone = await ReallyGoneAsync(account, found.Gone, ct);
        await using var change = await db.BeginChangeAsync(account.Body, ct);
        var seen = await db.ForeignPosts.Where(f => f.Account == account.Id).Select(f => f.RemoteId).ToHashSetAsync(ct);
        // Once more under the lock: an answer may have been saved since
        foreach (var post in TimelineComparison.Of(found.Foreign, await SentAsync(account, ct), since, now, isWhole: false).Foreign.Where(p => !seen.Contains(p.Id.Value)))
        {
            var foreign = new ForeignPost(
                Guid.CreateVersion7(now), account.Body, account.Id, account.Channel, post.Id.Value, post.Address.ToString(), Storable(post.Text),
                post.OriginalAuthorHandle is not null, post.PostedAt.Truncated(), now);
            db.Add(foreign);
            db.Record(account.Body, now, "account.foreign-post", $"account/{account.Id}", new { foreign = foreign.Id, hash = Hash(post.Text), clause = notices.ClauseOf(account, IncidentNotices.Foreign, now) });
            await notices.TellAsync(account, IncidentNotices.Foreign, now, ct);
        }

        foreach (var delivery in gone)
        {
            var tracked = await db.Deliveries.SingleAsync(d => d.Id == delivery.Id, ct);
            if (tracked is { State: DeliveryState.Published, SeenGoneAt: null })
            {
                tracked.WasSeenGone(now);
                db.Record(account.Body, now, "delivery.seen-gone", $"delivery/{delivery.Id}");
                await notices.TellAsync(account, IncidentNotices.Gone, now, ct, tracked.Application);
            }
        }

        await LookAsync(look, l => l.Saw(now, isLong ? now.JapanDay() : null), ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }

    private Task<List<PostDelivery>> SentAsync(OfficialAccount account, CancellationToken ct) => db.Deliveries.AsNoTracking()
        .Where(d => d.Account == account.Id && d.Channel == account.Channel
            && (d.RemoteId != "" || d.State == DeliveryState.Sending || d.State == DeliveryState.Unknown || d.State == DeliveryState.Removing)).ToListAsync(ct);

    // A list may lack what still stands; only the post's own address settles it
    private async Task<IReadOnlyList<PostDelivery>> ReallyGoneAsync(OfficialAccount account, IReadOnlyList<PostDelivery> missing, CancellationToken ct)
    {
        var gone = new List<PostDelivery>();
        foreach (var delivery in missing)
        {
            if (await outgoing.ReadAsync(new RemoteId(delivery.RemoteId), delivery, account, ct) is null)
            {
                gone.Add(delivery);
            }
        }

        return gone;
    }

    private async Task SaveAsync(OfficialAccount account, TimelineLook look, Action<TimelineLook> alter, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(account.Body, ct);
        await LookAsync(look, alter, ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }

    private async Task LookAsync(TimelineLook look, Action<TimelineLook> alter, CancellationToken ct)
    {
        var tracked = await db.TimelineLooks.SingleOrDefaultAsync(l => l.Id == look.Id, ct);
        if (tracked is null)
        {
            db.Add(tracked = look);
        }

        alter(tracked);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // What one of the databases cannot hold must not blind the watch
    private static string Storable(string text) => text.Replace('\0', ' ');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

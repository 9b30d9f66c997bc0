using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Text.Links;

/// <summary>
/// Keeps what others' pages say to which a post of ours links, within the hour after it went out, and reads them again while it stands; what shows
/// something else is told to the journal, and the regulation makes a task of it (ok-5-2-e-2).
/// </summary>
public sealed class LinkCaptureJob(ShiraseDb db, IFollowLinks links, RegulationLibrary library, TimeProvider clock) : IJobHandler
{
    public const string Kind = "link-captures";

    /// <summary>The control of a regulation that asks for it.</summary>
    public const string Control = "record:link-captures";

    /// <summary>Days between two readings; a setting of the regulation.</summary>
    public const string Rhythm = "link-capture-days";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Most pages of one round; the rest follows in the next
    private const int Most = 30;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        if (links.IsOn)
        {
            foreach (var (application, address) in await DueAsync(job.Body, ct))
            {
                if (await links.CaptureAsync(address, ct) is { } seen)
                {
                    await KeepAsync(job.Body, application, address, seen.Trail, seen.Page, ct);
                }
            }
        }

        return clock.GetUtcNow().Truncated() + Every;
    }

    private async Task<IReadOnlyList<(PostApplicationId Application, string Address)>> DueAsync(BodyId body, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asking = library.All.Where(r => r.ClauseFor(Control) is not null).Select(r => r.Slug).Distinct().ToList();
        var own = (await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.OwnHosts).SingleAsync(ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var posts = await (from d in db.Deliveries.AsNoTracking()
                           join a in db.Applications.AsNoTracking() on d.Application equals a.Id
                           where d.Body == body && d.State == DeliveryState.Published && asking.Contains(a.Regulation)
                           select new { d.Application, d.OutgoingText, a.Regulation, a.RegulationVersion }).Distinct().ToListAsync(ct);
        var read = (await db.LinkCaptures.AsNoTracking().Where(c => c.Body == body).Select(c => new { c.Application, c.Address, c.ReadAt }).ToListAsync(ct))
            .GroupBy(c => (c.Application, c.Address)).ToDictionary(g => g.Key, g => g.Max(c => c.ReadAt));
        return
        [
            .. posts.SelectMany(p => MentionedLink.Of(p.OutgoingText, []).Where(l => !own.Any(h => IsIn(l.Host, h))).Select(l => l.Address).Distinct(StringComparer.Ordinal)
                    .Select(l => (p.Application, Address: l, Days: library.Find(p.Regulation, p.RegulationVersion)?.Number(Rhythm, 30) ?? 30)))
                .Where(l => !read.TryGetValue((l.Application, l.Address), out var at) || at <= now - TimeSpan.FromDays(l.Days))
                .OrderBy(l => read.GetValueOrDefault((l.Application, l.Address))).Take(Most).Select(l => (l.Application, l.Address)),
        ];
    }

    private static bool IsIn(string host, string own) =>
        string.Equals(host, own, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase);

    private async Task KeepAsync(BodyId body, PostApplicationId application, string address, LinkTrail trail, SeenPage page, CancellationToken ct)
    {
        db.Forget();
        await using var change = await db.BeginChangeAsync(body, ct);
        var now = clock.GetUtcNow().Truncated();
        var last = await db.LinkCaptures.Where(c => c.Application == application && c.Address == address).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        if (last is not null && !last.IsOther(page.Text))
        {
            last.ReadAgain(now);
        }
        else
        {
            db.Add(new LinkCapture(Guid.CreateVersion7(now), body, application, address, trail.Final, LinkCapture.Kept(page.Text), page.Hash, now));
            db.Record(body, now, last is null ? "link.captured" : "link.changed", $"application/{application}", new { about = address, final = trail.Final, hash = page.Hash });
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }
}

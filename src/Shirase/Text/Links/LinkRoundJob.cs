using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Text.Links;

/// <summary>
/// Once an hour: follows anew the links of posts that stand, a part of them each time. A link that leads nowhere any more, or to another's
/// site, is told to the journal, and the regulation makes a task of it (ok-5-2-e-2).
/// </summary>
public sealed class LinkRoundJob(
    ShiraseDb db, LookingAtLinks links, RegulationLibrary library, IOptions<LinkLookOptions> options, TimeProvider clock) : IJobHandler
{
    public const string Kind = "links";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Most links of one round; the rest follows in the next
    private const int Most = 60;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        if (links.IsOn)
        {
            var posts = await StandingAsync(job.Body, ct);
            db.ChangeTracker.Clear();
            var trails = await links.FollowAsync(await DueAsync(job.Body, posts, ct), ct);
            if (trails.Count > 0)
            {
                await KeepAsync(job.Body, posts, trails, ct);
            }
        }

        return clock.GetUtcNow().Truncated() + Every;
    }

    private sealed record StandingPost(PostApplicationId Application, int Days, IReadOnlyList<string> Links);

    private async Task<IReadOnlyList<StandingPost>> StandingAsync(BodyId body, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RecheckForDays);
        var texts = await db.Deliveries.AsNoTracking()
            .Where(d => d.Body == body && (d.State == DeliveryState.Published || d.State == DeliveryState.Removing) && d.PublishedAt > since)
            .Select(d => new { d.Application, d.OutgoingText }).Distinct().ToListAsync(ct);
        var cases = texts.Select(t => t.Application).Distinct().ToList();
        var codes = (await db.Media.AsNoTracking().Where(m => cases.Contains(m.Application) && m.Codes != null && m.Codes != "").Select(m => new { m.Application, m.Codes }).ToListAsync(ct))
            .ToLookup(m => m.Application, m => StoredMedia.CodesOf(m.Codes));
        var rules = await db.Applications.AsNoTracking().Where(a => cases.Contains(a.Id)).Select(a => new { a.Id, a.Regulation, a.RegulationVersion }).ToDictionaryAsync(a => a.Id, ct);
        return
        [
            .. from text in texts
               let links = MentionedLink.Of(text.OutgoingText, codes[text.Application]).Select(l => l.Address).Distinct(StringComparer.Ordinal).ToList()
               where links.Count > 0
               let rule = rules[text.Application]
               select new StandingPost(text.Application, library.Find(rule.Regulation, rule.RegulationVersion)?.Number("link-recheck-days", options.Value.RecheckDays) ?? options.Value.RecheckDays, links),
        ];
    }

    private async Task<IReadOnlyList<string>> DueAsync(BodyId body, IReadOnlyList<StandingPost> posts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var looks = await db.LinkLooks.AsNoTracking().Where(l => l.Body == body).ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, ct);
        return
        [
            .. posts.SelectMany(p => p.Links.Select(l => (Link: l, p.Days)))
                .Where(l => !looks.TryGetValue(l.Link, out var look) || look.WrongSince is not null || look.At <= now - TimeSpan.FromDays(l.Days))
                .Select(l => l.Link).Distinct(StringComparer.Ordinal)
                .OrderBy(l => looks.GetValueOrDefault(l)?.At ?? DateTimeOffset.MinValue).Take(Most),
        ];
    }

    private async Task KeepAsync(BodyId body, IReadOnlyList<StandingPost> posts, IReadOnlyList<LinkTrail> trails, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        var now = clock.GetUtcNow().Truncated();
        foreach (var look in await links.KeepAsync(body, trails, ct))
        {
            var verb = look.Recovers() ? "link.answers" : look.MustBeTold(now, options.Value.Silence) ? "link.dead" : null;
            if (verb is null)
            {
                continue;
            }

            if (verb == "link.dead")
            {
                look.Tell();
            }

            foreach (var application in posts.Where(p => p.Links.Contains(look.Address, StringComparer.Ordinal)).Select(p => p.Application).Distinct())
            {
                db.Record(body, now, verb, $"application/{application}", new { about = look.Address, state = look.State.ToString(), status = look.Status, final = look.Final });
            }
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }
}

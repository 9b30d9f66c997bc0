using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>A notice on the body's own site with its images.</summary>
/// <param name="Corrects">The publications that it corrects; none for any other notice.</param>
public sealed record PublicNotice(string Id, string Text, DateTimeOffset PostedAt, IReadOnlyList<MediaItem> Images, IReadOnlyList<PublicPost> Corrects);

/// <summary>お知らせ: what the channel <c>website</c> published and nobody has ordered to remove, and the notices of corrections.</summary>
public sealed class PublicNotices(ShiraseDb db, PublicPosts posts, DrillVisibility drills)
{
    public async Task<IReadOnlyList<PublicNotice>> LatestAsync(CancellationToken ct) =>
        await ReadAsync(await Standing.OrderByDescending(n => n.PostedAt).ThenByDescending(n => n.Id).Take(PublicArchive.PageSize).ToListAsync(ct), ct);

    public async Task<PublicNotice?> FindAsync(string id, CancellationToken ct)
    {
        var key = KeyOf(id);
        return await ReadAsync(await Standing.Where(n => n.Id == key).ToListAsync(ct), ct) is [var notice] ? notice : null;
    }

    /// <summary>The publication that a notice belonged to, also after it was removed; null when there never was one.</summary>
    public async Task<PublicPost?> PublicationAsync(string id, CancellationToken ct)
    {
        var key = KeyOf(id);
        return await posts.ReadAsync(await posts.Visible.Where(d => d.RemoteId == key && key != "").ToListAsync(ct), ct) is [var post] ? post : null;
    }

    // An order to remove counts from the moment it is given, not from the moment the channel carried it out
    private IQueryable<StoredNotice> Standing => db.WebsiteNotices.AsNoTracking().Where(n => n.RemovedAt == null
        && !db.Deliveries.Any(d => d.Body == n.Body && d.RemoteId == n.Id && (d.State == DeliveryState.Removing || d.State == DeliveryState.Removed)))
        .Where(n => drills.IsPublic || !db.Corrections.Any(c => c.IsDrill && c.NoticeId == n.Id));

    // Ids are made of the delivery's key; whatever else stands in an address is none
    private static string KeyOf(string id) => Guid.TryParseExact(id, "N", out var key) ? key.ToString("N") : "";

    private async Task<IReadOnlyList<PublicNotice>> ReadAsync(List<StoredNotice> notices, CancellationToken ct)
    {
        var ids = notices.Select(n => n.Id).ToList();
        var deliveries = await posts.Visible.Where(d => ids.Contains(d.RemoteId)).ToListAsync(ct);
        var published = (await posts.ReadAsync(deliveries, ct)).ToDictionary(p => p.Id.Value.ToString("N"), StringComparer.Ordinal);
        var targets = await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.NoticeId)).ToDictionaryAsync(c => c.NoticeId, c => c.Target, ct);
        var wrong = targets.Values.ToList();
        var corrected = await posts.ReadAsync(await posts.Visible.Where(d => wrong.Contains(d.Application)).OrderBy(d => d.PublishedAt).ToListAsync(ct), ct);
        return
        [
            .. notices.Select(n => new PublicNotice(
                n.Id, n.Text, n.PostedAt, published.GetValueOrDefault(n.Id)?.Images ?? [],
                targets.TryGetValue(n.Id, out var target) ? [.. corrected.Where(p => p.Application == target)] : [])),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>What residents may read without signing in: official accounts and the archive of what they said.</summary>
public sealed class PublicArchive(ShiraseDb db, CurrentBody current)
{
    /// <summary>Posts of one page. Ours.</summary>
    public const int PageSize = 20;

    /// <summary>Opens the public site of a body; null when there is none of this name. All later questions are of this body.</summary>
    public async Task<Body?> OpenAsync(string slug, CancellationToken ct)
    {
        var id = new BodyId(slug);
        var body = await db.Bodies.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);
        if (body is not null)
        {
            current.Is(body.Id);
        }

        return body;
    }

    public Task<List<Body>> BodiesAsync(CancellationToken ct) => db.Bodies.AsNoTracking().OrderBy(b => b.Name).ToListAsync(ct);

    public Task<List<OfficialAccount>> AccountsAsync(CancellationToken ct) =>
        db.Accounts.AsNoTracking().OrderBy(a => a.Since).ThenBy(a => a.Handle).ToListAsync(ct);

    /// <summary>Published and removed posts, newest first. A word finds only what still stands.</summary>
    public async Task<(IReadOnlyList<PublicPost> Posts, int Total)> PostsAsync(string? word, int page, CancellationToken ct)
    {
        var query = db.Deliveries.AsNoTracking().Where(d => d.PublishedAt != null);
        if (!string.IsNullOrWhiteSpace(word))
        {
            var sought = word.Trim();
            query = query.Where(d => d.State == DeliveryState.Published && d.OutgoingText.Contains(sought));
        }

        var total = await query.CountAsync(ct);
        var found = await query.OrderByDescending(d => d.PublishedAt).ThenByDescending(d => d.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await ToPublicAsync(found, ct), total);
    }

    public async Task<PublicPost?> PostAsync(Guid id, CancellationToken ct)
    {
        var key = new DeliveryId(id);
        var found = await db.Deliveries.AsNoTracking().Where(d => d.Id == key && d.PublishedAt != null).ToListAsync(ct);
        return (await ToPublicAsync(found, ct)) is [var post] ? post : null;
    }

    /// <summary>An image of a post that stands; null for any other.</summary>
    public async Task<StoredMedia?> ImageAsync(Guid id, CancellationToken ct)
    {
        var key = new MediaId(id);
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == key, ct) is not { } media)
        {
            return null;
        }

        var standing = await db.Deliveries.AsNoTracking().Where(d => d.Application == media.Application && d.State == DeliveryState.Published).ToListAsync(ct);
        return (await ToPublicAsync(standing, ct)).Any(p => p.Images.Any(i => i.Id == id)) ? media : null;
    }

    public Task<List<Channels.StoredNotice>> NoticesAsync(CancellationToken ct) =>
        db.WebsiteNotices.AsNoTracking().Where(n => n.RemovedAt == null).OrderByDescending(n => n.PostedAt).Take(PageSize).ToListAsync(ct);

    public Task<Channels.StoredNotice?> NoticeAsync(string id, CancellationToken ct) =>
        db.WebsiteNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.RemovedAt == null, ct);

    /// <summary>Every published delivery, for the question whether something is genuine.</summary>
    internal IQueryable<PostDelivery> Published => db.Deliveries.AsNoTracking().Where(d => d.PublishedAt != null);

    internal async Task<IReadOnlyList<PublicPost>> ToPublicAsync(IReadOnlyList<PostDelivery> deliveries, CancellationToken ct)
    {
        var ids = deliveries.Select(d => d.Application).Distinct().ToList();
        var applications = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var accounts = await AccountsAsync(ct);
        var originals = applications.Select(a => a.CorrectionOf).OfType<PostApplicationId>().ToList();
        var corrections = await db.Applications.AsNoTracking().Where(a => a.CorrectionOf != null && ids.Contains(a.CorrectionOf.Value)).Select(a => new { a.Id, Of = a.CorrectionOf!.Value }).ToListAsync(ct);
        var linked = originals.Concat(corrections.Select(c => c.Id)).ToList();
        var others = await db.Deliveries.AsNoTracking().Where(d => d.PublishedAt != null && linked.Contains(d.Application)).ToListAsync(ct);
        return
        [
            .. deliveries.Select(d =>
            {
                var application = applications.Single(a => a.Id == d.Application);
                var correction = corrections.Where(c => c.Of == d.Application).Select(c => (PostApplicationId?)c.Id).FirstOrDefault();
                return PublicPost.Of(
                    d,
                    application.Versions.Single(v => v.Number == d.Version).Content,
                    accounts.Single(a => a.Id == d.Account),
                    others.FirstOrDefault(o => o.Application == application.CorrectionOf)?.Id,
                    others.FirstOrDefault(o => o.Application == correction)?.Id);
            }),
        ];
    }
}

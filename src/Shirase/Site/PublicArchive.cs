using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>What residents may read without signing in: the archive of what a body said through its official accounts.</summary>
public sealed class PublicArchive(ShiraseDb db, CurrentBody current, PublicPosts posts)
{
    /// <summary>Posts of one page: with its style sheets it stays below 50 kB. Ours.</summary>
    public const int PageSize = 10;

    /// <summary>Entries of the feed. Ours.</summary>
    public const int FeedSize = 20;

    /// <summary>Longest name of a body in an address. Ours.</summary>
    private const int LongestSlug = 64;

    /// <summary>Opens the public site of a body; null when there is none of this name. All later questions are of this body.</summary>
    public async Task<Body?> OpenAsync(string slug, CancellationToken ct)
    {
        if (slug.Length is 0 or > LongestSlug || !slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        var id = new BodyId(slug);
        var body = await db.Bodies.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);
        if (body is not null)
        {
            current.Is(body.Id);
        }

        return body;
    }

    public Task<List<Body>> BodiesAsync(CancellationToken ct) => db.Bodies.AsNoTracking().OrderBy(b => b.Name).ToListAsync(ct);

    /// <summary>Published and removed posts, newest first. A word finds only what still stands.</summary>
    public async Task<(IReadOnlyList<PublicPost> Posts, int Total)> PostsAsync(string? word, int page, CancellationToken ct)
    {
        var query = posts.Visible;
        if (!string.IsNullOrWhiteSpace(word))
        {
            var sought = word.Trim();
            query = query.Where(d => d.State == DeliveryState.Published && d.OutgoingText.Contains(sought));
        }

        var total = await query.CountAsync(ct);
        var found = await query.OrderByDescending(d => d.PublishedAt).ThenByDescending(d => d.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await posts.ReadAsync(found, ct), total);
    }

    /// <summary>What changed last, newest change first: a removal comes up again, so that readers of the feed learn of it.</summary>
    public async Task<IReadOnlyList<PublicPost>> ChangesAsync(CancellationToken ct) =>
    [
        .. (await posts.ReadAsync(
            await posts.Visible.OrderByDescending(d => d.RemovedAt ?? d.RemovalOrderedAt ?? d.PublishedAt).ThenByDescending(d => d.Id)
                .Take(FeedSize).ToListAsync(ct), ct)).OrderByDescending(p => p.UpdatedAt),
    ];

    public async Task<PublicPost?> PostAsync(Guid id, CancellationToken ct)
    {
        var key = new DeliveryId(id);
        return await posts.ReadAsync(await posts.Visible.Where(d => d.Id == key).ToListAsync(ct), ct) is [var post] ? post : null;
    }

    /// <summary>An image of a post that stands; null for any other.</summary>
    public async Task<StoredMedia?> ImageAsync(Guid id, CancellationToken ct)
    {
        var key = new MediaId(id);
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == key, ct) is not { } media)
        {
            return null;
        }

        var standing = await posts.Visible.Where(d => d.Application == media.Application && d.State == DeliveryState.Published).ToListAsync(ct);
        return (await posts.ReadAsync(standing, ct)).Any(p => p.Images.Any(i => i.Id == id)) ? media : null;
    }
}

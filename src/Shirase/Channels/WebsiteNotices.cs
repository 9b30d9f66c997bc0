using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Channels;

/// <summary>The notices of the public site in the store.</summary>
internal sealed class WebsiteNotices(ShiraseDb db, TimeProvider clock) : IWebsiteNotices
{
    public async Task<WebsiteNotice> AddAsync(WebsiteNotice notice, CancellationToken ct)
    {
        if (await FindAsync(notice.Body, notice.Id, ct) is { } there)
        {
            return ToNotice(there);
        }

        db.Add(new StoredNotice(notice.Body, notice.Id, notice.AuthorHandle, notice.Text, StoredPost.ToJson(notice.Images), notice.PostedAt.Truncated()));
        await db.SaveChangesAsync(ct);
        return notice;
    }

    public async Task<WebsiteNotice?> ReadAsync(BodyId body, string id, CancellationToken ct) =>
        await FindAsync(body, id, ct) is { RemovedAt: null } there ? ToNotice(there) : null;

    public async Task RemoveAsync(BodyId body, string id, CancellationToken ct)
    {
        if (await FindAsync(body, id, ct) is { RemovedAt: null } there)
        {
            there.Remove(clock.GetUtcNow().Truncated());
            await db.SaveChangesAsync(ct);
        }
    }

    private Task<StoredNotice?> FindAsync(BodyId body, string id, CancellationToken ct) =>
        db.WebsiteNotices.SingleOrDefaultAsync(n => n.Body == body && n.Id == id, ct);

    private static WebsiteNotice ToNotice(StoredNotice n) => new(n.Body, n.Id, n.Author, n.Text, n.Images(), n.PostedAt);
}

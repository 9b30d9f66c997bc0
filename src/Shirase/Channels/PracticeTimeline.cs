using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Channels;

/// <summary>The practice timeline in the store.</summary>
internal sealed class PracticeTimeline(ShiraseDb db, TimeProvider clock) : IPracticeTimeline
{
    public async Task<PracticePost> AddAsync(PracticePost post, CancellationToken ct)
    {
        if (await FindAsync(post.Body, post.Id, ct) is { } there)
        {
            return ToPost(there);
        }

        var stored = new StoredPracticePost(
            post.Body, post.Id, post.AuthorHandle, post.Text, StoredPost.ToJson(post.Images), post.PostedAt.Truncated(), post.OriginalAuthorHandle, post.RepostOf);
        stored.StandUnder(post.ContinuationOf);
        db.Add(stored);
        await db.SaveChangesAsync(ct);
        return post;
    }

    public async Task<PracticePost?> ReadAsync(BodyId body, string id, CancellationToken ct) =>
        await FindAsync(body, id, ct) is { RemovedAt: null } there ? ToPost(there) : null;

    public async Task RemoveAsync(BodyId body, string id, CancellationToken ct)
    {
        if (await FindAsync(body, id, ct) is { RemovedAt: null } there)
        {
            there.Remove(clock.GetUtcNow().Truncated());
            await db.SaveChangesAsync(ct);
        }
    }

    private Task<StoredPracticePost?> FindAsync(BodyId body, string id, CancellationToken ct) =>
        db.PracticePosts.SingleOrDefaultAsync(p => p.Body == body && p.Id == id, ct);

    private static PracticePost ToPost(StoredPracticePost p) =>
        new(p.Body, p.Id, p.Author, p.Text, p.Images(), p.PostedAt, p.OriginalAuthor, p.RepostOf) { ContinuationOf = p.ContinuationOf };
}

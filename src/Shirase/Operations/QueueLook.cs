using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Operations;

/// <summary>How the queue stands.</summary>
/// <param name="Due">Jobs whose time has come and which nobody works on.</param>
/// <param name="Age">How long the oldest of them has waited; zero when there is none.</param>
/// <param name="GivenUp">Jobs that broke too often and wait for a human.</param>
public sealed record QueueState(int Due, TimeSpan Age, int GivenUp);

/// <summary>Looks how much work is due, over all bodies.</summary>
public sealed class QueueLook(ShiraseDb db, TimeProvider clock)
{
    public async Task<QueueState> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var due = db.Jobs.AsNoTracking().Where(j => j.DoneAt == null && j.GaveUpAt == null && j.NotBefore <= now && (j.LeasedUntil == null || j.LeasedUntil < now));
        var oldest = await due.OrderBy(j => j.NotBefore).Select(j => (DateTimeOffset?)j.NotBefore).FirstOrDefaultAsync(ct);
        var givenUp = await db.Jobs.CountAsync(j => j.DoneAt == null && j.GaveUpAt != null, ct);
        return oldest is { } since ? new(await due.CountAsync(ct), now - since, givenUp) : new(0, TimeSpan.Zero, givenUp);
    }
}

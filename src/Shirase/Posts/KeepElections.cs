using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>選挙の期間の暦 of a body: what falls into one is shown to whoever looks at the effects of a message (to-6-1-i-3).</summary>
public sealed class KeepElections(ShiraseDb db)
{
    public async Task<Refusal?> EnterAsync(Doer doer, string? name, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        if (Entries.Refuse(name) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var entered = ElectionPeriod.Enter(doer.Body, name, from, to, new Act(doer.Staff ?? new StaffId(Guid.Empty), doer.At));
        if (entered.Refusal is { } refusal)
        {
            return refusal;
        }

        db.Add(entered.Value!);
        db.Record(doer, "election.entered", $"election/{entered.Value!.Id}", new { from, to });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> RemoveAsync(Doer doer, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.ElectionPeriods.SingleOrDefaultAsync(e => e.Body == doer.Body && e.Id == id, ct) is not { } election)
        {
            return new NoSuchElection();
        }

        db.Remove(election);
        db.Record(doer, "election.removed", $"election/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

using Shirase.Core;

namespace Shirase.Storage;

public static class Changes
{
    /// <summary>One change under the body's lock: what the work prepared is saved with its journal entries, or forgotten where it refuses.</summary>
    /// <returns>Why nothing was changed; null when it is done.</returns>
    public static async Task<Refusal?> ChangeAsync(this ShiraseDb db, BodyId body, Func<Task<Refusal?>> work, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        if (await work() is { } refusal)
        {
            db.Forget();
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

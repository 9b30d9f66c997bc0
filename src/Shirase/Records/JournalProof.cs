using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>What the proof of one body's journal found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="LastHash">Hash of the last one; note it down to find later that the end was cut off.</param>
/// <param name="Faults">Every fault, in order; none when the chain is whole.</param>
public sealed record JournalProved(BodyId Body, long Entries, string LastHash, IReadOnlyList<JournalFault> Faults);

/// <summary>Proves journals in the database, and the head that guards their ends.</summary>
public sealed class JournalProof(ShiraseDb db)
{
    public async Task<IReadOnlyList<JournalProved>> RunAsync(BodyId? only, CancellationToken ct)
    {
        var bodies = await db.Journal.AsNoTracking().Select(j => j.Body).Distinct().ToListAsync(ct);
        bodies = [.. bodies.Union(await db.JournalHeads.AsNoTracking().Select(h => h.Body).ToListAsync(ct))
            .Where(b => only is null || b == only).OrderBy(b => b.Slug, StringComparer.Ordinal)];
        var proved = new List<JournalProved>();
        foreach (var body in bodies)
        {
            var entries = await db.Journal.AsNoTracking().Where(j => j.Body == body).OrderBy(j => j.Number).ToListAsync(ct);
            var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Body == body, ct);
            proved.Add(Of(body, entries, head));
        }

        return proved;
    }

    /// <summary>The same without a database, for an export. Bodies may be mixed.</summary>
    public static IReadOnlyList<JournalProved> Of(IEnumerable<JournalEntry> entries) =>
        [.. entries.GroupBy(e => e.Body).OrderBy(g => g.Key.Slug, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g], null))];

    private static JournalProved Of(BodyId body, List<JournalEntry> entries, JournalHead? head)
    {
        var faults = JournalChain.Faults(entries).ToList();
        var last = entries is [.., var e] ? e : null;
        if (head is not null && (head.Number != (last?.Number ?? 0) || head.Hash != (last?.Hash ?? JournalEntry.Genesis)))
        {
            faults.Add(new(head.Number, new(
                $"記録は{head.Number}番まであるはずですが、末尾が合いません。", $"The journal should end at {head.Number}, but its end does not fit.")));
        }

        return new(body, entries.Count, last?.Hash ?? JournalEntry.Genesis, faults);
    }
}

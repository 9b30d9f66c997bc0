using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Regulations;

/// <summary>Tells those who answer for the operation, once, that another version of their document holds and what changed (gm-0-2-1).</summary>
public sealed class AmendmentNotices(ShiraseDb db, Rosters rosters, RegulationLibrary library)
{
    public const string Kind = "regulation.amended";

    /// <summary>Prepares the notices; the caller saves. Nothing where nothing was amended or where it was said.</summary>
    public async Task TellAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.JapanDay();
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
        if (slug is null || library.InForce(slug, today) is not { } regulation || AmendmentReading.Of(library, regulation) is not { } reading)
        {
            return;
        }

        var since = JapanTime.StartOf(regulation.InForceFrom).ToUniversalTime();
        if (await db.Notices.AnyAsync(n => n.Body == body && n.Kind == Kind && n.At >= since, ct))
        {
            return;
        }

        var roster = await rosters.OnAsync(body, today, ct);
        var what = reading.Sentences[0].Text;
        db.Tell(
            body, AmendmentReading.Managers.SelectMany(r => roster.ActingFor(slug, r, null)), Kind,
            new(
                $"「{regulation.Title.Ja}」の改正（{regulation.Version}）が適用されています。新旧対照表で確かめ、「定期の確認」の画面で確認してください。{what.Ja}",
                $"{regulation.Title.En}: the amendment {regulation.Version} is in force. See the comparison and confirm it on the page of confirmations. {what.En}"),
            reading.Clause, now);
    }
}

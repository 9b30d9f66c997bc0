using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>
/// Reads what was kept of each sent post anew, words and images, and compares it with the hashes taken when it was sent (to-7-4-a). What
/// differs is told by the journal, post by post and file by file; the regulation's duties carry it to the people.
/// </summary>
public sealed class ArchiveCheckJob(ShiraseDb db, RegulationLibrary library, TimeProvider clock) : IJobHandler
{
    public const string Kind = "archive-check";

    /// <summary>The control of a regulation that asks for it.</summary>
    public const string Control = "record:archive-check";

    // Bytes of images are read one by one, whatever the size of the archive
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var today = now.JapanDay();
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == job.Body).Select(b => b.Regulation).SingleAsync(ct);
        var mark = await db.JobMarks.AsNoTracking().SingleOrDefaultAsync(m => m.Body == job.Body && m.Name == Kind, ct);
        if (slug is null || library.InForce(slug, today) is not { } regulation || regulation.ClauseFor(Control) is not { } clause
            || mark?.Day.AddDays(regulation.Number("archive-check-days", 30)) > today)
        {
            return now + Every;
        }

        var found = await DifferencesAsync(job.Body, ct);
        db.Forget();
        await using var change = await db.BeginChangeAsync(job.Body, ct);
        foreach (var (application, about) in found)
        {
            db.Record(job.Body, now, "archive.differs", $"application/{application}", new { about, clause });
        }

        db.Record(job.Body, now, "archive.verified", $"body/{job.Body}", new { differences = found.Count, clause });
        if (await db.JobMarks.SingleOrDefaultAsync(m => m.Body == job.Body && m.Name == Kind, ct) is { } standing)
        {
            standing.Reached(0, today);
        }
        else
        {
            db.Add(new JobMark(job.Body, Kind, 0, today, today));
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return now + Every;
    }

    private async Task<IReadOnlyList<(PostApplicationId Application, string About)>> DifferencesAsync(BodyId body, CancellationToken ct)
    {
        var found = new List<(PostApplicationId, string)>();
        var sent = await db.Deliveries.AsNoTracking().Where(d => d.Body == body && d.PublishedAt != null).Select(d => d.Application).Distinct().ToListAsync(ct);
        foreach (var id in sent)
        {
            if (await db.Applications.AsNoTracking().Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } application)
            {
                continue;
            }

            found.AddRange(application.Versions.Where(v => !v.IsIntact).Select(v => (id, $"{application.Number}：版{v.Number.ToString(CultureInfo.InvariantCulture)}の文面")));
            foreach (var media in application.Versions.SelectMany(v => v.Content.Media).DistinctBy(m => m.Id))
            {
                var stored = await db.Media.AsNoTracking().Where(m => m.Id == new MediaId(media.Id)).Select(m => m.Bytes).SingleOrDefaultAsync(ct);
                if (stored is null || Convert.ToHexStringLower(SHA256.HashData(stored)) != media.Sha256)
                {
                    found.Add((id, $"{application.Number}：画像 {ArchiveFile.NameOf(media)}"));
                }
            }
        }

        return found;
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>The register of posts out of hours (gx-10-2-0): every application of the urgent path that was filed.</summary>
public sealed class OutOfHoursPosts(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <param name="from">First day, by <see cref="OutOfHoursPost.At"/>; null for no limit.</param>
    /// <param name="to">Last day.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<OutOfHoursPost>> ReadAsync(BodyId body, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var start = from is { } f ? JapanTime.StartOf(f).ToUniversalTime() : (DateTimeOffset?)null;
        var end = to is { } t && t < DateOnly.MaxValue ? JapanTime.StartOf(t.AddDays(1)).ToUniversalTime() : (DateTimeOffset?)null;
        return [.. (await ReadAsync(body, ct)).Where(p => (start is null || p.At >= start) && (end is null || p.At < end))];
    }

    /// <summary>The same between two moments, the first one included.</summary>
    public async Task<IReadOnlyList<OutOfHoursPost>> ReadAsync(BodyId body, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        [.. (await ReadAsync(body, ct)).Where(p => p.At >= from && p.At < to)];

    private async Task<IReadOnlyList<OutOfHoursPost>> ReadAsync(BodyId body, CancellationToken ct)
    {
        var urgent = library.All.SelectMany(r => r.Routes).Where(r => r.Grounds.Count > 0).Select(r => r.Id).Distinct().ToList();
        var applications = await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions)
            .Where(a => a.Body == body && a.SubmittedAt != null && urgent.Contains(a.Route)).ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var deliveries = (await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Application)).ToListAsync(ct)).ToLookup(d => d.Application);
        return
        [
            .. applications.Select(a => library.Find(a.Regulation, a.RegulationVersion) is { } r ? OutOfHoursPost.Of(a, [.. deliveries[a.Id]], r, reader.Now) : null)
                .OfType<OutOfHoursPost>().OrderByDescending(p => p.At),
        ];
    }
}

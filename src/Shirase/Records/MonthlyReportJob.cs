using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>
/// Draws up the report of the month before on the first working day of a month (gx-0-2, gm-0-2-2), or as soon as the program runs again after it,
/// and tells those whom it is for: whoever answers for the operation, and the heads of the sections that stand in it.
/// </summary>
public sealed class MonthlyReportJob(ShiraseDb db, RegulationLibrary library, Rosters rosters, TimeProvider clock) : IJobHandler
{
    public const string Kind = "monthly-report";

    /// <summary>The control of a regulation that asks for it.</summary>
    public const string Control = "record:monthly-report";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var today = now.JapanDay();
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == job.Body).Select(b => b.Regulation).SingleAsync(ct);
        var slugs = await db.Accounts.AsNoTracking().Where(a => a.Body == job.Body).Select(a => a.Regulation).Distinct().ToListAsync(ct);
        foreach (var slug in slugs.Append(own).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (library.InForce(slug, today) is { } regulation && regulation.ClauseFor(Control) is { } clause && IsTime(regulation, today))
            {
                await DrawUpAsync(job.Body, regulation, clause, month, now, ct);
            }
        }

        return now + Every;
    }

    // Late is better than never: on any day from the first working day on
    private static bool IsTime(Regulation regulation, DateOnly today) => regulation.Windows is not [var window, ..]
        || Enumerable.Range(1, today.Day).Any(d => window.IsOpenOn(new DateOnly(today.Year, today.Month, d)));

    private async Task DrawUpAsync(BodyId body, Regulation regulation, string clause, DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        db.Forget();
        await using var change = await db.BeginChangeAsync(body, ct);
        var end = JapanTime.StartOf(month.AddMonths(1)).ToUniversalTime();
        if (await db.MonthlyReports.AnyAsync(r => r.Body == body && r.Regulation == regulation.Slug && r.Month == month, ct)
            || !await db.Applications.AnyAsync(a => a.Body == body && a.Regulation == regulation.Slug && a.CreatedAt < end, ct))
        {
            return;
        }

        var lines = MonthlyCounts.Of(regulation, month, await CasesAsync(body, regulation.Slug, month, ct), await UnitsAsync(body, ct));
        var report = MonthlyReport.Of(body, regulation.Slug, month, lines, now);
        db.Add(report);
        db.Record(body, now, "report.drawn-up", $"report/{report.Id}", new { regulation = regulation.Slug, month = month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), clause });
        var roster = await rosters.OnAsync(body, now.JapanDay(), ct);
        var readers = roster.ActingFor(regulation.Slug, "operation-manager", null)
            .Concat(lines.SelectMany(l => roster.ActingFor(regulation.Slug, "unit-head", l.Unit)));
        db.Tell(
            body, readers, "report.monthly",
            new(
                $"「{regulation.Title.Ja}」の{month.Year}年{month.Month}月の月次報告ができました。「月次報告」の画面で確かめてください。",
                $"{regulation.Title.En}: the report of {month.Year}-{month.Month:00} is ready; see the page of monthly reports."),
            clause, now);

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }

    // What went out, was taken away or was rejected in the month; nothing else can count
    private async Task<IReadOnlyList<CountedCase>> CasesAsync(BodyId body, string slug, DateOnly month, CancellationToken ct)
    {
        var (from, to) = (JapanTime.StartOf(month).ToUniversalTime(), JapanTime.StartOf(month.AddMonths(1)).ToUniversalTime());
        var moved = await db.Deliveries.AsNoTracking().Where(d => d.Body == body
            && ((d.PublishedAt >= from && d.PublishedAt < to) || (d.RemovedAt >= from && d.RemovedAt < to))).Select(d => d.Application).Distinct().ToListAsync(ct);
        var cases = await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions)
            .Where(a => a.Body == body && a.Regulation == slug
                && (moved.Contains(a.Id) || a.Decisions.Any(d => d.Verb == Core.Posts.Verb.Reject && d.At >= from && d.At < to))).ToListAsync(ct);
        var ids = cases.Select(a => a.Id).ToList();
        var deliveries = (await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Application)).ToListAsync(ct)).ToLookup(d => d.Application);
        var corrected = (await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.Target) && c.AbandonedAt == null).Select(c => c.Target).ToListAsync(ct)).ToHashSet();
        return [.. cases.Select(a => new CountedCase(a, [.. deliveries[a.Id]], corrected.Contains(a.Id)))];
    }

    private async Task<IReadOnlyDictionary<UnitId, Localized>> UnitsAsync(BodyId body, CancellationToken ct) =>
        await db.Units.AsNoTracking().Where(u => u.Body == body).ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
}

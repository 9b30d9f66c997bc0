using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>点検の統計: which rules help and which annoy, counted when authors file.</summary>
public sealed class CheckTallies(ShiraseDb db)
{
    /// <summary>Counts an attempt within the change that is open; the caller saves.</summary>
    /// <param name="shown">What the attempt showed; rules that found something before and are missing here found nothing any more.</param>
    /// <param name="filed">False when the attempt was refused.</param>
    public async Task NoteAsync(PostApplication application, IReadOnlyList<ShownRule> shown, bool filed, DateTimeOffset at, CancellationToken ct)
    {
        var day = at.JapanDay();
        var known = await db.CheckTallies.Where(t => t.Application == application.Id).ToListAsync(ct);
        foreach (var rule in shown)
        {
            if (known.Find(t => t.Rule == rule.Rule) is not { } tally)
            {
                tally = new(Guid.CreateVersion7(at), application.Body, application.Id, application.Unit, application.Regulation, rule.Rule, rule.Check, new(day.Year, day.Month, 1));
                db.Add(tally);
            }

            tally.Note(rule, filed);
        }

        foreach (var gone in known.Where(t => shown.All(r => r.Rule != t.Rule)))
        {
            gone.Note(ShownRule.None(gone.Rule, gone.Check), filed);
        }
    }

    /// <summary>The same for an attempt that was refused: its own change is gone, so this makes one.</summary>
    public async Task NoteRefusedAsync(PostApplicationId id, BodyId body, IReadOnlyList<ShownRule> shown, DateTimeOffset at, CancellationToken ct)
    {
        db.Forget();
        await using var change = await db.BeginChangeAsync(body, ct);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        await NoteAsync(application, shown, filed: false, at, ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        db.Forget();
    }

    /// <summary>The rules that reported something in the month, the busiest first.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="unit">Only cases of one unit; null for all.</param>
    public async Task<IReadOnlyList<RuleTally>> ReadAsync(BodyId body, DateOnly month, UnitId? unit, CancellationToken ct) =>
    [
        .. (await db.CheckTallies.AsNoTracking().Where(t => t.Body == body && t.Month == month && (unit == null || t.Unit == unit))
                .GroupBy(t => new { t.Regulation, t.Rule, t.Check })
                .Select(g => new RuleTally(
                    g.Key.Regulation, g.Key.Rule, g.Key.Check, g.Count(), g.Sum(t => t.Reported), g.Sum(t => t.Mended), g.Sum(t => t.Kept), g.Sum(t => t.Left), g.Sum(t => t.Stops)))
                .ToListAsync(ct))
            .OrderByDescending(t => t.Reported).ThenBy(t => t.Rule, StringComparer.Ordinal),
    ];

    /// <summary>Months of which there is something to tell, the newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> MonthsAsync(BodyId body, CancellationToken ct) =>
        await db.CheckTallies.AsNoTracking().Where(t => t.Body == body).Select(t => t.Month).Distinct().OrderByDescending(m => m).ToListAsync(ct);
}

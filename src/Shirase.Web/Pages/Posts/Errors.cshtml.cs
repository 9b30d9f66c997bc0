using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Pages.Posts;

/// <summary>誤りの申出: what stands outside, for every member of staff, each with the way to report an error in it (gx-13-4-4).</summary>
public sealed class ErrorsModel(ShiraseDb db, CaseReader reader) : PageModel
{
    /// <summary>Days that are listed; older posts are found by their case. Ours.</summary>
    public const int Days = 14;

    private const int Most = 100;

    public IReadOnlyList<StandingPost> Posts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var from = JapanTime.StartOf(reader.Now.JapanDay().AddDays(-Days)).ToUniversalTime();
        var rows = await db.Deliveries.AsNoTracking()
            .Where(d => d.PublishedAt >= from && (d.State == DeliveryState.Published || d.State == DeliveryState.Removing))
            .OrderByDescending(d => d.PublishedAt).Take(Most).ToListAsync(ct);
        var ids = rows.Select(d => d.Application).Distinct().ToList();
        var cases = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var reported = (await db.ErrorReports.AsNoTracking().Where(r => r.ClosedAt == null && ids.Contains(r.Application)).Select(r => r.Application).ToListAsync(ct)).ToHashSet();
        Posts =
        [
            .. rows.GroupBy(d => d.Application).Select(g => new StandingPost(
                g.Key, cases[g.Key].Versions.Single(v => v.Number == g.First().Version).Content.Title, g.Max(d => d.PublishedAt)!.Value,
                g.First().OutgoingText, g.Any(d => d.State == DeliveryState.Removing), reported.Contains(g.Key))),
        ];
    }
}

/// <summary>A post that stands outside.</summary>
public sealed record StandingPost(PostApplicationId Id, string Title, DateTimeOffset At, string Text, bool IsRemoving, bool IsReported);

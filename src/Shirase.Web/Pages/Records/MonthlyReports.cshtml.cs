using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Web.Pages.Records;

/// <summary>月次報告: the months that were drawn up, the newest first (gx-0-2, gm-0-2-2).</summary>
public sealed class MonthlyReportsModel(ShiraseDb db, RegulationLibrary library) : PageModel
{
    public IReadOnlyList<MonthlyReport> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Reports = await db.MonthlyReports.AsNoTracking().OrderByDescending(r => r.Month).ThenBy(r => r.Regulation).ToListAsync(ct);

    public Localized TitleOf(MonthlyReport report) => library.TitleOf(report.Regulation);

    public static MonthlyLine SumOf(MonthlyReport report) => MonthlyLine.Sum(report.Lines(), new("", ""));
}

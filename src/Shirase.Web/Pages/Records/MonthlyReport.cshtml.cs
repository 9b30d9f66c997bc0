using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>The report of one month, to be printed or taken out; a head reads the line of the own section only (gm-0-2-2).</summary>
public sealed class MonthlyReportModel(ShiraseDb db, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    private static readonly string[] Columns =
        ["Unit", "Posts", "Reposts", "OutOfHours", "Rejected", "Deletions", "Corrections", "LeadDays", "Minutes", "Drills"];

    public MonthlyReport Report { get; private set; } = null!;

    public Regulation Regulation { get; private set; } = null!;

    /// <summary>Sections, and the sum where there are several.</summary>
    public IReadOnlyList<MonthlyLine> Lines { get; private set; } = [];

    public static IReadOnlyList<string> Heads => Columns;

    public async Task<IActionResult> OnGetAsync(string slug, string month, CancellationToken ct) => await ReadAsync(slug, month, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string slug, string month, CancellationToken ct) => await ReadAsync(slug, month, ct)
        ? CsvFile.Of($"shirase-{slug}-{month}.csv", [.. Columns.Select(c => text[$"Records.Monthly.{c}"])], Lines.Select(Cells))
        : NotFound();

    /// <summary>The figures of a line as text, in the order of <see cref="Heads"/>.</summary>
    public IReadOnlyList<string> Cells(MonthlyLine line) =>
    [
        line.Name.In(text.Language), Text(line.Posts), Text(line.Reposts), Text(line.OutOfHours), Text(line.Rejected), Text(line.Deletions),
        Text(line.Corrections), Text(line.LeadDays), Text(line.Minutes), Text(line.Drills),
    ];

    private static string Text(double? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";

    private async Task<bool> ReadAsync(string slug, string month, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || library.Versions(slug) is not [.., var regulation]
            || await db.MonthlyReports.AsNoTracking().SingleOrDefaultAsync(r => r.Regulation == slug && r.Month == first, ct) is not { } report)
        {
            return false;
        }

        (Report, Regulation) = (report, regulation);
        var lines = report.Lines();
        var seats = me.Required.Seats;
        var seesAll = me.Required.IsAdministrator || seats.Any(s => s.Role is "operation-manager" or "operation-officer" or "auditor");
        if (!seesAll)
        {
            lines = [.. lines.Where(l => seats.Any(s => s.Unit == l.Unit))];
        }

        Lines = lines.Count > 1 ? [.. lines, MonthlyLine.Sum(lines, new(text["Records.MonthlySum"], text["Records.MonthlySum"]))] : lines;
        return true;
    }
}

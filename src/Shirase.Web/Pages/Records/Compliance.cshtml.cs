using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Web.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>遵守状況: every clause of a regulation over a period, with the evidence one click away; for the head it is printed.</summary>
public sealed class ComplianceModel(RegulationLibrary library, ComplianceReader reader, ShiraseDb db, SignedInAccessor me, IText text, IWorkbookWriter workbooks, TimeProvider clock) : PageModel
{
    private static readonly string[] Columns = ["Clause", "Reference", "Gist", "State", "Kept", "Exceptions", "Tasks", "Cases"];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Compliance.From")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Compliance.To")]
    public DateOnly? To { get; set; }

    /// <summary>The only state to show, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public ClauseState? State { get; set; }

    public ComplianceReport? Report { get; private set; }

    public IEnumerable<ClauseCompliance> Shown => Report!.Clauses.Where(c => State is null || c.State == State);

    public ILookup<ClauseState, ClauseCompliance> ByState => Report!.Clauses.ToLookup(c => c.State);

    public IEnumerable<(string Month, int Count)> ExceptionsByMonth => Report!.Clauses.SelectMany(c => c.Exceptions)
        .GroupBy(e => e.At.InJapan().ToString("yyyy-MM", CultureInfo.InvariantCulture)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()));

    public CaseNames Names { get; private set; } = null!;

    public string Query => string.Create(CultureInfo.InvariantCulture, $"From={From:yyyy-MM-dd}&To={To:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        return CsvFile.Of(
            $"shirase-compliance-{Slug}.csv",
            [.. Columns.Select(k => text[$"Records.Compliance.{k}"])],
            Shown.Select(c => (IReadOnlyList<string>)
            [
                c.Clause.Id, c.Clause.Reference, c.Clause.Gist.In(text.Language), text[$"Records.Compliance.State.{c.State}"],
                c.Kept.ToString(CultureInfo.InvariantCulture), c.Exceptions.Count.ToString(CultureInfo.InvariantCulture), c.Duties.Count.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', c.Cases.Select(a => a.Number)),
            ]));
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct) => await ReadAsync(ct)
        ? File(
            workbooks.Write(ComplianceSheets.Of(Report!, Shown, Names, text)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"shirase-compliance-{Slug}.xlsx")
        : NotFound();

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken ct) => await ReadAsync(ct)
        ? new JsonResult(new
        {
            regulation = Report!.Regulation.Slug,
            version = Report.Regulation.Version,
            from = From,
            to = To,
            messages = Report.Messages,
            outOfHours = Report.OutOfHours,
            clauses = Shown.Select(c => new
            {
                id = c.Clause.Id,
                state = c.State.ToString(),
                kept = c.Kept,
                cases = c.Cases.Select(a => a.Number),
                exceptions = c.Exceptions.Select(e => new { number = e.Number, what = e.What.In(text.Language), reason = e.Reason, at = e.At }),
                tasks = c.Duties.Select(d => new { rule = d.Rule, due = d.Due }),
            }),
        })
        : NotFound();

    public static string Look(ClauseState state) => state switch
    {
        ClauseState.Kept => "published",
        ClauseState.Exception => "waiting",
        ClauseState.OpenTask => "deciding",
        ClauseState.Overdue => "urgent",
        ClauseState.NotCarried => "held",
        _ => "draft",
    };

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        (From, To) = (From ?? new DateOnly(today.Year, today.Month, 1), To ?? today);
        if (library.InForce(Slug, To.Value) is not { } regulation)
        {
            return false;
        }

        Report = await reader.ReadAsync(me.Required.Body, regulation, From.Value, To.Value, ct);
        Names = await CaseNames.ReadAsync(db, Report.Clauses.SelectMany(c => c.Exceptions).Select(e => e.By), ct);
        return true;
    }
}

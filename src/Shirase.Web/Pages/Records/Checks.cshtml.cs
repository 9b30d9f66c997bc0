using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>点検の統計: month by month which rules made authors change their text, and which were kept in spite of.</summary>
public sealed class ChecksModel(CheckTallies tallies, RegulationLibrary library, ShiraseDb db, SignedInAccessor signedIn, IText text, TimeProvider clock) : PageModel
{
    private static readonly string[] Columns = ["Rule", "Check", "Clause", "Cases", "Reported", "Mended", "Kept", "Left", "Open", "Stops", "Help"];

    /// <summary>As in addresses: <c>2026-06</c>.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Checks.Month")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Checks.Unit")]
    public Guid? Unit { get; set; }

    public DateOnly First { get; private set; }

    public IReadOnlyList<RuleTally> Rules { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Months { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public string Query => $"Month={CheckMonths.Address(First)}" + (Unit is { } unit ? $"&Unit={unit}" : "");

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return CsvFile.Of(
            $"shirase-checks-{CheckMonths.Address(First)}.csv",
            [.. Columns.Select(k => text[$"Records.Checks.{k}"])],
            Rules.Select(r => (IReadOnlyList<string>)
            [
                Name(r), r.Check, ClauseOf(r) ?? "",
                .. new[] { r.Cases, r.Reported, r.Mended, r.Kept, r.Left, r.Open, r.Stops }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
                r.Help?.ToString(CultureInfo.InvariantCulture) ?? "",
            ]));
    }

    public string Name(RuleTally rule) => CheckMonths.Rule(library, rule.Regulation, rule.Rule, text).Name;

    public string? ClauseOf(RuleTally rule) => CheckMonths.Rule(library, rule.Regulation, rule.Rule, text).Clause;

    private async Task ReadAsync(CancellationToken ct)
    {
        var body = signedIn.Required.Body;
        var today = clock.GetUtcNow().JapanDay();
        var now = new DateOnly(today.Year, today.Month, 1);
        First = CheckMonths.Read(Month) ?? now;
        Month = CheckMonths.Address(First);
        Rules = await tallies.ReadAsync(body, First, Unit is { } u ? new UnitId(u) : null, ct);
        Months =
        [
            .. (await tallies.MonthsAsync(body, ct)).Append(now).Append(First).Distinct().OrderDescending()
                .Select(m => new SelectListItem(CheckMonths.Words(m, text), CheckMonths.Address(m))),
        ];
        var units = await db.Units.AsNoTracking().Select(x => new { x.Id, x.Name, x.NameEn }).ToListAsync(ct);
        Units =
        [
            new(text["Records.Checks.AllUnits"], ""),
            .. units.Select(x => new SelectListItem(new Localized(x.Name, x.NameEn).In(text.Language), x.Id.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal),
        ];
    }
}

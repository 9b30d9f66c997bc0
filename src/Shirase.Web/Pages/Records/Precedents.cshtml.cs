using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.People;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>先例の一覧: what the PR division and the applicants' units settled in consultations (gx-16).</summary>
public sealed class PrecedentsModel(PrecedentQuery query, SignedInAccessor signedIn, IText text) : PageModel
{
    private static readonly string[] Columns = ["SettledAt", "Question", "Outcome", "PublicRelations", "Applicant", "Unit", "Number"];

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Precedents.From")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Precedents.To")]
    public DateOnly? To { get; set; }

    public IReadOnlyList<PrecedentLine> Lines { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || From is not null || To is not null;

    public string CsvAddress => "/precedents" + QueryString.Create(
    [
        .. new[] { ("handler", "csv"), ("q", Words), ("From", Day(From)), ("To", Day(To)) }
            .Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)),
    ]).Value;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return CsvFile.Of(
            "shirase-precedents.csv",
            [.. Columns.Select(k => text[$"Records.Precedents.{k}"])],
            Lines.Select(l => (IReadOnlyList<string>)
            [
                l.Precedent.SettledAt.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), l.Consultation.Question, l.Consultation.Outcome,
                l.PublicRelations.In(text.Language), l.Applicant.In(text.Language), l.Unit.In(text.Language), l.Precedent.Case.Number,
            ]));
    }

    private async Task ReadAsync(CancellationToken ct) =>
        Lines = ModelState.IsValid ? await query.FindAsync(signedIn.Required, Words, From, To, ct) : [];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

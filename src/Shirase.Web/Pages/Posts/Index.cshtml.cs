using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>The applications a person may see; what the search of every page leads to.</summary>
public sealed class IndexModel(ShiraseDb db, CaseQuery query, RegulationLibrary library, SignedInAccessor signedIn, IText text) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "state", SupportsGet = true)]
    public ApplicationState? State { get; set; }

    [BindProperty(Name = "unit", SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(Name = "From", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "To", SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || State is not null || Unit is not null || From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = await ReadAsync(ct);
        Found = lines.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Lines = [.. lines.Skip((Number - 1) * PageSize).Take(PageSize)];
        States = [new(text["Posts.All"], ""), .. Enum.GetValues<ApplicationState>().Select(s => new SelectListItem(CaseWords.State(s).In(text.Language), s.ToString()))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => CsvFile.Of(
        "shirase-applications.csv",
        [text["Posts.Number"], text["Fields.Subject"], text["Posts.State"], text["Posts.Unit"], text["Posts.Desired"], text["Posts.Changed"]],
        (await ReadAsync(ct)).Select(line => (IReadOnlyList<string>)
            [line.Number, line.Subject, line.Where.In(text.Language), line.Unit.In(text.Language), At(line.DesiredAt), At(line.ChangedAt)]));

    /// <summary>This list with other values in its address.</summary>
    public string With(string? handler, string? page)
    {
        var fields = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                fields.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Add("handler", handler);
        Add("q", Words);
        Add("state", State?.ToString());
        Add("unit", Unit?.ToString());
        Add("From", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("To", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return "/posts?" + string.Join('&', fields) + (page is null ? "" : $"{(fields.Count > 0 ? "&" : "")}p={page}");
    }

    private async Task<IReadOnlyList<CaseLine>> ReadAsync(CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Code).ToListAsync(ct);
        Units = [new(text["Posts.All"], ""), .. units.Select(u => new SelectListItem(text.Language == Languages.English ? u.NameEn : u.Name, u.Id.ToString()))];
        var byId = units.ToDictionary(u => u.Id);
        var cases = ModelState.IsValid ? await query.FindAsync(signedIn.Required, new(Words, State, Unit, From, To), ct) : [];
        return [.. cases.Select(a => CaseLine.Of(a, new(byId[a.Unit].Name, byId[a.Unit].NameEn), library.Find(a.Regulation, a.RegulationVersion)))];
    }

    private static string At(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}

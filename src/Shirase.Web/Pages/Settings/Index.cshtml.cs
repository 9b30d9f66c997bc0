using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.People;
using Shirase.Regulations;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Settings;

/// <summary>団体の設定: every figure of a document with who gave it, what the body made stricter, and who changed what and why (is-4).</summary>
public sealed class IndexModel(
    ShiraseDb db, RegulationLibrary library, LocalRuleWords words, KeepLocalRules keep, Rosters rosters, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    private static readonly string[] Columns = ["Regulation", "Scope", "Item", "Says", "Clause", "From", "By", "Why", "EndedAt", "EndedBy", "EndWhy"];

    /// <summary>Short name of the document shown; the body's own where none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "regulation")]
    public string? Asked { get; set; }

    public IReadOnlyList<Regulation> Documents { get; private set; } = [];

    /// <summary>The document as its file gives it, or null where none governs the body.</summary>
    public Regulation? Document { get; private set; }

    /// <summary>The same under the rules of the body.</summary>
    public Regulation? InForce { get; private set; }

    /// <summary>Every rule that was ever entered, newest first.</summary>
    public IReadOnlyList<LocalRuleLine> Lines { get; private set; } = [];

    public IEnumerable<LocalRuleLine> Standing => Lines.Where(l => l.Rule.EndedAt is null);

    /// <summary>Where the reader may decide: null for the whole body, else units.</summary>
    public IReadOnlyList<UnitId?> Scopes { get; private set; } = [];

    public bool IsAdministrator => me.Required.IsAdministrator;

    public string At => $"/settings?regulation={Document?.Slug}";

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "shirase-settings.csv", [.. Columns.Select(c => text[$"Settings.Csv.{c}"])],
            Lines.Select(l => (IReadOnlyList<string>)
            [
                l.Rule.Regulation, l.Scope, l.Item, l.Says, l.Clause ?? "", Time(l.Rule.From), l.By, l.Rule.Why, Time(l.Rule.EndedAt), l.EndedBy, l.Rule.EndWhy,
            ]));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, string? why, CancellationToken ct)
    {
        var refusal = await keep.EndAsync(new(me.Required.Staff, me.Required.Body), id, why, ct);
        await ShowAsync(ct);
        return refusal is null ? this.Done(text["Settings.Ended"], At) : this.Refused(refusal);
    }

    public string Value(Setting setting) => words.Value(setting);

    /// <summary>A unit moves only what decides its own cases.</summary>
    public bool MayChange(Setting setting) => LocalRules.Choices(setting) is not null
        && (Scopes.Contains(null) || (Scopes.Count > 0 && InForce!.SettingsOfCases.Contains(setting.Id)));

    public static string Hours(TimeWindow window) => $"{window.Start:H\\:mm}～{window.End:H\\:mm}";

    private async Task ShowAsync(CancellationToken ct)
    {
        db.Forget();
        var today = clock.GetUtcNow().JapanDay();
        var body = me.Required.Body;
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        var slugs = await db.Accounts.AsNoTracking().Select(a => a.Regulation).Distinct().ToListAsync(ct);
        Documents = [.. slugs.Append(own).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(s => library.InForce(s, today)).OfType<Regulation>()];
        InForce = Documents.FirstOrDefault(d => d.Slug == (Asked ?? own)) ?? (Asked is null && Documents.Count > 0 ? Documents[0] : null);
        if (InForce is null)
        {
            return;
        }

        Document = library.Document(InForce);
        Scopes = KeepLocalRules.ScopesOf(await rosters.TodayAsync(body, ct), me.Required.Staff, InForce);
        Lines = await words.LinesAsync(Document, ct);
    }

    private static string Time(DateTimeOffset? at) => at?.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

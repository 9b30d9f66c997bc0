using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.People;

/// <summary>The body's staff: search, export, entry.</summary>
public sealed class IndexModel(ShiraseDb db, RegisterStaff register, Choices choices, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string? Q { get; set; }

    [BindProperty]
    public StaffForm Form { get; set; } = new();

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public Task OnGetAsync(int p, CancellationToken ct) => ShowAsync(p, ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => CsvFile.Of(
        "staff.csv",
        [text["People.Login"], text["People.Name"], text["People.Unit"], text["People.Post"], text["People.Section"], text["People.Rank"], text["People.From"]],
        (await RowsAsync(ct)).Select(p => (IReadOnlyList<string>)[p.Login, p.Name, p.Unit, p.Post, p.Section, p.Rank, p.From]));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && Form.Posting.Facts() is { } posting)
        {
            var entered = await register.RunAsync(
                me.Required.Doer(clock.GetUtcNow()), new(Form.Login ?? "", Form.Name ?? "", Form.NameEn ?? ""), posting, ct);
            if (entered.Id is { } id)
            {
                return this.Done(text["People.Added"], $"/people/{id}");
            }

            await ShowAsync(1, ct);
            return this.Refused(entered.Refusal!);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Form.Posting.From", text["People.DayMissing"]);
        }

        await ShowAsync(1, ct);
        return Page();
    }

    private async Task ShowAsync(int page, CancellationToken ct)
    {
        var rows = await RowsAsync(ct);
        Pages = Math.Max(1, (rows.Count + PerPage - 1) / PerPage);
        PageNumber = Math.Clamp(page, 1, Pages);
        People = [.. rows.Skip((PageNumber - 1) * PerPage).Take(PerPage)];
        (Form.Posting.Units, Form.Posting.Ranks) = (await choices.UnitsAsync(text.Language, withNone: false, ct), Choices.Ranks(text.Language));
    }

    private async Task<List<PersonRow>> RowsAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var staff = await db.Staff.AsNoTracking()
            .Where(s => Q == null || s.Name.Contains(Q) || s.NameEn.Contains(Q) || s.LoginName.Contains(Q))
            .OrderBy(s => s.LoginName).ToListAsync(ct);
        var postings = (await db.Postings.AsNoTracking().On(today).ToListAsync(ct)).ToLookup(p => p.Staff);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => text.Language == Languages.English ? u.NameEn : u.Name, ct);
        return [.. staff.Select(s => postings[s.Id].FirstOrDefault() is { } p
            ? new PersonRow(s.Id.Value, s.LoginName, s.Name, units[p.Unit], p.Post, p.Section, p.Rank.Name().In(text.Language), p.From.ToString("O", CultureInfo.InvariantCulture))
            : new PersonRow(s.Id.Value, s.LoginName, s.Name, "", "", "", "", ""))];
    }
}

public sealed record PersonRow(Guid Id, string Login, string Name, string Unit, string Post, string Section, string Rank, string From);

public sealed class StaffForm
{
    [Display(Name = "People.Login")]
    public string? Login { get; set; }

    [Display(Name = "People.Name")]
    public string? Name { get; set; }

    [Display(Name = "People.NameEn")]
    public string? NameEn { get; set; }

    public PostingForm Posting { get; set; } = new();
}

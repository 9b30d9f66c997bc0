using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.People;

/// <summary>One person: postings, roles, deputy entries, with everything that stood before.</summary>
public sealed partial class PersonModel(ShiraseDb db, Choices choices, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public PostingForm Posting { get; set; } = new();

    [BindProperty]
    public RoleForm Role { get; set; } = new();

    [BindProperty]
    public DeputyForm Deputy { get; set; } = new();

    [BindProperty]
    public NamesForm Names { get; set; } = new();

    [BindProperty]
    [Display(Name = "People.LeaveDay")]
    public DateOnly? Last { get; set; }

    [BindProperty]
    [Display(Name = "People.PasswordNew")]
    public string? Password { get; set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Login { get; private set; } = "";

    /// <summary>The form that was sent and refused, so that it stays open.</summary>
    public string Opened { get; private set; } = "";

    public IReadOnlyList<RegisterLine> Postings { get; private set; } = [];

    public IReadOnlyList<RegisterLine> Appointments { get; private set; } = [];

    public IReadOnlyList<RegisterLine> Deputies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> DeputyRoles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> UnitsOrNone { get; private set; } = [];

    private Doer Doer => me.Required.Doer(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ShowAsync(id, ct))
        {
            return NotFound();
        }

        var staff = await db.Staff.AsNoTracking().SingleAsync(s => s.Id == new StaffId(id), ct);
        (Names.Name, Names.NameEn, Names.Mail) = (staff.Name, staff.NameEn, staff.OfficeMail);
        return Page();
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken ct)
    {
        var key = new StaffId(id);
        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct);
        if (staff is null)
        {
            return false;
        }

        (Id, Login) = (id, staff.LoginName);
        Name = text.Language == Languages.English ? staff.NameEn : staff.Name;
        var (language, today) = (text.Language, clock.GetUtcNow().JapanDay());
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => language == Languages.English ? u.NameEn : u.Name, ct);
        Postings = [.. (await db.Postings.AsNoTracking().Where(p => p.Staff == key).OrderByDescending(p => p.From).ToListAsync(ct))
            .Select(p => new RegisterLine(p.Id, $"{units[p.Unit]} {p.Section} {p.Post}（{p.Rank.Name().In(language)}）", Period(p.From, p.To), false))];
        Appointments = [.. (await db.Appointments.AsNoTracking().Where(a => a.Staff == key).OrderByDescending(a => a.From).ToListAsync(ct))
            .Select(a => new RegisterLine(a.Id, What(a.Regulation, a.Role, a.Unit, a.Basis), Period(a.From, a.To), a.To is null || a.To >= today))];
        Deputies = [.. (await db.Deputies.AsNoTracking().Where(d => d.Staff == key).OrderByDescending(d => d.From).ToListAsync(ct))
            .Select(d => new RegisterLine(d.Id, What(d.Regulation, d.Role, d.Unit, d.Basis), Period(d.From, d.To), d.To is null || d.To >= today))];
        Roles = await choices.RolesAsync(me.Required.Body, language, withSystem: true, ct);
        DeputyRoles = await choices.RolesAsync(me.Required.Body, language, withSystem: false, ct);
        UnitsOrNone = await choices.UnitsAsync(language, withNone: true, ct);
        (Posting.Units, Posting.Ranks) = (await choices.UnitsAsync(language, withNone: false, ct), Choices.Ranks(language));
        return true;

        string What(string regulation, string role, UnitId? unit, string basis) => string.Join(' ', new[]
        {
            choices.RoleName(regulation, role).In(language), unit is { } u ? units[u] : "", basis,
        }.Where(w => w.Length > 0));
    }

    private string Period(DateOnly from, DateOnly? to) => to is not { } last ? text["People.Since", from.ToString("O", CultureInfo.InvariantCulture)]
        : last < from ? text["People.Cancelled", from.ToString("O", CultureInfo.InvariantCulture)]
        : text["People.Until", from.ToString("O", CultureInfo.InvariantCulture), last.ToString("O", CultureInfo.InvariantCulture)];
}

/// <summary>A dated entry of the register.</summary>
public sealed record RegisterLine(Guid Id, string What, string Period, bool IsOpen);

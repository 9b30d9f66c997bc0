using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Designations;

/// <summary>指定: whom the head of one's unit has named for what, and for the head the form to name somebody (is-2-1-a, is-2-4-e).</summary>
public sealed class IndexModel(ShiraseDb db, Designating designating, RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public DesignationForm Form { get; set; } = new();

    public IReadOnlyList<DesignatedRole> Roles { get; private set; } = [];

    /// <summary>True for the head of the unit shown.</summary>
    public bool MayName { get; private set; }

    private DateOnly Today => clock.GetUtcNow().JapanDay();

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct) => await SaidAsync(
        await designating.RunAsync(me.Required.Doer(clock.GetUtcNow()), Form.Role ?? "", new(Form.Staff ?? Guid.Empty), Today, Form.Basis, ct), "Designations.Named", ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        await SaidAsync(await designating.EndAsync(me.Required.Doer(clock.GetUtcNow()), id, ct), "Designations.Ended", ct);

    private async Task<IActionResult> SaidAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/designations");
        }

        db.ChangeTracker.Clear();
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var person = me.Required;
        if (person.Unit is not { } unit || person.Regulation is not { } slug || library.InForce(slug, Today) is not { } regulation)
        {
            return;
        }

        var day = Today;
        var postings = await db.Postings.AsNoTracking().On(day).Where(p => p.Unit == unit).ToListAsync(ct);
        var ids = postings.Select(p => p.Staff).ToList();
        var names = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => text.Language == Languages.English ? s.NameEn : s.Name, ct);
        var own = await db.Units.AsNoTracking().SingleAsync(u => u.Id == unit, ct);
        var appointments = await db.Appointments.AsNoTracking().On(day).Where(a => a.Regulation == slug && a.Unit == unit).ToListAsync(ct);
        var designated = regulation.Roles.Where(r => r.DesignatedBy is not null).ToList();
        MayName = designated.Exists(r => person.Seats.Any(s => s.Regulation == slug && s.Role == r.DesignatedBy && s.Unit == unit));
        Roles = [.. designated.Select(r => Of(r, regulation, postings, names, own, [.. appointments.Where(a => a.Role == r.Id)]))];
    }

    private DesignatedRole Of(
        RegulationRole role, Regulation regulation, List<Posting> postings, Dictionary<StaffId, string> names, Unit own, List<Appointment> appointments) => new(
            role.Id, role.Name, role.Clause,
            [.. appointments.Where(a => names.ContainsKey(a.Staff)).OrderBy(a => a.From).Select(a =>
                new DesignatedPerson(a.Id, names[a.Staff], RankIn(postings.First(p => p.Staff == a.Staff), regulation), a.From, a.Basis))],
            [.. postings.Where(p => appointments.TrueForAll(a => a.Staff != p.Staff) && AppointmentRules.MayHold(role, p, own.Code, own.Name, regulation.Equivalents) is null)
                .OrderByDescending(p => p.Rank).Select(p => new SelectListItem($"{names[p.Staff]}（{RankIn(p, regulation)}）", p.Staff.ToString()))],
            role.HeldBy.MinRank is { } least ? text["Designations.Least", least.Name().In(text.Language)] : null,
            appointments.Count == 1 && role.ActsAs.Contains("pr-officer"));

    // A post that counts as a rank is shown with it, so that the mapping used can be seen
    private string RankIn(Posting posting, Regulation regulation) => posting.Rank != Rank.None
        ? posting.Rank.Name().In(text.Language)
        : AppointmentRules.RankOf(posting, regulation.Equivalents) is var counts and not Rank.None
            ? text["Designations.CountsAs", posting.Post, counts.Name().In(text.Language)]
            : posting.Post;
}

public sealed class DesignationForm
{
    public string? Role { get; set; }

    public Guid? Staff { get; set; }

    [StringLength(200)]
    public string? Basis { get; set; }
}

/// <summary>A role for which people are named, as the page shows it.</summary>
/// <param name="Hint">Who is eligible, or null for everybody of the unit.</param>
/// <param name="IsSingle">True where one absence would silence the account.</param>
public sealed record DesignatedRole(
    string Id, Localized Name, string Clause, IReadOnlyList<DesignatedPerson> Holders, IReadOnlyList<SelectListItem> Eligible, string? Hint, bool IsSingle);

public sealed record DesignatedPerson(Guid Id, string Name, string Rank, DateOnly From, string Basis);

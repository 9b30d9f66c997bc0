using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Web.Registers;

/// <summary>What the forms of the registers offer to choose from.</summary>
public sealed class Choices(ShiraseDb db, RegulationLibrary regulations, TimeProvider clock)
{
    public async Task<IReadOnlyList<SelectListItem>> UnitsAsync(string language, bool withNone, CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var units = await db.Units.AsNoTracking().Where(u => u.DissolvedOn == null || u.DissolvedOn >= today).OrderBy(u => u.Parent).ThenBy(u => u.Code).ToListAsync(ct);
        var items = units.Select(u => new SelectListItem(language == "en" ? u.NameEn : u.Name, u.Id.ToString())).ToList();
        return withNone ? [new SelectListItem("-", ""), .. items] : items;
    }

    /// <summary>Everybody who has a post today, behind an empty line.</summary>
    public async Task<IReadOnlyList<SelectListItem>> StaffAsync(string language, CancellationToken ct)
    {
        var posted = db.Postings.On(clock.GetUtcNow().JapanDay()).Select(p => p.Staff);
        var staff = await db.Staff.AsNoTracking().Where(s => posted.Contains(s.Id)).OrderBy(s => s.Name).ToListAsync(ct);
        return [new SelectListItem("-", ""), .. staff.Select(s => new SelectListItem(language == "en" ? s.NameEn : s.Name, s.Id.ToString()))];
    }

    public static IReadOnlyList<SelectListItem> Ranks(string language) =>
        [.. RankWords.All.Select(r => new SelectListItem(r.Name().In(language), r.ToString()))];

    /// <summary>Roles of the body's regulation and of the installation, as <c>regulation/role</c>.</summary>
    public async Task<IReadOnlyList<SelectListItem>> RolesAsync(BodyId body, string language, bool withSystem, CancellationToken ct)
    {
        var slug = await db.Bodies.Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        var roles = (slug is null ? null : regulations.InForce(slug, clock.GetUtcNow().JapanDay()))?.Roles
            .Select(r => new SelectListItem(r.Name.In(language), $"{slug}/{r.Id}")) ?? [];
        return withSystem
            ? [.. roles, .. new[] { SystemRole.Administrator, SystemRole.Auditor }.Select(r => new SelectListItem(RoleName(Appointment.System, r).In(language), $"{Appointment.System}/{r}"))]
            : [.. roles];
    }

    /// <summary>Name of a role as its regulation words it.</summary>
    public Localized RoleName(string regulation, string role) => (regulation, role) switch
    {
        (Appointment.System, SystemRole.Administrator) => new("システム管理者", "Administrator"),
        (Appointment.System, SystemRole.Auditor) => new("監査", "Auditor"),
        _ => regulations.Versions(regulation) is [.., var latest] && latest.Role(role) is { } r ? r.Name : new(role, role),
    };

    public IReadOnlyList<SelectListItem> Regulations(string language) =>
        [.. regulations.Slugs.Where(s => DocumentRegister.Refuse(regulations, s, clock.GetUtcNow().JapanDay()) is null).Select(s => new SelectListItem(regulations.Versions(s)[^1].Title.In(language), s))];
}

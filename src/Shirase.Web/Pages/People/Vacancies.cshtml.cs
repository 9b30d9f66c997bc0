using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.People;

/// <summary>担当のいない所属: units in which nobody holds a role that the document puts into each (gm-3-2-a, gm-3-3-a-2).</summary>
public sealed class VacanciesModel(ShiraseDb db, Rosters rosters, RegulationLibrary library, SignedInAccessor me, TimeProvider clock) : PageModel
{
    /// <summary>The documents of the body that ask for holders in each unit, with what is vacant under each.</summary>
    public IReadOnlyList<(Regulation Regulation, IReadOnlyList<Vacancy> Vacant)> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var body = me.Required.Body;
        var today = clock.GetUtcNow().JapanDay();
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        var slugs = await db.Accounts.AsNoTracking().Select(a => a.Regulation).Distinct().ToListAsync(ct);
        var roster = await rosters.OnAsync(body, today, ct);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Parent).ThenBy(u => u.Name).ToListAsync(ct);
        Lists =
        [
            .. slugs.Prepend(own).OfType<string>().Distinct(StringComparer.Ordinal).Select(s => library.InForce(s, today)).OfType<Regulation>()
                .Where(r => r.Roles.Any(o => o.ExpectedIn is not null)).Select(r => (r, Vacancies.Of(r, units, roster))),
        ];
    }
}

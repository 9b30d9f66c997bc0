using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Parts;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>Reads what the form shows, for a stored draft or for a new one. Changes nothing.</summary>
public sealed class FormReader(ShiraseDb db, CaseReader reader, RegulationLibrary library, FormChecks checks, Screening screening, PrecedentQuery precedents, IText text)
{
    /// <summary>Null where the person serves in no unit, or no regulation is in force: then nothing can be filed.</summary>
    /// <param name="live">True while somebody is writing: then no link is followed.</param>
    public async Task<FormView?> ReadAsync(SignedIn person, PostForm form, OpenCase? open, Stage stage, string address, bool live, CancellationToken ct)
    {
        if ((open?.Unit ?? await UnitAsync(person, ct)) is not { } unit || (open?.Regulation ?? await InForceAsync(person.Body, unit.Id, ct)) is not { } regulation)
        {
            return null;
        }

        var content = FormContent.Of(form, open?.Application.Current.Content ?? new PostContent());
        var result = await checks.RunAsync(regulation, content, form, unit, stage, open, live, ct);
        var author = open is null ? person.Name : await NameAsync(open.Application.Author, ct);
        return new FormView
        {
            Form = form,
            Content = content,
            Regulation = regulation,
            Open = open,
            UnitName = new(unit.Name, unit.NameEn),
            AuthorName = author,
            Addressee = await Addressee.OfAsync(db, regulation, ct),
            Now = reader.Now,
            Accounts = await AccountsAsync(regulation, ct),
            Policies = await PoliciesAsync(regulation, ct),
            Classes = await ClassesAsync(regulation, content, ct),
            PublicBodies = await PublicBodiesAsync(regulation, ct),
            Units = await UnitsAsync(regulation, unit, ct),
            StandardForms = await FormsAsync(regulation, unit, ct),
            Checked = result,
            Codes = await screening.CodesAsync(content, ct),
            Precedents = await precedents.OfferAsync(person, content, open?.Application.Id, ct),
            Address = address,
        };
    }

    /// <summary>A new form: what can be known is filled in, the rest is the author's.</summary>
    public async Task<PostForm> NewAsync(SignedIn person, OpenCase? from, CancellationToken ct)
    {
        var form = from is null ? new PostForm() : FormContent.Form(from.Application.Current.Content with
        {
            Media = [],
            DesiredAt = null,
            Ground = null,
            GroundReason = "",
            Case = null,
            Consent = null,
            Family = null,
            PressRelease = "",
            KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal),
        }, 0);
        form.DraftId = Guid.CreateVersion7(reader.Now);
        if (person.Unit is { } unit && await InForceAsync(person.Body, unit, ct) is { } regulation)
        {
            var accounts = await db.Accounts.AsNoTracking().Where(a => a.Regulation == regulation.Slug && a.State == Core.Accounts.AccountState.Active).ToListAsync(ct);
            if (form.Accounts.Count == 0)
            {
                form.Accounts = [.. accounts.GroupBy(a => a.IsDrill).Where(g => g.Count() == 1).SelectMany(g => g).Select(a => a.Id.ToString())];
            }
        }

        if (string.IsNullOrEmpty(form.Extension))
        {
            var last = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => a.Author == person.Staff)
                .OrderByDescending(a => a.CreatedAt).FirstOrDefaultAsync(ct);
            form.Extension = last?.Current.Content.Extension;
        }

        return form;
    }

    private async Task<Regulation?> InForceAsync(BodyId body, UnitId unit, CancellationToken ct)
    {
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        return slug is not null && DocumentRegister.Refuse(library, slug, reader.Now.JapanDay()) is null && library.InForce(slug, reader.Now.JapanDay()) is { } inForce ? library.Find(slug, inForce.Version, unit, null, null) : null;
    }

    private async Task<Unit?> UnitAsync(SignedIn person, CancellationToken ct) =>
        person.Unit is { } id ? await db.Units.AsNoTracking().SingleAsync(u => u.Id == id, ct) : null;

    private async Task<Localized> NameAsync(StaffId id, CancellationToken ct) =>
        await db.Staff.AsNoTracking().Where(s => s.Id == id).Select(s => new Localized(s.Name, s.NameEn)).SingleAsync(ct);

    private async Task<IReadOnlyList<ChoiceView>> AccountsAsync(Regulation regulation, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Regulation == regulation.Slug && a.State != Core.Accounts.AccountState.Deleted).ToListAsync(ct);
        return [.. accounts.OrderBy(a => a.IsDrill).ThenBy(a => a.DisplayName, StringComparer.Ordinal).Select(a => new ChoiceView(
            a.Id.ToString(),
            text["Drafting.Account", a.IsDrill ? text["Drafting.DrillMark"] : "", a.DisplayName, a.Handle],
            null,
            a.State == Core.Accounts.AccountState.Stopped ? text["Drafting.AccountStopped"] : null))];
    }

    private async Task<IReadOnlyList<Core.Accounts.PolicyFacts>> PoliciesAsync(Regulation regulation, CancellationToken ct)
    {
        var policies = new List<Core.Accounts.PolicyFacts>();
        if (regulation.PolicyItems.Count > 0)
        {
            foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.Regulation == regulation.Slug && a.State == Core.Accounts.AccountState.Active).ToListAsync(ct))
            {
                if (await db.PolicyOfAsync(account.Id, ct) is { } policy)
                {
                    policies.Add(policy.Facts());
                }
            }
        }

        return policies;
    }

    // What no published policy names any more is not offered; a draft that chose it before still shows what it chose (is-t-1-3-b)
    private async Task<IReadOnlyList<NamedChoice>> ClassesAsync(Regulation regulation, PostContent content, CancellationToken ct)
    {
        var active = await db.Accounts.AsNoTracking().Where(a => a.Regulation == regulation.Slug && a.State == Core.Accounts.AccountState.Active).Select(a => a.Id).ToListAsync(ct);
        var policies = await db.NamedClassesAsync(regulation, active, reader.Now.JapanDay(), ct);
        return [.. regulation.ContentClasses.Where(c => policies.Count == 0 || c.Id == content.ContentClass || policies.Any(p => p.Contains(c.Id, StringComparer.Ordinal)))];
    }

    private async Task<IReadOnlyList<ChoiceView>> UnitsAsync(Regulation regulation, Unit own, CancellationToken ct) =>
        regulation.Checks.All(c => c.Check is not ("related-units" or "case-flag" or "concerned-units"))
            ? []
            : [.. (await db.Units.AsNoTracking().OrderBy(u => u.Parent).ThenBy(u => u.Name).ToListAsync(ct))
                .Select(u => new ChoiceView(u.Id.ToString(), text.Language == Languages.English ? u.NameEn : u.Id == own.Id ? text["Drafting.OwnUnit", u.Name] : u.Name))];

    private async Task<IReadOnlyList<StandardForm>> FormsAsync(Regulation regulation, Unit unit, CancellationToken ct) =>
        regulation.Routes.SelectMany(r => r.Grounds).All(g => g.Criteria.All(c => c.Check != "standard-form"))
            ? []
            : await db.StandardForms.AsNoTracking().Where(f => f.Unit == unit.Id && f.State == StandardFormState.Approved).OrderBy(f => f.Name).ToListAsync(ct);

    private async Task<IReadOnlyList<SelectListItem>> PublicBodiesAsync(Regulation regulation, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        var bodies = await db.PublicBodies.AsNoTracking().Where(b => b.State == PublicBodyState.Registered).OrderBy(b => b.Name).ToListAsync(ct);
        return [new(text["Drafting.Choose"], ""), .. bodies.Where(b => b.IsValidOn(day)).Select(b => new SelectListItem(
            text["Drafting.PublicBodyItem", b.Name, regulation.PublicBodyClasses.FirstOrDefault(c => c.Id == b.Class)?.Name.In(text.Language) ?? b.Class], b.Id.ToString()))];
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.Posts;

/// <summary>
/// Finds precedents (gx-16), the newest first. What was settled on a case that is not public yet is seen only by those who may
/// see the case (gx-13-3-2); once it is published everybody of the body may learn from it.
/// </summary>
public sealed class PrecedentQuery(ShiraseDb db, CaseQuery cases)
{
    private const int MostOffered = 5;

    public async Task<IReadOnlyList<PrecedentLine>> FindAsync(SignedIn person, string? words, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var asked = new CaseFilter(words, null, null, from, to);
        return [.. (await ReadAsync(person, ct)).Where(l => IsWithin(l.Precedent, from, to) && asked.Words.All(w => l.Holds(w)))];
    }

    /// <summary>The newest precedents on what is out of the ordinary about a message, such as that images are attached.</summary>
    /// <param name="but">The case that the message itself belongs to.</param>
    public async Task<IReadOnlyList<PrecedentLine>> OfferAsync(SignedIn person, PostContent content, PostApplicationId? but, CancellationToken ct) =>
        Precedent.In(content) == Peculiarities.None ? []
            : [.. (await ReadAsync(person, ct)).Where(l => l.Precedent.Case.Id != but && l.Precedent.Touches(content)).Take(MostOffered)];

    private async Task<IEnumerable<PrecedentLine>> ReadAsync(SignedIn person, CancellationToken ct)
    {
        var mine = (await cases.VisibleAsync(person, ct)).Select(a => a.Id);
        var found = await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Consultations)
            .Where(a => a.Consultations.Any(c => c.PublicRelationsAt != null && c.ApplicantAt != null)
                && (a.State == ApplicationState.Published || a.State == ApplicationState.Removed || mine.Contains(a.Id)))
            .Select(a => new { Case = a, IsMine = mine.Contains(a.Id) }).ToListAsync(ct);
        var people = found.SelectMany(f => f.Case.Consultations).SelectMany(c => new[] { c.PublicRelationsBy, c.ApplicantBy }).OfType<StaffId>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
        Localized Name(StaffId? id) => id is { } i && names.TryGetValue(i, out var name) ? name : new("—", "—");
        return found.SelectMany(f => Precedent.Of(f.Case).Select(p => new PrecedentLine(
                p, f.IsMine, units.GetValueOrDefault(f.Case.Unit) ?? new("", ""), Name(p.Consultation.PublicRelationsBy), Name(p.Consultation.ApplicantBy))))
            .OrderByDescending(l => l.Precedent.SettledAt);
    }

    private static bool IsWithin(Precedent precedent, DateOnly? from, DateOnly? to)
    {
        var day = precedent.SettledAt.JapanDay();
        return (from is null || day >= from) && (to is null || day <= to);
    }
}

/// <summary>A precedent as a line of a list.</summary>
/// <param name="MayOpen">True when the person may see the case itself.</param>
public sealed record PrecedentLine(Precedent Precedent, bool MayOpen, Localized Unit, Localized PublicRelations, Localized Applicant)
{
    public Consultation Consultation => Precedent.Consultation;

    /// <summary>True when a folded word occurs in question, outcome, number or unit.</summary>
    public bool Holds(string word) =>
        new[] { Consultation.Question, Consultation.Outcome, Precedent.Case.Number, Unit.Ja, Unit.En }
            .Any(t => CaseQuery.Folded(t).Contains(word, StringComparison.OrdinalIgnoreCase));
}

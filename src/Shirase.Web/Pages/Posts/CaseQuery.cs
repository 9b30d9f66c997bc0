using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Pages.Posts;

/// <summary>Finds applications among those the person may see, the newest first.</summary>
public sealed class CaseQuery(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>Most applications that a search looks into; beyond it the person narrows the search.</summary>
    private const int MostSearched = 5_000;

    /// <summary>The same rule as <see cref="OpenCase.IsVisibleTo"/>, as a query.</summary>
    public async Task<IQueryable<PostApplication>> VisibleAsync(SignedIn person, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        var own = await db.Postings.AsNoTracking().On(day).Where(p => p.Staff == person.Staff).Select(p => p.Unit).ToListAsync(ct);
        var seats = person.Seats.Where(s => s.Regulation != Appointment.System && library.InForce(s.Regulation, day)?.Role(s.Role)?.IsToldOnly != true).ToList();
        var everywhere = seats.Where(s => s.Unit is null).Select(s => s.Regulation).Distinct().ToList();
        var there = seats.Where(s => s.Unit is not null).Select(s => s.Unit!.Value).Distinct().ToList();
        var isAuditor = person.IsAuditor;
        var concerned = own.Select(u => u.ToString()).ToList();
        return db.Applications.AsNoTracking().Where(a => own.Contains(a.Unit)
            || (a.SubmittedAt != null && (isAuditor || concerned.Any(u => a.Concerned.Contains(u)) || everywhere.Contains(a.Regulation) || there.Contains(a.Unit))));
    }

    public async Task<IReadOnlyList<PostApplication>> FindAsync(SignedIn person, CaseFilter filter, CancellationToken ct)
    {
        var cases = await VisibleAsync(person, ct);
        if (filter.State is { } state)
        {
            cases = cases.Where(a => a.State == state);
        }

        if (filter.Unit is { } unit)
        {
            var id = new UnitId(unit);
            cases = cases.Where(a => a.Unit == id);
        }

        if (filter.From is { } from)
        {
            var start = JapanTime.StartOf(from).ToUniversalTime();
            cases = cases.Where(a => a.ChangedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = JapanTime.StartOf(to.AddDays(1)).ToUniversalTime();
            cases = cases.Where(a => a.ChangedAt < end);
        }

        var found = await cases.OrderByDescending(a => a.ChangedAt).Include(a => a.Versions).AsSplitQuery().Take(MostSearched).ToListAsync(ct);
        return filter.Words.Count == 0 ? found : [.. found.Where(a => filter.Words.All(w => Holds(a, w)))];
    }

    // In any version: one remembers the words one has read, and those may be an earlier one's
    private static bool Holds(PostApplication application, string word) =>
        application.Number.Contains(word, StringComparison.OrdinalIgnoreCase)
        || application.Versions.Any(v => Folded(v.Content.Subject).Contains(word, StringComparison.OrdinalIgnoreCase)
            || Folded(v.Content.Body).Contains(word, StringComparison.OrdinalIgnoreCase));

    internal static string Folded(string text) => Core.Text.Composed.Of(text).Normalize(System.Text.NormalizationForm.FormKC);
}

/// <summary>What a list is narrowed to.</summary>
public sealed record CaseFilter(string? Text, ApplicationState? State, Guid? Unit, DateOnly? From, DateOnly? To)
{
    /// <summary>The words of the search; all of them have to occur.</summary>
    public IReadOnlyList<string> Words { get; } =
        [.. CaseQuery.Folded(Text is { Length: > Longest } ? Text[..Whole(Text)] : Text ?? "").Split([' ', '　', '\t'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Most characters of a search; what follows is not looked for. Ours.</summary>
    public const int Longest = 200;

    // Half of a pair of surrogates is no character, and folding it would fail
    private static int Whole(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}

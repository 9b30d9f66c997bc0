using Shirase.Core.Regulations.Reading;

namespace Shirase.Core.Regulations;

/// <summary>All regulations of an installation, several versions of each side by side. Immutable; amendments are new files and a restart.</summary>
public sealed class RegulationLibrary
{
    private readonly Dictionary<string, Regulation[]> _bySlug;

    private RegulationLibrary(IEnumerable<Regulation> regulations) =>
        _bySlug = regulations
            .GroupBy(r => r.Slug, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.InForceFrom).ToArray(), StringComparer.Ordinal);

    public static RegulationLibrary Empty { get; } = new([]);

    /// <summary>Short names in alphabetical order.</summary>
    public IReadOnlyList<string> Slugs => [.. _bySlug.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every version of every regulation, by short name, older versions first.</summary>
    public IReadOnlyList<Regulation> All => [.. Slugs.SelectMany(s => _bySlug[s])];

    /// <summary>All versions of one regulation, oldest first; empty when there is none of that name.</summary>
    public IReadOnlyList<Regulation> Versions(string slug) => _bySlug.GetValueOrDefault(slug) ?? [];

    /// <summary>The version that governs new cases on the day, or null.</summary>
    public Regulation? InForce(string slug, DateOnly day) => Versions(slug).FirstOrDefault(r => r.IsInForce(day));

    /// <summary>The version that a running case was filed under, or null when its file was taken away.</summary>
    public Regulation? Find(string slug, string version) => Versions(slug).FirstOrDefault(r => r.Version == version);

    /// <summary>
    /// Puts the files of an installation together. The problems hold those of the files themselves and those between versions;
    /// the library holds what could be read, and must not be used to govern anything while there are problems.
    /// </summary>
    public static (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Of(IReadOnlyList<RegulationReading> readings)
    {
        var problems = readings.SelectMany(r => r.Problems).ToList();
        var accepted = new List<RegulationReading>();
        foreach (var reading in readings.Where(r => r.Regulation is not null).OrderBy(r => r.Regulation!.InForceFrom).ThenBy(r => r.File, StringComparer.Ordinal))
        {
            var wrong = accepted.Select(a => Clash(reading.Regulation!, a)).FirstOrDefault(w => w is not null);
            if (wrong is null)
            {
                accepted.Add(reading);
            }
            else
            {
                problems.Add(new RegulationProblem(reading.File, reading.VersionLine, wrong));
            }
        }

        return (new RegulationLibrary(accepted.Select(r => r.Regulation!)), problems);
    }

    private static Wrong? Clash(Regulation one, RegulationReading other)
    {
        var earlier = other.Regulation!;
        if (one.Slug != earlier.Slug)
        {
            return null;
        }

        if (one.Version == earlier.Version)
        {
            return Wrongs.SameVersion(one.Slug, one.Version, other.File);
        }

        var overlaps = (earlier.InForceTo is null || one.InForceFrom <= earlier.InForceTo)
            && (one.InForceTo is null || earlier.InForceFrom <= one.InForceTo);
        return overlaps ? Wrongs.Overlap(one.Slug, one.Version, earlier.Version, other.File) : null;
    }

    /// <summary>
    /// The clause of a document that stands where the program names the clause of another: the first one that carries one of the same
    /// controls, such as <c>is-2-3</c> for <c>gx-11-2</c> by <c>gate:terminal</c>. A case cites its own document and nobody else's.
    /// </summary>
    /// <param name="own">The document of the case, or of the body.</param>
    /// <param name="clause">The clause as the program names it.</param>
    /// <returns>Null where the document has nothing of the kind.</returns>
    public string? OwnClause(Regulation own, string? clause) =>
        clause is null || own.Clause(clause) is not null
            ? clause
            : All.Select(r => r.Clause(clause)).OfType<Clause>().SelectMany(c => c.CarriedBy).Select(own.ClauseFor).FirstOrDefault(c => c is not null);
}

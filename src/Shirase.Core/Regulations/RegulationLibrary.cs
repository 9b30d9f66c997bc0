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
}

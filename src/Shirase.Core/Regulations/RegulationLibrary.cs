using System.Collections.Concurrent;
using Shirase.Core.Regulations.Local;
using Shirase.Core.Regulations.Reading;

namespace Shirase.Core.Regulations;

/// <summary>
/// All regulations of an installation, several versions of each side by side. Immutable; amendments are new files and a restart. For a
/// body (<see cref="For"/>) every document reads as the body's local rules have it, so that nobody can forget to ask for them.
/// </summary>
public sealed class RegulationLibrary
{
    /// <summary>Most readings that are kept; a body that changes its rules leaves old ones behind.</summary>
    private const int MostKept = 500;

    private readonly Dictionary<string, Written[]> _bySlug;
    private readonly ConcurrentDictionary<string, Regulation> _read;
    private readonly Func<IReadOnlyList<EnteredRule>> _local;

    private RegulationLibrary(
        Dictionary<string, Written[]> bySlug, ConcurrentDictionary<string, Regulation> read, Func<IReadOnlyList<EnteredRule>> local) =>
        (_bySlug, _read, _local) = (bySlug, read, local);

    public static RegulationLibrary Empty { get; } = Of([]).Library;

    /// <summary>Short names in alphabetical order.</summary>
    public IReadOnlyList<string> Slugs => [.. _bySlug.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every version of every regulation, by short name, older versions first.</summary>
    public IReadOnlyList<Regulation> All => [.. Slugs.SelectMany(Versions)];

    /// <summary>The same regulations as a body has them.</summary>
    /// <param name="local">Its rules, ended ones too, in the order in which they were entered; asked at every look.</param>
    public RegulationLibrary For(Func<IReadOnlyList<EnteredRule>> local) => new(_bySlug, _read, local);

    /// <summary>Title of a document by its newest version; the slug itself where none is installed.</summary>
    public Localized TitleOf(string slug) => Versions(slug) is [.., var newest] ? newest.Title : new(slug, slug);

    /// <summary>All versions of one regulation, oldest first; empty when there is none of that name.</summary>
    public IReadOnlyList<Regulation> Versions(string slug) => [.. Documents(slug).Select(OfBody)];

    /// <summary>The version that governs new cases on the day, or null.</summary>
    public Regulation? InForce(string slug, DateOnly day) =>
        Documents(slug).FirstOrDefault(d => d.Regulation.IsInForce(day)) is { } document ? OfBody(document) : null;

    /// <summary>The version that a running case was filed under, or null when its file was taken away.</summary>
    public Regulation? Find(string slug, string version) => Version(slug, version) is { } document ? OfBody(document) : null;

    /// <summary>The same as it holds for a unit's case: the unit's own rules too.</summary>
    /// <param name="unit">The unit that drafts.</param>
    /// <param name="filed">When the case was filed; what is to be confirmed since then is not asked of it. Null for a draft.</param>
    /// <param name="settled">When it was settled; it is read by the rules of that moment. Null for a running case.</param>
    public Regulation? Find(string slug, string version, UnitId unit, DateTimeOffset? filed, DateTimeOffset? settled) => Version(slug, version) is { } document
        ? Read(document, r => (r.Unit is null || r.Unit == unit) && (settled is { } then ? r.HeldAt(then) : r.IsInForce)
            && (filed is null || r.From <= filed || r.Rule is not FurtherConfirmation))
        : null;

    /// <summary>The document itself, without local rules.</summary>
    public Regulation Document(Regulation regulation) => Version(regulation.Slug, regulation.Version)!.Regulation;

    /// <summary>The document under these rules only, or what is wrong with one of them.</summary>
    public (Regulation? Regulation, IReadOnlyList<RegulationProblem> Problems) Try(Regulation regulation, IEnumerable<LocalRule> rules)
    {
        var reading = Version(regulation.Slug, regulation.Version)!.With(rules);
        return (reading.Regulation, reading.Problems);
    }

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

        var bySlug = accepted.Select(r => new Written(r)).GroupBy(d => d.Regulation.Slug, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        return (new RegulationLibrary(bySlug, new(StringComparer.Ordinal), () => []), problems);
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
    /// controls, such as <c>is-2-3</c> for <c>gx-11-2</c> by <c>gate:terminal</c>, and of these an act before a check of words. A case cites its
    /// own document and nobody else's.
    /// </summary>
    /// <param name="own">The document of the case, or of the body.</param>
    /// <param name="clause">The clause as the program names it.</param>
    /// <returns>Null where the document has nothing of the kind.</returns>
    public string? OwnClause(Regulation own, string? clause) =>
        clause is null || own.Clause(clause) is not null
            ? clause
            : _bySlug.Values.SelectMany(d => d).Select(d => d.Regulation.Clause(clause)).OfType<Clause>()
                .SelectMany(c => c.CarriedBy.OrderBy(control => control.StartsWith("check:", StringComparison.Ordinal))).Select(own.ClauseFor).FirstOrDefault(c => c is not null);

    private Written[] Documents(string slug) => _bySlug.GetValueOrDefault(slug) ?? [];

    private Regulation OfBody(Written document) => Read(document, r => r.Unit is null && r.IsInForce);

    private Written? Version(string slug, string version) => Documents(slug).FirstOrDefault(d => d.Regulation.Version == version);

    // A rule that a later version of the document left behind does not hold under it
    private Regulation Read(Written document, Func<EnteredRule, bool> holds)
    {
        var rules = _local().Where(r => r.Regulation == document.Regulation.Slug && holds(r))
            .Where(r => LocalRules.Refuse(document.Regulation, r.Rule) is null).ToList();
        if (rules.Count == 0)
        {
            return document.Regulation;
        }

        if (_read.Count > MostKept)
        {
            _read.Clear();
        }

        return _read.GetOrAdd(
            $"{document.Regulation.Slug}|{document.Regulation.Version}|{string.Join('|', rules.Select(r => r.Id))}",
            _ => document.Under([.. rules.Select(r => r.Rule)]));
    }

    private sealed class Written(RegulationReading reading)
    {
        public Regulation Regulation { get; } = reading.Regulation!;

        public RegulationReading With(IEnumerable<LocalRule> rules) => reading.Source!.With(reading.File, rules);

        /// <summary>Under all rules that can be read together; one that an amendment made unreadable must not take the others with it.</summary>
        public Regulation Under(IReadOnlyList<LocalRule> rules) => With(rules).Regulation
            ?? rules.Aggregate(new List<LocalRule>(), (kept, rule) => With([.. kept, rule]).Regulation is null ? kept : [.. kept, rule], kept => With(kept).Regulation!);
    }
}

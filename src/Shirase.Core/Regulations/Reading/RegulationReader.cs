namespace Shirase.Core.Regulations.Reading;

/// <summary>
/// Makes a <see cref="Regulation"/> of a file's tree, or says everything that is wrong with it at once. Pure: the names that the
/// program knows come in as the vocabulary.
/// </summary>
public sealed class RegulationReader(RegulationVocabulary vocabulary)
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">Its name, for messages and for the comparison with the slug.</param>
    /// <param name="root">Its content.</param>
    public RegulationReading Read(string file, SourceNode root)
    {
        var notes = new Notes(file, vocabulary);
        if (root is not MapNode map)
        {
            notes.Add(root.Line, Wrongs.NotASection("regulation"));
            return new RegulationReading(file, 0, null, notes.Problems);
        }

        var section = new Section(map, "regulation", notes);
        var regulation = Whole(section, file);
        section.Close();
        References.Check(regulation, notes);
        var problems = notes.Problems;
        return new RegulationReading(file, section.LineOf("version"), problems.Count == 0 ? regulation : null, problems) { Source = new(map, this) };
    }

    private static Regulation Whole(Section s, string file)
    {
        var slug = s.Id("regulation");
        var title = s.Both("title");
        var issuer = s.Both("issuer");
        var (version, from, to) = VersionOf(s);
        if (slug.Length > 0 && !HasNameOf(file, slug))
        {
            s.Notes.Add(s.LineOf("regulation"), Wrongs.WrongFileName(slug));
        }

        var roles = s.Each("roles", "role", ReadPeople.Role);
        var settings = s.Notes.Settings = s.Each("settings", "setting", ReadTimes.Setting);
        var windows = s.Each("windows", "window", ReadTimes.Window);
        var points = s.Each("account_points", "account-point", c => ReadPeople.Choice(c, "account-point"));
        var classes = s.Each("content_classes", "content-class", c => ReadPeople.Choice(c, "content-class"));
        var duties = s.Each("duties", "duty", ReadDuties.Duty);
        return new Regulation
        {
            Slug = slug,
            Title = title,
            Issuer = issuer,
            Version = version,
            InForceFrom = from ?? DateOnly.MinValue,
            InForceTo = to,
            Notice = s.OptionalChild("notice") is { } notice ? ReadNotice.Notice(notice) : null,
            Roles = roles,
            Settings = settings,
            Words = WordsOf(s.OptionalChild("words")),
            Windows = windows,
            Routes = s.Each("routes", "route", ReadRoutes.Route),
            Composition = s.OptionalChild("compose") is { } compose ? ReadRules.Composition(compose) : null,
            Checks = s.Each("checks", "check", ReadRules.Check),
            Gates = s.Each("gates", "gate", ReadRules.Gate),
            Attestations = s.Each("attestations", "attestation", ReadRules.Attestation),
            ContentClasses = classes,
            Equivalents = s.Each("equivalents", "equivalent", ReadPeople.Equivalent),
            Duties = duties,
            Readings = s.Each("readings", "reading", ReadRules.Reading),
            ReasonCodes = s.Each("reason_codes", "reason", c => ReadPeople.Choice(c, "reason")),
            PublicBodyClasses = s.Each("public_body_classes", "body-class", c => ReadPeople.Choice(c, "body-class")),
            Glossary = s.Each("glossary", "glossary", ReadGlossary.Word),
            PolicyItems = s.Each("policy_items", "policy-item", ReadPeople.PolicyItem),
            AccountPoints = points,
            Profile = s.Each("profile", "profile", c => ReadProfile.Rule(c, points)),
            Passwords = s.OptionalChild("passwords") is { } passwords ? ReadPasswords.Rules(passwords, roles) : null,
            Policy = s.OptionalChild("policy") is { } policy ? ReadPolicy.Outline(policy, windows, classes) : null,
            AccountRequest = s.OptionalChild("account_request") is { } request ? ReadRequests.Rule(request) : null,
            Terms = s.OptionalChild("terms_review") is { } terms ? ReadTerms.Rule(terms) : null,
            Start = s.OptionalChild("start_of_use") is { } start ? ReadStart.Rule(start) : null,
            Closing = s.OptionalChild("closing") is { } closing ? ReadClosing.Rule(closing, duties) : null,
            Clauses = ReadClauses.All(s),
            SettingsOfCases = s.Notes.SettingsOfRules,
        };
    }

    private static (string Id, DateOnly? From, DateOnly? To) VersionOf(Section s)
    {
        if (s.Child("version") is not { } version)
        {
            return ("", null, null);
        }

        var id = version.Id();
        DateOnly? from = null;
        DateOnly? to = null;
        if (version.Child("in_force") is { } force)
        {
            from = force.Date("from", required: true);
            to = force.Date("to", required: false);
            if (to < from)
            {
                force.Notes.Add(force.LineOf("to"), Wrongs.EndBeforeStart(force.Text("from"), force.Text("to")));
            }

            force.Close();
        }

        version.Close();
        return (id, from, to);
    }

    private static Dictionary<string, Localized> WordsOf(Section? s)
    {
        var words = new Dictionary<string, Localized>(StringComparer.Ordinal);
        foreach (var thing in s is null ? [] : Words.Things.Where(s.Has))
        {
            words[thing] = s!.Both(thing);
        }

        s?.Close();
        return words;
    }

    private static bool HasNameOf(string file, string slug)
    {
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        return name == slug + ".yaml"
            || (name.StartsWith(slug + ".", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal));
    }
}

/// <summary>What came of reading one file.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="VersionLine">Line on which its version stands, for problems between files.</param>
/// <param name="Regulation">The regulation, or null when there are problems.</param>
/// <param name="Problems">Everything that is wrong, in the order of the lines.</param>
public sealed record RegulationReading(string File, int VersionLine, Regulation? Regulation, IReadOnlyList<RegulationProblem> Problems)
{
    /// <summary>What it was read from, to read it again with local rules; null where it was not a document at all.</summary>
    internal RegulationSource? Source { get; init; }
}

/// <summary>A document's tree with the reader that understands it.</summary>
internal sealed record RegulationSource(MapNode Root, RegulationReader Reader)
{
    /// <summary>The document as it reads under local rules; their problems where they do not fit.</summary>
    public RegulationReading With(string file, IEnumerable<Local.LocalRule> rules) => Reader.Read(file, Local.LocalTree.With(Root, rules));
}

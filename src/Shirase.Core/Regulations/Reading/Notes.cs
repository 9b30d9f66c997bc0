namespace Shirase.Core.Regulations.Reading;

/// <summary>What the reading of one file gathers: its problems, and the names that can be looked up only at the end.</summary>
internal sealed class Notes(string file, RegulationVocabulary vocabulary)
{
    /// <summary>A file of nonsense must not fill a disk with messages.</summary>
    private const int MostProblems = 1000;

    private readonly Dictionary<(string What, string Id), int> _ids = [];
    private readonly List<RegulationProblem> _problems = [];

    public RegulationVocabulary Vocabulary => vocabulary;

    /// <summary>The settings of the file; read before everything that may refer to one.</summary>
    public IReadOnlyList<Setting> Settings { get; set; } = [];

    /// <summary>Settings that checks, gates and paths refer to.</summary>
    public HashSet<string> SettingsOfRules { get; } = new(StringComparer.Ordinal);

    /// <summary>Clauses that controls cite, with the control's own name where a clause must list it.</summary>
    public List<(string Clause, string? Control, int Line)> Cited { get; } = [];

    /// <summary>Line of the gate that asks for a published policy, or null.</summary>
    public int? PolicyAsked { get; set; }

    public List<(string Role, int Line)> RolesNamed { get; } = [];

    public List<(string Step, int Line)> StepsNamed { get; } = [];

    public List<(string Duty, int Line)> AlarmsNamed { get; } = [];

    public string AlarmNamed(string duty, int line)
    {
        AlarmsNamed.Add((duty, line));
        return duty;
    }

    public List<(string Clause, string Control, int Line)> ControlsNamed { get; } = [];

    /// <summary>All problems in the order of the lines.</summary>
    public IReadOnlyList<RegulationProblem> Problems =>
    [
        .. _problems.OrderBy(p => p.Line).ThenBy(p => p.Wrong.What.Ja, StringComparer.Ordinal).Take(MostProblems),
        .. _problems.Count > MostProblems ? [new RegulationProblem(file, 0, Wrongs.TooMany(MostProblems))] : Array.Empty<RegulationProblem>(),
    ];

    /// <summary>True when nothing more will be shown, so that looking further is of no use.</summary>
    public bool IsFull => _problems.Count > MostProblems;

    public void Add(int line, Wrong wrong)
    {
        if (!IsFull)
        {
            _problems.Add(new RegulationProblem(file, line, wrong));
        }
    }

    /// <summary>A value as it stands, or that of the setting it names (<c>setting:lead-days</c>): a number stands in one place only.</summary>
    public string Resolve(string value, int line)
    {
        const string prefix = "setting:";
        if (!value.StartsWith(prefix, StringComparison.Ordinal))
        {
            return value;
        }

        var id = value[prefix.Length..];
        if (Settings.FirstOrDefault(s => s.Id == id) is { } setting)
        {
            SettingsOfRules.Add(id);
            return setting.Value;
        }

        Add(line, Wrongs.UnknownSetting(id));
        return "0";
    }

    /// <summary>The setting that a value names as <c>setting:id</c>, or null.</summary>
    public Setting? SettingOf(string value) => Settings.FirstOrDefault(s => value == "setting:" + s.Id);

    /// <summary>Notes an id and reports it when the same kind of thing has it already.</summary>
    public void Claim(string what, string id, int line)
    {
        if (id.Length > 0 && !_ids.TryAdd((what, id), line))
        {
            Add(line, Wrongs.Duplicate(what, id, _ids[(what, id)]));
        }
    }

    public IEnumerable<string> Claimed(string what) => _ids.Keys.Where(k => k.What == what).Select(k => k.Id);

    /// <summary>Notes a clause that a control cites; a null control only asks that the clause exists.</summary>
    public string Cite(string clause, string? control, int line)
    {
        if (clause.Length > 0)
        {
            Cited.Add((clause, control, line));
        }

        return clause;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirase.Core.Regulations.Reading;

/// <summary>
/// One mapping of the file while it is read. Each key asked for becomes a key that may stand there, so the code that reads is
/// the only list of keys; <see cref="Close"/> reports the others.
/// </summary>
internal sealed partial class Section(MapNode node, string name, Notes notes)
{
    private readonly List<string> _asked = [];

    public string Name => name;

    public int Line => node.Line;

    public Notes Notes => notes;

    /// <summary>Line of a key, or of the section where the key is missing.</summary>
    public int LineOf(string key) => node.Entries.FirstOrDefault(e => e.Key == key)?.Line ?? node.Line;

    public bool Has(string key) => Take(key) is not null;

    /// <summary>A text that must be there; empty after a problem was noted.</summary>
    public string Text(string key)
    {
        if (Take(key) is null)
        {
            notes.Add(node.Line, Wrongs.MissingKey(key, name));
            return "";
        }

        return Optional(key) ?? "";
    }

    /// <summary>A text that may be missing.</summary>
    public string? Optional(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case { Value: ScalarNode { Text.Length: > 0 } scalar }:
                return scalar.Text;
            case { Value: ScalarNode } empty:
                notes.Add(empty.Line, Wrongs.Empty(key));
                return null;
            case var other:
                notes.Add(other.Line, Wrongs.NotAText(key));
                return null;
        }
    }

    /// <summary>A name of the file's own, such as the id of a role.</summary>
    public string Id(string key = "id") => AsId(key, Text(key));

    public string AsId(string key, string value)
    {
        if (value.Length > 0 && !IdForm().IsMatch(value))
        {
            notes.Add(LineOf(key), Wrongs.NotAnId(key, value));
        }

        return value;
    }

    /// <summary>A text in both languages; both are asked for.</summary>
    public Localized Both(string key)
    {
        if (Child(key) is not { } both)
        {
            return new Localized("", "");
        }

        var value = new Localized(both.Text("ja"), both.Text("en"));
        both.Close();
        return value;
    }

    public bool Flag(string key)
    {
        var text = Optional(key);
        if (text is null or "true" or "false")
        {
            return text == "true";
        }

        notes.Add(LineOf(key), Wrongs.NotAFlag(key, text));
        return false;
    }

    public int Number(string key, int fallback)
    {
        if (Optional(key) is not { } given)
        {
            return fallback;
        }

        var text = notes.Resolve(given, LineOf(key));
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return n;
        }

        notes.Add(LineOf(key), Wrongs.NotANumber(key, text));
        return fallback;
    }

    public DateOnly? Date(string key, bool required)
    {
        var text = required ? Text(key) : Optional(key);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        notes.Add(LineOf(key), Wrongs.NotADate(key, text));
        return null;
    }

    public TimeOnly Time(string key)
    {
        var text = Text(key);
        if (text.Length == 0)
        {
            return default;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        notes.Add(LineOf(key), Wrongs.NotATime(key, text));
        return default;
    }

    public (int Month, int Day) DayOfYear(string key)
    {
        var text = Text(key);

        // 2000 is a leap year: 02-29 may stand
        if (DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day.Month, day.Day);
        }

        if (text.Length > 0)
        {
            notes.Add(LineOf(key), Wrongs.NotADayOfYear(key, text));
        }

        return (1, 1);
    }

    /// <summary>One of a few words; the first one after a problem.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> choices, T? fallback = null)
        where T : struct
    {
        var text = fallback is null ? Text(key) : Optional(key);
        if (string.IsNullOrEmpty(text))
        {
            return fallback ?? choices.Values.First();
        }

        return Choose(key, text, LineOf(key), choices);
    }

    /// <summary>A list of texts, each with its line; a single text counts as a list of one.</summary>
    public IReadOnlyList<ScalarNode> Texts(string key) => Take(key) switch
    {
        null => [],
        { Value: ScalarNode { Text.Length: > 0 } one } => [one],
        { Value: ListNode list } => [.. list.Items.SelectMany(i => Scalar(key, i))],
        var other => Report<ScalarNode>(other.Line, Wrongs.NotAList(key)),
    };

    public IReadOnlyList<T> Choices<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => [.. Texts(key).Select(t => Choose(key, t.Text, t.Line, choices))];

    /// <summary>The mapping below a key that must be there; null after a problem was noted.</summary>
    public Section? Child(string key)
    {
        if (Take(key) is { } entry)
        {
            return ToSection(entry.Value, key, entry.Line);
        }

        notes.Add(node.Line, Wrongs.MissingKey(key, name));
        return null;
    }

    public Section? OptionalChild(string key) => Take(key) is { } entry ? ToSection(entry.Value, key, entry.Line) : null;

    /// <summary>The entries of a list of mappings; each closes itself after it was read.</summary>
    public IReadOnlyList<T> Each<T>(string key, string what, Func<Section, T> read)
    {
        if (Take(key) is not { } entry)
        {
            return [];
        }

        if (entry.Value is not ListNode list)
        {
            return Report<T>(entry.Line, Wrongs.NotAList(key));
        }

        return [.. list.Items.Select(i => ToSection(i, what, i.Line)).OfType<Section>().Select(s => s.Closed(read))];
    }

    /// <summary>All pairs of a mapping whose keys the vocabulary decides on.</summary>
    public IReadOnlyList<MapEntry> Entries => node.Entries;

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in node.Entries.Where(e => !notes.IsFull && !_asked.Contains(e.Key, StringComparer.Ordinal)))
        {
            var isRestOfSentence = entry.Value is ScalarNode { Text.Length: 0 } && !IdForm().IsMatch(entry.Key.Replace('_', '-'));
            notes.Add(entry.Line, isRestOfSentence ? Wrongs.CommaInValue(entry.Key) : Wrongs.UnknownKey(entry.Key, name, _asked));
        }
    }

    private T Closed<T>(Func<Section, T> read)
    {
        var value = read(this);
        Close();
        return value;
    }

    private T Choose<T>(string key, string text, int line, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (choices.TryGetValue(text, out var value))
        {
            return value;
        }

        notes.Add(line, Wrongs.NotOneOf(key, text, [.. choices.Keys]));
        return choices.Values.First();
    }

    private Section? ToSection(SourceNode value, string key, int line)
    {
        if (value is MapNode map)
        {
            return new Section(map, key, notes);
        }

        notes.Add(line, Wrongs.NotASection(key));
        return null;
    }

    private ScalarNode[] Scalar(string key, SourceNode item)
    {
        if (item is ScalarNode { Text.Length: > 0 } scalar)
        {
            return [scalar];
        }

        return Report<ScalarNode>(item.Line, item is ScalarNode ? Wrongs.Empty(key) : Wrongs.NotAText(key));
    }

    private T[] Report<T>(int line, Wrong wrong)
    {
        notes.Add(line, wrong);
        return [];
    }

    private MapEntry? Take(string key)
    {
        if (!_asked.Contains(key, StringComparer.Ordinal))
        {
            _asked.Add(key);
        }

        return node.Entries.FirstOrDefault(e => e.Key == key);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();
}

using System.Globalization;

namespace Shirase.Core.Regulations;

/// <summary>Parameters of a check or gate as the file gives them: text, or a list of text, by name.</summary>
public sealed class Parameters(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static Parameters None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    public IEnumerable<string> Names => values.Keys;

    public string? Text(string name) => values.TryGetValue(name, out var v) && v.Count > 0 ? v[0] : null;

    public IReadOnlyList<string> List(string name) => values.TryGetValue(name, out var v) ? v : [];

    public int Number(string name, int fallback) =>
        int.TryParse(Text(name), CultureInfo.InvariantCulture, out var n) ? n : fallback;

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A parameter that a check understands; an unknown one in a file stops the start.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Kind">What its value must be.</param>
/// <param name="Required">True when the check cannot run without it.</param>
/// <param name="Meaning">What it means, with its unit and default.</param>
public sealed record ParameterSpec(string Name, ParameterKind Kind, bool Required, string Meaning);

public enum ParameterKind
{
    Text,
    Number,
    Flag,
    List,
}

namespace Shirase.Core.Regulations;

/// <summary>The names that regulation files may use because the program knows what to do with them.</summary>
/// <param name="Checks">Checks by name with their parameters.</param>
/// <param name="Gates">Gates by name with their parameters.</param>
/// <param name="Controls">Further controls by family (<c>verb</c>, <c>document</c>, <c>record</c>, <c>page</c>), see <see cref="KnownControls"/>.</param>
public sealed record RegulationVocabulary(
    IReadOnlyDictionary<string, IReadOnlyList<ParameterSpec>> Checks,
    IReadOnlyDictionary<string, IReadOnlyList<ParameterSpec>> Gates,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Controls)
{
    /// <summary>The vocabulary of the running program: its checks, its gates and <see cref="KnownControls"/>.</summary>
    public static RegulationVocabulary Of(IEnumerable<ICheck> checks, IEnumerable<GateSpec> gates) =>
        new(
            checks.ToDictionary(c => c.Name, c => c.Parameters, StringComparer.Ordinal),
            gates.ToDictionary(g => g.Name, g => g.Parameters, StringComparer.Ordinal),
            KnownControls.ByFamily);
}

/// <summary>A line of the publish gate that files may ask for.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Parameters">The parameters it understands.</param>
public sealed record GateSpec(string Name, params IReadOnlyList<ParameterSpec> Parameters);

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirase.Core.Accounts;

/// <summary>
/// What a unit itself put into the policy of its account; everything else is composed of the regulation and of the register, so that a
/// new name of the unit or a new address of a page reaches every sentence that nobody rewrote.
/// </summary>
public sealed record PolicyFill
{
    /// <summary>Answers to what the system does not know, by the id of the question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = None;

    /// <summary>Blocks in words of the unit's own.</summary>
    public IReadOnlyDictionary<string, string> Edited { get; init; } = None;

    /// <summary>Blocks that the unit leaves out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why a block is left out, rewritten or kept although something speaks against it.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = None;

    private static readonly IReadOnlyDictionary<string, string> None = new SortedDictionary<string, string>(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? ReasonFor(string block) => Reasons.GetValueOrDefault(block) is { } why && !string.IsNullOrWhiteSpace(why) ? why.Trim() : null;

    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    public static PolicyFill FromJson(string json) => JsonSerializer.Deserialize<PolicyFill>(json, Canonical) ?? new();
}

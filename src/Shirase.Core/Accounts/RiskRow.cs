using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shirase.Core.Accounts;

/// <summary>One row of a comparison: how risky the platform is in one respect, why, and what brings the risk down where it is too high.</summary>
/// <param name="Id">Row of the regulation.</param>
public sealed record RiskRow(string Id)
{
    public int? Rating { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>What is done against the risk (防止策).</summary>
    public string Measure { get; init; } = "";

    /// <summary>Who sees to it.</summary>
    public string Owner { get; init; } = "";

    public DateOnly? Due { get; init; }

    /// <summary>What will show that it is done, such as a copy of the settings.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The rating that is expected with the measure.</summary>
    public int? Residual { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public StaffId? ConfirmedBy { get; init; }

    /// <summary>What was seen when it was confirmed or looked at last.</summary>
    public string Seen { get; init; } = "";

    /// <summary>When it was found not to be kept any more.</summary>
    public DateTimeOffset? LapsedAt { get; init; }

    [JsonIgnore]
    public bool HasMeasure => Measure.Length > 0;

    public static string ToJson(IReadOnlyList<RiskRow> rows) => JsonSerializer.Serialize(rows);

    public static IReadOnlyList<RiskRow> FromJson(string json) => JsonSerializer.Deserialize<List<RiskRow>>(json)!;
}

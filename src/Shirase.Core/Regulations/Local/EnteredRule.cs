
namespace Shirase.Core.Regulations.Local;

/// <summary>A local rule as it was entered. Rows are only added and ended: they tell who changed what, when and why.</summary>
/// <param name="unit">The unit for whose cases it holds; null for the whole body.</param>
public sealed class EnteredRule(Guid id, BodyId body, string regulation, UnitId? unit, string key, string ruleJson, string why, StaffId by, DateTimeOffset from)
{
    /// <summary>Longest reason, in UTF-16 units. Ours.</summary>
    public const int LongestWhy = 500;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Short name of the regulation.</summary>
    public string Regulation { get; private set; } = regulation;

    public UnitId? Unit { get; private set; } = unit;

    /// <summary>Kind and subject (<see cref="LocalRule.Key"/>).</summary>
    public string Key { get; private set; } = key;

    public string RuleJson { get; private set; } = ruleJson;

    public string Why { get; private set; } = why;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset From { get; private set; } = from;

    public DateTimeOffset? EndedAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    /// <summary>Why it ended; empty where a later one took its place.</summary>
    public string EndWhy { get; private set; } = "";

    public bool IsInForce => EndedAt is null;

    public LocalRule Rule => LocalRule.FromJson(RuleJson);

    /// <summary>True when it held at that moment.</summary>
    public bool HeldAt(DateTimeOffset moment) => From <= moment && (EndedAt is null || moment < EndedAt);

    public void End(Act act) => (EndedAt, EndedBy, EndWhy) = (act.At, act.By, act.Why ?? "");
}

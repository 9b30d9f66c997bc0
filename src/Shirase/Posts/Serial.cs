using Shirase.Core;

namespace Shirase.Posts;

/// <summary>Last serial of a unit's file numbers in a year (整理番号).</summary>
public sealed class Serial(BodyId body, UnitId unit, int year, int last)
{
    public BodyId Body { get; private set; } = body;

    public UnitId Unit { get; private set; } = unit;

    public int Year { get; private set; } = year;

    public int Last { get; private set; } = last;

    internal int Next() => ++Last;
}

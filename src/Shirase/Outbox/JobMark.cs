using Shirase.Core;

namespace Shirase.Outbox;

/// <summary>How far a standing job of a body has come.</summary>
/// <param name="name">Of the job or of the part of it.</param>
/// <param name="since">The first day on which it looked; what was before is not made up for.</param>
public sealed class JobMark(BodyId body, string name, long number, DateOnly day, DateOnly since)
{
    public BodyId Body { get; private set; } = body;

    public string Name { get; private set; } = name;

    /// <summary>Number of the last journal entry it has seen; 0 where it reads none.</summary>
    public long Number { get; private set; } = number;

    /// <summary>The last day it is done with, in Japan.</summary>
    public DateOnly Day { get; private set; } = day;

    public DateOnly Since { get; private set; } = since;

    public void Reached(long number, DateOnly day) => (Number, Day) = (number, day);
}

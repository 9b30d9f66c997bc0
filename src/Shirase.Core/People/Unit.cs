namespace Shirase.Core.People;

/// <summary>An organisational unit (所属): a division, a station, a corps, a school.</summary>
public sealed class Unit(UnitId id, BodyId body, string code, string name, string nameEn, string parent, string mark)
{
    public UnitId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Stable code, such as <c>pr-division</c>; regulations name units by it.</summary>
    public string Code { get; private set; } = code;

    public string Name { get; private set; } = name;

    public string NameEn { get; private set; } = nameEn;

    /// <summary>Department above it (部), or empty.</summary>
    public string Parent { get; private set; } = parent;

    /// <summary>Short mark in file numbers, such as 広 or 前橋.</summary>
    public string Mark { get; private set; } = mark;

    /// <summary>Duty telephone, or empty; shown as the fallback for everything.</summary>
    public string Telephone { get; private set; } = "";

    /// <summary>The last day on which it existed (廃止); null as long as it stands.</summary>
    public DateOnly? DissolvedOn { get; private set; }

    /// <summary>True when it is no more on a day; what it answered for needs another unit then (to-2-1).</summary>
    public bool IsGoneOn(DateOnly day) => DissolvedOn < day;

    public void Dissolve(DateOnly last) => DissolvedOn = last;

    public void Rename(string name, string nameEn, string mark, string telephone) =>
        (Name, NameEn, Mark, Telephone) = (name, nameEn, mark, telephone);
}

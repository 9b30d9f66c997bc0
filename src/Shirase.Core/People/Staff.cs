namespace Shirase.Core.People;

/// <summary>A member of staff. Rank and post stand in dated <see cref="Posting"/>s, roles in dated <see cref="Appointment"/>s.</summary>
public sealed class Staff(StaffId id, BodyId body, string name, string nameEn, string loginName)
{
    public StaffId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Name { get; private set; } = name;

    public string NameEn { get; private set; } = nameEn;

    /// <summary>Name for signing in; unique in the installation.</summary>
    public string LoginName { get; private set; } = loginName;

    /// <summary>Address inside the office, or null: nothing is sent then.</summary>
    public string? OfficeMail { get; private set; }

    public void MailTo(string? address) => OfficeMail = address;

    public void Rename(string name, string nameEn) => (Name, NameEn) = (name, nameEn);
}

/// <summary>Rank of police staff; civilians have equivalents (警部相当職 …). Numbers rise with rank (Police Act art. 62).</summary>
public enum Rank
{
    None = 0,
    Junsa = 1,
    JunsaBucho = 2,
    Keibuho = 3,
    Keibu = 4,
    Keishi = 5,
    Keishisei = 6,
    Keishicho = 7,
    Keishikan = 8,
}

/// <summary>A dated posting (配属・補職): where somebody serves, in which post and rank.</summary>
public sealed class Posting(
    Guid id, BodyId body, StaffId staff, UnitId unit, string post, string section, Rank rank, bool isHead, DateOnly from) : IDated
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public StaffId Staff { get; private set; } = staff;

    public UnitId Unit { get; private set; } = unit;

    /// <summary>役職, such as 課長.</summary>
    public string Post { get; private set; } = post;

    /// <summary>係, such as 広報係; empty where there is none.</summary>
    public string Section { get; private set; } = section;

    public Rank Rank { get; private set; } = rank;

    /// <summary>True for the head of the unit (所属長).</summary>
    public bool IsHead { get; private set; } = isHead;

    /// <summary>First day, in Japan.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    public void EndOn(DateOnly last) => To = last;
}

namespace Shirase.Core.People;

/// <summary>A dated appointment to a role of one regulation; roles are never flags on a person.</summary>
public sealed class Appointment(
    Guid id, BodyId body, string regulation, string role, StaffId staff, UnitId? unit, DateOnly from, DateOnly? to, string basis) : IDated
{
    /// <summary>Regulation name for roles of the installation itself: <see cref="SystemRole"/>.</summary>
    public const string System = "system";

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Regulation { get; private set; } = regulation;

    /// <summary>Role id of that regulation, such as <c>operation-officer</c>.</summary>
    public string Role { get; private set; } = role;

    public StaffId Staff { get; private set; } = staff;

    /// <summary>The unit it is for, where the role exists once a unit (所属長); else null.</summary>
    public UnitId? Unit { get; private set; } = unit;

    public DateOnly From { get; private set; } = from;

    public DateOnly? To { get; private set; } = to;

    /// <summary>Why: 「職による」, a deputising entry with its reason, or a document number.</summary>
    public string Basis { get; private set; } = basis;

    public void EndOn(DateOnly last) => To = last;
}

/// <summary>Roles of the installation, outside any regulation.</summary>
public static class SystemRole
{
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";
}

/// <summary>A line of the deputising table (代決): who may act for the holder of a seat, in which order (gx-15-1-3).</summary>
public sealed class Deputy(
    Guid id, BodyId body, string regulation, string role, UnitId? unit, StaffId staff, int order, DateOnly from, DateOnly? to, string basis) : IDated
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Regulation { get; private set; } = regulation;

    public string Role { get; private set; } = role;

    public UnitId? Unit { get; private set; } = unit;

    public StaffId Staff { get; private set; } = staff;

    /// <summary>1 for the first deputy.</summary>
    public int Order { get; private set; } = order;

    public DateOnly From { get; private set; } = from;

    public DateOnly? To { get; private set; } = to;

    /// <summary>The office rule that the entry cites, such as 処務に関する訓令.</summary>
    public string Basis { get; private set; } = basis;

    public void EndOn(DateOnly last) => To = last;
}

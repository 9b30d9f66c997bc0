using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>A unit in which nobody holds a role that the document puts into each (gm-3-2-a, gm-3-3-a-2).</summary>
/// <param name="Post">The post that would hold it there, or null for the head or any.</param>
/// <param name="HasDeputy">True when a deputy acts meanwhile.</param>
public sealed record Vacancy(Unit Unit, RegulationRole Role, string? Post, bool HasDeputy);

/// <summary>Finds what is vacant on a day. Pure.</summary>
public static class Vacancies
{
    /// <summary>All of them, role by role in the order of the document, units in the order given.</summary>
    public static IReadOnlyList<Vacancy> Of(Regulation regulation, IReadOnlyList<Unit> units, Roster roster) =>
    [
        .. from role in regulation.Roles
           from unit in units
           where role.ExpectedIn?.Hold(unit.Name) == true && roster.HoldersOf(regulation.Slug, role.Id, unit.Id).Count == 0
           select new Vacancy(unit, role, role.HeldBy.PostIn(unit.Name), roster.DeputiesOf(regulation.Slug, role.Id, unit.Id).Count > 0),
    ];
}

using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>What the regulations say of appointments as they stand on a day. Pure.</summary>
public static class RoleSeats
{
    /// <summary>
    /// The appointments that hold on the day, each with those that it has in the program beside its own (<c>acts_as</c>). Somebody who
    /// was designated and does not reach the rank any more holds none (is-2-4-e).
    /// </summary>
    /// <param name="regulation">The version in force on the day, by slug; null for none.</param>
    public static IReadOnlyList<Appointment> Of(
        IEnumerable<Appointment> appointments, ILookup<StaffId, Posting> postings, Func<string, Regulation?> regulation, DateOnly day) =>
        [.. appointments.SelectMany(a => Of(a, regulation(a.Regulation), postings, day))];

    public static IReadOnlyList<Deputy> Of(IEnumerable<Deputy> deputies, Func<string, Regulation?> regulation) =>
    [
        .. deputies.SelectMany(d => new[] { d }.Concat((Exact(regulation(d.Regulation), d.Role)?.ActsAs ?? [])
            .Select(seat => new Deputy(d.Id, d.Body, d.Regulation, seat, d.Unit, d.Staff, d.Order, d.From, d.To, d.Basis)))),
    ];

    private static IEnumerable<Appointment> Of(Appointment appointment, Regulation? regulation, ILookup<StaffId, Posting> postings, DateOnly day)
    {
        var role = Exact(regulation, appointment.Role);
        if (role is { DesignatedBy: not null } && !postings[appointment.Staff].Any(p => p.IsOn(day) && p.Unit == appointment.Unit
            && AppointmentRules.HasRankFor(role, p, regulation!.Equivalents)))
        {
            return [];
        }

        return new[] { appointment }.Concat((role?.ActsAs ?? []).Select(seat => new Appointment(
            appointment.Id, appointment.Body, appointment.Regulation, seat, appointment.Staff, appointment.Unit, appointment.From, appointment.To, appointment.Basis)));
    }

    private static RegulationRole? Exact(Regulation? regulation, string role) => regulation?.Roles.FirstOrDefault(r => r.Id == role);
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>What the duties of a body are judged by at one moment.</summary>
public sealed class DutyRound(
    BodyId body, DateTimeOffset now, IReadOnlyList<Regulation> regulations, IReadOnlyList<OfficialAccount> accounts, Roster roster, List<Duty> open)
{
    public BodyId Body => body;

    public DateTimeOffset Now => now;

    /// <summary>The versions in force today of every regulation that the body or one of its accounts is under.</summary>
    public IReadOnlyList<Regulation> Regulations => regulations;

    /// <summary>Accounts on platforms that have not ended.</summary>
    public IReadOnlyList<OfficialAccount> Accounts => accounts;

    public Roster Roster => roster;

    /// <summary>Open duties, those opened in this round included.</summary>
    public List<Duty> Open => open;

    /// <summary>Everything that a rule is to be done for.</summary>
    public IEnumerable<DutySubject> Each(Regulation regulation, DutyRule rule, DutyPer per) => per switch
    {
        DutyPer.Account => accounts.Where(a => a.Regulation == regulation.Slug).Select(Of),
        DutyPer.Unit => roster.UnitsOf(regulation.Slug, rule.Owner).Select(u => new DutySubject($"unit/{u}", null, u)),
        _ => [new($"body/{body.Slug}", null, null)],
    };

    public static DutySubject Of(OfficialAccount account) => new($"account/{account.Id}", account.Id, account.Owner);

    /// <summary>Holders and deputies of a role at the duty's unit.</summary>
    public IReadOnlyList<StaffId> HoldersOf(Duty duty, string role) => Holders(roster, duty, role);

    /// <summary>Those who own a duty; where nobody does, the administrators, who enter the appointment.</summary>
    public IReadOnlyList<StaffId> OwnersOf(Duty duty) => HoldersOf(duty, duty.Owner) is { Count: > 0 } owners ? owners : Administrators;

    public IReadOnlyList<StaffId> Administrators => roster.HoldersOf(Appointment.System, SystemRole.Administrator);

    public static IReadOnlyList<StaffId> Holders(Roster roster, Duty duty, string role) => role == DutyRule.Administrator
        ? roster.HoldersOf(Appointment.System, SystemRole.Administrator)
        : roster.ActingFor(duty.Regulation, role, duty.Unit);

    /// <summary>What the journal tells of a duty.</summary>
    public static object Facts(Duty duty) => new
    {
        rule = duty.Rule,
        regulation = $"{duty.Regulation}/{duty.Version}",
        subject = duty.Subject,
        due = duty.Due,
        clause = duty.Clause,
    };
}

/// <summary>Begins rounds, and opens duties in them.</summary>
public sealed class DutyRounds(ShiraseDb db, Rosters rosters, RegulationLibrary library, DutyNotices notices)
{
    // The body's own site has neither password nor terms
    private const string OwnSite = "website";

    public async Task<DutyRound> BeginAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.JapanDay();
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Body == body && a.State != AccountState.Deleted && a.Channel != OwnSite).ToListAsync(ct);
        var slugs = accounts.Select(a => a.Regulation).Append(own).OfType<string>().Distinct(StringComparer.Ordinal);
        return new(
            body, now, [.. slugs.Select(s => library.InForce(s, today)).OfType<Regulation>()], accounts, await rosters.OnAsync(body, today, ct),
            await db.Duties.Where(d => d.Body == body && d.ClosedAt == null).ToListAsync(ct));
    }

    /// <summary>Opens one duty and tells its owners; null when it was opened before.</summary>
    /// <param name="act">The person who opens it, or null for the system.</param>
    public async Task<Duty?> OpenAsync(
        DutyRound round, Regulation regulation, DutyRule rule, DutySubject of, string occasion, DateTimeOffset from, Act? act, CancellationToken ct)
    {
        var isThere = await db.Duties.AnyAsync(
            d => d.Body == round.Body && d.Regulation == regulation.Slug && d.Rule == rule.Id && d.Subject == of.Subject && d.Occasion == occasion, ct);
        if (isThere || round.Open.Exists(d => d.Regulation == regulation.Slug && d.Rule == rule.Id && d.Subject == of.Subject && d.Occasion == occasion))
        {
            return null;
        }

        var duty = DutyOpening.Open(regulation, rule, round.Body, of, occasion, from, round.Now);
        db.Add(duty);
        round.Open.Add(duty);
        if (act is null)
        {
            db.Record(round.Body, round.Now, "duty.opened", $"duty/{duty.Id}", DutyRound.Facts(duty));
        }
        else
        {
            duty.OpenByHand(act);
            db.Record(round.Body, act, "duty.opened", $"duty/{duty.Id}", DutyRound.Facts(duty));
        }

        await notices.TellAsync(round, duty, DutyTelling.Opened, ct);
        return duty;
    }
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Pages.Duties;

/// <summary>One duty as a person reads it.</summary>
/// <param name="About">Account, case, unit or person; empty for the body.</param>
/// <param name="Owner">Name of the role that has to do it.</param>
/// <param name="IsMine">True when the reader may close it.</param>
/// <param name="Closer">Who closed it by hand, or null.</param>
public sealed record DutyLine(
    Duty Duty, Localized Name, Localized What, Localized About, Localized Owner, bool NeedsEvidence, bool IsMine, Localized? Closer, DutyStanding Standing)
{
    /// <summary>True where a note says what was done; false where answers or a choice say it.</summary>
    public bool NeedsNote { get; init; } = true;

    /// <summary>What one chooses from when it is closed.</summary>
    public IReadOnlyList<Localized> Choices { get; init; } = [];

    /// <summary>What is looked at one by one.</summary>
    public IReadOnlyList<Localized> Items { get; init; } = [];

    /// <summary>The page on which a rest of the account is declared, where that closes it; or null.</summary>
    public string? RestAt { get; init; }

    /// <summary>The room of the account's flare-up, where that closes it; or null.</summary>
    public string? FlareUpAt { get; init; }

    /// <summary>True where it is closed at a terminal whose state is good.</summary>
    public bool NeedsSafeTerminal { get; init; }

    public string Look => Standing switch
    {
        DutyStanding.Overdue => "urgent",
        DutyStanding.Soon => "waiting",
        DutyStanding.Open => "deciding",
        DutyStanding.Done => "published",
        _ => "draft",
    };
}

/// <summary>Where a duty stands for whoever reads it.</summary>
public enum DutyStanding
{
    Overdue,
    Soon,
    Open,

    /// <summary>Its time has not begun.</summary>
    Ahead,
    Done,
}

/// <summary>A duty that somebody may open by hand.</summary>
public sealed record OpenableDuty(string Regulation, string Rule, Localized Name, Localized What, string Clause, IReadOnlyList<(Guid Id, Localized Name)> Subjects);

/// <summary>Reads duties for pages.</summary>
public sealed class DutyBoard(ShiraseDb db, Rosters rosters, DutyRounds rounds, DutyNames names, RegulationLibrary library, TimeProvider clock)
{
    /// <summary>Most lines of the whole body. Ours.</summary>
    private const int Most = 500;

    /// <summary>Open duties that the person can close, the earliest deadline first; so the overdue ones lead.</summary>
    public async Task<IReadOnlyList<DutyLine>> MineAsync(SignedIn person, CancellationToken ct)
    {
        var roster = await rosters.TodayAsync(person.Body, ct);
        var open = await db.Duties.AsNoTracking().Where(d => d.Body == person.Body && d.ClosedAt == null).OrderBy(d => d.Due).ToListAsync(ct);
        return await LinesAsync(open.Where(d => KeepDuties.MayClose(roster, d, person.Staff)), roster, person.Staff, ct);
    }

    /// <summary>Duties of the body, open ones by deadline, then those done, newest first.</summary>
    public async Task<IReadOnlyList<DutyLine>> AllAsync(SignedIn person, string? show, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var all = db.Duties.AsNoTracking().Where(d => d.Body == person.Body);
        var found = show switch
        {
            "overdue" => all.Where(d => d.ClosedAt == null && d.Due < now).OrderBy(d => d.Due),
            "done" => all.Where(d => d.ClosedAt != null).OrderByDescending(d => d.ClosedAt),
            "all" => all.OrderBy(d => d.ClosedAt != null).ThenByDescending(d => d.ClosedAt).ThenBy(d => d.Due),
            _ => all.Where(d => d.ClosedAt == null).OrderBy(d => d.Due),
        };
        return await LinesAsync(await found.Take(Most).ToListAsync(ct), await rosters.TodayAsync(person.Body, ct), person.Staff, ct);
    }

    /// <summary>What the person may open by hand.</summary>
    public async Task<IReadOnlyList<OpenableDuty>> OpenableAsync(SignedIn person, CancellationToken ct)
    {
        var round = await rounds.BeginAsync(person.Body, clock.GetUtcNow(), ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
        return
        [
            .. from regulation in round.Regulations
               where person.IsAdministrator || person.Seats.Any(s => s.Regulation == regulation.Slug)
               from rule in regulation.Duties
               let trigger = rule.Opens as DutyTrigger.ByHand
               where trigger is not null
               select new OpenableDuty(regulation.Slug, rule.Id, rule.Name, rule.What, rule.Clause, trigger.Per switch
               {
                   DutyPer.Account => [.. round.Accounts.Where(a => a.Regulation == regulation.Slug).Select(a => (a.Id.Value, new Localized(a.DisplayName, a.DisplayName)))],
                   DutyPer.Unit => [.. round.Roster.UnitsOf(regulation.Slug, rule.Owner).Select(u => (u.Value, units[u]))],
                   _ => [],
               }),
        ];
    }

    /// <summary>True for an office that the document has told of what is late, such as the public relations division (is-0-b, ok-4-2-c, to-7-2-e).</summary>
    public bool Oversees(SignedIn person) => person.Seats.Any(s => library.InForce(s.Regulation, clock.GetUtcNow().JapanDay())?.Role(s.Role)?.IsToldOnly == true);

    public Task<List<OnCallContact>> OnCallAsync(BodyId body, CancellationToken ct) =>
        db.OnCallContacts.AsNoTracking().Where(c => c.Body == body).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(ct);

    private async Task<IReadOnlyList<DutyLine>> LinesAsync(IEnumerable<Duty> duties, Roster roster, StaffId reader, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shown = duties.ToList();
        var closers = shown.Select(d => d.ClosedBy).OfType<StaffId>().Distinct().ToList();
        var people = await db.Staff.AsNoTracking().Where(s => closers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        var lines = new List<DutyLine>();
        foreach (var duty in shown)
        {
            var regulation = library.Find(duty.Regulation, duty.Version);
            var rule = regulation?.Duty(duty.Rule);
            lines.Add(new(
                duty, rule?.Name ?? new(duty.Rule, duty.Rule), rule?.What ?? new("", ""), await names.OfAsync(duty, ct),
                duty.Owner == DutyRule.Administrator ? new("システム管理者", "Administrator") : regulation?.Role(duty.Owner)?.Name ?? new(duty.Owner, duty.Owner),
                rule?.NeedsEvidence == true, KeepDuties.MayClose(roster, duty, reader), duty.ClosedBy is { } by ? people.GetValueOrDefault(by) : null, StandingOf(duty, now))
            {
                Choices = rule?.Choices ?? [],
                NeedsNote = rule is not { Items.Count: > 0 } and not { IsTwoWay: true },
                Items = rule?.Items ?? [],
                NeedsSafeTerminal = rule?.NeedsSafeTerminal == true,
                FlareUpAt = duty.Account is { } flaring && rule?.ClosedBy.Contains("flare-up.ended") == true ? $"/accounts/{flaring}/flare-up" : null,
                RestAt = duty.Account is { } account && rule?.ClosedBy.Any(v => v is "account.dormancy-declared" or "account.dormancy-ended") == true ? $"/accounts/{account}/dormancy" : null,
            });
        }

        return lines;
    }

    private static DutyStanding StandingOf(Duty duty, DateTimeOffset now) => duty switch
    {
        { IsOpen: false } => DutyStanding.Done,
        _ when now > duty.Due => DutyStanding.Overdue,
        _ when duty.RemindAt <= now || duty.Due.JapanDay() == now.JapanDay() => DutyStanding.Soon,
        _ when duty.From > now => DutyStanding.Ahead,
        _ => DutyStanding.Open,
    };
}

using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>The room of one account's flare-up (炎上対応), read at one moment.</summary>
/// <param name="FlareUp">The open one, or null.</param>
public sealed record FlareUpRoom(OfficialAccount Account, Regulation Regulation, FlareUpRule Rule, Roster Roster, FlareUp? FlareUp)
{
    /// <summary>True for whoever declares a flare-up and works in its room.</summary>
    public bool Declares(StaffId staff) => Sits(staff, [.. Rule.DeclaredBy, Rule.DecidedBy]);

    /// <summary>True for whoever decides for the unit.</summary>
    public bool Decides(StaffId staff) => Sits(staff, [Rule.DecidedBy]);

    public string? DecisionClause => Regulation.ClauseFor(FlareUpLock.Decide);

    public Localized Deciders => Regulation.Role(Rule.DecidedBy)?.Name ?? new(Rule.DecidedBy, Rule.DecidedBy);

    public Localized Declarers
    {
        get
        {
            var names = Rule.DeclaredBy.Select(r => Regulation.Role(r)?.Name ?? new(r, r)).ToList();
            return new(string.Join('・', names.Select(n => n.Ja)), string.Join(", ", names.Select(n => n.En)));
        }
    }

    /// <summary>Everybody who works in the room.</summary>
    public IEnumerable<StaffId> People => Rule.DeclaredBy.Append(Rule.DecidedBy).SelectMany(r => Roster.ActingFor(Account.Regulation, r, Account.Owner)).Distinct();

    private bool Sits(StaffId staff, IReadOnlyList<string> roles) => Roster.SeatsOf(staff)
        .Any(s => s.Regulation == Account.Regulation && roles.Contains(s.Role) && (s.Unit is null || s.Unit == Account.Owner));
}

/// <summary>Opens rooms of flare-ups, and changes them under the body's lock.</summary>
public sealed class FlareUpRooms(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public DateTimeOffset Now => reader.Now;

    /// <summary>The room of an account; null where the account is unknown, ended, or under a document that does not speak of flare-ups.</summary>
    public async Task<FlareUpRoom?> FindAsync(BodyId body, AccountId id, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == body && a.Id == id && a.State != AccountState.Deleted, ct) is { } account
            && library.InForce(account.Regulation, day) is { } regulation && FlareUpRule.Of(regulation) is { } rule
                ? new(account, regulation, rule, await reader.RosterAsync(body, day, ct), await db.OpenFlareUpAsync(id, ct))
                : null;
    }

    /// <summary>One change in a room: journal, notices and rows stand or fall together.</summary>
    /// <param name="isForHead">True where only whoever decides for the unit may do it.</param>
    internal async Task<Refusal?> RunAsync(
        Who who, AccountId id, string? why, bool isForHead, Func<FlareUpRoom, Act, Task<Refusal?>> work, CancellationToken ct) =>
        Entries.Refuse(why) ?? await db.ChangeAsync(
            who.Body,
            async () => await FindAsync(who.Body, id, ct) is not { } room ? new NoFlareUpKnown()
                : !(isForHead ? room.Decides(who.Staff) : room.Declares(who.Staff)) ? new NotYoursInFlareUp(isForHead ? room.Deciders : room.Declarers, room.Rule.Clause)
                : await work(room, new Act(who.Staff, reader.Now, why?.Trim())),
            ct);

    /// <summary>Writes a line of the course; the caller tells the journal.</summary>
    internal void Enter(FlareUpRoom room, Act act, FlareUpEntryKind kind, PostApplication? application, string text) => db.Add(new FlareUpEntry(
        Guid.CreateVersion7(act.At), room.Account.Body, room.FlareUp!.Id, kind, application?.Id, application?.Current.Hash ?? "", act.By, act.At, text));

    internal void Tell(FlareUpRoom room, Act act, string kind, Localized text, string? clause) =>
        db.Tell(room.Account.Body, room.People.Where(p => p != act.By), kind, text, clause, act.At);
}

/// <summary>Reads flare-ups.</summary>
public static class ReadFlareUps
{
    /// <summary>The open flare-up of an account, or null.</summary>
    public static Task<FlareUp?> OpenFlareUpAsync(this ShiraseDb db, AccountId account, CancellationToken ct) =>
        db.FlareUps.OrderBy(f => f.At).FirstOrDefaultAsync(f => f.Account == account && f.EndedAt == null, ct);

    /// <summary>What the gate asks of a case; null while no flare-up of the account is open.</summary>
    public static async Task<FlareUpFacts?> FlareUpFactsAsync(this ShiraseDb db, AccountId account, PostApplicationId application, CancellationToken ct) =>
        await db.FlareUps.AsNoTracking().OrderBy(f => f.At).FirstOrDefaultAsync(f => f.Account == account && f.EndedAt == null, ct) is { } open
            ? new(open, await db.FlareUpEntries.AsNoTracking().Where(e => e.FlareUp == open.Id && e.Application == application).ToListAsync(ct))
            : null;
}

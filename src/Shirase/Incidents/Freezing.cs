using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.People;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// 一斉停止 and its end. One act stops everything at once: the gate asks for it under the body's lock before every claim, so no
/// call begins after the act is saved. What falls due meanwhile is held for a human.
/// </summary>
public sealed class Freezing(ShiraseDb db, CaseReader reader)
{
    /// <summary>Whose post lets them stop at once; the second person of an end must hold one of <see cref="Deciding"/>.</summary>
    private static readonly string[] Stopping = ["pr-officer", "operation-officer", "operation-manager"];

    private static readonly string[] Deciding = ["operation-officer", "operation-manager"];

    /// <summary>Stops one account, or all of the body when <paramref name="account"/> is null. Stopping what is stopped changes nothing.</summary>
    public async Task<Refusal?> FreezeAsync(Who who, AccountId? account, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        var regulation = account is null ? null : await db.Accounts.Where(a => a.Body == who.Body && a.Id == account).Select(a => a.Regulation).SingleOrDefaultAsync(ct);
        if (account is not null && regulation is null)
        {
            return new Accounts.NoSuchAccount();
        }

        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!Sits(roster, who.Staff, regulation, Stopping) && !IsAdministrator(roster, who.Staff))
        {
            return new NotYoursToStop();
        }

        if (await db.Freezes.AnyAsync(f => f.Body == who.Body && f.ResumedAt == null && f.Account == account, ct))
        {
            return null;
        }

        var freeze = new PublishFreeze(Guid.CreateVersion7(act.At), who.Body, account, who.Staff, act.At, act.Why ?? "");
        db.Add(freeze);
        db.Record(who.Body, act, "publish.frozen", $"freeze/{freeze.Id}", new { account = account?.Value });
        var scope = await ScopeAsync(account, ct);
        await TellAsync(roster, regulation, freeze, act, "publish.frozen", new(
            $"【一斉停止】{scope.Ja}の発信をすべて止めました。{act.Why}", $"FROZEN: everything of {scope.En} is stopped. {act.Why}"), ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public Task<Refusal?> AskToResumeAsync(Who who, Guid freeze, string? why, CancellationToken ct) =>
        EndAsync(who, freeze, why, "publish.resume-asked", Stopping, (f, act) => f.AskToResume(act),
            scope => new($"{scope.Ja}の一斉停止の解除が求められています。確かめて「解除する」を押してください。{why}", $"Going on with {scope.En} is asked for; check and confirm. {why}"), ct);

    public Task<Refusal?> ResumeAsync(Who who, Guid freeze, CancellationToken ct) =>
        EndAsync(who, freeze, null, "publish.resumed", Deciding, (f, act) => f.Resume(act),
            scope => new($"{scope.Ja}の一斉停止を解除しました。停止中に予定時刻を過ぎたものは保留されています。", $"{scope.En} goes on. What fell due meanwhile is held."), ct);

    private async Task<Refusal?> EndAsync(
        Who who, Guid id, string? why, string fact, string[] roles, Func<PublishFreeze, Act, Refusal?> end, Func<Localized, Localized> words, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.Freezes.SingleOrDefaultAsync(f => f.Body == who.Body && f.Id == id, ct) is not { } freeze)
        {
            return new NotFrozen();
        }

        var regulation = freeze.Account is null ? null : await db.Accounts.Where(a => a.Id == freeze.Account).Select(a => a.Regulation).SingleAsync(ct);
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!Sits(roster, who.Staff, regulation, roles))
        {
            return new NotYoursToResume();
        }

        if (end(freeze, act) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, fact, $"freeze/{freeze.Id}", new { account = freeze.Account?.Value });
        await TellAsync(roster, regulation, freeze, act, fact, words(await ScopeAsync(freeze.Account, ct)), ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private static bool Sits(Roster roster, StaffId staff, string? regulation, string[] roles) =>
        roster.SeatsOf(staff).Any(s => (regulation is null || s.Regulation == regulation) && roles.Contains(s.Role));

    private static bool IsAdministrator(Roster roster, StaffId staff) =>
        roster.SeatsOf(staff).Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator });

    private async Task<Localized> ScopeAsync(AccountId? account, CancellationToken ct)
    {
        if (account is null)
        {
            return new("全アカウント", "all accounts");
        }

        var name = await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).SingleAsync(ct);
        return new($"「{name}」", $"\"{name}\"");
    }

    private async Task TellAsync(Roster roster, string? regulation, PublishFreeze freeze, Act act, string kind, Localized text, CancellationToken ct)
    {
        var regulations = regulation is null
            ? await db.Accounts.Where(a => a.Body == freeze.Body).Select(a => a.Regulation).Distinct().ToListAsync(ct)
            : [regulation];
        var people = regulations.SelectMany(r => Stopping.SelectMany(role => roster.HoldersOf(r, role).Concat(roster.DeputiesOf(r, role))));
        db.Tell(freeze.Body, people.Where(p => p != act.By), kind, text, null, act.At);
    }
}

public sealed record NotYoursToStop() : Refusal(new Localized(
    "一斉停止は広報係員・運用責任者・運用管理者・システム管理者が行います。直ちに電話で知らせてください。",
    "PR officers, the operation officer, the manager and administrators can stop everything; call one of them at once."));

public sealed record NotYoursToResume() : Refusal(new Localized(
    "一斉停止の解除は、運用責任者又は運用管理者の確認が必要です。", "Going on takes the operation officer or the manager."));

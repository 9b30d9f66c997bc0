using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// 停止を求める: whoever runs the account and may not stop it asks those who may. They are told here and by mail at once, and it is a task
/// of theirs until the account is stopped or they say why not (gx-3-1-b-1).
/// </summary>
public sealed class AskForStop(ShiraseDb db, Rosters rosters, RegulationLibrary library, IOfficeMail mail, TimeProvider clock)
{
    public const string Verb = "verb:ask-stop";

    public const string Kind = "incident.stop-asked";

    /// <summary>Roles that ask; the manager and his deputies do it themselves.</summary>
    public static IReadOnlyList<string> Asking { get; } = ["pr-officer", "operation-officer"];

    public async Task<Refusal?> RunAsync(Who who, AccountId id, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated(), why?.Trim());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account)
        {
            return new NoSuchAccount();
        }

        var clause = library.InForce(account.Regulation, act.At.JapanDay()) is { } regulation ? library.OwnClause(regulation, IncidentNotices.Stop) : null;
        var roster = await rosters.OnAsync(who.Body, act.At.JapanDay(), ct);
        var refusal = !roster.SeatsOf(who.Staff).Any(s => s.Regulation == account.Regulation && Asking.Contains(s.Role) && (s.Unit is null || s.Unit == account.Owner)) ? new OnlyWhoRunsItAsks(clause)
            : account.State != AccountState.Active ? new AccountIsNotActive()
            : string.IsNullOrWhiteSpace(why) ? new People.ReasonIsMissing(clause)
            : (Refusal?)null;
        if (refusal is not null)
        {
            return refusal;
        }

        var managers = roster.ActingFor(account.Regulation, "operation-manager", account.Owner).Where(m => m != who.Staff).ToList();
        db.Tell(
            who.Body, managers, Kind,
            new(
                $"【至急】「{account.DisplayName}」の停止が求められています。直ちに判断し、アカウントの画面で停止してください。理由：{act.Why}",
                $"URGENT: stopping \"{account.DisplayName}\" is asked for. Decide at once and stop it on its page. Reason: {act.Why}"),
            clause, act.At);
        if (mail.IsOn)
        {
            db.AddRange(managers.Select(m => new Job(Guid.CreateVersion7(act.At), who.Body, StopLetterJob.Kind, m.Value, act.At, act.At, LetterJob.Lane)));
        }

        db.Record(who.Body, act, "account.stop-asked", $"account/{id}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record OnlyWhoRunsItAsks(string? By) : Refusal(new Localized(
    "停止を求めることができるのは、このアカウントの運用に当たる職員です。", "Those who run the account ask for it."), By);

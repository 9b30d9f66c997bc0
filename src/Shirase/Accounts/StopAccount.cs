using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Stops an account, or ends it for good: one act of the operation manager or a registered deputy, with a reason and without notice
/// beforehand (gx-3-1-b-1). The stored secret is gone with the same transaction; the platform is told afterwards by a job.
/// </summary>
public sealed class StopAccount(
    ShiraseDb db, Rosters rosters, RegulationLibrary regulations, SecretVault vault, SecretMark mark, IncidentNotices notices)
{
    /// <summary>停止: everything of the account is frozen at once, schedules included.</summary>
    public Task<Refusal?> StopAsync(BodyId body, AccountId id, Act act, CancellationToken ct) => RunAsync(
        body, id, act, isEnd: false, a => a.State is AccountState.Active ? null : new AccountIsNotActive(), (a, now) => a.Stop(now.At), ct);

    /// <summary>運用終了: final. What was scheduled is cancelled; what was published stays readable.</summary>
    /// <param name="handle">The account's name, typed again: nobody ends the wrong one.</param>
    /// <param name="day">The day that the public reads; null for today.</param>
    /// <param name="isTakeover">The account was taken over: a period of notice does not keep it.</param>
    public Task<Refusal?> EndAsync(BodyId body, AccountId id, Act act, string? handle, DateOnly? day, CancellationToken ct, bool isTakeover = false) => RunAsync(
        body,
        id,
        act,
        isEnd: true,
        a => a.State is AccountState.Deleted ? new AccountHasEnded()
            : !string.Equals(handle?.Trim().TrimStart('@', '＠'), a.Handle, StringComparison.OrdinalIgnoreCase) ? new HandleIsNotTyped(a.Handle)
            : day is { } d && (d < a.Since || d > act.At.JapanDay()) ? new EndDayIsBad()
            : null,
        (a, now) => a.End(day ?? now.At.JapanDay(), now.At),
        ct,
        isTakeover);

    private async Task<Refusal?> RunAsync(
        BodyId body, AccountId id, Act act, bool isEnd, Func<OfficialAccount, Refusal?> refuse, Action<OfficialAccount, Act> alter, CancellationToken ct,
        bool isTakeover = false)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Body == body && a.Id == id, ct);
        if (account is null)
        {
            return new NoSuchAccount();
        }

        act = act with { At = act.At.Truncated() };
        var regulation = regulations.InForce(account.Regulation, act.At.JapanDay());
        var clause = regulation is null ? null : regulations.OwnClause(regulation, IncidentNotices.Stop);
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(act.By).Any(s => s.Regulation == account.Regulation && s.Role == "operation-manager" && (s.Unit is null || s.Unit == account.Owner)))
        {
            return new OnlyTheManagerStops(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new People.ReasonIsMissing(clause);
        }

        if (Entries.Refuse(act.Why) is { } tooLong)
        {
            return tooLong;
        }

        if ((refuse(account) ?? (isEnd ? await db.EndClosingAsync(account, regulation?.Closing, isTakeover, act, ct) : null)) is { } refusal)
        {
            return refusal;
        }

        var secret = account.ProtectedSecret is { } kept ? vault.Open(kept) : null;
        var due = act.At.AddMinutes(regulation?.Number("stop-notice-minutes", 120) ?? 120);
        var stop = new AccountStop(Guid.CreateVersion7(act.At), body, id, act.By, act.At, act.Why.Trim(), due, isEnd, secret is null ? "" : mark.Of(secret));
        alter(account, act);
        await ForgetSecretAsync(account, stop, secret, act.At, ct);
        if (isEnd)
        {
            await CloseAsync(account, act, ct);
        }

        db.Add(stop);
        db.Add(new Job(Guid.CreateVersion7(act.At), body, StopNoticeJob.Kind, stop.Id, due, act.At));
        var kind = isEnd ? IncidentNotices.Ended : IncidentNotices.Stopped;
        db.Record(body, act, isEnd ? "account.ended" : "account.stopped", $"account/{id}", new { clause, stop = stop.Id });
        await notices.TellAsync(account, kind, act, ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    // Nobody can use what is gone. Tokens that the platform can revoke lie a moment longer, ended, for the job that tells it
    private async Task ForgetSecretAsync(OfficialAccount account, AccountStop stop, string? secret, DateTimeOffset at, CancellationToken ct)
    {
        account.ForgetSecret();
        var grant = GrantSecret.Parse(secret);
        await db.AccountTokens.Where(t => t.Account == account.Id && t.Id != grant).ExecuteDeleteAsync(ct);
        if (grant is { } of && await db.AccountTokens.Where(t => t.Id == of).ExecuteUpdateAsync(s => s.SetProperty(t => t.EndedAt, at), ct) == 1)
        {
            stop.WillRevoke(of);
            db.Add(new Job(Guid.CreateVersion7(at), account.Body, RevokeJob.Kind, stop.Id, at, at, Lane.Removal(account.Channel)));
        }
    }

    // Nothing waits for an account that is no more
    private async Task CloseAsync(OfficialAccount account, Act act, CancellationToken ct)
    {
        foreach (var delivery in await db.Deliveries.Where(d => d.Account == account.Id && (d.State == DeliveryState.Scheduled || d.State == DeliveryState.Held)).ToListAsync(ct))
        {
            delivery.Cancel();
            db.Record(account.Body, act, "delivery.cancelled", $"delivery/{delivery.Id}");
        }
    }
}

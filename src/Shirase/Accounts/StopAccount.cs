using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Stops and resumes an account. Both belong to the operation manager or a registered deputy, with a reason (gx-3-1-b-1).</summary>
public sealed class StopAccount(ShiraseDb db, Rosters rosters, RegulationLibrary regulations)
{
    public Task<Refusal?> StopAsync(BodyId body, AccountId id, Act act, CancellationToken ct) =>
        RunAsync(body, id, act, "account.stopped", a => a.State is AccountState.Active ? null : new AccountIsNotActive(), a => a.Stop(act.At), ct);

    public Task<Refusal?> ResumeAsync(BodyId body, AccountId id, Act act, CancellationToken ct) =>
        RunAsync(body, id, act, "account.resumed", a => a.State is AccountState.Stopped ? null : new AccountIsNotStopped(), a => a.Resume(), ct);

    private async Task<Refusal?> RunAsync(
        BodyId body, AccountId id, Act act, string verb, Func<OfficialAccount, Refusal?> refuse, Action<OfficialAccount> alter, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Body == body && a.Id == id, ct);
        if (account is null)
        {
            return new NoSuchAccount();
        }

        var clause = regulations.InForce(account.Regulation, act.At.JapanDay())?.Clause("gx-3-1-b-1")?.Id;
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(act.By).Any(s => s.Regulation == account.Regulation && s.Role == "operation-manager"))
        {
            return new OnlyTheManagerStops(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonIsMissing(clause);
        }

        if (Entries.Refuse(act.Why) is { } tooLong)
        {
            return tooLong;
        }

        if (refuse(account) is { } refusal)
        {
            return refusal;
        }

        alter(account);
        db.Record(body, act, verb, $"account/{id}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

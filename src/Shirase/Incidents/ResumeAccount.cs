using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// Lets a stopped account go on: the manager asks, another of those who answer for it confirms, and only with credentials that are new
/// since the stop and with a notice of resumption on the website (gx-6-1, gx-6-2).
/// </summary>
public sealed class ResumeAccount(ShiraseDb db, CaseReader reader, RegulationLibrary library, IncidentNotices notices, SecretVault vault, SecretMark mark)
{
    private static readonly string[] Asking = ["operation-manager"];

    private static readonly string[] Confirming = ["operation-officer", "operation-manager"];

    public Task<Refusal?> AskAsync(Who who, Guid id, string? why, CancellationToken ct) => RunAsync(
        who, id, why, Asking, "account.resume-asked", (stop, account, act, clause) => stop.AskToResume(act, IsRenewed(account, stop), clause), IncidentNotices.ResumeAsked, ct);

    public Task<Refusal?> ConfirmAsync(Who who, Guid id, CancellationToken ct) => RunAsync(
        who, id, null, Confirming, "account.resumed", (stop, account, act, clause) =>
        {
            var refusal = stop.Resume(act, IsRenewed(account, stop), clause);
            if (refusal is null)
            {
                account.Resume();
            }

            return refusal;
        },
        IncidentNotices.Resumed, ct);

    /// <summary>The same for programs, which know accounts and no stops: the first call asks, that of another person confirms.</summary>
    public async Task<Refusal?> GoOnAsync(Who who, AccountId account, string? why, CancellationToken ct)
    {
        var stop = await db.AccountStops.AsNoTracking().Where(s => s.Account == account && !s.IsEnd && s.ResumedAt == null)
            .OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
        return stop is null ? new StopIsOver()
            : stop.ResumeAskedBy is null ? await AskAsync(who, stop.Id, why, ct)
            : await ConfirmAsync(who, stop.Id, ct);
    }

    /// <summary>Records that the password was changed on the platform, where new credentials do not show it by themselves.</summary>
    public Task<Refusal?> ConfirmPasswordAsync(Who who, Guid id, CancellationToken ct) => RunAsync(
        who, id, null, Confirming, "account.password-changed", (stop, _, act, _) => stop.ConfirmPassword(act), null, ct);

    /// <summary>
    /// True when the credentials are new since the stop. What was stored before was destroyed with it, so what is there was entered since;
    /// the same password again is known by its mark. Consent and practice say nothing of the password: somebody has to.
    /// </summary>
    public bool IsRenewed(OfficialAccount account, AccountStop stop)
    {
        var secret = account.ProtectedSecret is { } kept ? vault.Open(kept) : null;
        return account.Service is null ? stop.PasswordAt is not null
            : secret is not null && (stop.OldSecret.Length == 0 || !mark.Is(stop.OldSecret, secret))
                && (GrantSecret.Parse(secret) is null || stop.PasswordAt is not null);
    }

    /// <summary>True where somebody has to say that the password was changed.</summary>
    public bool NeedsWord(OfficialAccount account) =>
        account.Service is null || (account.ProtectedSecret is { } kept && GrantSecret.Parse(vault.Open(kept)) is not null);

    private async Task<Refusal?> RunAsync(
        Who who, Guid id, string? why, string[] roles, string verb, Func<AccountStop, OfficialAccount, Act, string?, Refusal?> alter, string? tell, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.AccountStops.SingleOrDefaultAsync(s => s.Body == who.Body && s.Id == id, ct) is not { } stop)
        {
            return new StopIsOver();
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == stop.Account, ct);
        if (account.State != AccountState.Stopped)
        {
            return new StopIsOver();
        }

        var clause = library.InForce(account.Regulation, act.At.JapanDay())?.Clause("gx-6-1")?.Id;
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(who.Staff).Any(s => s.Regulation == account.Regulation && roles.Contains(s.Role)))
        {
            return new NotYoursToLetGoOn(clause);
        }

        if (alter(stop, account, act, clause) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, verb, $"account/{account.Id}", new { stop = id, clause });
        if (tell is not null)
        {
            await notices.TellAsync(account, tell, act, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record NotYoursToLetGoOn(string? By) : Refusal(new Localized(
    "再開は運用管理者（代決者を含む。）が求め、運用責任者・運用管理者・代決者のうち別の職員が確かめます。",
    "The manager asks for it; another of officer, manager and deputies confirms."), By);

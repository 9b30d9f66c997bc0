using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>What is entered of the procedure of one account.</summary>
public sealed record VerificationFacts(VerificationState? State, DateOnly? Day, DateOnly? Until, string? Note);

/// <summary>
/// 公式認証: notes that a platform proves accounts official, which makes the application for each account on it a task, and keeps how far
/// each is (to-7-1-i).
/// </summary>
public sealed class KeepVerification(ShiraseDb db, Rosters rosters, RegulationLibrary library, TimeProvider clock)
{
    public const string Verb = "verb:keep-verification";

    /// <summary>Roles that note what a platform offers and how far an account is.</summary>
    private static readonly string[] Keeping = ["operation-manager", "operation-officer", "pr-officer"];

    /// <param name="offers">True when the platform offers it from now on, false when it no longer does.</param>
    public async Task<Refusal?> OfferAsync(Who who, string? channel, bool offers, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated());
        var accounts = await OnAsync(who.Body, channel, ct);
        if (accounts.Count == 0)
        {
            return new NoAccountOnPlatform();
        }

        var clause = ClauseOf(accounts, act.At);
        if (!await MayAsync(who, accounts, act, ct))
        {
            return new NotKeeperOfVerification(clause);
        }

        var standing = await db.VerifyingPlatforms.SingleOrDefaultAsync(p => p.Body == who.Body && p.Channel == channel && p.EndedAt == null, ct);
        if (standing is not null == offers)
        {
            return null;
        }

        standing?.End(act.At);
        if (offers)
        {
            db.Add(new VerifyingPlatform(Guid.CreateVersion7(act.At), who.Body, channel!, who.Staff, act.At));
        }

        foreach (var account in accounts)
        {
            await NoteAsync(account, offers, act, clause, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> EnterAsync(Who who, AccountId id, VerificationFacts facts, CancellationToken ct)
    {
        if (Entries.Refuse(facts.Note) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated());
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id && a.State != AccountState.Deleted, ct) is not { } account)
        {
            return new NoSuchEntry();
        }

        var clause = ClauseOf([account], act.At);
        if (!await MayAsync(who, [account], act, ct))
        {
            return new NotKeeperOfVerification(clause);
        }

        if (facts is not { State: { } state and not VerificationState.ToApply, Day: { } day } || day > act.At.JapanDay())
        {
            return new VerificationIsIncomplete(clause);
        }

        db.Add(new AccountVerification(
            Guid.CreateVersion7(act.At), who.Body, id, state, day, state == VerificationState.Granted ? facts.Until : null, facts.Note?.Trim() ?? "", who.Staff, act.At));
        db.Record(who.Body, act, VerbOf(state), $"account/{id}", new { day, until = facts.Until, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    // An account whose mark stands already has nothing to apply for
    private async Task NoteAsync(OfficialAccount account, bool offers, Act act, string? clause, CancellationToken ct)
    {
        var last = await db.AccountVerifications.AsNoTracking().Where(v => v.Account == account.Id).OrderByDescending(v => v.At).FirstOrDefaultAsync(ct);
        if (offers && last?.State is VerificationState.Granted or VerificationState.Applied)
        {
            return;
        }

        if (offers)
        {
            db.Add(new AccountVerification(Guid.CreateVersion7(act.At), account.Body, account.Id, VerificationState.ToApply, act.At.JapanDay(), null, "", act.By, act.At));
        }

        db.Record(account.Body, act, offers ? "account.verification-offered" : "account.verification-withdrawn", $"account/{account.Id}", new { channel = account.Channel, clause });
    }

    private Task<List<OfficialAccount>> OnAsync(BodyId body, string? channel, CancellationToken ct) =>
        db.Accounts.Where(a => a.Body == body && a.Channel == channel && a.State != AccountState.Deleted).OrderBy(a => a.Id).ToListAsync(ct);

    private string? ClauseOf(IEnumerable<OfficialAccount> accounts, DateTimeOffset at) =>
        accounts.Select(a => library.InForce(a.Regulation, at.JapanDay())?.ClauseFor(Verb)).FirstOrDefault(c => c is not null);

    private async Task<bool> MayAsync(Who who, List<OfficialAccount> accounts, Act act, CancellationToken ct)
    {
        var seats = (await rosters.OnAsync(who.Body, act.At.JapanDay(), ct)).SeatsOf(who.Staff);
        return seats.Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator })
            || accounts.TrueForAll(a => seats.Any(s => s.Regulation == a.Regulation && Keeping.Contains(s.Role) && (s.Unit is null || s.Unit == a.Owner)));
    }

    private static string VerbOf(VerificationState state) => state switch
    {
        VerificationState.Applied => "account.verification-applied",
        VerificationState.Granted => "account.verification-granted",
        VerificationState.Refused => "account.verification-refused",
        _ => "account.verification-expired",
    };
}

public sealed record NoAccountOnPlatform() : Refusal(new Localized(
    "この発信先のアカウントは登録されていません。", "No account on this platform is registered."));

public sealed record NotKeeperOfVerification(string? By) : Refusal(new Localized(
    "公式認証を登録できるのは、そのアカウントの所属で運用に当たる職員とシステム管理者です。", "Those who run the account, and administrators, enter it."), By);

public sealed record VerificationIsIncomplete(string? By) : Refusal(new Localized(
    "手続の段階と、その日（今日まで）を入力してください。", "Choose the state and enter its day, not one to come."), By);

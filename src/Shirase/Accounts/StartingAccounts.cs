using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>運用開始: what is confirmed of an account in preparation, and the act that starts its use (is-2-1-a, is-3-6).</summary>
public sealed class StartingAccounts(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public Task<Refusal?> ConfirmAsync(Who who, AccountId id, string? point, string? seen, CancellationToken ct) => RunAsync(who, id, seen, (account, _, _, rule, act) =>
    {
        var refusal = account.ConfirmStart(point, seen, act, rule);
        if (refusal is null)
        {
            db.Record(who.Body, act, "account.start-confirmed", $"account/{id}", new { point, clause = rule.Points.First(p => p.Id == point).Clause });
        }

        return refusal;
    }, ct);

    public Task<Refusal?> StartAsync(Who who, AccountId id, CancellationToken ct) => RunAsync(who, id, null, (account, roster, regulation, rule, act) =>
    {
        var refusal = account.StartUse(SendersOf(roster, regulation, account), rule);
        if (refusal is null)
        {
            db.Record(who.Body, act, "account.use-started", $"account/{id}", new { clause = rule.Senders });
        }

        return refusal;
    }, ct);

    /// <summary>How many may send from the account today.</summary>
    public static int SendersOf(Roster roster, Regulation regulation, OfficialAccount account) =>
        roster.HoldersOf(regulation.Slug, regulation.Gate("publisher")?.With.Text("role") ?? "pr-officer", account.Owner).Count;

    private async Task<Refusal?> RunAsync(
        Who who, AccountId id, string? words, Func<OfficialAccount, Roster, Regulation, StartRule, Act, Refusal?> work, CancellationToken ct)
    {
        if (Entries.Refuse(words) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, act.At.JapanDay()) is not { Start: { } rule } regulation)
        {
            return new NoSuchAccount();
        }

        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if ((KeepPolicy.MayEnter(roster, who.Staff, account) ? work(account, roster, regulation, rule, act) : new OnlyWhoAnswersStarts(rule.Senders)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record OnlyWhoAnswersStarts(string? By) : Refusal(new Localized(
    "運用を開始できるのは、アカウントを運用する所属長です。", "The use is started by the head of the unit that runs the account."), By);

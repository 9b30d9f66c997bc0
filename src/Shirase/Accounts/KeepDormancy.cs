using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>休止 and 再開 of an account that is not used for a while; only whoever answers for it, and only with a reason (to-8-2-a, to-8-2-b).</summary>
public sealed class KeepDormancy(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>The control that a document names where it knows a rest.</summary>
    public const string Verb = "verb:declare-dormancy";

    /// <param name="until">The last day.</param>
    public Task<Refusal?> DeclareAsync(Who who, AccountId id, DateOnly? until, string? why, CancellationToken ct) => RunAsync(
        who, id, why,
        (account, current, act, clause) =>
        {
            var declared = Dormancy.Declare(account, current, until, act, clause);
            if (declared.Value is { } dormancy)
            {
                db.Add(dormancy);
                db.Record(who.Body, act, "account.dormancy-declared", $"account/{id}", new { dormancy = dormancy.Id, until = dormancy.Until, clause });
            }

            return declared.Refusal;
        },
        ct);

    /// <summary>再開: the account is used again.</summary>
    public Task<Refusal?> ResumeAsync(Who who, AccountId id, CancellationToken ct) => RunAsync(
        who, id, null,
        (_, current, act, clause) =>
        {
            if (current is null)
            {
                return new RestsNoMore(clause);
            }

            var refusal = current.Resume(act, clause);
            if (refusal is null)
            {
                db.Record(who.Body, act, "account.dormancy-ended", $"account/{id}", new { dormancy = current.Id, clause });
            }

            return refusal;
        },
        ct);

    private async Task<Refusal?> RunAsync(
        Who who, AccountId id, string? why, Func<OfficialAccount, Dormancy?, Act, string?, Refusal?> work, CancellationToken ct) =>
        Entries.Refuse(why) ?? await db.ChangeAsync(who.Body, () => ChangeAsync(who, id, why, work, ct), ct);

    private async Task<Refusal?> ChangeAsync(
        Who who, AccountId id, string? why, Func<OfficialAccount, Dormancy?, Act, string?, Refusal?> work, CancellationToken ct)
    {
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, act.At.JapanDay()) is not { } regulation || regulation.ClauseFor(Verb) is not { } clause)
        {
            return new NoSuchAccount();
        }

        if (!KeepPolicy.MayEnter(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, account))
        {
            return new OnlyWhoAnswersRests(regulation.Role("operation-manager")?.Name ?? new("責任者", "the person responsible"), clause);
        }

        var current = await db.Dormancies.OrderByDescending(d => d.At).FirstOrDefaultAsync(d => d.Account == id && d.EndedAt == null, ct);
        return work(account, current, act, clause);
    }
}

public sealed record OnlyWhoAnswersRests(Localized Role, string? By) : Refusal(new Localized(
    $"休止と再開を決めるのは、アカウントを運用する所属の{Role.Ja}です。", $"A rest is decided on by {Role.En} of the unit that runs the account."), By);

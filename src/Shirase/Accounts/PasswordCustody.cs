using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>One account's password under its document: what is kept, and who may have it today.</summary>
/// <param name="Kept">The password in force; null while none was entered.</param>
/// <param name="Holders">Those named one by one, who still serve in the unit; empty where roles decide.</param>
public sealed record PasswordCustody(
    OfficialAccount Account, Regulation Regulation, PasswordRules Rules, Roster Roster, AccountPassword? Kept, IReadOnlyList<PasswordHolder> Holders)
{
    public bool MayOpen(StaffId staff) =>
        Holders.Any(h => h.Staff == staff) || Rules.Roles.Any(role => Roster.ActingFor(Regulation.Slug, role, Account.Owner).Contains(staff));

    /// <summary>Whoever answers for the account names those who may have it, and may ask for it on paper.</summary>
    public bool Answers(StaffId staff) => KeepPolicy.MayEnter(Roster, staff, Account);

    /// <summary>The clause by which somebody else may not have it.</summary>
    public string Closed => Rules.Holders?.Clause ?? Rules.Clause;
}

/// <summary>Reads the custody of an account's password.</summary>
public sealed class PasswordCustodies(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>Null where there is no such account, or its document does not speak of passwords.</summary>
    public async Task<PasswordCustody?> OfAsync(Who who, AccountId id, CancellationToken ct)
    {
        var today = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, today) is not { Passwords: { } rules } regulation)
        {
            return null;
        }

        var inUnit = db.Postings.On(today).Where(p => p.Unit == account.Owner).Select(p => p.Staff);
        return new(
            account, regulation, rules, await reader.RosterAsync(who.Body, today, ct),
            await db.AccountPasswords.SingleOrDefaultAsync(p => p.Account == id && p.ReplacedAt == null, ct),
            await db.PasswordHolders.Where(h => h.Account == id && h.EndedAt == null && inUnit.Contains(h.Staff)).OrderBy(h => h.At).ToListAsync(ct));
    }
}

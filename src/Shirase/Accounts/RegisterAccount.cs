using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>An account as it is entered; it is bound to the practice channel until it is connected.</summary>
public sealed record AccountFacts(string Regulation, string Channel, string Handle, string DisplayName, UnitId Owner, DateOnly Since);

/// <summary>Enters an official account into the register (アカウント台帳).</summary>
public sealed class RegisterAccount(ShiraseDb db, RegulationLibrary regulations)
{
    /// <summary>Channels inside the system; others are reached by <see cref="ConnectAccount"/>.</summary>
    public static readonly IReadOnlyList<string> Inside = ["drill", "website"];

    public async Task<Entered<AccountId>> RunAsync(Doer doer, AccountFacts facts, CancellationToken ct)
    {
        if (HandleOf(facts.Handle) is not { } handle)
        {
            return new HandleIsBad();
        }

        if (Entries.Refuse(facts.DisplayName) is { } tooLong)
        {
            return tooLong;
        }

        if (!Inside.Contains(facts.Channel))
        {
            return new NoSuchChannel(facts.Channel);
        }

        if (DocumentRegister.Refuse(regulations, facts.Regulation, doer.Today) is { } repealed)
        {
            return repealed;
        }

        if (regulations.Versions(facts.Regulation).Count == 0)
        {
            return new NoSuchRegulation(facts.Regulation);
        }

        // What units have to ask for does not enter the register past their request (ok-3-a, to-1)
        if (facts.Channel != "website" && regulations.InForce(facts.Regulation, doer.At.JapanDay())?.AccountRequest is { } rule)
        {
            return new AccountNeedsRequest(rule.Clause);
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Accounts.AnyAsync(a => a.Body == doer.Body && a.Regulation == facts.Regulation && a.Handle == handle, ct))
        {
            return new AccountIsTaken(handle);
        }

        if (!await db.Units.AnyAsync(u => u.Body == doer.Body && u.Id == facts.Owner, ct))
        {
            return new NoSuchEntry();
        }

        var name = string.IsNullOrWhiteSpace(facts.DisplayName) ? handle : facts.DisplayName.Trim();
        var account = new OfficialAccount(
            new(Guid.CreateVersion7()), doer.Body, facts.Regulation, facts.Channel, handle, name, facts.Owner, facts.Since);
        if (regulations.InForce(facts.Regulation, doer.At.JapanDay())?.Start is not null && facts.Channel != "website")
        {
            account.Prepare();
        }

        db.Add(account);
        db.Record(doer, "account.registered", $"account/{account.Id}", new { account.Regulation, account.Channel });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return account.Id;
    }

    /// <summary>A handle without its sign, or null where it cannot be one.</summary>
    internal static string? HandleOf(string typed) =>
        typed.Trim().TrimStart('@', '＠') is { Length: > 0 and <= 100 } handle && !handle.Any(char.IsWhiteSpace) ? handle : null;
}

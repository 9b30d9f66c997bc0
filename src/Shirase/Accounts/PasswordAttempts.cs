using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Duties;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Writes down who opened a password, and who tried to without being among those who may (gx-14-1-1, to-7-2-i).</summary>
public sealed class PasswordAttempts(ShiraseDb db, CaseReader reader)
{
    public const string Opened = "account.password-opened";
    public const string Refused = "account.password-refused";

    /// <summary>Records the attempt in a change of its own, because the act itself changes nothing.</summary>
    public async Task<Refusal> RefuseAsync(Who who, PasswordCustody custody, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        db.Record(who.Body, new Act(who.Staff, reader.Now, null), Refused, $"account/{custody.Account.Id}", new { clause = custody.Closed });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new NotYoursToOpen(custody.Closed);
    }

    /// <summary>Records that somebody saw the password, and tells those who answer for the account. The caller saves.</summary>
    /// <param name="terminal">The terminal it was shown at.</param>
    public void Add(PasswordCustody custody, Act act, string? terminal, bool onPaper)
    {
        var (account, clause) = (custody.Account, custody.Rules.Clause);
        db.Record(account.Body, act, Opened, $"account/{account.Id}", new { terminal, onPaper, clause });
        db.Add(new PasswordOpening(Guid.CreateVersion7(act.At), account.Body, account.Id, act.By, act.At, terminal ?? "", act.Why ?? "", onPaper));
        db.Tell(
            account.Body, custody.Roster.ActingFor(account.Regulation, "operation-manager", account.Owner).Where(p => p != act.By), Opened,
            new(
                $"@{account.Handle} のパスワードが{(onPaper ? "紙に出されました" : "開示されました")}。理由：{act.Why}。覚えのない開示のときは、直ちにパスワードを変えさせてください。",
                $"The password of @{account.Handle} was {(onPaper ? "printed" : "opened")}: {act.Why}. Where this was not to be, have it changed at once."),
            clause, act.At);
    }
}

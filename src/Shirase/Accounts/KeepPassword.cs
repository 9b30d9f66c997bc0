using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Takes an account's password into the vault (gx-14-1-2, to-7-2-a, to-7-2-u). Entering a new one is the record that it was changed.</summary>
public sealed class KeepPassword(ShiraseDb db, PasswordCustodies custodies, PasswordAttempts attempts, CaseReader reader, SecretVault vault, SecretMark mark)
{
    public const string Changed = "account.password-changed";

    /// <summary>A password that the account's document takes; kept nowhere.</summary>
    public static string Propose(PasswordForm? form) => PasswordWords.Make(form, RandomNumberGenerator.GetInt32);

    /// <param name="password">As it was set on the platform.</param>
    /// <param name="nowhereElse">That it is used in no other system.</param>
    public async Task<Refusal?> SetAsync(Who who, AccountId id, string? password, bool nowhereElse, CancellationToken ct)
    {
        if (await custodies.OfAsync(who, id, ct) is not { } custody)
        {
            return new NoSuchAccount();
        }

        if (!custody.MayOpen(who.Staff))
        {
            return await attempts.RefuseAsync(who, custody, ct);
        }

        if ((await WrongAsync(custody, password ?? "", ct) ?? (nowhereElse ? null : Unanswered(custody))) is { } refusal)
        {
            return refusal;
        }

        // Slow by design, hence before the change
        var (secret, known) = (vault.Protect(password!), mark.Of(password!));
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, null);
        var number = custody.Kept?.Number
            ?? (await db.AccountPasswords.Where(p => p.Body == who.Body).MaxAsync(p => (int?)p.Number, ct) ?? 0) + 1;
        foreach (var earlier in await db.AccountPasswords.Where(p => p.Account == id && p.ReplacedAt == null).ToListAsync(ct))
        {
            earlier.Replace(act.At);
        }

        db.Add(new AccountPassword(Guid.CreateVersion7(act.At), who.Body, id, number, secret, known, act.By, act.At));
        db.Record(who.Body, act, Changed, $"account/{id}", new { vault = number, clause = custody.Rules.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private static ElsewhereIsUnanswered? Unanswered(PasswordCustody custody) => custody.Rules.UnlikeOthers is { } clause ? new(clause) : null;

    private async Task<Refusal?> WrongAsync(PasswordCustody custody, string password, CancellationToken ct)
    {
        var (account, rules) = (custody.Account, custody.Rules);
        var body = await db.Bodies.AsNoTracking().Where(b => b.Id == account.Body).Select(b => b.Name).SingleAsync(ct);
        if (PasswordWords.Wrong(password, rules.Form, [(PasswordOutcast.Handle, account.Handle), (PasswordOutcast.Body, body), .. NamesIn(account.Handle)]) is { } weak)
        {
            return weak;
        }

        var kept = await db.AccountPasswords.AsNoTracking().Where(p => p.Body == account.Body)
            .Select(p => new { p.Account, p.Mark }).ToListAsync(ct);
        if (rules.Form?.Without.Contains(PasswordOutcast.Earlier) == true && kept.Any(p => p.Account == account.Id && mark.Is(p.Mark, password)))
        {
            return new UsedBefore(rules.Form.Clause);
        }

        return rules.UnlikeOthers is { } unlike && kept.Any(p => p.Account != account.Id && mark.Is(p.Mark, password)) ? new UsedElsewhere(unlike) : null;
    }

    // A body's name in Latin letters stands nowhere but in its handles: gunma and police of @gunma_police
    private static IEnumerable<(PasswordOutcast, string)> NamesIn(string handle) =>
        handle.Split(['_', '-', '.', '@'], StringSplitOptions.RemoveEmptyEntries).Select(part => (PasswordOutcast.Body, part));
}

using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>開示: shows a kept password to somebody who may have it, with a reason, and writes that down (gx-14-1-1, ok-4-7-a, to-7-2-i).</summary>
public sealed class OpenPassword(ShiraseDb db, PasswordCustodies custodies, PasswordAttempts attempts, CaseReader reader, SecretVault vault)
{
    /// <returns>The password. It goes onto the page that was asked for, and nowhere else.</returns>
    public async Task<Result<string>> RunAsync(Who who, AccountId id, string? why, string? terminal, CancellationToken ct)
    {
        if (await custodies.OfAsync(who, id, ct) is not { } custody)
        {
            return new NoSuchAccount();
        }

        if (!custody.MayOpen(who.Staff))
        {
            return await attempts.RefuseAsync(who, custody, ct);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new OpeningNeedsReason(custody.Rules.Clause);
        }

        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        var secret = Read(custody.Kept, custody.Rules.Clause);
        if (!secret.IsDone)
        {
            return secret;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        attempts.Add(custody, new Act(who.Staff, reader.Now, why.Trim()), terminal, onPaper: false);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return secret;
    }

    /// <summary>Opens what is kept.</summary>
    public Result<string> Read(AccountPassword? kept, string clause) =>
        kept is null ? new NoPasswordKept(clause)
        : vault.Open(kept.Secret) is { } secret ? secret
        : new PasswordDoesNotOpen();
}

public sealed record PasswordDoesNotOpen() : Refusal(new Localized(
    "保管されたパスワードを開く鍵がありません。システム管理者に連絡してください。", "The keys that open the kept password are missing. Tell the administrator."), null);

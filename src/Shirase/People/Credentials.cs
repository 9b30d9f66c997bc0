using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Gives members of staff the means to sign in, and takes them away. Passwords are never stored, logged or put into the journal.</summary>
public sealed class Credentials(ShiraseDb db, UserManager<SignIn> users)
{
    /// <summary>Sets a first or new password. Authenticator, passkeys, interface tokens and open sessions of the person end with it.</summary>
    public async Task<Refusal?> SetPasswordAsync(Doer doer, StaffId id, string password, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var (user, refusal) = await FindOrCreateAsync(doer.Body, id, ct);
        if (user is null)
        {
            return refusal;
        }

        if (await WrongAsync(user, password) is { } wrong)
        {
            return wrong;
        }

        await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, password);
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetLockoutEndDateAsync(user, null);
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        await users.UpdateSecurityStampAsync(user);
        await RevokeToken.AllOfAsync(db, doer, id, ct);
        db.Record(doer, "sign-in.password-set", $"staff/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The sign-in of a person, made without a password where there is none yet (sample installation).</summary>
    public async Task<SignIn?> OfSampleAsync(BodyId body, StaffId id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        var (user, _) = await FindOrCreateAsync(body, id, ct);
        await change.CommitAsync(ct);
        return user;
    }

    private async Task<(SignIn? User, Refusal? Refusal)> FindOrCreateAsync(BodyId body, StaffId id, CancellationToken ct)
    {
        if (await users.Users.SingleOrDefaultAsync(u => u.Staff == id, ct) is { } known)
        {
            return (known, null);
        }

        var login = await db.Staff.IgnoreQueryFilters()
            .Where(s => s.Body == body && s.Id == id).Select(s => s.LoginName).SingleOrDefaultAsync(ct);
        if (login is null)
        {
            return (null, new NoSuchEntry());
        }

        var user = new SignIn { Id = Guid.CreateVersion7(), UserName = login, Staff = id, Body = body, LockoutEnabled = true };
        var result = await users.CreateAsync(user);
        return result.Succeeded ? (user, null) : (null, new LoginNameIsTaken(login));
    }

    private async Task<Refusal?> WrongAsync(SignIn user, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, user, password)).Succeeded)
            {
                return new PasswordIsWeak(users.Options.Password.RequiredLength);
            }
        }

        return password.Contains(user.UserName!, StringComparison.OrdinalIgnoreCase) ? new PasswordHoldsName() : null;
    }
}

public sealed record PasswordIsWeak(int Length) : Refusal(new Localized(
    $"パスワードは{Length}字以上で、4種類以上の文字を使ってください。", $"Use at least {Length} characters, four of them different."));

public sealed record PasswordHoldsName() : Refusal(new Localized(
    "パスワードにログイン名を含めないでください。", "Do not use the login name in the password."));

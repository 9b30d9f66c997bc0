using Microsoft.AspNetCore.DataProtection;

namespace Shirase.Accounts;

/// <summary>Encrypts platform secrets with keys that lie outside the database. Nothing of it is ever logged or shown.</summary>
public sealed class SecretVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Shirase.Accounts.v1");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The key that closed it: its id stands in front, behind four bytes that mark the format.</summary>
    public static Guid KeyOf(string protectedSecret) => new(System.Buffers.Text.Base64Url.DecodeFromChars(protectedSecret).AsSpan(4, 16));

    /// <summary>The secret in clear, or null when the keys of this installation cannot open it (a database restored without its keys).</summary>
    public string? Open(string protectedSecret)
    {
        try
        {
            return _protector.Unprotect(protectedSecret);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;

namespace Shirase.Accounts;

/// <summary>Knows destroyed credentials again without keeping them: salted and slow to guess (PBKDF2, RFC 8018).</summary>
public sealed class SecretMark
{
    // As OWASP asks of PBKDF2 with SHA-256
    private const int Rounds = 600_000;
    private const int Length = 32;

    public string Of(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToBase64String(salt)}:{Convert.ToBase64String(Derive(secret, salt))}";
    }

    /// <summary>True when these are the credentials of the mark.</summary>
    public bool Is(string mark, string secret) =>
        mark.Split(':') is [var salt, var hash] && CryptographicOperations.FixedTimeEquals(Derive(secret, Convert.FromBase64String(salt)), Convert.FromBase64String(hash));

    private static byte[] Derive(string secret, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA256, Length);
}

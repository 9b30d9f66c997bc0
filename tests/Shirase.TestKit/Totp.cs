using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Shirase.TestKit;

/// <summary>An authenticator app (RFC 6238) for tests: six digits for the key that the page shows.</summary>
public static class Totp
{
    /// <summary>The code of the real moment; the product's clock of tests does not move it.</summary>
    public static string Now(string key)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard names SHA-1
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (code % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string key)
    {
        var (bytes, bits, value) = (new List<byte>(), 0, 0);
        foreach (var letter in key.Where(char.IsLetterOrDigit))
        {
            value = (value << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(value >> bits));
                value &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shirase.Channels.Bluesky;

/// <summary>Record keys of the AT Protocol (TID): 53 bits of microseconds and 10 bits of clock, in sortable base 32.</summary>
internal static class Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The same delivery always has the same key, so a repeat meets itself. Below the second, 30 bits come from the
    /// delivery's own key: two messages planned for the same minute must not share a record.
    /// </summary>
    public static string Of(Guid key, DateTimeOffset at)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(key.ToByteArray(bigEndian: true), hash);
        var own = BinaryPrimitives.ReadUInt64BigEndian(hash);
        var microseconds = ((ulong)at.ToUnixTimeSeconds() * 1_000_000) + ((own >> 10) % 1_000_000);
        var value = (microseconds << 10) | (own & 0x3FF);

        return string.Create(13, value, static (span, v) =>
        {
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = Alphabet[(int)(v & 31)];
                v >>= 5;
            }
        });
    }
}

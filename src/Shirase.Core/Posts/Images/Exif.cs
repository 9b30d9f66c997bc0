using System.Buffers.Binary;

namespace Shirase.Core.Posts.Images;

/// <summary>The one thing of EXIF that a picture needs: which way up it is.</summary>
internal static class Exif
{
    private const ushort OrientationTag = 0x0112;

    /// <summary>Orientation in a TIFF block, 1 when there is none or it makes no sense.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return 1;
        }

        var little = tiff[0] == (byte)'I';
        var directory = U32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[((int)directory + 2)..];
        for (int i = 0, count = U16(tiff[(int)directory..], little); i < count && entries.Length >= 12; i++, entries = entries[12..])
        {
            if (U16(entries, little) == OrientationTag)
            {
                return U16(entries[8..], little) is >= 1 and <= 8 and var found ? found : 1;
            }
        }

        return 1;
    }

    /// <summary>A JPEG segment that says the orientation and nothing else.</summary>
    public static byte[] Only(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8,
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort U16(ReadOnlySpan<byte> s, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(s) : BinaryPrimitives.ReadUInt16BigEndian(s);

    private static uint U32(ReadOnlySpan<byte> s, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(s) : BinaryPrimitives.ReadUInt32BigEndian(s);
}

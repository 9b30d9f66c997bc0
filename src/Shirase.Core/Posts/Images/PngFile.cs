using System.Buffers.Binary;
using System.Text;

namespace Shirase.Core.Posts.Images;

/// <summary>PNG: chunks up to IEND. Only what is needed to draw the picture is not metadata.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null when the file is cut off or inconsistent.</summary>
    public static ImageAnatomy? Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<ImagePart> { new(0, 8, "signature", true) };
        var (width, height, orientation, data, animated, at) = (0u, 0u, 1, false, false, 8);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                return null;
            }

            var typed = file.Slice(at + 4, 4 + (int)length);
            var body = typed[4..];
            var name = Encoding.Latin1.GetString(typed[..4]);
            if (Crc(typed) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]) || (name == "IHDR") != (parts.Count == 1))
            {
                return null;
            }

            switch (name)
            {
                case "IHDR" when length == 13:
                    (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
                    break;
                case "IDAT":
                    data = true;
                    break;
                case "acTL":
                    animated = true;
                    break;
                case "eXIf":
                    orientation = Exif.Orientation(body);
                    break;
                case "IHDR":
                    return null;
                default:
                    // A critical part that nobody knows: the picture cannot be drawn rightly
                    if (char.IsAsciiLetterUpper(name[0]) && name is not ("PLTE" or "IEND"))
                    {
                        return null;
                    }

                    break;
            }

            parts.Add(new(at, 12 + (int)length, name, IsNeeded(name)));
            at += 12 + (int)length;
            if (name == "IEND")
            {
                return data && width <= int.MaxValue && height <= int.MaxValue
                    ? new(ImageKind.Png, (int)width, (int)height, animated, orientation, parts)
                    : null;
            }
        }

        return null;
    }

    private static bool IsNeeded(string name) => name is "IHDR" or "PLTE" or "IDAT" or "IEND" or "tRNS" or "gAMA" or "sRGB";

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            c = (c & 1) == 1 ? (c >> 1) ^ 0xEDB88320 : c >> 1;
        }

        return c;
    })];
}

using System.Buffers.Binary;
using System.Text;

namespace Shirase.Core.Posts.Images;

/// <summary>WebP: RIFF chunks within the declared size.</summary>
internal static class WebPFile
{
    /// <summary>Null when the file is cut off or inconsistent.</summary>
    public static ImageAnatomy? Read(ReadOnlySpan<byte> file)
    {
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (end > file.Length || end < 20)
        {
            return null;
        }

        var parts = new List<ImagePart> { new(0, 12, "RIFF", true) };
        var (width, height, orientation, animated, pictures, at) = (0, 0, 1, false, 0, 12);
        while (at + 8 <= end)
        {
            var name = Encoding.Latin1.GetString(file.Slice(at, 4));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > end - at - 8)
            {
                return null;
            }

            var body = file.Slice(at + 8, (int)length);
            if (SizeIn(name, body) is not { } size)
            {
                return null;
            }

            (width, height) = (Math.Max(width, size.Width), Math.Max(height, size.Height));
            animated |= name is "ANIM" or "ANMF";
            pictures += name is "VP8 " or "VP8L" ? 1 : 0;
            orientation = name == "EXIF" ? Exif.Orientation(body.StartsWith("Exif\0\0"u8) ? body[6..] : body) : orientation;
            var whole = (int)Math.Min(end - at, 8 + length + (length & 1));
            parts.Add(new(at, whole, name.Trim(), name is "VP8X" or "VP8 " or "VP8L" or "ALPH"));
            at += whole;
        }

        return at == end && (pictures == 1 || animated) ? new(ImageKind.WebP, width, height, animated, orientation, parts) : null;
    }

    /// <summary>The size this chunk declares; (0, 0) when it declares none, null when it is malformed.</summary>
    private static (int Width, int Height)? SizeIn(string name, ReadOnlySpan<byte> body)
    {
        switch (name)
        {
            case "VP8X":
                return body.Length < 10 ? null : (1 + U24(body[4..]), 1 + U24(body[7..]));
            case "VP8 ":
                return body.Length < 10 || !body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
                    ? null
                    : (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
            case "VP8L":
                if (body.Length < 5 || body[0] != 0x2F)
                {
                    return null;
                }

                var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
                return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
            default:
                return (0, 0);
        }
    }

    private static int U24(ReadOnlySpan<byte> s) => s[0] | (s[1] << 8) | (s[2] << 16);
}

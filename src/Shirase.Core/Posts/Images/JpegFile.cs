using System.Buffers.Binary;

namespace Shirase.Core.Posts.Images;

/// <summary>JPEG: markers and segments up to the end of the image. Application data and comments are metadata.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>Null when the file is cut off or inconsistent.</summary>
    public static ImageAnatomy? Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<ImagePart> { new(0, 2, "SOI", true) };
        var (width, height, orientation, scans, at) = (0, 0, 1, 0, 2);
        while (true)
        {
            var start = at;
            if (at + 1 >= file.Length || file[at] != 0xFF)
            {
                return null;
            }

            while (at < file.Length && file[at] == 0xFF)
            {
                at++;
            }

            if (at >= file.Length)
            {
                return null;
            }

            var marker = file[at++];
            if (marker == EndOfImage)
            {
                parts.Add(new(start, at - start, "EOI", true));
                return scans == 0 ? null : new(ImageKind.Jpeg, width, height, false, orientation, parts);
            }

            if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || at + length > file.Length))
            {
                return null;
            }

            var body = file.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                // Baseline, extended and progressive: what browsers show
                case 0xC0 or 0xC1 or 0xC2 when width == 0 && body.Length >= 6:
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xCC):
                    return null;
                case 0xE1 when body.StartsWith("Exif\0\0"u8) && orientation == 1:
                    orientation = Exif.Orientation(body[6..]);
                    break;
                case StartOfScan:
                    if (width == 0)
                    {
                        return null;
                    }

                    scans++;
                    at = EndOfScan(file, at);
                    break;
            }

            parts.Add(new(start, at - start, NameOf(marker, body), IsNeeded(marker, body)));
        }
    }

    /// <summary>Compressed data ends at the first marker that is neither a stuffed byte nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                return file.Length;
            }

            at += next;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return at;
    }

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        // Only without a preview picture, and only in the shape the standard gives it: nothing can hide in it
        0xE0 => body.Length == 14 && body.StartsWith("JFIF\0"u8),
        // Says how the colours are stored; without it some pictures turn green
        0xEE => body.Length == 12 && body.StartsWith("Adobe"u8),
        // Frame, tables, restart interval and scans; every other marker is unknown to a picture
        0xC0 or 0xC1 or 0xC2 or 0xC4 or 0xDB or 0xDD or StartOfScan => true,
        _ => false,
    };

    private static string NameOf(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE2 when body.StartsWith("ICC_PROFILE\0"u8) => "ICC",
        >= 0xE0 and <= 0xEF => $"APP{marker - 0xE0}",
        0xFE => "COM",
        StartOfScan => "SOS",
        _ => $"{marker:X2}",
    };
}

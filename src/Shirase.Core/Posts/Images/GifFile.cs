using System.Buffers.Binary;

namespace Shirase.Core.Posts.Images;

/// <summary>GIF: blocks up to the trailer. Comments, texts and application blocks are metadata.</summary>
internal static class GifFile
{
    /// <summary>Null when the file is cut off or inconsistent.</summary>
    public static ImageAnatomy? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13)
        {
            return null;
        }

        var at = 13 + ColourTable(file[10]);
        var parts = new List<ImagePart> { new(0, at, "header", true) };
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), frames = 0;
        while (at < file.Length)
        {
            var start = at;
            switch (file[at])
            {
                case 0x3B:
                    parts.Add(new(at, 1, "trailer", true));
                    return frames == 0 ? null : new(ImageKind.Gif, width, height, frames > 1, 1, parts);
                case 0x2C when at + 10 <= file.Length:
                    frames++;
                    var frame = file[(at + 1)..];
                    width = Math.Max(width, BinaryPrimitives.ReadUInt16LittleEndian(frame) + BinaryPrimitives.ReadUInt16LittleEndian(frame[4..]));
                    height = Math.Max(height, BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]) + BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]));
                    // Local colours, then one byte of code size, then the data
                    at = SubBlocks(file, at + 10 + ColourTable(file[at + 9]) + 1);
                    parts.Add(new(start, at - start, "image", true));
                    break;
                case 0x21 when at + 2 <= file.Length:
                    var label = file[at + 1];
                    at = SubBlocks(file, at + 2);
                    parts.Add(new(start, at - start, label == 0xF9 ? "graphic control" : $"extension {label:X2}", label == 0xF9));
                    break;
                default:
                    return null;
            }

            if (at > file.Length)
            {
                return null;
            }
        }

        return null;
    }

    private static int ColourTable(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    /// <summary>The position after the empty block that ends the data; past the end of the file when it is cut off.</summary>
    private static int SubBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var length = file[at];
            at += 1 + length;
            if (length == 0)
            {
                return at;
            }
        }

        return file.Length + 1;
    }
}

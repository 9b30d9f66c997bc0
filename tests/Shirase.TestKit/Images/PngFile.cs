using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Shirase.TestKit.Images;

/// <summary>Builds real PNG files, chunk by chunk, also wrong ones.</summary>
public static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A valid picture of random pixels; random so that its size in bytes can be chosen.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="extra">Further chunks between header and data.</param>
    public static byte[] Of(int width, int height, params byte[][] extra) =>
        [.. Signature, .. Header(width, height), .. extra.SelectMany(e => e), .. Pixels(width, height), .. Chunk("IEND", [])];

    /// <summary>A file that declares a size and holds hardly any pixels.</summary>
    public static byte[] Declaring(int width, int height) =>
        [.. Signature, .. Header(width, height), .. Pixels(1, 1), .. Chunk("IEND", [])];

    public static byte[] Text(string keyword, string text) => Chunk("tEXt", [.. Encoding.Latin1.GetBytes(keyword), 0, .. Encoding.Latin1.GetBytes(text)]);

    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static byte[] Header(int width, int height)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (8, 2);
        return Chunk("IHDR", data);
    }

    /// <summary>A picture in black and white, dot by dot.</summary>
    public static byte[] Of(bool[,] dark)
    {
        var (width, height) = (dark.GetLength(0), dark.GetLength(1));
        var rows = new byte[height * (1 + width * 3)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width * 3; x++)
            {
                rows[y * (1 + width * 3) + 1 + x] = (byte)(dark[x / 3, y] ? 0 : 255);
            }
        }

        return [.. Signature, .. Header(width, height), .. Packed(rows), .. Chunk("IEND", [])];
    }

    private static byte[] Pixels(int width, int height)
    {
        var random = new Random(width * 31 + height);
        var rows = new byte[height * (1 + width * 3)];
        random.NextBytes(rows);
        for (var y = 0; y < height; y++)
        {
            rows[y * (1 + width * 3)] = 0;
        }

        return Packed(rows);
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return Chunk("IDAT", packed.ToArray());
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}

namespace Shirase.Web.Parts;

/// <summary>The bytes inside a QR code of level M: length, content and padding, split into blocks with their error correction.</summary>
internal static class QrCodewords
{
    private static readonly int[] CorrectionOfBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];

    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

    /// <summary>Bytes of text that a version holds.</summary>
    public static int Capacity(int version) => DataOf(version) - (version < 10 ? 2 : 3);

    public static byte[] Of(byte[] text, int version)
    {
        var data = Data(text, version);
        var (blocks, correction, total) = (Blocks[version - 1], CorrectionOfBlock[version - 1], Total(version));
        var (isShort, length) = (blocks - (total % blocks), (total / blocks) - correction);
        var generator = Generator(correction);
        var (parts, rests, at) = (new List<byte[]>(), new List<byte[]>(), 0);
        for (var i = 0; i < blocks; i++)
        {
            var part = data[at..(at + length + (i < isShort ? 0 : 1))];
            at += part.Length;
            parts.Add(part);
            rests.Add(Rest(part, generator));
        }

        return [.. Woven(parts, length + 1), .. Woven(rests, correction)];
    }

    // Byte mode (4 bits), length (8 or 16 bits), the text, a terminator and padding
    private static byte[] Data(byte[] text, int version)
    {
        var (data, bit) = (new byte[DataOf(version)], 0);
        void Put(int value, int bits)
        {
            for (var i = bits - 1; i >= 0; i--, bit++)
            {
                data[bit / 8] |= (byte)(((value >> i) & 1) << (7 - (bit % 8)));
            }
        }

        Put(4, 4);
        Put(text.Length, version < 10 ? 8 : 16);
        foreach (var b in text)
        {
            Put(b, 8);
        }

        Put(0, 4);
        for (var (at, pad) = ((bit + 7) / 8, 0xEC); at < data.Length; at++, pad ^= 0xEC ^ 0x11)
        {
            data[at] = (byte)pad;
        }

        return data;
    }

    private static int DataOf(int version) => Total(version) - (Blocks[version - 1] * CorrectionOfBlock[version - 1]);

    // All modules less the fixed patterns
    private static int Total(int version)
    {
        var bits = (((16 * version) + 128) * version) + 64;
        var aligned = (version / 7) + 2;
        bits -= version < 2 ? 0 : (((25 * aligned) - 10) * aligned) - 55;
        return (bits - (version < 7 ? 0 : 36)) / 8;
    }

    private static IEnumerable<byte> Woven(List<byte[]> parts, int longest) =>
        Enumerable.Range(0, longest).SelectMany(i => parts.Where(p => i < p.Length).Select(p => p[i]));

    private static byte[] Generator(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = (byte)(Times(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            }

            root = Times(root, 2);
        }

        return result;
    }

    private static byte[] Rest(byte[] data, byte[] generator)
    {
        var rest = new byte[generator.Length];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, rest.Length - 1);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] ^= Times(generator[i], factor);
            }
        }

        return rest;
    }

    // In the field of 256 with the polynomial 0x11D
    private static byte Times(byte a, byte b)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((b >> i) & 1) * a;
        }

        return (byte)product;
    }
}

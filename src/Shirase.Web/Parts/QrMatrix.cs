using System.Text;

namespace Shirase.Web.Parts;

/// <summary>
/// A QR code (ISO/IEC 18004) as a square of dark and light modules: bytes, error correction M, versions 1 to 10. Only what an
/// address for an authenticator needs; why it is our own stands in docs/decisions/0027.
/// </summary>
internal sealed class QrMatrix
{
    /// <summary>Most bytes that are taken: what version 10 holds.</summary>
    public const int MostBytes = 213;

    private readonly bool[,] _dark;

    // Finders, timing, alignment, format and version: what the mask leaves alone
    private readonly bool[,] _fixed;

    private readonly int _version;

    private QrMatrix(int version)
    {
        _version = version;
        Size = 17 + (4 * version);
        (_dark, _fixed) = (new bool[Size, Size], new bool[Size, Size]);
    }

    /// <summary>Modules on a side.</summary>
    public int Size { get; }

    public bool IsDark(int x, int y) => _dark[x, y];

    /// <exception cref="ArgumentException">The text is longer than <see cref="MostBytes"/> in UTF-8.</exception>
    public static QrMatrix Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Enumerable.Range(1, 10).FirstOrDefault(v => bytes.Length <= QrCodewords.Capacity(v));
        if (version == 0)
        {
            throw new ArgumentException($"A QR code of ours holds {MostBytes} bytes.", nameof(text));
        }

        var codewords = QrCodewords.Of(bytes, version);
        return Enumerable.Range(0, 8).Select(mask => Drawn(version, codewords, mask)).MinBy(m => m.Unrest())!;
    }

    private static QrMatrix Drawn(int version, byte[] codewords, int mask)
    {
        var matrix = new QrMatrix(version);
        matrix.DrawPatterns();
        matrix.DrawFormat(mask);
        matrix.DrawVersion();
        matrix.DrawData(codewords, mask);
        return matrix;
    }

    private void Fix(int x, int y, bool dark)
    {
        if (x >= 0 && y >= 0 && x < Size && y < Size)
        {
            (_dark[x, y], _fixed[x, y]) = (dark, true);
        }
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in new[] { (3, 3), (Size - 4, 3), (3, Size - 4) })
        {
            DrawRings(x, y, 4, ring => ring is not (2 or 4));
        }

        int[] places = _version == 1 ? [] : _version < 7 ? [6, Size - 7] : [6, (Size - 1) / 2, Size - 7];
        foreach (var (x, y) in places.SelectMany(x => places.Select(y => (x, y))).Where(p => !IsFinder(p.x, p.y)))
        {
            DrawRings(x, y, 2, ring => ring != 1);
        }
    }

    private bool IsFinder(int x, int y) => (x == 6 && y == 6) || (x == 6 && y == Size - 7) || (x == Size - 7 && y == 6);

    private void DrawRings(int x, int y, int radius, Func<int, bool> isDark)
    {
        for (var dx = -radius; dx <= radius; dx++)
        {
            for (var dy = -radius; dy <= radius; dy++)
            {
                Fix(x + dx, y + dy, isDark(Math.Max(Math.Abs(dx), Math.Abs(dy))));
            }
        }
    }

    // Level M is 00, so the five bits are those of the mask
    private void DrawFormat(int mask)
    {
        var bits = ((mask << 10) | Remainder(mask, 10, 0x537)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
            Fix(x, y, dark);
            (x, y) = i < 8 ? (Size - 1 - i, 8) : (8, Size - 15 + i);
            Fix(x, y, dark);
        }

        Fix(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        var bits = (_version << 12) | Remainder(_version, 12, 0x1F25);
        for (var i = 0; _version >= 7 && i < 18; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            Fix(Size - 11 + (i % 3), i / 3, dark);
            Fix(i / 3, Size - 11 + (i % 3), dark);
        }
    }

    private static int Remainder(int value, int bits, int generator)
    {
        var rest = value;
        for (var i = 0; i < bits; i++)
        {
            rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator);
        }

        return rest;
    }

    // Two columns at a time from the right, up and down in turn, past the timing column
    private void DrawData(byte[] codewords, int mask)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < Size * 2; step++)
            {
                var (x, upward) = (right - (step % 2), ((right + 1) & 2) == 0);
                var y = upward ? Size - 1 - (step / 2) : step / 2;
                if (!_fixed[x, y])
                {
                    var dark = bit < codewords.Length * 8 && ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
                    _dark[x, y] = dark ^ Masks(mask, x, y);
                    bit++;
                }
            }
        }
    }

    private static bool Masks(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    // Of the standard's four rules the two that matter to cameras: long runs, and solid blocks of four
    private int Unrest()
    {
        var unrest = 0;
        for (var a = 0; a < Size; a++)
        {
            var (across, down) = (1, 1);
            for (var b = 1; b < Size; b++)
            {
                across = _dark[b, a] == _dark[b - 1, a] ? across + 1 : 1;
                down = _dark[a, b] == _dark[a, b - 1] ? down + 1 : 1;
                unrest += (across == 5 ? 3 : across > 5 ? 1 : 0) + (down == 5 ? 3 : down > 5 ? 1 : 0);
                unrest += a > 0 && _dark[a, b] == _dark[a - 1, b] && _dark[a, b] == _dark[a, b - 1] && _dark[a, b] == _dark[a - 1, b - 1] ? 3 : 0;
            }
        }

        return unrest;
    }
}

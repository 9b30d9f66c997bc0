using System.Globalization;

namespace Shirase.Core.Text;

/// <summary>A set of code points, read from ranges in hexadecimal. Asking is one look into a bitmap.</summary>
internal sealed class CharacterSet
{
    private readonly ulong[] _basic = new ulong[0x10000 / 64];
    private readonly List<(int First, int Last)> _beyond = [];

    public CharacterSet(IEnumerable<string> ranges)
    {
        foreach (var range in ranges)
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            var first = Hex(dash < 0 ? range : range[..dash]);
            var last = dash < 0 ? first : Hex(range[(dash + 1)..]);
            if (first > 0xFFFF)
            {
                _beyond.Add((first, last));
                continue;
            }

            for (var c = first; c <= last; c++)
            {
                _basic[c >> 6] |= 1UL << (c & 63);
            }
        }

        _beyond.Sort();
    }

    public bool Contains(char c) => (_basic[c >> 6] & (1UL << (c & 63))) != 0;

    public bool Contains(int codePoint)
    {
        if (codePoint <= 0xFFFF)
        {
            return Contains((char)codePoint);
        }

        var i = _beyond.BinarySearch((codePoint, int.MaxValue));
        i = i < 0 ? ~i - 1 : i;
        return i >= 0 && codePoint <= _beyond[i].Last;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

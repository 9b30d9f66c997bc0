using System.Text;

namespace Shirase.Core.Text;

/// <summary>Reads a label such as xn--plce-0ra back (RFC 3492).</summary>
internal static class PunycodeDecoder
{
    private const int Base = 36, TMin = 1, TMax = 26, Skew = 38, Damp = 700;

    /// <summary>The label without its prefix xn-- in its own letters, or null when it is no such encoding.</summary>
    public static string? Decode(string label)
    {
        var dash = label.LastIndexOf('-');
        var points = new List<int>(dash > 0 ? label[..dash].Select(c => (int)c) : []);
        var (n, i, bias, at) = (0x80, 0L, 72, dash > 0 ? dash + 1 : 0);
        while (at < label.Length)
        {
            var (before, weight) = (i, 1L);
            for (var k = Base; ; k += Base)
            {
                if (at >= label.Length || Digit(label[at++]) is not (>= 0 and var digit))
                {
                    return null;
                }

                i += digit * weight;
                var t = Math.Clamp(k - bias, TMin, TMax);
                if (digit < t)
                {
                    break;
                }

                weight *= Base - t;
                if (i > 0x10FFFFL * 64 || weight > int.MaxValue)
                {
                    return null;
                }
            }

            bias = Adapt(i - before, points.Count + 1, before == 0);
            n += (int)(i / (points.Count + 1));
            i %= points.Count + 1;
            if (n > 0x10FFFF || n is >= 0xD800 and <= 0xDFFF)
            {
                return null;
            }

            points.Insert((int)i++, n);
        }

        return points.Aggregate(new StringBuilder(), (text, p) => text.Append(char.ConvertFromUtf32(p))).ToString();
    }

    private static int Digit(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return k + (int)((Base - TMin + 1) * delta / (delta + Skew));
    }
}

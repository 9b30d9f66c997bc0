namespace Shirase.Core.Text;

/// <summary>How long a label of a host name gets in the encoding of RFC 3492. Only the length is of use here.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;

    /// <summary>Longer than any label may be; spares the work for what is too long anyway.</summary>
    private const int TooLong = 1000;

    public static int Length(string label)
    {
        if (label.All(c => c is >= ' ' and <= '~'))
        {
            return label.Length;
        }

        // Every character beyond ASCII costs at least one digit
        return label.Length > 2 * 64 ? TooLong : 4 + Encoded(Points(label));
    }

    private static int Encoded(List<int> points)
    {
        var basic = points.Count(p => p < 0x80);
        var length = basic > 0 ? basic + 1 : 0;
        var (n, delta, bias, handled) = (0x80, 0, 72, basic);
        while (handled < points.Count)
        {
            var next = points.Where(p => p >= n).Min();
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var p in points)
            {
                delta += p < n ? 1 : 0;
                if (p == n)
                {
                    length += Digits(delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            n++;
        }

        return length;
    }

    private static int Digits(int delta, int bias)
    {
        var digits = 1;
        for (var k = Base; ; k += Base, digits++)
        {
            var t = Math.Clamp(k - bias, TMin, TMax);
            if (delta < t)
            {
                return digits;
            }

            delta = (delta - t) / (Base - t);
        }
    }

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return k + ((Base - TMin + 1) * delta / (delta + Skew));
    }

    private static List<int> Points(string label)
    {
        var points = new List<int>(label.Length);
        for (var i = 0; i < label.Length; i++)
        {
            points.Add(i + 1 < label.Length && char.IsSurrogatePair(label[i], label[i + 1])
                ? char.ConvertToUtf32(label[i], label[++i])
                : label[i]);
        }

        return points;
    }
}

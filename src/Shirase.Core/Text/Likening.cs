using System.Text;

namespace Shirase.Core.Text;

/// <summary>How alike two texts are: the share of neighbouring letters that both have, whatever their width, spaces, signs and links.</summary>
internal static class Likening
{
    /// <summary>Pairs of neighbouring letters with how often each occurs.</summary>
    public static IReadOnlyDictionary<int, int> Pairs(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        var pairs = new Dictionary<int, int>();
        for (var i = 0; i + 1 < plain.Length; i++)
        {
            var pair = (plain[i] << 16) | plain[i + 1];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }

    /// <summary>0 (nothing in common) to 100 (the same letters).</summary>
    public static int Percent(IReadOnlyDictionary<int, int> one, IReadOnlyDictionary<int, int> other)
    {
        var all = one.Values.Sum() + other.Values.Sum();
        var common = one.Sum(p => Math.Min(p.Value, other.GetValueOrDefault(p.Key)));
        return all == 0 ? 0 : 200 * common / all;
    }
}

using System.Globalization;
using System.Text;

namespace Shirase.Core.Text;

/// <summary>Host names as the eye reads them: letters of other scripts, marks and digits as the ASCII letters they look like (UTS #39).</summary>
internal static class Confusables
{
    private static readonly Dictionary<char, string> Table = Resource.Lines("confusables")
        .Select(l => l.Split(' '))
        .SelectMany(l => l.Skip(1).Select(hex => (Letter: (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture), LooksLike: l[0])))
        .ToDictionary(p => p.Letter, p => p.LooksLike);

    /// <summary>True for a letter that is not ASCII and looks like ASCII; letters with marks (é) count.</summary>
    public static bool IsLookAlike(char c) => c > '\u007F' && Plain(c) is not null;

    /// <summary>The host in ASCII letters as it is read at a glance: 0 as o, 1 and i as l, rn as m, vv as w.</summary>
    public static string Skeleton(string host)
    {
        var read = new StringBuilder(host.Length);
        foreach (var c in host)
        {
            read.Append(c <= '\u007F' ? char.ToLowerInvariant(c).ToString() : Plain(c) ?? c.ToString());
        }

        return read.Replace('0', 'o').Replace('1', 'l').Replace('i', 'l').Replace("rn", "m").Replace("vv", "w").ToString();
    }

    private static string? Plain(char c)
    {
        var small = char.ToLowerInvariant(c);
        if (Table.TryGetValue(small, out var like) || Table.TryGetValue(c, out like))
        {
            return like;
        }

        if (char.IsSurrogate(c) || !char.IsLetter(c) || c is >= '\u3040' and <= '\uFFFF')
        {
            return null;
        }

        // é is read as e
        var first = small.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetterOrDigit(first) ? first.ToString() : Table.GetValueOrDefault(first);
    }
}

namespace Shirase.Core.Site;

/// <summary>Tells handles that imitate an official one by a letter or two (なりすまし).</summary>
public static class LookAlike
{
    /// <summary>Letters people take for one another, folded to one of them.</summary>
    private static readonly Dictionary<char, char> Twins = new() { ['1'] = 'l', ['i'] = 'l', ['0'] = 'o', ['r'] = 'l', ['5'] = 's', ['-'] = '_', ['.'] = '_' };

    // In a short name two other letters make another word. Ours
    private const int LongName = 8;

    /// <summary>True when the handle is another one than the official, and close enough to be taken for it.</summary>
    /// <param name="handle">The handle in question, without @.</param>
    /// <param name="official">The registered handle, without @.</param>
    public static bool Of(string handle, string official)
    {
        var (a, b) = (handle.ToLowerInvariant(), official.ToLowerInvariant());
        return a != b && a.Length is >= 4 and <= 64 && (Fold(a) == Fold(b) || Distance(a, b) <= (b.Length >= LongName ? 2 : 1));
    }

    private static string Fold(string handle) => string.Concat(handle.Select(c => Twins.GetValueOrDefault(c, c)));

    // Levenshtein; both are at most 64 letters
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}

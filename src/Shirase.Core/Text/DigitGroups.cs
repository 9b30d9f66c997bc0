using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Numbers of documents and accounts: groups of digits that are no part of a longer number.</summary>
internal static class DigitGroups
{
    private const int Near = 14;

    /// <summary>Matches in the folded text that no digit touches, not even over a hyphen.</summary>
    public static IEnumerable<TextSpan> Alone(string text, Regex pattern)
    {
        var folded = Folding.Fold(text);
        for (var m = pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var end = m.Index + m.Length;
            if (!IsDigit(folded, m.Index - 1) && !(At(folded, m.Index - 1) == '-' && IsDigit(folded, m.Index - 2))
                && !IsDigit(folded, end) && !(At(folded, end) == '-' && IsDigit(folded, end + 1)))
            {
                yield return new TextSpan(m.Index, m.Length);
            }
        }
    }

    /// <summary>True where one of the words stands shortly before the number, in the same line.</summary>
    public static bool Follow(string text, TextSpan number, params ReadOnlySpan<string> words)
    {
        var from = Math.Max(0, number.Start - Near);
        var before = text.AsSpan(from, number.Start - from);
        before = before[(before.LastIndexOf('\n') + 1)..];
        foreach (var word in words)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static char At(string text, int i) => i >= 0 && i < text.Length ? text[i] : '\n';

    private static bool IsDigit(string text, int i) => char.IsAsciiDigit(At(text, i));
}

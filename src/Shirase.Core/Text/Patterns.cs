using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Patterns of words that are read in linear time, however hostile the text.</summary>
internal static class Patterns
{
    public static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Every match, or of each its group <c>at</c> where the pattern has one.</summary>
    public static IEnumerable<TextSpan> SpansIn(this Regex pattern, string text)
    {
        for (var m = pattern.Match(text); m.Success; m = m.NextMatch())
        {
            var at = m.Groups["at"];
            yield return at.Success ? new TextSpan(at.Index, at.Length) : new TextSpan(m.Index, m.Length);
        }
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Names;

/// <summary>Japanese names in Latin letters, in either order: Tanaka Taro, Taro TANAKA.</summary>
internal static class LatinName
{
    private static readonly Regex Pair = new(
        "[A-Z][A-Za-z]{2,12}[ ,][ ]?[A-Z][A-Za-z]{1,12}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IEnumerable<TextSpan> Find(string text)
    {
        var folded = Folding.Fold(text);
        for (var m = Pair.Match(folded); m.Success; m = m.NextMatch())
        {
            var words = m.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if ((Lexicon.IsLatinSurname(words[0]) && Lexicon.IsLatinGiven(words[1])) || (Lexicon.IsLatinGiven(words[0]) && Lexicon.IsLatinSurname(words[1])))
            {
                yield return new TextSpan(m.Index, m.Length);
            }
        }
    }
}

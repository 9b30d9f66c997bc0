using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Looks for words, letter by letter, full width or half width.</summary>
internal static class Words
{
    /// <summary>Every occurrence of every word, in the order of the text; of two that overlap, the longer one.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, IEnumerable<string> words)
    {
        var folded = Folding.Fold(text);
        var spans = new List<TextSpan>();
        foreach (var word in words.Where(w => w.Length > 0).Select(Folding.Fold))
        {
            var comparison = Comparison(word);
            for (var i = folded.IndexOf(word, comparison); i >= 0;)
            {
                spans.Add(new TextSpan(i, word.Length));
                i = folded.IndexOf(word, i + word.Length, comparison);
            }
        }

        var kept = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
            }
        }

        return kept;
    }

    /// <summary>Most words have no upper and lower case; looking for them as they are is many times as fast.</summary>
    public static StringComparison Comparison(string word)
    {
        foreach (var c in word)
        {
            if (char.ToUpperInvariant(c) != char.ToLowerInvariant(c))
            {
                return StringComparison.OrdinalIgnoreCase;
            }
        }

        return StringComparison.Ordinal;
    }

    public static string In(this TextSpan span, string text) => text.Substring(span.Start, span.Length);
}

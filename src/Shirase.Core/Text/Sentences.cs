using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>The sentences of a text, without the mark that ends them. A line break ends one too; one inside 「 」 does not end at its marks.</summary>
internal static class Sentences
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        var start = 0;
        var quoted = Quotation.Blank(text);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && quoted[i] is not ('。' or '！' or '？' or '!' or '?' or '\n'))
            {
                continue;
            }

            if (i > start)
            {
                yield return new TextSpan(start, i - start);
            }

            start = i + 1;
        }
    }

    /// <summary>True where the stretch holds one of the words.</summary>
    public static bool Says(this string text, TextSpan span, params ReadOnlySpan<string> words)
    {
        var part = text.AsSpan(span.Start, span.Length);
        foreach (var word in words)
        {
            if (part.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

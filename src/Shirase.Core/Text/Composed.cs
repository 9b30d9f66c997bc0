using System.Text;

namespace Shirase.Core.Text;

/// <summary>Composed form (NFC): a letter and its marks as one code point where there is one.</summary>
public static class Composed
{
    // The framework normalises no text that holds this non-character; nothing composes across it
    private const char Refused = '\uFFFE';

    /// <summary>Half a surrogate pair, which no text from outside should hold, becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = IsWhole(text) ? text : Repaired(text);
        if (whole.Contains(Refused, StringComparison.Ordinal))
        {
            return string.Join(Refused, whole.Split(Refused).Select(Of));
        }

        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static string Repaired(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A telephone number as a text writes it.</summary>
/// <param name="Span">The words.</param>
/// <param name="Digits">Digits alone, starting with 0.</param>
public sealed record PhoneMention(TextSpan Span, string Digits)
{
    private static readonly Regex Pattern = new(
        "([+]81[-ー ]?[(]?0?[)]?|0)[0-9]{1,4}[-ー.() ]?[0-9]{1,4}[-ー.) ]?[0-9]{3,4}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>True for 070, 080 and 090: numbers that persons carry.</summary>
    public bool IsMobile => Digits.Length == 11 && Digits[1] is '7' or '8' or '9' && Digits[2] == '0';

    /// <summary>True for numbers that are offices' by their form: police stations end in 0110; 0120, 0800 and 0570 are free or shared dials.</summary>
    public bool IsOffice => Digits.EndsWith("0110", StringComparison.Ordinal)
        || Digits.StartsWith("0120", StringComparison.Ordinal) || Digits.StartsWith("0800", StringComparison.Ordinal) || Digits.StartsWith("0570", StringComparison.Ordinal);

    public static IReadOnlyList<PhoneMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<PhoneMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var end = m.Index + m.Length;
            var digits = string.Concat(m.Value.Where(char.IsAsciiDigit));
            digits = m.Value.StartsWith("+81", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
            if ((m.Index == 0 || !char.IsAsciiDigit(folded[m.Index - 1]))
                && (end == folded.Length || !char.IsAsciiDigit(folded[end])) && digits.Length is 10 or 11)
            {
                found.Add(new PhoneMention(new TextSpan(m.Index, m.Length), digits));
            }
        }

        return found;
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// An Individual Number (個人番号): twelve digits of which the last is the check digit of the others, by the ordinance under the Number Act.
/// The thirteen digits of a corporation (法人番号) are public.
/// </summary>
internal sealed class PiiMynumber : ICheck
{
    private const int Digits = 12;

    private static readonly Regex Pattern = new(
        "[0-9]{4}([- ]?[0-9]{4}){2}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public string Name => "pii-mynumber";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        foreach (var span in DigitGroups.Alone(subject.Text, Pattern))
        {
            var digits = string.Concat(Folding.Fold(span.In(subject.Text)).Where(char.IsAsciiDigit));
            if (IsNumber(digits) && !DigitGroups.Follow(subject.Text, span, "免許"))
            {
                yield return new Hit(
                    new("個人番号（マイナンバー）の可能性があります。", "This may be an Individual Number (My Number)."),
                    span,
                    null,
                    new("直ちに削除してください。", "Remove it at once."));
            }
        }
    }

    // Weights 2..7, 2..6 from the right of the first eleven digits; the remainder by 11 makes the digit
    private static bool IsNumber(string digits)
    {
        if (digits.Distinct().Take(2).Count() < 2)
        {
            return false;
        }

        var sum = 0;
        for (var n = 1; n < Digits; n++)
        {
            sum += (digits[Digits - 1 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }

        var rest = sum % 11;
        return digits[Digits - 1] - '0' == (rest <= 1 ? 0 : 11 - rest);
    }
}

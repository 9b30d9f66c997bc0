using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Bank accounts behind the word that names them, and card numbers whose check digit is right (gx-13-3-1).</summary>
internal sealed class PiiAccountNumber : ICheck
{
    private static readonly Regex Account = Compile("[0-9]{7,8}|[0-9]{5}[- ][0-9]{7,8}");
    private static readonly Regex Card = Compile("[0-9]{4}([- ]?[0-9]{4}){3}|[0-9]{4}[- ]?[0-9]{6}[- ]?[0-9]{5}");

    public string Name => "pii-account-number";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Accounts of the office, digits only. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        DigitGroups.Alone(subject.Text, Account).Where(s => DigitGroups.Follow(subject.Text, s, "口座", "普通", "（普）", "(普)", "当座", "貯蓄", "記号番号"))
            .Concat(DigitGroups.Alone(subject.Text, Card).Where(s => IsCard(Digits(s, subject.Text))))
            .Where(s => !with.List("allow").Contains(Digits(s, subject.Text), StringComparer.Ordinal))
            .Select(span => new Hit(
                new("口座番号やカードの番号が含まれている可能性があります。", "This may be the number of an account or a card."),
                span,
                null,
                new("削除してください。", "Remove it.")));

    private static string Digits(TextSpan span, string text) => string.Concat(Folding.Fold(span.In(text)).Where(char.IsAsciiDigit));

    // The Luhn digit of ISO/IEC 7812-1; nothing but zeros is an example
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = (digits[^(i + 1)] - '0') * (1 + (i % 2));
            sum += d > 9 ? d - 9 : d;
        }

        return sum % 10 == 0 && digits[0] is >= '2' and <= '6';
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A telephone number has ten digits, or eleven behind 050, 070, 080, 090 and 0800 (gx-13-4-3, ok-5-2-a-1).</summary>
internal sealed class PhoneFormat : ICheck
{
    private static readonly Regex Written = Patterns.Of("(^|[^0-9A-Za-z/-])(?<at>0[0-9]{1,4}([-(][0-9]{1,4}[-)]|[)][0-9]{1,4}-)[0-9]{1,5})($|[^0-9-])");

    public string Name => "phone-format";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        foreach (var span in Written.SpansIn(folded))
        {
            var digits = string.Concat(span.In(folded).Where(char.IsAsciiDigit));
            var expected = digits.StartsWith("0800", StringComparison.Ordinal) || (digits.Length > 2 && digits[1] is '5' or '7' or '8' or '9' && digits[2] == '0') ? 11 : 10;
            if (digits.Length != expected)
            {
                yield return new Hit(
                    new($"電話番号の桁数が合いません（{span.In(subject.Text)}）。", $"The telephone number has the wrong number of digits ({span.In(subject.Text)})."),
                    span,
                    null,
                    new("番号を確かめて直してください。", "Check the number."));
            }
        }
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>An address down to the house number, such as 金沢市広坂1-2-3: whose it is has to be asked (is-3-4-b).</summary>
internal sealed class PiiAddress : ICheck
{
    private static readonly Regex Pattern = new(
        "[\u4E00-\u9FFF]{1,6}[市区町村郡][\u4E00-\u9FFFぁ-んァ-ヶー]{1,12}[0-9]{1,4}(丁目[0-9]{1,4}(番|-)?([0-9]{1,4})?|番地?[0-9]{0,4}|(-[0-9]{1,4}){1,3})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public string Name => "pii-address";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        // Hyphens are typed in many ways; none of them changes the length
        var folded = Folding.Fold(subject.Text).Replace('−', '-').Replace('‐', '-').Replace('–', '-').Replace('ー', '-');
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var span = new TextSpan(m.Index, m.Length);
            yield return new Hit(
                new($"番地までの住所が含まれています（{span.In(subject.Text)}）。", $"This is an address down to the house number ({span.In(subject.Text)})."),
                span,
                null,
                new("番地を削るか、残す必要があるときは理由を入力してください。", "Remove the number or, if it must stand, state a reason."));
        }
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Numbers of driving licences, passports, residence and health insurance cards and pensions behind the word that names them (gx-13-3-1).</summary>
internal sealed class PiiDocumentNumber : ICheck
{
    private static readonly (string[] Words, Regex Number)[] Kinds =
    [
        (["免許証番号", "免許番号", "免許証"], Compile("[0-9]{12}|[0-9]{2}-[0-9]{2}-[0-9]{6}-[0-9]{2}|[0-9]{4} [0-9]{4} [0-9]{4}")),
        (["旅券", "パスポート"], Compile("[A-Z]{2} ?[0-9]{7}")),
        (["在留カード"], Compile("[A-Z]{2} ?[0-9]{8} ?[A-Z]{2}")),
        (["保険証", "被保険者", "保険者番号"], Compile("[0-9]{6,8}")),
        (["年金番号"], Compile("[0-9]{4}-?[0-9]{6}")),
    ];

    public string Name => "pii-document-number";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        from kind in Kinds
        from span in DigitGroups.Alone(subject.Text, kind.Number)
        where DigitGroups.Follow(subject.Text, span, kind.Words)
        select new Hit(
            new("免許証、旅券、在留カードなどの番号が含まれている可能性があります。", "This may be the number of a licence, a passport or another personal document."),
            span,
            null,
            new("削除してください。", "Remove it."));

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}

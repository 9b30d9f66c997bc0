using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A negation of a negation (ないとは限りません), which readers take for its opposite. A hint.</summary>
internal sealed class DoubleNegative : ICheck
{
    private static readonly Regex Pattern = Patterns.Of(
        "[一-龥ぁ-んァ-ヶー]{0,4}(ない|なく|なけれ|ず|ません)(わけで?は|ことは|では|でも|とは|ものでは|ということは|とも)(、)?(ない|なく|ありません|限らない|限りません|言えない|言えません|いえない|いえません|言い切れ(ない|ません))|[一-龥ぁ-んァ-ヶー]{0,4}なく(は|も)(ない|ありません)|ないもの(は|が)(ない|ありません)|(ない|ず)に(は)?(い|お)(られ|か)(ない|ません|れ(ない|ません))|[一-龥ぁ-ん]{0,4}ざるを(得|え)(ない|ません)|[一-龥]ずには(お|い)(か)?(ない|れ(ない|ません))|(不可能|不可|無理|無用|不要|不必要|非公開|未確認)(で|と)は(ない|ありません|言えない|言えません)");

    public string Name => "double-negative";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) => Pattern.SpansIn(Quotation.Blank(subject.Text)).Select(span => new Hit(
        new($"二重否定は読み違えられます（{span.In(subject.Text)}）。", $"A double negation is misread ({span.In(subject.Text)})."),
        span,
        null,
        new("「〜することがあります」「〜してください」のように、肯定の形で書いてください。", "Say it in the affirmative.")));
}

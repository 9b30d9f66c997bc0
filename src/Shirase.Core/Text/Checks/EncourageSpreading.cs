using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Calls to spread a post also spread what turns out wrong.</summary>
internal sealed class EncourageSpreading : ICheck
{
    private static readonly string[] Known =
    [
        "拡散希望", "拡散をお願い", "拡散お願い", "拡散してください", "拡散を希望", "拡散して下さい", "シェアをお願い", "シェアしてください", "シェア希望", "リポストをお願い", "リポストしてください",
        "リツイートをお願い", "リツイートしてください", "RT希望", "広めてください",
    ];

    public string Name => "encourage-spreading";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that call for spreading. Default: a built-in list such as 拡散希望.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        Words.Find(subject.Text, with.List("words") is { Count: > 0 } given ? given : Known)
            .Select(span => new Hit(
                new($"拡散の呼び掛けは誤情報の拡散につながります（{span.In(subject.Text)}）。", $"A call to spread the post spreads errors too ({span.In(subject.Text)})."),
                span,
                null,
                new("呼び掛けを削り、してほしい行動を書いてください。", "Drop it and say what readers should do.")));
}

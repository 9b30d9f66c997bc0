using System.Text.RegularExpressions;
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

    // シェア、リポストして多くの方に知らせてください; 拡散しないでください is the opposite
    private static readonly Regex Call = Patterns.Of(
        "(拡散|シェア|リポスト|リツイート|ＲＴ|RT|転送)((、|・|や|と)(拡散|シェア|リポスト|リツイート|ＲＴ|RT))?(して|を|の)[^。、\n]{0,14}?(ください|下さい|お願い|ほしい|ましょう|希望|広め|届け)[ぁ-ん]{0,4}");

    private static readonly Regex Against = Patterns.Of("ない|控え|やめ|止め|注意|防|禁止|個人情報");

    public string Name => "encourage-spreading";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that call for spreading. Default: a built-in list such as 拡散希望.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        (with.List("words") is { Count: > 0 } given ? Words.Find(subject.Text, given) : Found(subject.Text))
            .Select(span => new Hit(
                new($"拡散の呼び掛けは誤情報の拡散につながります（{span.In(subject.Text)}）。", $"A call to spread the post spreads errors too ({span.In(subject.Text)})."),
                span,
                null,
                new("呼び掛けを削り、してほしい行動を書いてください。", "Drop it and say what readers should do.")));

    private static IEnumerable<TextSpan> Found(string text)
    {
        var known = Words.Find(text, Known);
        return known.Concat(Call.SpansIn(Quotation.Blank(text)).Where(c => !Against.IsMatch(c.In(text)) && !known.Any(k => k.Start < c.End && c.Start < k.End))).OrderBy(s => s.Start);
    }
}

using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A guess at somebody's nationality or race (外国人風): asks whether it is needed to recognise the person.</summary>
internal sealed class DescriptorEthnicity : ICheck
{
    private const string Region = "(東南アジア|東アジア|南アジア|西アジア|アジア|中東|アラブ|アフリカ|欧米|西洋|東洋|ヨーロッパ|欧州|ラテン|南米|中南米|北米|中国|韓国|朝鮮|台湾|日本|米国|ロシア|インド|ネパール|ベトナム|フィリピン|ブラジル|ペルー|パキスタン|スリランカ|イラン|トルコ|[ァ-ヶー]{3,8})";

    private static readonly Regex Pattern = Patterns.Of(
        $"(外国人|外人|異国人|黒人|白人|混血|ハーフ|{Region}人)(風|ふう|っぽい|らしき|らしい|系|のような|のように見える|と(みら|思わ|見ら)れる)"
        + $"|{Region}系(の|と(みら|思わ|見ら)れる)?(外国人|男性|女性|男|女|人物|顔立ち|若者|少年|グループ)"
        + $"|国籍不明の(男|女|人|外国人)|(片言|かたこと|カタコト)の日本語|肌の色?が?(黒い|浅黒い|白い|褐色の)(男|女|人)|{Region}(語|なまり|訛り)(で|の)(話|叫|日本語)[ぁ-ん]{{0,4}}|彫りの深い顔");

    private static readonly Regex Tail = Patterns.Of("(の)?(男性|女性|男|女|人物|若者|少年|グループ)$");

    public string Name => "descriptor-ethnicity";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words to look for besides the built-in patterns (外国人風, アジア系の男, 片言の日本語). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        return Pattern.SpansIn(text).Select(s => s.In(text).Contains('系', StringComparison.Ordinal) ? s with { Length = s.Length - Tail.Match(s.In(text)).Length } : s)
            .Concat(Words.Find(text, with.List("words"))).OrderBy(s => s.Start)
            .Select(span => new Hit(
                new($"国籍や人種を推測する表現です（{span.In(text)}）。必要性を確認してください。", $"This guesses at nationality or race ({span.In(text)}). Make sure that it is needed."),
                span,
                null,
                new("年齢層、身長、服装など、見分けるのに要る特徴だけを書いてください。", "Give age band, height, clothes: only what is needed to recognise the person.")));
    }
}

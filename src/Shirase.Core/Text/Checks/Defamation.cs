using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// A firm or person that is named and called dishonest, without a measure or arrest that was made public. A sort of traders (悪質な業者) is
/// nobody, and whoever is only impersonated (○○銀行を装う) is not accused.
/// </summary>
internal sealed class Defamation : ICheck
{
    private const string Letter = "[一-龥々ァ-ヶーA-Za-z0-9＆&・○〇◯△□]";

    private const string Firm =
        "([「『]?" + Letter + "{1,20}(株式会社|有限会社|合同会社|合資会社|一般社団法人|[(]株[)]|[(]有[)]|㈱|㈲|商店|商会|商事|工務店|リフォーム|不動産|医院|病院|クリニック|整骨院|薬局|銀行|信用金庫|電機|設備|塗装|警備保障|運輸|工房|"
        + "食堂|酒場|居酒屋|旅館|ホテル|学園|学院|保育園|幼稚園|教団|教会)[」』]?|"
        + "(株式会社|有限会社|合同会社)" + Letter + "{1,20}|[「『][^「」『』\\n]{1,24}[」』]という(会社|業者|店|男|女|人物|団体)|[A-Z]社)";

    private const string Person = "([一-龥々ぁ-んァ-ヶー]{2,8}(さん|氏|議員|市長|町長|村長|知事|社長|院長|店長|校長|教諭|医師|弁護士)|(社長|代表|店主|店長|院長|経営者|議員|市長|町長|村長|知事)(の|・|、)?[一-龥々]{2,6})";

    private const string Role = "(の(社長|代表|店主|店長|経営者|社員|従業員|職員|営業担当))?";

    private const string Blame =
        "((万引き|窃盗|犯罪|痴漢|盗撮|詐欺)の?(常習犯|常習者)[ぁ-ん]{1,4}|前科(が|持ち|者)|クレーマーで|(悪質|悪徳|極悪|卑劣|詐欺|違法|ぼったくり|インチキ|いんちき|ペテン|うそつき|嘘つき|無能|犯罪|反社会的|粗悪|不誠実|手抜き|泥棒)(な|の)?"
        + "(商売|営業|業者|会社|企業|店|集団|グループ|組織|師|者|団体|人物|人|男|女|工事|商法|商品)?(です|だと|だ$|である|であり|でした|なので|だから|で有名|ばかり)"
        + "|(悪質|違法|不正|強引|法外|詐欺|詐欺まがい|卑劣|手抜き)(な|の)?[一-龥ァ-ヶー]{0,6}(を|で)(し|行|働|繰り返|続け|請求)|(客|高齢者|住民|市民|人|利用者|県民|消費者|お年寄り|子ども)を(だま|騙|食い物|脅)"
        + "|だま(して|し続けて|し取って)(いる|います|きた|きました)|信用(できない|できません|ならない|なりません|してはいけ)|(横領|着服)し(た|ました|て)|暴力団と(関係|つなが)|ごまかして(いる|います))";

    private static readonly Regex Said = Patterns.Of(
        $"(?<at>(?<who>{Firm}|{Person}){Role}(は|が|も|って|の(商売|やり方|工事|営業|手口|説明)は)、?[^。！？\\n]*?{Blame}[^。！？\\n]*)");

    // A bare name in brackets may be a method (「還付金」は詐欺です): it counts where it is called a trader
    private static readonly Regex Quoted = Patterns.Of(
        $"(?<at>(?<who>[「『]{Letter}{{2,20}}[」』])(は|が)、?[^。！？\\n]*?(悪質|悪徳|詐欺|違法|ぼったくり|インチキ|いんちき)(な|の)?(業者|会社|企業|店|集団|グループ|師|団体)(です|だ|である|なので|だから)[^。！？\\n]*)");

    private static readonly Regex Called = Patterns.Of(
        $"(?<at>(悪質|悪徳|詐欺|違法|ぼったくり|インチキ)(な|の)?(リフォーム|訪問販売|不動産|投資|金融)?(業者|会社|商法|店|集団|グループ)(の|、|・|である|=|＝|:|：)?(?<who>[「『][^「」『』\\n]{{1,24}}[」』]|{Letter}{{1,20}}(株式会社|有限会社|合同会社)|(株式会社|有限会社|合同会社){Letter}{{1,20}}))");

    private static readonly Regex BlameWords = Patterns.Of(Blame);

    // Who is impersonated, helps or warns is not accused; what was made public may be said
    private static readonly Regex Excused = Patterns.Of(
        "を(装|かた|騙り|名乗|称)|と(名乗|称|偽|うそを|嘘を)|なりすま|成り済ま|偽の|偽サイト|偽メール|を名乗る|防[いぎぐ]|防止|未然|見破|協定|協力|感謝状|贈呈|表彰|被害(に遭|を受け|に気|を届)|呼び掛け|呼びかけ|行政処分|業務停止命令|措置命令|改善命令|指示処分|起訴|有罪|逮捕(さ|し)|検挙(さ|し)|公表(さ|し)|狙|ねら|などと|手口|(業者|商法|会社|勧誘|販売|詐欺)に(ご|御)?注意");

    private static readonly Regex Generic = Patterns.Of("^[「『]?(悪質|悪徳|多く|複数|一部|実在|大手|有名|近く|自分|当社|弊社|住宅|訪問|屋根|外壁|高額|無料|格安|民間|地方|都市|ネット|インターネット|投資|ビジネス|総合|動物|公立|市立|県立|闇)");

    public string Name => "defamation";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Names that, in one sentence with a word of blame, are found too. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        foreach (var sentence in Sentences.Of(text))
        {
            var words = Folding.Fold(sentence.In(text));
            if (Excused.IsMatch(words) || SpanIn(words, with.List("words")) is not { } inside)
            {
                continue;
            }

            var span = new TextSpan(sentence.Start + inside.Start, inside.Length);
            yield return new Hit(
                new("特定の者の名誉や信用を傷つけるおそれがあります。", "This may harm the good name of somebody who is named."),
                span,
                null,
                new("名指しをやめて手口だけを書くか、公表された処分や検挙を書いてください。", "Name nobody and describe the method, or state the measure or arrest that was made public."));
        }
    }

    private static TextSpan? SpanIn(string words, IReadOnlyList<string> names)
    {
        foreach (var pattern in new[] { Said, Quoted, Called })
        {
            if (pattern.Match(words) is { Success: true } m && !Generic.IsMatch(m.Groups["who"].Value))
            {
                var at = m.Groups["at"];
                return new TextSpan(at.Index, at.Length);
            }
        }

        return Words.Find(words, names) is { Count: > 0 } named && BlameWords.IsMatch(words) ? new TextSpan(named[0].Start, words.Length - named[0].Start) : null;
    }
}

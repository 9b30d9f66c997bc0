using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// A particular person called the offender. An offender who is not known yet may be called one (犯人が逃走), a named or described person
/// not (犯人の男).
/// </summary>
internal sealed class PresumptionOfInnocence : ICheck
{
    private const string Somebody = "(男性|女性|男子|女子|男|女|少年|少女|会社員|学生|高校生|大学生|老人|住人|人物|氏|さん|容疑者|被疑者)";

    private static readonly Regex Pattern = Patterns.Of(
        "(真犯人|犯人)(である|とみられる|と思われる)?(の|、)?" + Somebody
        + "|(強盗|窃盗|殺人|放火|誘拐|ひき逃げ|通り魔|詐欺|わいせつ|痴漢|盗撮|空き巣|万引き|暴行|傷害|ストーカー|車上ねらい)(犯|魔|犯人)の" + Somebody
        + "|" + Somebody + "(は|が|こそ|も)、?(この|その|今回の|一連の)?[^。、\n]{0,10}(真犯人|犯人|犯罪者|ひき逃げ犯|窃盗犯|強盗犯|放火犯|殺人犯)(だ?と(断定|判明|特定|分か|わか|みて間違い)|に(間違い|違い|相違)|です|だ|である|でした)[ぁ-ん]{0,8}"
        + "|犯人(と断定|であることが(判明|分か|わか)|に間違いありません|に違いありません|だと判明)[ぁ-ん]{0,4}|犯人は、?[^。、\n]{0,16}(に住む|在住の|に勤める|に勤務する|の会社員|の無職|の従業員|の店員|の生徒|の教諭)[^。、\n]{0,10}"
        + "|" + Somebody + "が(盗んだ|奪った|殺した|刺した|放火した|だました)(もの|こと|の)(です|は間違い|に間違い|は明らか|が明らか)[ぁ-ん]{0,8}");

    private static readonly Regex Anybody = Patterns.Of("犯人(役|グループ|隠避|の(男女|人数|特徴|手口|車|逮捕|検挙|情報|声|話|指示|要求))|(装|名乗|かた(る|り)|詐欺の(電話|犯人)|訓練|ドラマ|もし)");

    public string Name => "presumption-of-innocence";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words to look for besides the built-in patterns (犯人の男, 犯人と断定). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        return Sentences.Of(text).Where(s => !Anybody.IsMatch(s.In(own)))
            .SelectMany(s => Pattern.SpansIn(s.In(own)).Select(p => p with { Start = s.Start + p.Start }))
            .Concat(Words.Find(own, with.List("words")))
            .Select(span => Without(span, text))
            .OrderBy(s => s.Start)
            .Select(span => new Hit(
                new($"検挙前の者を犯人と断定しています（{span.In(text)}）。", $"Somebody is called the offender who has not been found guilty ({span.In(text)})."),
                span,
                null,
                new("「男」「関与が疑われる者」など、断定しない表現にしてください。", "Use words that leave it open, such as 「男」 or 「関与が疑われる者」.")));
    }

    // The particle behind the person is no part of the words
    private static TextSpan Without(TextSpan span, string text) =>
        text[span.End - 1] is 'は' or 'が' or 'を' or 'で' && !span.In(text).EndsWith("です", StringComparison.Ordinal) ? span with { Length = span.Length - 1 } : span;
}

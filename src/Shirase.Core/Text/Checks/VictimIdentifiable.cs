using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Combinations by which people who know the place find out who was hurt (gx-13-3-1, gm-5-4-1): a named school with grade, class, sex
/// or age; where the home stands; the employer with the age; a relative or a household.
/// </summary>
internal sealed class VictimIdentifiable : ICheck
{
    private const int Enough = 2, Plenty = 3;

    private static readonly string[] Incident =
    [
        "被害", "声を掛け", "声をかけ", "声かけ", "声掛け", "事案", "事件", "襲わ", "盗撮", "つきまと", "わいせつ", "けが", "負傷", "暴行", "死亡", "亡くな", "事故", "はねられ",
        "行方不明", "行方が", "不審", "触られ", "つかまれ", "連れ去", "虐待", "いじめ", "追いかけ", "搬送", "脅",
    ];

    private static readonly Regex Home = Compile(
        "(自宅|住居|住まい|実家)(の?(アパート|マンション|団地))?[「『][^」』\n]{2,15}[」』]|(自宅|住居|住まい|実家)[のが]ある(?<place>[^、。\n「」（）()]{1,30}(アパート|マンション|団地|住宅|社宅|寮|ハイツ|コーポ|荘))|(自宅|住居|実家)である[^、。\n「」（）()]{2,30}(アパート|マンション|団地|ハイツ|コーポ|荘)");

    private static readonly Regex Employer = Compile(
        "[\u4E00-\u9FFF々ァ-ヴー]{2,14}(株式会社|有限会社|工業|商店|製作所|病院|医院|銀行|信用金庫|建設|食堂|スーパー|店|役場|市役所|小学校|中学校|高校|高等学校|工場)(に勤務する|に勤める|に勤務の|勤務の|の従業員の|の)(?<who>[^、。\n]{0,6}(女性|男性|会社員|店員|従業員|教諭|教員|職員|看護師|アルバイト|パート)[^、。\n(]{0,4}[(][0-9]{1,2}歳?[)])");

    private static readonly Regex Household = Compile(
        "[\u4E00-\u9FFF々ァ-ヴーぁ-ん]{1,8}(町|丁目|地区)[^、。\n]{0,10}の(アパート|マンション|団地)[「『]?[\u4E00-\u9FFF々ァ-ヴー]{2,10}[」』]?[0-9]{3}号室");

    private static readonly string[] Generic = ["市内の", "町内の", "村内の", "県内の", "同じ", "建物", "高層", "集合"];

    public string Name => "victim-identifiable";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that say that somebody was hurt. Default: a built-in list such as 被害, 声をかけ, 事故.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        string[] words = with.List("words") is { Count: > 0 } given ? [.. given] : Incident;
        var told = text.Says(new TextSpan(0, text.Length), words) || subject.Subject.Says(new TextSpan(0, subject.Subject.Length), words);

        // Whose deed it was is asked by juvenile-identifiable
        var deeds = Sentences.Of(text).Where(s => text.Says(s, JuvenileIdentifiable.Deeds)).ToList();
        var spans = SchoolMention.Find(text)
            .Where(s => s.Traits >= (told ? Enough : Plenty) && (s.NamesSchool || s.Traits >= Plenty) && !deeds.Exists(d => d.Start <= s.Span.Start && d.End >= s.Span.End))
            .Select(s => s.Span);
        if (told)
        {
            spans = spans.Concat(Matches(Home, text).Where(s => !IsGeneric(s.In(text)))).Concat(Matches(Employer, text)).Concat(Matches(Household, text));
        }

        return spans.OrderBy(s => s.Start).Select(span => new Hit(
            new($"被害者や児童を推知できる情報です（{span.In(text)}）。", $"Who was hurt could be found out by this ({span.In(text)})."),
            span,
            null,
            new("学校名、学年、組、自宅の場所などを削り、「児童」「市内」のように書いてください。", "Leave out school, grade, class and home; write “a child”, “in the city”.")));
    }

    private static bool IsGeneric(string home) =>
        home.IndexOf("ある", StringComparison.Ordinal) is var at and >= 0 && home[(at + 2)..] is var place
        && (place.Length < 6 || Generic.Any(g => place.StartsWith(g, StringComparison.Ordinal) && place.Length < g.Length + 6));

    private static IEnumerable<TextSpan> Matches(Regex pattern, string text)
    {
        for (var m = pattern.Match(Folding.Fold(text)); m.Success; m = m.NextMatch())
        {
            yield return new TextSpan(m.Index, m.Length);
        }
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}

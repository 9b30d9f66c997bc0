using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A pupil as a text describes one: 仮田小学校3年2組の女子児童（8歳）.</summary>
/// <param name="Span">The words.</param>
/// <param name="Traits">How many of school, grade, class, sex and exact age are told.</param>
/// <param name="NamesSchool">True when the school has a name.</param>
internal sealed record SchoolMention(TextSpan Span, int Traits, bool NamesSchool)
{
    private static readonly Regex Pattern = new(
        "((?<name>[\u4E00-\u9FFF々ヶケァ-ヴー]{1,12})(?<kind>小学校|中学校|高等学校|高校|義務教育学校|特別支援学校|幼稚園|保育園|保育所|こども園|大学|高専))?"
        + "(の|に通う|に在籍する|在籍の)?(?<grade>[0-9一二三四五六]年(生)?|年長|年中|年少)?(の)?(?<class>[0-9A-E一二三四五六]?組)?(の|に通う)?"
        + "(?<sex>女子|男子|女|男)?(?<person>児童|生徒|園児|学生|中学生|高校生|小学生|大学生|児|女児|男児|少女|少年)(?<age> ?[(][0-9]{1,2}歳?[)])?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    // 仮田小3年の女児
    private static readonly Regex Short = new(
        "[\u4E00-\u9FFF々]{2,6}[小中高](の)?[1-6]年(生)?(の)?(?<class>[0-9A-E]組)?(の)?(?<sex>女子|男子)?(児童|生徒|女児|男児|少女|少年)(?<age> ?[(][0-9]{1,2}歳?[)])?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    // 市内の小学校, 同中学校: a school that has no name
    private static readonly string[] NoName =
        ["市内", "町内", "村内", "県内", "区内", "地元", "近隣", "近く", "公立", "私立", "市立", "県立", "町立", "各", "同", "全", "管内", "周辺", "付近", "某", "市町村立", "全国", "地区内", "区域内", "通学先", "母校"];

    public static IReadOnlyList<SchoolMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<SchoolMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var school = m.Groups["name"];
            var named = school.Success && !NoName.Any(n => school.Value.EndsWith(n, StringComparison.Ordinal));
            var sex = m.Groups["sex"].Success || m.Groups["person"].Value is "少女" or "少年" or "女児" or "男児";
            var traits = Count(named) + Count(m.Groups["grade"].Success) + Count(m.Groups["class"].Success) + Count(sex) + Count(m.Groups["age"].Success);
            found.Add(new SchoolMention(new TextSpan(m.Index, m.Length), traits, named));
        }

        for (var m = Short.Match(folded); m.Success; m = m.NextMatch())
        {
            found.RemoveAll(f => f.Span.Start < m.Index + m.Length && f.Span.End > m.Index);
            found.Add(new SchoolMention(new TextSpan(m.Index, m.Length), 3, true));
        }

        return found;
    }

    private static int Count(bool told) => told ? 1 : 0;
}

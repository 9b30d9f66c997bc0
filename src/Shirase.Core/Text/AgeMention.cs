using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>The exact age of a person: 8歳, （35）; not 70歳代, 16歳以上 or 20歳くらい.</summary>
/// <param name="Span">The words: 8歳, or 35 in brackets without 歳.</param>
/// <param name="Years">The age.</param>
internal sealed record AgeMention(TextSpan Span, int Years)
{
    private static readonly Regex Written = Compile("(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4}) ?[歳才]");
    private static readonly Regex Bracketed = Compile("[\u4E00-\u9FFF々ぁ-んァ-ヴー][(](?<n>[0-9]{1,2})[)]");

    // What follows the age of nobody in particular
    private static readonly string[] NotExact =
    [
        "代", "以上", "以下", "未満", "から", "まで", "児健", "前後", "くらい", "ぐらい", "頃", "ごろ", "程度", "位", "超", "を超", "以降", "以前", "時点", "前半", "後半",
        "に達", "に到", "になる", "になった", "になっ", "を迎え", "の誕生日", "の方", "の皆", "の人", "の市民", "の県民", "とな", "~", "〜", "-", "刻",
        "より", "ずつ", "若", "になれば", "で成人", "成人", "を対象", "が対象", "対象", "男女", "児の", "児と", "児ク", "児を", "児か",
    ];

    private static readonly string[] PersonBefore =
        ["男", "女", "男性", "女性", "さん", "氏", "容疑者", "被疑者", "被告", "児童", "生徒", "学生", "園児", "男児", "女児", "少年", "少女", "員", "職", "業", "子", "妻", "夫", "父", "母", "長男", "長女", "高齢者", "者"];

    /// <param name="names">Names of persons in the text: a number in brackets behind one is an age.</param>
    public static IReadOnlyList<AgeMention> Find(string text, IReadOnlyList<TextSpan> names)
    {
        var folded = Folding.Fold(text);
        var found = new List<AgeMention>();
        for (var m = Written.Match(folded); m.Success; m = m.NextMatch())
        {
            if (IsExact(folded, m.Index, m.Index + m.Length))
            {
                found.Add(new AgeMention(new TextSpan(m.Index, m.Length), Number(m.Groups["n"].Value)));
            }
        }

        var ends = names.Select(name => name.End).ToHashSet();
        for (var m = Bracketed.Match(folded); m.Success; m = m.NextMatch())
        {
            var n = m.Groups["n"];
            var before = folded.AsSpan(Math.Max(0, n.Index - 5), Math.Min(5, n.Index) - 1);
            if (n.Length == 2 && (EndsWithPerson(before) || ends.Contains(n.Index - 1)))
            {
                found.Add(new AgeMention(new TextSpan(n.Index, n.Length), Number(n.Value)));
            }
        }

        return found;
    }

    private static bool EndsWithPerson(ReadOnlySpan<char> before)
    {
        foreach (var word in PersonBefore)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExact(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : '\n';
        if (char.IsAsciiDigit(before) || before is '満' or '各' or '~' or '〜' or '-' or '象' or '数' or '第' or '.' or '約')
        {
            return false;
        }

        var behind = text.AsSpan(end);
        foreach (var word in NotExact)
        {
            if (behind.StartsWith(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        // 18歳・19歳, 5歳又は6歳: a list of ages
        behind = behind.TrimStart("・、と又はや及び");
        return behind.Length == 0 || !char.IsAsciiDigit(behind[0]);
    }

    private static int Number(string digits)
    {
        if (int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var n))
        {
            return n;
        }

        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? Digit(digits[^1]) : (ten == 0 ? 10 : Digit(digits[ten - 1]) * 10) + (ten == digits.Length - 1 ? 0 : Digit(digits[^1]));
    }

    private static int Digit(char c) => Math.Max(0, "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal));

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}

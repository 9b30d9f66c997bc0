using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A number with its unit: 500個, 2,000円, 3名.</summary>
/// <param name="Span">The words.</param>
/// <param name="Value">The number without thousands separators.</param>
/// <param name="Unit">The unit; 名 and 人 are one.</param>
public sealed record FigureMention(TextSpan Span, string Value, string Unit)
{
    private static readonly Regex Pattern = new(
        "(?<n>[0-9]{1,3}(,[0-9]{3})+|[0-9]+([.][0-9]+)?)(?<u>万円|億円|円|人|名|件|個|台|本|枚|匹|頭|歳代|歳|か所|カ所|箇所|戸|棟|世帯|キロメートル|メートル|センチメートル|センチ|キロ|パーセント|%)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IReadOnlyList<FigureMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<FigureMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            if (m.Index == 0 || !char.IsAsciiDigit(folded[m.Index - 1]))
            {
                found.Add(new FigureMention(
                    new TextSpan(m.Index, m.Length), m.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), UnitOf(m.Groups["u"].Value)));
            }
        }

        return found;
    }

    private static string UnitOf(string unit) => unit switch
    {
        "名" => "人",
        "カ所" or "箇所" => "か所",
        "センチ" => "センチメートル",
        "%" => "パーセント",
        _ => unit,
    };
}

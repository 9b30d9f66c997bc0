using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Birth dates: a date with 生 or 生まれ behind it, or 生年月日 before it (gx-13-3-1).</summary>
internal sealed class PiiBirthDate : ICheck
{
    private const string Year = "((明治|大正|昭和|平成|令和|[MTSHR]) ?([0-9]{1,2}|元)|[12][0-9]{3})";
    private const string Date = Year + "[年./-] ?[0-9]{1,2}([月./-] ?[0-9]{1,2}日?|月)";

    private static readonly Regex Born = Compile($"(?<date>{Date}) ?生(?<next>まれ)?");
    private static readonly Regex Labelled = Compile($"(生年月日|誕生日)[ :はが]{{0,3}}(?<date>{Date}|[0-9]{{1,2}}月[0-9]{{1,2}}日)");

    public string Name => "pii-birth-date";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        var found = new SortedDictionary<int, TextSpan>();
        for (var m = Born.Match(folded); m.Success; m = m.NextMatch())
        {
            var end = m.Index + m.Length;
            var isOther = !m.Groups["next"].Success && end < folded.Length && folded[end] is '徒' or '活' or '涯' or '放' or '中' or '産' or '命';
            if (!isOther)
            {
                found[m.Index] = new TextSpan(m.Index, m.Length);
            }
        }

        for (var m = Labelled.Match(folded); m.Success; m = m.NextMatch())
        {
            var date = m.Groups["date"];
            found.TryAdd(date.Index, new TextSpan(date.Index, date.Length));
        }

        return found.Values.Select(span => new Hit(
            new($"生年月日が含まれています（{span.In(subject.Text)}）。", $"This is a date of birth ({span.In(subject.Text)})."),
            span,
            null,
            new("削除し、必要なら年代（○歳代）で表してください。", "Remove it; where an age is needed, give the decade.")));
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}

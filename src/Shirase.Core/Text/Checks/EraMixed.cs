using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Years of the era beside Western ones. 令和8年（2026年） names one year twice and is fine (gx-13-2-2).</summary>
internal sealed class EraMixed : ICheck
{
    private static readonly Regex Both = Patterns.Of("(令和|平成|昭和)([0-9０-９]{1,2}|元)年?[ ]?[（(][0-9０-９]{4}年?[）)]|[0-9０-９]{4}年?[ ]?[（(](令和|平成|昭和)([0-9０-９]{1,2}|元)年?[）)]");
    private static readonly Regex Era = Patterns.Of("(令和|平成|昭和)([0-9０-９]{1,2}|元)年");
    private static readonly Regex Western = Patterns.Of("(^|[^0-9０-９])(?<at>(19|20|１９|２０)[0-9０-９]{2}年)");

    public string Name => "era-mixed";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var both = Both.SpansIn(subject.Text).ToList();
        var alone = new[] { Era, Western }.Select(p => p.SpansIn(subject.Text).FirstOrDefault(s => !both.Exists(b => b.Start <= s.Start && s.Start < b.End))).ToList();
        if (alone.TrueForAll(s => s.Length > 0))
        {
            var later = alone.MaxBy(s => s.Start);
            yield return new Hit(
                new($"和暦と西暦が混ざっています（{later.In(subject.Text)}）。", $"Years of the era and Western years are mixed ({later.In(subject.Text)})."),
                later,
                null,
                new("どちらかにそろえるか、「令和8年（2026年）」のように両方を書いてください。", "Use one of them, or both together as in 令和8年（2026年）."));
        }
    }
}

using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;

namespace Shirase.Core.Tests.Text.Corpus;

/// <summary>What the checks found in texts, held against what they should find.</summary>
internal sealed class Tally(IReadOnlyList<string> rules, IReadOnlySet<string> hardInSamples, IReadOnlySet<string> hardInFiles)
{
    private readonly Dictionary<string, ICheck> _checks = TextChecks.All.Where(c => rules.Contains(c.Name)).ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, string Source), int[]> _counts = [];

    public List<string> Missed { get; } = [];

    public List<string> Extra { get; } = [];

    /// <summary>Clean texts in which a rule that refuses or holds found something.</summary>
    public List<string> Disturbed { get; } = [];

    public bool Has(string rule) => _checks.ContainsKey(rule);

    public (int Found, int Missed, int Extra) Of(string rule, string source) =>
        _counts.TryGetValue((rule, source), out var n) ? (n[0], n[1], n[2]) : (0, 0, 0);

    public void Add(CorpusText text)
    {
        foreach (var rule in rules)
        {
            var expected = text.Expected.Where(e => e.Rule == rule).Select(e => e.Words).ToList();
            var hits = _checks.TryGetValue(rule, out var check) ? check.Find(text.Subject, Parameters.None).Select(h => Words(h, text)).ToList() : [];
            foreach (var words in expected)
            {
                var isFound = words.Length == 0 ? hits.Count > 0 : hits.Contains(words);
                Count(rule, text.Source)[isFound ? 0 : 1]++;
                if (!isFound && check is not null)
                {
                    Missed.Add($"| {text.Id} | {rule} | {Cell(words)} | {Cell(string.Join(" / ", hits))} |");
                }
            }

            var hard = text.IsComplete ? hardInFiles : hardInSamples;

            // In a sample that is not clean, more than the listed minimum may be found
            if (hits.Count > 0 && expected.Count == 0 && (text.IsComplete || (text.IsClean && hard.Contains(rule))))
            {
                Count(rule, text.Source)[2]++;
                Extra.Add($"| {text.Id} | {rule} | {Cell(string.Join(" / ", hits))} |");
            }

            if (hits.Count > 0 && text.IsClean && hard.Contains(rule))
            {
                Disturbed.Add($"{text.Id}: {rule} 「{string.Join(" / ", hits)}」");
            }
        }
    }

    private static string Words(Hit hit, CorpusText text) => hit.Span is { } s ? text.Subject.Text.Substring(s.Start, s.Length) : hit.FieldWords ?? "";

    private static string Cell(string words) =>
        string.Concat(words.Replace('\n', ' ').Select(c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format || c == '|' ? $"U+{(int)c:X4}" : c.ToString()));

    private int[] Count(string rule, string source)
    {
        if (!_counts.TryGetValue((rule, source), out var n))
        {
            _counts[(rule, source)] = n = new int[3];
        }

        return n;
    }
}

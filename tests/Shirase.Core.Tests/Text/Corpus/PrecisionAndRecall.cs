using System.Globalization;
using System.Text;
using Xunit;

namespace Shirase.Core.Tests.Text.Corpus;

/// <summary>Precision and recall by rule over the samples and the invented texts; the figures stand in docs/text-checks-figures.md.</summary>
public sealed class PrecisionAndRecall
{
    private static readonly string[] Sources = ["samples", "first", "second"];

    [Fact]
    public void Given_a_clean_text_When_checked_Then_no_rule_refuses_or_holds_it() => Assert.Empty(Tallied().Tally.Disturbed);

    [Fact]
    public void Given_the_corpus_When_counted_Then_it_is_large_and_half_clean()
    {
        var texts = CorpusText.Of("first").Concat(CorpusText.Of("second")).ToList();

        Assert.True(texts.Count >= 300, $"{texts.Count} texts");
        Assert.InRange(texts.Count(t => t.IsClean), texts.Count * 4 / 10, texts.Count * 6 / 10);
        Assert.Equal(texts.Count, texts.Select(t => t.Subject.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(CorpusText.Of("second").Count, texts.Count * 4 / 10, texts.Count * 6 / 10);
    }

    [Fact]
    public void Given_all_texts_When_checked_Then_precision_and_recall_are_those_of_the_page()
    {
        var page = Page();
        var file = Path.Combine(Repository(), "docs", "text-checks-figures.md");
        if (Environment.GetEnvironmentVariable("SHIRASE_WRITE") == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page);
    }

    private static (Tally Tally, IReadOnlyList<string> Rules, IReadOnlyList<CorpusText> Texts) Tallied()
    {
        var rules = CorpusText.Rules();
        var names = rules.Select(r => r.Id).Concat(
            CorpusText.Of("first").Concat(CorpusText.Of("second")).SelectMany(t => t.Expected.Select(e => e.Rule))).Distinct(StringComparer.Ordinal).ToList();
        var tally = new Tally(names, rules.Where(r => r.Severity is "block" or "error").Select(r => r.Id).ToHashSet(StringComparer.Ordinal), Hard());
        IReadOnlyList<CorpusText> texts = [.. CorpusText.Samples(), .. CorpusText.Of("first"), .. CorpusText.Of("second")];
        foreach (var text in texts)
        {
            tally.Add(text);
        }

        return (tally, names, texts);
    }

    // What a shipped regulation lets refuse or hold
    private static HashSet<string> Hard() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository(), "regulations"), "*.yaml").SelectMany(f => CorpusText.ChecksOf(f))
            .Where(c => c.Effect is "refuse" or "hold").Select(c => c.Check),
    ];

    private static string Page()
    {
        var (tally, rules, texts) = Tallied();
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Text checks: precision and recall

            Written by the test `PrecisionAndRecall` (`SHIRASE_WRITE=1`), which fails when the figures are others. Without MeCab.

            - **samples**: {texts.Count(t => t.Source == "samples")} sample messages of the domain; what they expect is a minimum, so that only findings in clean ones that would refuse
              or hold count as extra.
            - **first**: {texts.Count(t => t.Source == "first")} invented texts, written while the rules were made.
            - **second**: {texts.Count(t => t.Source == "second")} invented texts, written after the rules about personal data were frozen. When they were first run, precision was
              0.88 and recall 0.89 over all rules, and 0.97 and 0.87 over those about personal data (58 found, 9 missed, 2 extra). What the misses showed
              in general was repaired afterwards, so that these texts are no longer unseen: today's figures are better than a new text may expect.

            {texts.Count(t => t.Source != "samples" && t.IsClean)} of the invented texts are clean. found: expected and found; missed: expected and not found at these words; extra: found
            although nothing of the rule was expected. Precision is found / (found + extra), recall found / (found + missed).

            | rule | samples: found, missed, extra | first | second | precision | recall |
            |---|---|---|---|---|---|

            """);
        var sum = (Found: 0, Missed: 0, Extra: 0);
        foreach (var rule in rules.Where(tally.Has).Order(StringComparer.Ordinal))
        {
            var counts = Sources.Select(s => tally.Of(rule, s)).ToList();
            var all = (Found: counts.Sum(c => c.Found), Missed: counts.Sum(c => c.Missed), Extra: counts.Sum(c => c.Extra));
            sum = (sum.Found + all.Found, sum.Missed + all.Missed, sum.Extra + all.Extra);
            page.Append(CultureInfo.InvariantCulture, $"| `{rule}` | {Cells(counts)} | {Share(all.Found, all.Extra)} | {Share(all.Found, all.Missed)} |\n");
        }

        var second = rules.Where(tally.Has).Select(r => tally.Of(r, "second")).ToList();
        page.Append(CultureInfo.InvariantCulture, $"| **all** | {sum.Found}, {sum.Missed}, {sum.Extra} in all | | | {Share(sum.Found, sum.Extra)} | {Share(sum.Found, sum.Missed)} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| **second alone** | | | | {Share(second.Sum(c => c.Found), second.Sum(c => c.Extra))} | {Share(second.Sum(c => c.Found), second.Sum(c => c.Missed))} |\n");
        page.Append("\n## Missed\n\n| text | rule | expected | found instead |\n|---|---|---|---|\n").AppendJoin("\n", tally.Missed);
        page.Append("\n\n## Extra\n\n| text | rule | found |\n|---|---|---|\n").AppendJoin("\n", tally.Extra);
        var none = rules.Where(r => !tally.Has(r)).Order(StringComparer.Ordinal).ToList();
        page.Append(none.Count == 0 ? "\n" : $"\n\n## Rules without a check of this name\n\n{string.Join(", ", none.Select(r => $"`{r}`"))}\n");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Cells(IEnumerable<(int Found, int Missed, int Extra)> counts) =>
        string.Join(" | ", counts.Select(c => c == (0, 0, 0) ? "–" : $"{c.Found}, {c.Missed}, {c.Extra}"));

    private static string Share(int part, int rest) =>
        part + rest == 0 ? "–" : ((double)part / (part + rest)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shirase.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

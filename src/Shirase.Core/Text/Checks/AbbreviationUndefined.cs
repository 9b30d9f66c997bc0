using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Latin abbreviations that are not explained where they stand first (gx-13-2-2).</summary>
internal sealed class AbbreviationUndefined : ICheck
{
    private static readonly WordList Known = new("known-abbreviations");

    public string Name => "abbreviation-undefined";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [new("words", ParameterKind.List, false, "Abbreviations that readers know besides the built-in ones (SNS, ATM, AED). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var folded = Folding.Fold(text);
        var others = UrlExtractor.Find(text).Select(u => new TextSpan(u.Start, u.Length)).Concat(HashtagExtractor.Find(text).Select(t => new TextSpan(t.Start, t.Length))).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in CharacterRuns.Of(folded, c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_' or '#'))
        {
            var word = run.In(folded);
            var isWord = word.Length is >= 2 and <= 8 && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && word.Count(char.IsAsciiLetterUpper) >= 2;
            if (!isWord || !seen.Add(word) || others.Exists(o => run.Start < o.End && o.Start < run.End) || IsKnown(word, with) || IsExplained(folded, run))
            {
                continue;
            }

            yield return new Hit(
                new($"略語「{word}」の説明がありません。", $"The abbreviation {word} is not explained."),
                run,
                null,
                new("初めに出るところで、正式な名前か意味を（）で添えてください。", "Add its full name or meaning in brackets where it stands first."));
        }
    }

    private static bool IsKnown(string word, Parameters with) => Known.Contains(word) || with.List("words").Contains(word, StringComparer.OrdinalIgnoreCase);

    // DV（配偶者などからの暴力）, 配偶者などからの暴力（DV）
    private static bool IsExplained(string text, TextSpan run) =>
        (run.End < text.Length && text[run.End] == '(' && run.End + 1 < text.Length && !char.IsAsciiLetterOrDigit(text[run.End + 1]))
        || (run.Start > 0 && text[run.Start - 1] == '(' && run.End < text.Length && text[run.End] == ')');
}

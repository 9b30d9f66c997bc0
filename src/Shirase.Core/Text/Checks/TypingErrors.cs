using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Slips of the keyboard: a particle or a mark typed twice, a syllable left out of a common ending, brackets that do not close (gx-13-4-3).</summary>
internal sealed class TypingErrors : ICheck
{
    private const string Twice = "をがにでへ", Marks = "、。「」【】";
    private static readonly string[] Unlikely = ["をに", "をが", "がを", "にを", "へを", "をへ"];
    private static readonly WordList Slips = new("typing-errors");

    public string Name => "typing-errors";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("pairs くだいさ=ください, お願いたします=お願いいたします")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        foreach (var (span, mend) in Doubled(text).Select(s => (s, MendOf(s.In(text)))).Concat(Slips.Matches(text, with)).OrderBy(h => h.Item1.Start))
        {
            yield return new Hit(
                new($"入力の誤りではありませんか（{span.In(text)}）。", $"Is this a slip of the keyboard ({span.In(text)})?"),
                span,
                null,
                mend is null ? new("確かめて直してください。", "Check it.") : new($"「{mend}」に直してください。", $"Write {mend}."),
                mend);
        }

        foreach (var (open, close) in new[] { ('「', '」'), ('（', '）'), ('【', '】') })
        {
            if (text.Count(c => c == open) != text.Count(c => c == close))
            {
                var one = text.IndexOfAny([open, close]);
                yield return new Hit(
                    new($"括弧「{open}{close}」の数が合いません。", $"The brackets {open}{close} do not match."),
                    new TextSpan(one, 1),
                    null,
                    new("括弧の始まりと終わりを確かめてください。", "Check where they open and close."));
            }
        }
    }

    private static IEnumerable<TextSpan> Doubled(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var (c, next) = (text[i], text[i + 1]);
            if (Marks.Contains(c, StringComparison.Ordinal) && (next == c || (c, next) is ('、', '。') or ('。', '、')))
            {
                var start = i;
                while (i + 1 < text.Length && text[i + 1] is '、' or '。' or '「' or '」' or '【' or '】' && Marks.Contains(c, StringComparison.Ordinal) && (text[i + 1] == c || c is '、' or '。'))
                {
                    i++;
                }

                yield return new TextSpan(start, i - start + 1);
            }
            else if (i > 0 && IsWord(text[i - 1]) && ((next == c && Twice.Contains(c, StringComparison.Ordinal)) || (i + 2 < text.Length && IsWord(text[i + 2]) && Unlikely.Contains(text.Substring(i, 2), StringComparer.Ordinal))))
            {
                yield return new TextSpan(i++, 2);
            }
        }
    }

    private static bool IsWord(char c) => c is (>= '一' and <= '龥') or (>= 'ァ' and <= 'ヶ') or 'ー';

    // A sign typed twice stands once; which of two particles was meant is for the author
    private static string? MendOf(string words) => words.Length > 1 && words.All(c => c == words[0]) ? words[..1] : words is "、。" or "。、" ? "。" : null;
}

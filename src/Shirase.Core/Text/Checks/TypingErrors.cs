using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Slips of the keyboard: a particle or a mark typed twice, a syllable left out of a common ending, brackets that do not close (gx-13-4-3).</summary>
internal sealed class TypingErrors : ICheck
{
    private static readonly Regex Doubled = Patterns.Of("[一-龥ァ-ヶー](?<at>をを|がが|にに|でで|へへ|はは、)|(?<at>、、+|。。+|、。|。、|「「|」」|【【|】】)|(?<at>をに|をが|がを|にを|へを|をへ)[一-龥]|(?<at>(です|ました|ください)(です|ます)|ますです)");
    private static readonly WordList Slips = new("typing-errors");

    public string Name => "typing-errors";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("pairs くだいさ=ください, お願いたします=お願いいたします")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        foreach (var (span, mend) in Doubled.SpansIn(text).Select(s => (s, MendOf(s.In(text)))).Concat(Slips.Matches(text, with)).OrderBy(h => h.Item1.Start))
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

    // A sign typed twice stands once; which of two particles was meant is for the author
    private static string? MendOf(string words) => words.Length > 1 && words.All(c => c == words[0]) ? words[..1] : words is "はは、" ? "は、" : words is "、。" or "。、" ? "。" : null;
}

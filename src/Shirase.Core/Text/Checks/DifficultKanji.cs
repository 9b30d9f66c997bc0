using System.Buffers;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Kanji outside the list for general use, without their reading. Names of places and offices are left alone (gx-13-2-2).</summary>
internal sealed class DifficultKanji : ICheck
{
    private static readonly HashSet<char> General = [.. Resource.Lines("joyo-kanji").SelectMany(l => l)];

    /// <summary>Kanji of names of prefectures, and signs that behave like kanji.</summary>
    private const string Also = "々〆ヶ阪奈岡熊梨阜埼茨栃媛鹿畿韓叱";

    private static readonly SearchValues<char> PlaceMarks = SearchValues.Create("市町村区郡県都府署駅川山湖沼橋峠寺城線港園館校院荘丘原島岳沢谷野通");

    public string Name => "difficult-kanji";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Words with such kanji that readers know, such as names of places. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var allowed = Words.Find(text, with.List("allow"));
        foreach (var run in CharacterRuns.Of(text, c => c is >= '一' and <= '\u9FFF'))
        {
            var words = run.In(text);
            var place = words.AsSpan().LastIndexOfAny(PlaceMarks);
            var hard = Enumerable.Range(0, words.Length).FirstOrDefault(i => i > place && !General.Contains(words[i]) && !Also.Contains(words[i], StringComparison.Ordinal), -1);
            if (hard < 0 || allowed.Any(a => a.Start <= run.Start + hard && run.Start + hard < a.End) || HasReading(text, run.End))
            {
                continue;
            }

            var span = new TextSpan(run.Start + hard, 1);
            yield return new Hit(
                new($"「{words[hard]}」は常用漢字ではありません。", $"The kanji {words[hard]} is outside the list for general use."),
                span,
                null,
                new("仮名で書くか、読みを（）で添えてください。", "Write it in kana, or add its reading in brackets."));
        }
    }

    private static bool HasReading(string text, int at) =>
        at + 1 < text.Length && text[at] is '（' or '(' && text[at + 1] is (>= 'ぁ' and <= 'ん') or (>= 'ァ' and <= 'ヶ');
}

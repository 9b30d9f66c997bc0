using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words of the trade that readers do not know, each with a plain one (gx-13-2-2).</summary>
internal sealed class Jargon : ICheck
{
    private static readonly string[] Known =
    [
        "マル被=被疑者", "マル害=被害者", "マル目=目撃者", "マル暴=暴力団", "マル走=暴走族", "マル少=少年", "職質=職務質問", "緊配=緊急配備",
        "ガサ=捜索", "現逮=現行犯逮捕", "通逮=通常逮捕", "緊逮=緊急逮捕", "現着=現場に到着", "特異行方不明者=行方不明の方", "事案主管課=担当課",
        "人定=身元", "面割=写真などによる確認", "受傷=けが", "轢過=ひかれること", "臨場=現場に向かうこと", "入電=通報",
    ];

    public string Name => "jargon";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Pairs “word=plain word”. Default: a built-in list such as マル被=被疑者.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var pairs = (with.List("words") is { Count: > 0 } given ? given : Known)
            .Select(p => p.Split('=', 2))
            .ToLookup(p => Folding.Fold(p[0]), p => p.Length > 1 ? p[1] : null, StringComparer.OrdinalIgnoreCase);
        foreach (var span in Words.Find(subject.Text, pairs.Select(p => p.Key)))
        {
            var word = span.In(subject.Text);
            var plain = pairs[Folding.Fold(word)].First();
            yield return new Hit(
                new($"「{word}」は一般に伝わらない用語です。", $"“{word}” is a word of the trade that readers do not know."),
                span,
                null,
                plain is null
                    ? new("分かりやすい言葉に言い換えてください。", "Say it in plain words.")
                    : new($"「{plain}」などと言い換えてください。", $"Say “{plain}” or the like."),
                plain);
        }
    }
}

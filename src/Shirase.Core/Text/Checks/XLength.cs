using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>X's own limit: the weighted length, in which every address counts 23 (gx-13-2-1, gx-13-2-3).</summary>
internal sealed class XLength : ICheck
{
    public string Name => "x-length";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("max", ParameterKind.Number, false, "Largest weighted length. Default: 280.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var max = with.Number("max", WeightedCount.Limit);
        if (!ShortPost.Is(subject) || WeightedCount.Measure(subject.Text, max) is not { Weight: var weight } measured || weight <= max)
        {
            yield break;
        }

        // Places in the composed form are places in the text only where the two are the same
        var isSame = Composed.Of(subject.Text).Length == subject.Text.Length;
        yield return new Hit(
            new(
                $"Xの上限を超えています（X換算{weight}／{max}、{weight - max}超過）。",
                $"Longer than X allows (weighted length {weight} of {max}, {weight - max} too many)."),
            isSame ? new TextSpan(measured.FitsUntil, subject.Text.Length - measured.FitsUntil) : null,
            isSame ? null : "body",
            new(
                "本文を短くしてください。全角文字は2、半角英数字は1、URLは長さにかかわらず23と数えます。",
                "Shorten the text. Full-width characters count 2, half-width ones 1, an address 23 whatever its length."));
    }
}

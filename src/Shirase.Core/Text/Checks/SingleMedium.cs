using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What is for wide notice goes out on several media (to-5-3-1).</summary>
internal sealed class SingleMedium : ICheck
{
    public string Name => "single-medium";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("min_media", ParameterKind.Number, false, "Media that suffice for wide notice, the accounts counted as one. Default: 2.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content?.Plan is { IsWide: true } plan && plan.Others.Count + 1 < with.Number("min_media", 2))
        {
            yield return new Hit(
                new("広く周知するのに、ソーシャルメディアのほかに使う媒体がありません。", "It is for wide notice, and no other medium carries it."),
                null,
                "media-plan",
                new("公式ホームページ、メール、報道発表、印刷物のうち併せて使うものを選ぶか、一つでよい理由を書いてください。", "Tick another medium – website, mail, press release, print – or say why one suffices."));
        }
    }
}

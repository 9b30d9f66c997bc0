using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Hashtags of prostitution, drugs and the like: platforms freeze accounts that use them, even in a warning (an account of a prefectural police, 2021).</summary>
internal sealed class HashtagPlatformRisk : ICheck
{
    private static readonly HashSet<string> Known = [.. Resource.Lines("risky-hashtags").SelectMany(l => l.Split(' '))];
    private static readonly string[] Offers = ["募集", "希望", "募集中", "垢", "女子", "男子", "仲介", "販売", "買取", "相手募集"];

    public string Name => "hashtag-platform-risk";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("援交, 裏垢, 手押し")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) => HashtagExtractor.Find(subject.Text)
        .Where(t => IsRisky(Folding.Fold(t.Tag).ToLowerInvariant(), with.List("words")))
        .Select(t => new Hit(
            new($"アカウント凍結のおそれがあるハッシュタグです（#{t.Tag}）。", $"This hashtag may get the account frozen (#{t.Tag})."),
            new TextSpan(t.Start, t.Length),
            null,
            new("ハッシュタグにせず、「」で囲むなどしてください。", "Write the word without the sign, for example in 「 」."),
            $"「{t.Tag}」"));

    private static bool IsRisky(string tag, IReadOnlyList<string> more) =>
        Is(tag, more) || Offers.Any(o => tag.EndsWith(o, StringComparison.Ordinal) && Is(tag[..^o.Length], more));

    private static bool Is(string tag, IReadOnlyList<string> more) => Known.Contains(tag) || more.Contains(tag, StringComparer.OrdinalIgnoreCase);
}

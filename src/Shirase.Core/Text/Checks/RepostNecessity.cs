using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The application says why the repost is needed (gx-8-2-3).</summary>
internal sealed class RepostNecessity : ICheck
{
    private const int Default = 10;

    public string Name => "repost-necessity";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("min", ParameterKind.Number, false, "Least number of characters of the reason. Default: 10.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var min = with.Number("min", Default);
        if (subject is { Kind: PostKind.Repost, Content: { } content } && LiteralCount.Of(content.Necessity.Trim()) is var count && count < min)
        {
            yield return new Hit(
                count == 0
                    ? new("リポストを必要とする理由がありません。", "The reason why the repost is needed is missing.")
                    : new($"リポストを必要とする理由が短すぎます（{count}文字）。", $"The reason why the repost is needed is too short ({count} characters)."),
                null,
                "necessity",
                new($"{min}文字以上で入力してください。", $"Enter at least {min} characters."));
        }
    }
}

using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every post belongs to a category that the published policy of its accounts names, or says that it lies outside (ok-4-3-u-2, to-5-1-a-2).</summary>
internal sealed class PolicyCategoryMissing : ICheck
{
    public string Name => "policy-category-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        // Without a policy on record there is nothing to choose from; the gate speaks of that
        if (subject.Content is not { } content || subject.PolicyCategories.Count == 0 || content.Category == PostContent.OutsidePolicy)
        {
            yield break;
        }

        if (content.Category is not { Length: > 0 } chosen)
        {
            yield return new Hit(
                new("発信する内容の分類が選ばれていません。", "The category of the content has not been chosen."),
                null,
                "category",
                new("運用ポリシーの分類から選んでください。", "Choose one of the categories of the policy."));
        }
        else if (subject.PolicyCategories.Any(p => !p.Contains(chosen, StringComparer.Ordinal)))
        {
            yield return new Hit(
                new($"「{chosen}」は、選んだアカウントの運用ポリシーの発信内容にありません。", $"The policy of a chosen account does not name \"{chosen}\"."),
                null,
                "category",
                new("分類を選び直すか、アカウントを分けてください。", "Choose another category, or file one application for each account."));
        }
    }
}

/// <summary>What lies outside the categories of the published policy (ok-4-3-u-2, to-5-1-a-2).</summary>
internal sealed class PolicyCategory : ICheck
{
    public string Name => "policy-category";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("called", ParameterKind.Text, false, "What the choice beside the categories is called. Default: 範囲外（理由）."),
        new("called_en", ParameterKind.Text, false, "The same in English. Default: Outside (reason)."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content?.Category == PostContent.OutsidePolicy)
        {
            yield return new Hit(
                new("運用ポリシーの発信内容に当たりません。", "It is none of what the policy says is posted."),
                null,
                "category",
                new("この内容を発信する理由を入力してください。決裁する人に示します。", "Say why it is posted all the same; those who decide read it."));
        }
    }
}

using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>
/// What the published policies of the chosen accounts say of a draft, when it is filed: nobody shall decide on what the gate would
/// refuse anyway. Pure.
/// </summary>
public static class PolicyRules
{
    /// <summary>Why it cannot be filed for these accounts, or null.</summary>
    /// <param name="policies">What the policy of each chosen account says; null for an account without one, which the gate names.</param>
    public static Refusal? Refuse(PostContent content, Regulation regulation, IReadOnlyList<PolicyFacts?> policies) =>
        policies.OfType<PolicyFacts>().Select(p => Refuse(content, regulation, p)).FirstOrDefault(r => r is not null);

    private static Refusal? Refuse(PostContent content, Regulation regulation, PolicyFacts policy)
    {
        if (content.Kind == PostKind.Repost && regulation.Gate("repost-policy") is { } repost && !policy.MayRepost)
        {
            return new PolicyHasNoReposts(repost.Clause);
        }

        if (content.Ground is not null && regulation.Gate("emergency-clause") is { } emergency)
        {
            return policy.Cases().Count == 0 ? new PolicyHasNoEmergencyClause(emergency.Clause)
                : policy.Cases().Contains(content.EmergencyCase ?? "") ? null
                : new EmergencyCaseNotChosen(policy.Cases(), emergency.Clause);
        }

        return content is { Ground: null, DesiredAt: { } at } && regulation.Gate("policy-hours") is { } gate
            && PublishGate.HoursOf(regulation, policy) is { } hours && !hours.Contains(at)
            ? new OutsidePolicyHours(hours.Hours, gate.Clause)
            : null;
    }
}

public sealed record PolicyHasNoReposts(string? By) : Refusal(new Localized(
    "運用ポリシーに再投稿の定めがありません。自らの投稿として書いてください。", "The policy does not provide for reposts. Write a post of your own."), By);

public sealed record PolicyHasNoEmergencyClause(string? By) : Refusal(new Localized(
    "運用ポリシーに緊急時の定めがありません。勤務時間内かつ運用時間内を指定してください。", "The policy has no emergency clause. Choose a time within duty and operating hours."), By);

public sealed record EmergencyCaseNotChosen(IReadOnlyList<string> Cases, string? By) : Refusal(new Localized(
    $"運用ポリシーに定めた場合（{string.Join('、', Cases)}）のどれに当たるかを選んでください。", $"Choose which case of the policy it is ({string.Join(", ", Cases)})."), By);

public sealed record OutsidePolicyHours(string Hours, string? By) : Refusal(new Localized(
    $"勤務時間内かつ運用時間内（{Hours}）を指定してください。", $"Choose a time within duty and operating hours ({Hours})."), By);

using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>What the gate knows of the policy that the account publishes.</summary>
/// <param name="Adopted">Words of the version that holds now; null while none was adopted.</param>
/// <param name="Seen">Words of the newest version that the system itself saw on the website; null while it saw none.</param>
/// <param name="IsStartSeen">True when the notice of the start of use was seen there.</param>
/// <param name="IsListed">True when the list of official accounts was seen there with this one on it.</param>
/// <param name="IsWebsite">True for the official website itself, which needs no policy of its own.</param>
public sealed record PublicPolicyFacts(PolicyText? Adopted, PolicyText? Seen, bool IsStartSeen, bool IsListed, bool IsWebsite);

// The line that asks whether the public can read the policy of the account (gx-4-1, gx-5-1, is-2-2-b, is-2-2-c)
public static partial class PublishGate
{
    private static readonly Localized PolicyTitle = new("公表した運用ポリシー", "Published policy");

    private static (Localized, Localized, Localized?) PublicPolicy(Regulation r, GateFacts f)
    {
        var mend = new Localized("アカウントの「公表する運用ポリシー」の画面で済ませてください。", "Complete it on the page of the account's published policy.");
        return PolicyTrouble(r, f) is { } trouble ? (PolicyTitle, trouble.Detail, mend)
            : (PolicyTitle, f.PublicPolicy?.IsWebsite == true ? new("公式ホームページのため不要です", "Not needed: this is the official website") : new("公表済み", "Published"), null);
    }

    private static (Localized Detail, string? Clause)? PolicyTrouble(Regulation r, GateFacts f)
    {
        var asked = r.Gate("public-policy");
        if (asked is null || f.PublicPolicy?.IsWebsite == true)
        {
            return null;
        }

        if (f.PublicPolicy?.Adopted is not { } text)
        {
            return (new("運用ポリシーが未策定です", "No policy was adopted for this account"), asked.Clause);
        }

        if (asked.With.Flag("start") && !f.PublicPolicy.IsStartSeen)
        {
            return (new("運用開始の掲載が確認できていません", "The notice of the start of use was not seen on the website"), r.ClauseFor("verb:announce-start"));
        }

        if (asked.With.Flag("seen"))
        {
            if (f.PublicPolicy.Seen is not { } seen)
            {
                return (new("運用ポリシーの掲載が確認できていません", "The policy was not seen on the website"), r.ClauseFor("verb:prove-policy"));
            }

            text = seen;
        }

        if (asked.With.Flag("listed") && !f.PublicPolicy.IsListed)
        {
            return (new("ホームページでのアカウント明示が未確認です", "The account was not seen on the list of official accounts on the website"), r.ClauseFor("verb:prove-listing"));
        }

        return PublishedClasses.Unnamed(r, text, f.Application.Current.Content.ContentClass) is (var block, var name)
            ? (new($"公表した運用ポリシーの発信内容に「{name}」がありません", $"The published policy does not name \"{name}\" among what is posted"), block.Clause)
            : null;
    }
}

using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>The comparison of risks that an account on another than the usual platform needs.</summary>
/// <param name="Newest">The newest one; null where none was made.</param>
public sealed record ComparisonFacts(PlatformAssessment? Newest);

// The line that asks whether the platform may still be used
public static partial class PublishGate
{
    private static (Localized, Localized, Localized?) Measures(Regulation r, GateFacts f)
    {
        var title = new Localized("リスクの比較評価と防止策", "Comparison of risks and measures");
        if (f.Comparison is not { } comparison)
        {
            return (title, new("比較評価を要しません", "No comparison needed"), null);
        }

        if (comparison.Newest?.HoldsOn(f.Now.JapanDay()) is not true)
        {
            return (title,
                comparison.Newest is { ReopenedAt: not null } reopened
                    ? new($"比較評価が開き直されています（{reopened.ReopenedWhy}）", $"The comparison was reopened ({reopened.ReopenedWhy})")
                    : new("有効な比較評価がありません", "No comparison is in force"),
                new("所属で比較評価表を作り直し、所属長が署名してください。", "The unit has to fill in the sheet anew, and its head to sign it."));
        }

        var names = comparison.Newest.Unconfirmed().Select(m => m.Measure).ToList();
        return names.Count == 0
            ? (title, new("有効です", "In force"), null)
            : (title,
                new($"防止策の実施が確認されていません：{string.Join('、', names)}", $"Measures not confirmed: {string.Join(", ", names)}"),
                new("所属長が、アカウントの申請の画面で防止策の実施を確認してください。", "The head has to confirm the measures on the page of the request."));
    }
}

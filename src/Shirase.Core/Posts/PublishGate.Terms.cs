using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>What the newest review of the platform's terms says of a message.</summary>
/// <param name="Newest">Null where none was entered.</param>
/// <param name="IsInUse">Something was published from the account before.</param>
/// <param name="IsClosingNotice">The account is being closed, and the message tells of its end.</param>
public sealed record TermsFacts(TermsReview? Newest, bool IsInUse, bool IsClosingNotice);

// The line that asks whether the terms of the platform still allow its use
public static partial class PublishGate
{
    private static (Localized, Localized, Localized?) Terms(GateFacts f)
    {
        var title = new Localized("約款に不利な定めなし", "Terms not to our disadvantage");
        return f.Terms switch
        {
            { Newest: { IsDisadvantage: true } review, IsClosingNotice: false } => (title,
                new($"県の不利益となる定めが見付かっています：{review.Disadvantage}", $"The terms are to our disadvantage: {review.Disadvantage}"),
                new("使用を取りやめます。発信できるのは廃止のお知らせだけです。合意などで不利益がなくなったら、媒体の台帳で約款の確認を登録してください。",
                    "The use is given up; only the notice of the end is sent. Once the disadvantage is gone, enter another review in the register of platforms.")),
            { Newest.IsDisadvantage: true } => (title, new("廃止のお知らせです", "It is the notice of the end"), null),
            { Newest: null, IsInUse: false, IsClosingNotice: false } => (title,
                new("約款の確認が登録されていません", "No review of the terms is entered"),
                new("使い始める前に、アカウントの「媒体の台帳」から約款の確認を登録してください。", "Before its use starts, enter the review of the terms from the register of platforms.")),
            _ => (title, new("問題なし", "Nothing found"), null),
        };
    }

    private static string? ClauseOfTerms(Regulation r, GateFacts f) => f.Terms?.IsInUse == true ? r.Terms?.GivenUp : r.Terms?.Clause;
}

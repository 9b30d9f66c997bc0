using System.Globalization;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Text;

namespace Shirase.Core.Posts;

/// <summary>
/// The words of a correction: original day and time, what was wrong, what is right, the apology. The order is the one prefectures
/// use (訂正には、元の日時・誤り・正しい内容を書く).
/// </summary>
public static class CorrectionText
{
    /// <summary>In front of the subject, so that the heading reads 【訂正：…】.</summary>
    public const string Mark = "訂正：";

    /// <summary>The first words of the notice on the website.</summary>
    public const string NoticeHeading = "【訂正のお知らせ】";

    /// <summary>What the correcting application begins with: the same facts and accounts, the words of a correction.</summary>
    /// <param name="wrong">Content of the wrong post.</param>
    /// <param name="deliveries">Where it went.</param>
    public static PostContent Of(PostContent wrong, Correction correction, IReadOnlyList<PostDelivery> deliveries) => wrong with
    {
        Kind = PostKind.Post,
        Subject = wrong.Title.StartsWith(Mark, StringComparison.Ordinal) ? wrong.Title : Mark + wrong.Title,
        Body = $"{Short(When(deliveries, correction))}の投稿"
            + (IsQuotable(deliveries) ? $"で「{correction.Wrong}」とお知らせしましたが、" : "に誤りがありました。")
            + $"正しくは「{correction.Right}」です。お詫びして訂正します。{Gone(deliveries)}",
        Repost = null,
        Necessity = "",
        Accounts = [.. ErrorCourse.Audience(deliveries).Select(a => a.Value)],
        KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal),
        DesiredAt = null,
    };

    /// <summary>The notice on the website.</summary>
    /// <param name="title">Title of the wrong post.</param>
    /// <param name="deliveries">Where it went, each with its account.</param>
    public static string Notice(Correction correction, string title, IReadOnlyList<(PostDelivery Delivery, OfficialAccount Account)> deliveries)
    {
        var posts = deliveries.Select(d => d.Delivery).ToList();
        var accounts = string.Join('、', deliveries.Select(d => $"{d.Account.DisplayName}（@{d.Account.Handle}）").Distinct(StringComparer.Ordinal));
        var lines = new[]
        {
            (correction.IsDrill ? DrillDelivery.Mark : "") + NoticeHeading,
            $"{JapaneseDate.DayAndTime(When(posts, correction)).Ja}に{accounts}で発信した{(IsQuotable(posts) ? $"「{title}」の" : "")}内容に誤りがありました。お詫びして訂正します。",
            IsQuotable(posts) ? $"（誤）{correction.Wrong}" : "",
            $"（正）{correction.Right}",
            Gone(posts),
        };
        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    private static DateTimeOffset When(IEnumerable<PostDelivery> deliveries, Correction correction) =>
        (deliveries.Min(d => d.PublishedAt) ?? correction.StandsSince ?? correction.FoundAt).InJapan();

    private static string Short(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{JapaneseDate.MonthAndDay(at.JapanDay())}{at:HH:mm}");

    // Words that were taken back because they must not be read are not said again
    private static bool IsQuotable(IEnumerable<PostDelivery> deliveries) => deliveries.All(d => d.RemovalKind is null or RemovalKind.Error or RemovalKind.Other);

    private static string Gone(IReadOnlyList<PostDelivery> deliveries) =>
        deliveries.Count > 0 && deliveries.All(d => d.State is DeliveryState.Removing or DeliveryState.Removed) ? "元の投稿は削除しました。" : "";
}

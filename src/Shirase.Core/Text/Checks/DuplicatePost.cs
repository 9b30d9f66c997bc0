using System.Globalization;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The same words again within days: platforms take it for spam and freeze the account.</summary>
internal sealed class DuplicatePost : ICheck
{
    private const int Days = 7, Percent = 90;

    public string Name => "duplicate-post";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("days", ParameterKind.Number, false, "Days for which a text is remembered. Default: 7; no document names a figure."),
        new("percent", ParameterKind.Number, false, "Share of common pairs of letters from which two texts are the same. Default: 90."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var days = Math.Max(1, with.Number("days", Days));
        if (subject.Kind == Posts.PostKind.Repost || DaysSince(subject, days, with.Number("percent", Percent)) is not { } since)
        {
            yield break;
        }

        yield return new Hit(
            new($"同じ文面を短期間に繰り返しています（{since}日前にも発信）。", $"The same words went out {since} day(s) ago."),
            null,
            "body",
            new("文面を改めるか、繰り返す必要がある理由を入力してください。", "Change the words, or say why they have to be repeated."));
    }

    private static int? DaysSince(CheckSubject subject, int days, int percent)
    {
        if (subject.Facts.ContainsKey("previous"))
        {
            return subject.Facts.TryGetValue("days_since_previous", out var told) && int.TryParse(told, CultureInfo.InvariantCulture, out var n) && n <= days ? n : null;
        }

        var words = Likening.Pairs(subject.Text);
        var from = subject.SendAt ?? subject.Now;
        return subject.Previous
            .Where(p => p.At > from.AddDays(-days) && p.At <= from && Likening.Percent(words, Likening.Pairs(p.Text)) >= percent)
            .Select(p => (int?)(int)(from - p.At).TotalDays)
            .FirstOrDefault();
    }
}

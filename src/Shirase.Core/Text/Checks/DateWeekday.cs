using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The weekday belongs to the date (gx-13-4-3). A date without a year is read in the nearest year.</summary>
internal sealed class DateWeekday : ICheck
{
    public string Name => "date-weekday";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        foreach (var mention in subject.Dates)
        {
            if (mention is not { Weekday: { } written, WeekdaySpan: { } span } || mention.Nearest(subject.Today) is not { } day
                || NameOf(day) == written || (!mention.MonthIsWritten && IsOfNextMonth(mention, subject.Today, written)))
            {
                continue;
            }

            var right = NameOf(day);
            yield return new Hit(
                new(
                    $"日付と曜日が一致しません。{day.Year}年{day.Month}月{day.Day}日は{right}曜日です。",
                    $"Date and weekday do not agree: {day:yyyy-MM-dd} is a {day.DayOfWeek}."),
                span,
                null,
                new("日付と曜日のどちらが正しいかを確かめてください。", "Find out which of the two is right."),
                right.ToString());
        }
    }

    private static char NameOf(DateOnly day) => DateMention.Weekdays[(int)day.DayOfWeek];

    // 「12月28日から3日（日）まで」: a bare day may belong to the month after the one named before it
    private static bool IsOfNextMonth(DateMention mention, DateOnly today, char written) =>
        (mention with { Month = (mention.Month % 12) + 1, Year = null }).Nearest(today) is { } day && NameOf(day) == written;
}

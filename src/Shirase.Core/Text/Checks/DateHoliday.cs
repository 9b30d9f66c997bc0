using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A date that is called a holiday is one, and the one that it is called (gx-13-4-3).</summary>
internal sealed class DateHoliday : ICheck
{
    public string Name => "date-holiday";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        foreach (var mention in subject.Dates)
        {
            // 休 may mean that an office is closed
            if (mention is not { Holiday: { } said and not ("休" or "休日"), HolidaySpan: { } span } || mention.Nearest(subject.Today) is not { } day)
            {
                continue;
            }

            var name = JapaneseHolidays.Name(day);
            if (name is null || (IsOwnName(said) && said != name))
            {
                yield return new Hit(
                    name is null
                        ? new($"{day.Month}月{day.Day}日は祝日ではありません（{said}）。", $"{day:yyyy-MM-dd} is no holiday ({said}).")
                        : new($"{day.Month}月{day.Day}日は{said}ではありません。{name}です。", $"{day:yyyy-MM-dd} is {name}, not {said}."),
                    span,
                    null,
                    new("日付と祝日のどちらが正しいかを確かめてください。", "Find out which of the two is right."),
                    name);
            }
        }
    }

    private static bool IsOwnName(string said) => !(said.StartsWith('祝') || said.StartsWith('振') || said == "国民の休日");
}

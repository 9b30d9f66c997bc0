using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What is announced lies ahead (gx-13-4-3). Asked only where a sentence announces something; reports of what happened are not.</summary>
internal sealed class DatePast : ICheck
{
    private static readonly string[] Announcing =
    [
        "開きます", "開催します", "開催予定", "開催されます", "行います", "行われます", "実施します", "実施予定", "予定です", "予定しています",
        "始めます", "始まります", "開始します", "お越しください", "御参加ください", "ご参加ください", "参加してください",
        "申し込んでください", "お申し込みください", "受け付けます", "募集します", "規制します", "通行止めにします", "通行止めとなります",
    ];

    public string Name => "date-past";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that announce. Default: a built-in list such as 開催します, 予定です.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var words = with.List("words") is { Count: > 0 } given ? given : Announcing;
        var goesOut = subject.SendAt is { } at ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(9)).DateTime) : subject.Today;
        var dates = new Queue<DateMention>(subject.Dates);
        foreach (var sentence in CharacterRuns.Of(subject.Text, c => c is not ('。' or '\n')))
        {
            var inside = TakeUntil(dates, sentence.End);
            if (inside.Count == 0 || Words.Find(sentence.In(subject.Text), words).Count == 0)
            {
                continue;
            }

            // Of a range it is the end that counts
            var last = inside[^1];
            if (inside.TrueForAll(d => d.Nearest(subject.Today) is { } day && day < goesOut))
            {
                yield return new Hit(
                    new(
                        $"過ぎた日付（{last.DaySpan.In(subject.Text)}）の予告になっています。",
                        $"This announces a day that will have passed ({last.DaySpan.In(subject.Text)})."),
                    last.Span,
                    null,
                    new("日付と発信希望日を確かめてください。", "Check the date and the day of posting."));
            }
        }
    }

    private static List<DateMention> TakeUntil(Queue<DateMention> dates, int end)
    {
        var taken = new List<DateMention>();
        while (dates.TryPeek(out var next) && next.Span.Start < end)
        {
            taken.Add(dates.Dequeue());
        }

        return taken;
    }
}

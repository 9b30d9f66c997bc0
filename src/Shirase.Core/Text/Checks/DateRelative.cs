using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// 昨日, 明日, 来週 and the like stand beside the date they mean: a post is read days later, a mail arrives late (gx-13-2-2). What
/// somebody said, in brackets of speech, is left alone.
/// </summary>
internal sealed class DateRelative : ICheck
{
    private const int Behind = 8, Before = 5;

    private static readonly Dictionary<string, int> Days = new(StringComparer.Ordinal)
    {
        ["一昨日"] = -2,
        ["昨日"] = -1,
        ["本日"] = 0,
        ["今日"] = 0,
        ["明日"] = 1,
        ["明後日"] = 2,
    };

    private static readonly string[] All =
        [.. Days.Keys, "おととい", "あさって", "昨夜", "昨晩", "今朝", "今夜", "今晩", "明朝", "先週", "今週", "来週", "再来週", "先月", "来月"];

    private static readonly string[] Otherwise = ["今日的", "今日では", "今日の社会", "今日も", "明日香", "明日葉", "日本日", "今日一日"];

    public string Name => "date-relative";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("words", ParameterKind.List, false, "Words that need a date. Default: a built-in list such as 昨日, 明日, 来週."),
        new("behind", ParameterKind.Number, false, "Characters behind the word within which its date begins. Default: 8; no document names a figure."),
        new("before", ParameterKind.Number, false, "Characters in front of the word within which its date ends. Default: 5; no document names a figure."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var other = Words.Find(text, Otherwise);
        var dates = DateSpans(text);
        var quoted = Quoted(text);
        var (before, behind) = (with.Number("before", Before), with.Number("behind", Behind));
        var (date, quote, idiom) = (0, 0, 0);
        foreach (var span in Words.Find(text, with.List("words") is { Count: > 0 } given ? given : All))
        {
            date = Skip(dates, date, span.Start - before);
            quote = Skip(quoted, quote, span.Start + 1);
            idiom = Skip(other, idiom, span.Start + 1);
            if ((quote < quoted.Count && quoted[quote].Start <= span.Start) || (idiom < other.Count && other[idiom].Start < span.End)
                || IsDated(text, span, dates, date, before, behind))
            {
                continue;
            }

            var word = span.In(text);
            yield return new Hit(
                new($"「{word}」は日付を添えてください。", $"Write the date that “{word}” means."),
                span,
                null,
                new("読まれるのは後日のことがあります。日付と曜日で書いてください。", "It may be read days later. Write date and weekday."),
                Days.TryGetValue(word, out var days) ? JapaneseDate.MonthAndDay((subject.SendAt ?? subject.Now).JapanDay().AddDays(days)) : null);
        }
    }

    private static bool IsDated(string text, TextSpan word, List<TextSpan> dates, int first, int before, int behind)
    {
        for (var i = first; i < dates.Count && dates[i].Start <= word.End + behind; i++)
        {
            var (from, to) = dates[i].Start >= word.End ? (word.End, dates[i].Start) : (dates[i].End, word.Start);
            if (to - from <= (dates[i].Start >= word.End ? behind : before) && (to <= from || text.AsSpan(from, to - from).IndexOfAny('。', '\n') < 0))
            {
                return true;
            }
        }

        return false;
    }

    // 11月20日, and 20日 alone: beside the word it is clear which month is meant
    private static List<TextSpan> DateSpans(string text)
    {
        var folded = Folding.Fold(text);
        var spans = new List<TextSpan>();
        for (var i = folded.IndexOf('日', StringComparison.Ordinal); i >= 0; i = folded.IndexOf('日', i + 1))
        {
            var start = i;
            while (start > 0 && (char.IsAsciiDigit(folded[start - 1]) || (folded[start - 1] == '月' && start < i)))
            {
                start--;
            }

            if (start < i)
            {
                spans.Add(new TextSpan(start, i + 1 - start));
            }
        }

        return spans;
    }

    private static List<TextSpan> Quoted(string text)
    {
        var spans = new List<TextSpan>();
        for (var open = text.AsSpan().IndexOfAny('「', '『'); open >= 0 && open < text.Length;)
        {
            var close = text.IndexOf(text[open] == '「' ? '」' : '』', open);
            if (close < 0)
            {
                break;
            }

            spans.Add(new TextSpan(open, close + 1 - open));
            var next = text.AsSpan(close).IndexOfAny('「', '『');
            open = next < 0 ? -1 : close + next;
        }

        return spans;
    }

    private static int Skip(IReadOnlyList<TextSpan> spans, int from, int until)
    {
        while (from < spans.Count && spans[from].End < until)
        {
            from++;
        }

        return from;
    }
}

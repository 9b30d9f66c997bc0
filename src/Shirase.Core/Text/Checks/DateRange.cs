using System.Globalization;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A period ends after it begins: no 12日から10日まで, no 午後3時から午後1時まで (gx-13-4-3). Periods over the turn of a month or year are fine.</summary>
internal sealed class DateRange : ICheck
{
    private const int LongestOverMonth = 15, LongestOverYear = 270;

    private const string To = "(から|より|~|〜|-|→|、?至)";
    private const string Year = "([0-9]{4}|(令和|平成)([0-9]{1,2}|元))年";
    private const string Clock = "(の|午前|午後|朝|昼|夜|夕方|深夜|未明|正午)*([0-9]{1,2}(時半?|:[0-9]{2})([0-9]{1,2}分)?)?(頃|ごろ)?";

    private static readonly Regex Days = new(
        $"((?<y1>{Year}))?((?<m1>[0-9]{{1,2}})月)?(?<d1>[0-9]{{1,2}})日( ?[(][^()\n]{{1,8}}[)])?{Clock}{To}((?<y2>{Year}))?((?<m2>[0-9]{{1,2}})月)?(?<d2>[0-9]{{1,2}})日",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Times = new(
        $"(?<half1>午前|午後)(?<h1>[0-9]{{1,2}})(時((?<n1>[0-9]{{1,2}})分)?|:(?<n1>[0-9]{{2}})){To}(?<half2>午前|午後)(?<h2>[0-9]{{1,2}})(時((?<n2>[0-9]{{1,2}})分)?|:(?<n2>[0-9]{{2}}))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly string[] Spans = ["間", "以内", "後", "前", "目", "分", "ほど", "程", "未満"];

    public string Name => "date-range";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("over_month", ParameterKind.Number, false,
            "Days: a second day without a month that lies before the first belongs to the next month, if the period is shorter than this. Default: 15; no document names a figure."),
        new("over_year", ParameterKind.Number, false,
            "Days: a second month that lies before the first belongs to the next year, if the period is shorter than this. Default: 270; no document names a figure."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        var (overMonth, overYear) = (with.Number("over_month", LongestOverMonth), with.Number("over_year", LongestOverYear));
        return Matches(Days, folded).Where(m => IsDate(folded, m) && DaysAreReversed(m, subject.Today, overMonth, overYear))
            .Concat(Matches(Times, folded).Where(TimesAreReversed))
            .OrderBy(m => m.Index)
            .Select(m => new TextSpan(m.Index, m.Length))
            .Select(span => new Hit(
                new($"期間の始まりと終わりが逆です（{span.In(subject.Text)}）。", $"The period ends before it begins ({span.In(subject.Text)})."),
                span,
                null,
                new("始まりと終わりを確かめて直してください。次の月又は年にわたるときは、月又は年を書いてください。", "Correct the two; write the month or year where it runs into the next one.")));
    }

    private static IEnumerable<Match> Matches(Regex pattern, string folded)
    {
        for (var m = pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            yield return m;
        }
    }

    // 3日から2日間 is a span of time
    private static bool IsDate(string folded, Match m)
    {
        var rest = folded.AsSpan(m.Index + m.Length);
        foreach (var word in Spans)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return m.Index == 0 || !(char.IsAsciiDigit(folded[m.Index - 1]) || folded[m.Index - 1] == '第');
    }

    private static bool DaysAreReversed(Match m, DateOnly today, int overMonth, int overYear)
    {
        var (d1, d2) = (Number(m, "d1"), Number(m, "d2"));
        var (y1, y2) = (YearOf(m, "y1"), YearOf(m, "y2"));
        if (!m.Groups["m1"].Success)
        {
            return !m.Groups["m2"].Success && d2 < d1 && d2 + 30 - d1 >= overMonth;
        }

        var year = y1 ?? today.Year;
        if (Day(year, Number(m, "m1"), d1) is not { } start)
        {
            return false;
        }

        if (!m.Groups["m2"].Success)
        {
            return d2 < d1 && DateTime.DaysInMonth(start.Year, start.Month) - d1 + d2 >= overMonth;
        }

        var m2 = Number(m, "m2");
        if (y2 is { } last)
        {
            return y1 is not null && Day(last, m2, d2) < start;
        }

        // A whole year, such as 4月1日から3月31日まで, is one
        return Day(year, m2, d2) < start && Day(year + 1, m2, d2) is { } end
            && end.DayNumber - start.DayNumber >= overYear && end.AddDays(1) != start.AddYears(1);
    }

    private static bool TimesAreReversed(Match m) =>
        m.Groups["half1"].Value == m.Groups["half2"].Value && Number(m, "h1") is <= 12 and var h1 && Number(m, "h2") is <= 12 and var h2
        && ((h2 % 12) * 60) + Number(m, "n2") < ((h1 % 12) * 60) + Number(m, "n1");

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int? YearOf(Match m, string name) =>
        m.Groups[name] is not { Success: true, Value: var words } ? null
        : char.IsAsciiDigit(words[0]) ? int.Parse(words.AsSpan(0, 4), CultureInfo.InvariantCulture)
        : Era.Named(words[..2]).Western(words[2] == '元' ? 1 : int.Parse(words.AsSpan(2, words.Length - 3), CultureInfo.InvariantCulture));

    private static int Number(Match m, string name) => m.Groups[name] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
}

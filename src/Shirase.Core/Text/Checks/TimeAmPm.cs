using System.Globalization;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A time of day that there is, and that everybody reads alike: no 午後13時, 25時 or 10時75分, no 午前12時30分 (gx-13-4-3).</summary>
internal sealed class TimeAmPm : ICheck
{
    private static readonly Regex Pattern = new(
        "(?<half>午前|午後)?(の|、)?(?<h>[0-9]{1,3})(時((?<m>[0-9]{1,3})分|(?<thirty>半))?|:(?<m2>[0-9]{2}))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public string Name => "time-ampm";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var end = m.Index + m.Length;
            var clock = m.Groups["m2"].Success;

            // 48時間 is a span of time, 1:100 a proportion
            if ((m.Index > 0 && (char.IsAsciiDigit(folded[m.Index - 1]) || folded[m.Index - 1] == ':'))
                || (end < folded.Length && (folded[end] is '間' or ':' || (clock && char.IsAsciiDigit(folded[end])))))
            {
                continue;
            }

            var (half, hour) = (m.Groups["half"].Value, Number(m.Groups["h"]));
            var minute = m.Groups["thirty"].Success ? 30 : Number(m.Groups["m"]) + Number(m.Groups["m2"]);
            var span = new TextSpan(m.Index, m.Length);
            if (Wrong(half, hour, minute, clock, span.In(subject.Text)) is { } said)
            {
                yield return new Hit(said.Message, span, null, said.Remedy, Mend(m, half, hour));
            }
        }
    }

    private static (Localized Message, Localized Remedy)? Wrong(string half, int hour, int minute, bool clock, string words)
    {
        if (half.Length == 0)
        {
            // 1:75 may be a proportion; 25時 and 10時75分 can only be times
            return !clock && (hour > 24 || minute > 59)
                ? (new($"ない時刻です（{words}）。", $"There is no such time ({words})."), new("正しい時刻に直してください。", "Put the time right."))
                : null;
        }

        return hour > 12 || minute > 59
            ? (new($"午前・午後と時刻の表記が矛盾しています（{words}）。", $"The time contradicts itself ({words})."),
                new("午前・午後を付けるときは0時から11時までで、付けないときは24時間で書いてください。", "Write 0 to 11 with 午前 or 午後, or 24 hours without."))
            : hour == 12
                ? (new($"昼か夜か読み手により異なります（{words}）。", $"Readers differ on whether this is noon or midnight ({words})."),
                    new("昼は「正午」又は「午後0時」、夜は「午前0時」と書いてください。", "Write 正午 or 午後0時 for noon, 午前0時 for midnight."))
                : null;
    }

    // 午後13時 can only have meant 午後1時
    private static string? Mend(Match m, string half, int hour) =>
        half == "午後" && hour is > 12 and < 24
            ? string.Create(CultureInfo.InvariantCulture, $"午後{hour - 12}") + m.Value[(m.Groups["h"].Index - m.Index + m.Groups["h"].Length)..]
            : null;

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
}

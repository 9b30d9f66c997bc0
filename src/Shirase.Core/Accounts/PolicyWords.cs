using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>Words of a policy: its variables, what was left to be filled in, and whether a text says something. Pure.</summary>
public static partial class PolicyWords
{
    /// <summary>Names of the variables in a text, each once.</summary>
    public static IReadOnlyList<string> VariablesOf(string text) => [.. Variable().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with its variables filled in; one without a value stays as it is, so that it is found.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, m => values.TryGetValue(m.Groups["name"].Value, out var value) ? value : m.Value);

    /// <summary>What was left to be filled in (〇〇課, 令和〇年, ＿＿, {…}), or null. A zero in a number written in kanji is none.</summary>
    public static string? PlaceholderIn(string text)
    {
        if (Placeholder().Match(text) is not { Success: true } found)
        {
            return null;
        }

        // With what follows, so that it is found on the page: 〇〇課
        var end = found.Index + found.Length;
        while (end < text.Length && end < found.Index + found.Length + 4 && char.IsLetter(text[end]) && !IsKana(text[end]))
        {
            end++;
        }

        return text[found.Index..end];
    }

    /// <summary>True when the text says the phrase, or one of its alternatives parted by <c>|</c>; width and spaces do not matter.</summary>
    public static bool Says(string text, string phrase)
    {
        var plain = Plain(text);
        return phrase.Split('|').Any(p => plain.Contains(Plain(p), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As it is compared: one width, no white space.</summary>
    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Hours as a policy says them: 平日（祝日及び12月29日から1月3日までを除く。）の9時から17時まで.</summary>
    public static string Of(TimeWindow hours)
    {
        var days = hours.Days.Count == 7 ? "毎日"
            : hours.Days.Count == 5 && !hours.Days.Contains(DayOfWeek.Saturday) && !hours.Days.Contains(DayOfWeek.Sunday) ? "平日"
            : string.Join('・', hours.Days.Select(d => "日月火水木金土"[(int)d])) + "曜日";
        var closed = string.Join("及び", new[]
        {
            hours.ClosedOnHolidays ? "祝日" : "",
            hours is { ClosedFrom: { } from, ClosedTo: { } to }
                ? string.Create(CultureInfo.InvariantCulture, $"{from.Month}月{from.Day}日から{to.Month}月{to.Day}日まで") : "",
        }.Where(x => x.Length > 0));
        return $"{days}{(closed.Length > 0 ? $"（{closed}を除く。）" : "")}の{Of(hours.Start)}から{Of(hours.End)}まで";
    }

    private static string Of(TimeOnly time) => time.Minute == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour}時")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}時{time.Minute}分");

    private static bool IsKana(char c) => c is >= '\u3040' and <= '\u30ff';

    [GeneratedRegex(@"\{(?<name>[a-z0-9-]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![一二三四五六七八九十百千〇])[〇○◯●]+(?![一二三四五六七八九十〇])|\{[^}\n]*\}|[＿_]{2,}", RegexOptions.None, 1_000)]
    private static partial Regex Placeholder();
}

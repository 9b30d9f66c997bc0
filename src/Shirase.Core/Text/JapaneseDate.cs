using System.Globalization;
using System.Text;

namespace Shirase.Core.Text;

/// <summary>Dates and times as an office writes and types them: Western or era years, full-width or half-width digits.</summary>
public static class JapaneseDate
{
    /// <summary>First year that is read: Meiji 1. Our own figure.</summary>
    public const int FirstYear = 1868;

    /// <summary>Last year that is read. Our own figure.</summary>
    public const int LastYear = 2999;

    /// <summary>The weekday in one character, such as 土.</summary>
    public static string Weekday(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek].ToString();

    /// <summary>A day without its year: 11月24日（火）.</summary>
    public static string MonthAndDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（{Weekday(day)}）");

    /// <summary>Day and time in Japan as sentences say them: 2026年11月24日（火）08:30, Tue 24 Nov 2026, 08:30.</summary>
    public static Localized DayAndTime(DateTimeOffset at)
    {
        var there = at.InJapan();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{there.Year}年{MonthAndDay(at.JapanDay())}{there:HH:mm}"),
            there.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The era year of a day, such as 令和8年; the first year of an era is 元年. Before 1868: the Western year.</summary>
    public static string EraYear(DateOnly day)
    {
        if (Era.All.FirstOrDefault(e => day >= e.From) is { } era)
        {
            return era.Year(day.Year);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{day.Year}年");
    }

    /// <summary>
    /// Reads 2026-11-28, 2026/11/28, 20261128, 2026年11月28日, 令和8年11月28日, R8.11.28 and the same in full width;
    /// a weekday in brackets is ignored. False when it is no such day.
    /// </summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        day = default;
        var plain = Plain(text);
        if (plain.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket)
        {
            plain = plain[..bracket];
        }

        if (plain.Length == 8 && plain.All(char.IsAsciiDigit))
        {
            plain = $"{plain[..4]}-{plain[4..6]}-{plain[6..]}";
        }

        var parts = plain.Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-').TrimEnd('日').Split('-');
        return parts.Length == 3 && TryParts(parts[0], parts[1], parts[2], out day);
    }

    /// <summary>Reads year, month and day from three boxes; the year may be 2026, 令和8, R8 or 令和元.</summary>
    public static bool TryParts(string year, string month, string day, out DateOnly date)
    {
        date = default;
        if (Year(Plain(year).TrimEnd('年')) is not { } y
            || Number(Plain(month).TrimEnd('月')) is not (>= 1 and <= 12 and var m)
            || Number(Plain(day).TrimEnd('日')) is not { } d
            || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return false;
        }

        date = new DateOnly(y, m, d);
        return true;
    }

    /// <summary>Reads 14:05, 1405, 14時5分 and 14時, also in full width. False when it is no such time.</summary>
    public static bool TryTime(string text, out TimeOnly time)
    {
        time = default;
        var plain = Plain(text).Replace("時", ":", StringComparison.Ordinal).TrimEnd('分');
        if (plain.Length is 3 or 4 && plain.All(char.IsAsciiDigit))
        {
            plain = $"{plain[..^2]}:{plain[^2..]}";
        }

        var parts = plain.Split(':');
        var minutes = parts.Length > 1 && parts[1].Length > 0 ? Number(parts[1]) : 0;
        if (parts.Length != 2 || Number(parts[0]) is not (>= 0 and <= 23 and var h) || minutes is not (>= 0 and <= 59 and var m))
        {
            return false;
        }

        time = new TimeOnly(h, m);
        return true;
    }

    /// <summary>
    /// True for a day that an office can mean. The ends of the calendar are none: the day before or after them, or their midnight
    /// in Japan, does not exist, and whoever counts from them fails.
    /// </summary>
    public static bool IsMeant(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    private static int? Year(string text)
    {
        foreach (var era in Era.All)
        {
            var rest = text.StartsWith(era.Name, StringComparison.Ordinal) ? text[era.Name.Length..]
                : text.Length > 1 && char.ToUpperInvariant(text[0]) == era.Letter ? text[1..]
                : null;
            if (rest is not null)
            {
                return rest == "元" ? era.From.Year : Number(rest) is >= 1 and <= 99 and var n ? era.Western(n) : null;
            }
        }

        return Number(text) is >= FirstYear and <= LastYear and var year ? year : null;
    }

    private static int? Number(string text) =>
        text.Length is >= 1 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string Plain(string text) => IsWellFormed(text)
        ? string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)))
        : "";

    // Normalize throws on a lone surrogate, and a form can be sent one
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

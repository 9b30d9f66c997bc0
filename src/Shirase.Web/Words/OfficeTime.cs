using System.Globalization;
using Shirase.Core.Text;

namespace Shirase.Web.Words;

/// <summary>Times as the office writes them, in Japan's time: 「11月21日（土）14:05」.</summary>
public static class OfficeTime
{
    /// <summary>Japan has kept one offset, without summer time, since 1951.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static DateTimeOffset InJapan(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly DayInJapan(DateTimeOffset at) => DateOnly.FromDateTime(InJapan(at).DateTime);

    /// <summary>Day and time, with seconds where the second matters (saved at, read back at).</summary>
    public static string DayAndTime(DateTimeOffset at, string language, bool era = false, bool year = false, bool seconds = false)
    {
        var there = InJapan(at);
        var clock = there.ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
        return language == Languages.English
            ? $"{Day(DateOnly.FromDateTime(there.DateTime), language, era, year)}, {clock}"
            : $"{Day(DateOnly.FromDateTime(there.DateTime), language, era, year)}{clock}";
    }

    /// <summary>A day; the era year where the office writes it, else the Western year where the year is not plain.</summary>
    public static string Day(DateOnly day, string language, bool era = false, bool year = false)
    {
        if (language == Languages.English)
        {
            return day.ToString(era || year ? "ddd d MMM yyyy" : "ddd d MMM", English);
        }

        var front = era ? JapaneseDate.EraYear(day)
            : year ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年")
            : "";
        return front + JapaneseDate.MonthAndDay(day);
    }

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset at) =>
        InJapan(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

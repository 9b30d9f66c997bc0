namespace Shirase.Core.Regulations;

/// <summary>
/// National holidays of Japan by the Act on National Holidays (国民の祝日に関する法律), as amended for 2000–2100,
/// with substitute days (第３条第２項), days between two holidays (第３条第３項) and the moved days of 2019–2021.
/// </summary>
public static class JapaneseHolidays
{
    /// <summary>True for a national holiday, a substitute holiday or a day between two holidays.</summary>
    public static bool IsHoliday(DateOnly day) => Name(day) is not null;

    /// <summary>The holiday's name, 休日 for substitute and in-between days, or null for an ordinary day.</summary>
    public static string? Name(DateOnly day)
    {
        if (National(day) is { } name)
        {
            return name;
        }

        // 第３条第２項: the next day that is no holiday after a holiday on a Sunday (since 2007; before, the Monday)
        var back = day.AddDays(-1);
        while (National(back) is not null)
        {
            if (back.DayOfWeek == DayOfWeek.Sunday && (day.Year >= 2007 || day.DayOfWeek == DayOfWeek.Monday))
            {
                return "休日";
            }

            back = back.AddDays(-1);
        }

        return day.DayOfWeek != DayOfWeek.Sunday && National(day.AddDays(-1)) is not null && National(day.AddDays(1)) is not null
            ? "休日"
            : null;
    }

    private static string? National(DateOnly day)
    {
        var (year, month, date) = (day.Year, day.Month, day.Day);
        return month switch
        {
            1 when date == 1 => "元日",
            1 when IsNthMonday(day, 2) => "成人の日",
            2 when date == 11 => "建国記念の日",
            2 when date == 23 && year >= 2020 => "天皇誕生日",
            3 when date == VernalEquinox(year) => "春分の日",
            4 when date == 29 => year >= 2007 ? "昭和の日" : "みどりの日",
            5 when date == 1 && year == 2019 => "即位の日",
            5 when date == 3 => "憲法記念日",
            5 when date == 4 && year >= 2007 => "みどりの日",
            5 when date == 5 => "こどもの日",
            7 or 8 or 10 when Moved(year, month, date) is { } moved => moved,
            7 when year is not (2020 or 2021) && (year >= 2003 ? IsNthMonday(day, 3) : date == 20) => "海の日",
            8 when date == 11 && year >= 2016 && year is not (2020 or 2021) => "山の日",
            9 when (year >= 2003 ? IsNthMonday(day, 3) : date == 15) => "敬老の日",
            9 when date == AutumnalEquinox(year) => "秋分の日",
            10 when date == 22 && year == 2019 => "即位礼正殿の儀",
            10 when year is not (2020 or 2021) && IsNthMonday(day, 2) => year >= 2020 ? "スポーツの日" : "体育の日",
            11 when date == 3 => "文化の日",
            11 when date == 23 => "勤労感謝の日",
            12 when date == 23 && year <= 2018 => "天皇誕生日",
            _ => null,
        };
    }

    private static string? Moved(int year, int month, int date) => (year, month, date) switch
    {
        (2020, 7, 23) or (2021, 7, 22) => "海の日",
        (2020, 7, 24) or (2021, 7, 23) => "スポーツの日",
        (2020, 8, 10) or (2021, 8, 8) => "山の日",
        _ => null,
    };

    private static bool IsNthMonday(DateOnly day, int n) =>
        day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 == n - 1;

    // The approximation that follows the tables of the National Astronomical Observatory; its constant steps by a day in 2100,
    // which is no leap year
    private static int VernalEquinox(int year) => Equinox(year, year < 2100 ? 20.8431 : 21.8510);

    private static int AutumnalEquinox(int year) => Equinox(year, year < 2100 ? 23.2488 : 24.2488);

    private static int Equinox(int year, double constant) => (int)(constant + (0.242194 * (year - 1980)) - ((year - 1980) / 4));
}

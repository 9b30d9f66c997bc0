using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Regulations;

public sealed class Holidays
{
    // The list that the Cabinet Office published for 2026, with the day between two holidays and the substitute day
    private static readonly string[] In2026 =
    [
        "2026-01-01 元日", "2026-01-12 成人の日", "2026-02-11 建国記念の日", "2026-02-23 天皇誕生日", "2026-03-20 春分の日",
        "2026-04-29 昭和の日", "2026-05-03 憲法記念日", "2026-05-04 みどりの日", "2026-05-05 こどもの日", "2026-05-06 休日",
        "2026-07-20 海の日", "2026-08-11 山の日", "2026-09-21 敬老の日", "2026-09-22 休日", "2026-09-23 秋分の日",
        "2026-10-12 スポーツの日", "2026-11-03 文化の日", "2026-11-23 勤労感謝の日",
    ];

    [Fact]
    public void Given_2026_When_asked_day_by_day_Then_it_is_the_published_list() => Assert.Equal(In2026, ListOf(2026));

    [Theory]
    [InlineData(2019, "2019-04-30 休日", "2019-05-01 即位の日", "2019-05-02 休日", "2019-05-06 休日", "2019-08-12 休日", "2019-10-22 即位礼正殿の儀", "2019-11-04 休日")]
    [InlineData(2020, "2020-02-24 休日", "2020-05-06 休日", "2020-07-23 海の日", "2020-07-24 スポーツの日", "2020-08-10 山の日")]
    [InlineData(2021, "2021-07-22 海の日", "2021-07-23 スポーツの日", "2021-08-08 山の日", "2021-08-09 休日")]
    [InlineData(2015, "2015-05-06 休日", "2015-09-22 休日", "2015-12-23 天皇誕生日")]
    [InlineData(2027, "2027-03-22 休日")]
    public void Given_a_year_with_moved_or_extra_days_When_asked_Then_they_are_there(int year, params string[] days) =>
        Assert.Subset(ListOf(year).ToHashSet(StringComparer.Ordinal), days.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [InlineData("2019-12-23")]
    [InlineData("2020-07-20")]
    [InlineData("2020-08-11")]
    [InlineData("2020-10-12")]
    [InlineData("2021-10-11")]
    [InlineData("2026-12-29")]
    [InlineData("2026-05-07")]
    public void Given_an_ordinary_day_When_asked_Then_it_is_none(string day) =>
        Assert.Null(JapaneseHolidays.Name(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Theory]
    [InlineData(2024, 3, 20, 9, 22)]
    [InlineData(2025, 3, 20, 9, 23)]
    [InlineData(2027, 3, 21, 9, 23)]
    [InlineData(2028, 3, 20, 9, 22)]
    [InlineData(2030, 3, 20, 9, 23)]
    public void Given_a_year_When_asked_for_the_equinoxes_Then_they_are_those_of_the_observatory(int year, int month, int day, int month2, int day2)
    {
        Assert.Equal("春分の日", JapaneseHolidays.Name(new DateOnly(year, month, day)));
        Assert.Equal("秋分の日", JapaneseHolidays.Name(new DateOnly(year, month2, day2)));
    }

    private static List<string> ListOf(int year) =>
    [
        .. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(n => new DateOnly(year, 1, 1).AddDays(n))
            .Where(JapaneseHolidays.IsHoliday)
            .Select(d => $"{d:yyyy-MM-dd} {JapaneseHolidays.Name(d)}"),
    ];
}

using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Text;

public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData("2026-11-28")]
    [InlineData("2026/11/28")]
    [InlineData("20261128")]
    [InlineData("２０２６年１１月２８日（土）")]
    [InlineData("令和８年11月28日")]
    [InlineData("R8.11.28")]
    public void Given_a_day_as_an_office_types_it_When_read_Then_it_is_that_day(string typed)
    {
        Assert.True(JapaneseDate.TryParse(typed, out var day));
        Assert.Equal(new DateOnly(2026, 11, 28), day);
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("11月28日")]
    [InlineData("令和0年1月1日")]
    [InlineData("9999-12-31")]
    [InlineData("1000-01-01")]
    [InlineData("\ud800")]
    [InlineData("")]
    public void Given_no_such_day_When_read_Then_it_is_refused(string typed) => Assert.False(JapaneseDate.TryParse(typed, out _));

    [Theory]
    [InlineData("14:05")]
    [InlineData("１４：０５")]
    [InlineData("1405")]
    [InlineData("14時5分")]
    public void Given_a_time_as_an_office_types_it_When_read_Then_it_is_that_time(string typed)
    {
        Assert.True(JapaneseDate.TryTime(typed, out var time));
        Assert.Equal(new TimeOnly(14, 5), time);
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("14")]
    [InlineData("14:60")]
    [InlineData(":05")]
    public void Given_no_such_time_When_read_Then_it_is_refused(string typed) => Assert.False(JapaneseDate.TryTime(typed, out _));

    [Theory]
    [InlineData(2026, 11, 21, "令和8年", "土")]
    [InlineData(2019, 5, 1, "令和元年", "水")]
    [InlineData(2019, 4, 30, "平成31年", "火")]
    public void Given_a_day_When_written_Then_era_and_weekday_are_right(int year, int month, int date, string era, string weekday)
    {
        var day = new DateOnly(year, month, date);

        Assert.Equal(era, JapaneseDate.EraYear(day));
        Assert.Equal(weekday, JapaneseDate.Weekday(day));
    }
}

using Shirase.Web.Words;
using Xunit;

namespace Shirase.Tests.Web;

public sealed class OfficeTimeTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 15, 5, 7, TimeSpan.Zero);

    [Fact]
    public void Given_a_time_in_UTC_When_written_Then_it_is_Japans_day_with_its_weekday()
    {
        Assert.Equal("11月21日（土）00:05", OfficeTime.DayAndTime(At, "ja"));
        Assert.Equal("令和8年11月21日（土）00:05:07", OfficeTime.DayAndTime(At, "ja", era: true, seconds: true));
        Assert.Equal("Sat 21 Nov, 00:05", OfficeTime.DayAndTime(At, "en"));
        Assert.Equal("Sat 21 Nov 2026", OfficeTime.Day(OfficeTime.DayInJapan(At), "en", year: true));
    }
}

using System.Globalization;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Regulations;

public sealed class OfficeHours
{
    private static readonly TimeWindow Window = new(
        "office-hours",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(8, 30),
        new TimeOnly(17, 15),
        ClosedOnHolidays: true,
        (12, 29),
        (1, 3),
        "gx-10-1",
        IsDefault: true);

    [Theory]
    [InlineData("2026-06-13T10:00:00+09:00", "2026-06-15T08:30:00+09:00")]
    [InlineData("2026-12-29T10:00:00+09:00", "2027-01-04T08:30:00+09:00")]
    [InlineData("2026-06-12T17:30:00+09:00", "2026-06-15T08:30:00+09:00")]
    [InlineData("2026-06-12T06:00:00+09:00", "2026-06-12T08:30:00+09:00")]
    [InlineData("2026-05-02T10:00:00+09:00", "2026-05-07T08:30:00+09:00")]
    [InlineData("2026-06-12T17:16:00+09:00", "2026-06-15T08:30:00+09:00")]
    [InlineData("2026-06-12T17:15:01+09:00", "2026-06-15T08:30:00+09:00")]
    [InlineData("2026-06-11T22:00:00+00:00", "2026-06-12T08:30:00+09:00")]
    public void gx_10_1_Given_a_time_outside_When_asked_Then_refused_and_the_next_opening_offered(string time, string next)
    {
        Assert.False(Window.Contains(At(time)));
        Assert.Equal(At(next), Window.NextOpening(At(time)));
    }

    [Theory]
    [InlineData("2027-01-04T10:00:00+09:00")]
    [InlineData("2026-06-12T08:30:00+09:00")]
    [InlineData("2026-06-12T17:15:00+09:00")]
    [InlineData("2026-06-12T01:00:00+00:00")]
    public void gx_10_1_Given_a_time_inside_When_asked_Then_it_stands(string time)
    {
        Assert.True(Window.Contains(At(time)));
        Assert.Equal(At(time), Window.NextOpening(At(time)));
    }

    [Fact]
    public void gx_10_1_Given_a_window_of_all_days_When_asked_on_a_holiday_Then_it_is_open()
    {
        var everyDay = Window with { Days = Enum.GetValues<DayOfWeek>(), ClosedOnHolidays = false, ClosedFrom = null, ClosedTo = null };

        Assert.True(everyDay.Contains(At("2027-01-01T10:00:00+09:00")));
        Assert.True(everyDay.Contains(At("2026-06-14T10:00:00+09:00")));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
